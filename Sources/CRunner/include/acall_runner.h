/*
 * acall_runner.h: what the runner does before anything of Swift's runs. Linked with executables only.
 */
#ifndef ACALL_RUNNER_H
#define ACALL_RUNNER_H

#pragma clang assume_nonnull begin

/* The command line, as the kernel handed it over. */
struct acall_arguments {
    int count;
    char *_Nullable *_Nullable words;
};

/* To be called once, first thing: the command line; and the environment is from then on what it was. */
struct acall_arguments acall_runner_begin(void);

#pragma clang assume_nonnull end

#endif
