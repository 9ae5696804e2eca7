/*
 * scenarios: the interface's scenarios, each in a process of its own.
 *
 *   scenarios          runs all; prints one line each and a count
 *   scenarios list     their names
 *   scenarios NAME     one, in this process: exit status 0, or 1 with what did not hold
 */
#include "scenarios.h"

#include <sys/wait.h>

static const struct scenario *all[3];

static const struct scenario *find(const char *name) {
    int group, index;
    for (group = 0; group < 3; group++)
        for (index = 0; all[group][index].name != NULL; index++)
            if (strcmp(all[group][index].name, name) == 0) return &all[group][index];
    return NULL;
}

static int run_in_child(const struct scenario *one) {
    int status = 0;
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        alarm(30);
        one->run();
        _exit(0);
    }
    while (waitpid(child, &status, 0) < 0) CHECK(errno == EINTR);
    printf("%s %s\n", status == 0 ? "ok" : "FAILED", one->name);
    return status == 0 ? 0 : 1;
}

int main(int count, char **words) {
    int group, index, failed = 0, total = 0;
    all[0] = interface_scenarios;
    all[1] = wait_scenarios;
    all[2] = chain_scenarios;
    setvbuf(stdout, NULL, _IOLBF, 0);
    if (count == 2 && strcmp(words[1], "list") != 0) {
        const struct scenario *one = find(words[1]);
        if (one == NULL) {
            fprintf(stderr, "there is no scenario %s\n", words[1]);
            return 2;
        }
        alarm(30);
        one->run();
        return 0;
    }
    for (group = 0; group < 3; group++)
        for (index = 0; all[group][index].name != NULL; index++) {
            total++;
            if (count == 2) printf("%s\n", all[group][index].name);
            else failed += run_in_child(&all[group][index]);
        }
    if (count != 2) printf("%d scenarios, %d failed\n", total, failed);
    return failed == 0 ? 0 : 1;
}
