#include "acall.h"
