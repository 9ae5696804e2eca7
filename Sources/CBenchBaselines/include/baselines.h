#ifndef BASELINES_H
#define BASELINES_H
#endif
