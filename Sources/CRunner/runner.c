/*
 * Swift's runtime ends a process in which it can't find its own path: where there is no /proc, and where no more files
 * can be opened. It takes the path from SWIFT_ROOT, if that is set.
 *
 * Input: the process as the kernel made it. Output: one in which the runtime starts. Invariant: what the program's
 * children get as their environment is what the runner got.
 */
#define _GNU_SOURCE
#include "acall_runner.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct acall_arguments arguments;
/* The entry that gave its place, and the place; both null where none did. */
static char **place, *replaced;
static int was_added;
static char root[] = "SWIFT_ROOT=/";

static int begins(const char *entry, const char *name) { return strncmp(entry, name, strlen(name)) == 0; }

/* Before the initialisers of shared libraries, which is where the runtime looks. */
static void prepare(int count, char **words, char **environment) {
    char path[8];
    arguments = (struct acall_arguments){count, words};
    if (readlink("/proc/self/exe", path, sizeof path) > 0) return;
    for (char **entry = environment; *entry; entry++) {
        if (begins(*entry, "SWIFT_ROOT=")) return;
        /* libc and the runtime look at these meanwhile. */
        if (!begins(*entry, "SWIFT_") && !begins(*entry, "LD_") && !begins(*entry, "MALLOC_")
            && !begins(*entry, "GLIBC_"))
            place = entry;
    }
    if (place) {
        replaced = *place;
        *place = root;
    } else {
        was_added = setenv("SWIFT_ROOT", "/", 0) == 0;
    }
}

__attribute__((section(".preinit_array"), used)) static void (*const preparing)(int, char **, char **) = prepare;

struct acall_arguments acall_runner_begin(void) {
    if (place) *place = replaced;
    if (was_added) unsetenv("SWIFT_ROOT");
    place = 0;
    was_added = 0;
    return arguments;
}
