/* The program: runs the assertions, each in a process of its own, and says what became of them. */
#include "conformance.h"

#include <stdio.h>
#include <sys/mman.h>

enum state { RUNNING, FAILED, UNSUPPORTED };

/* What a test's process tells: in shared memory. */
struct report {
    const char *file, *expression, *why;
    int line;
    enum state state;
};

static struct report *report;
static struct test *tests;

void add_test(struct test *test) {
    struct test **last = &tests;
    while (*last) last = &(*last)->next;
    *last = test;
}

void mark(const char *file, int line, const char *expression) {
    if (report->state != RUNNING) return;
    report->file = file;
    report->line = line;
    report->expression = expression;
}

void fail(const char *file, int line, const char *expression) {
    mark(file, line, expression);
    if (report->state == RUNNING) report->state = FAILED;
    _exit(1);
}

void unsupported(const char *why) {
    report->why = why;
    report->state = UNSUPPORTED;
    _exit(0);
}

static void run_here(const struct test *test) {
    setpgid(0, 0);
    signal(SIGALRM, SIG_DFL);
    alarm(10);
    test->run();
    _exit(0);
}

static const char *file_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* Returns the state it ended in; RUNNING means that it passed. */
static enum state run(const struct test *test) {
    int status = 0;
    *report = (struct report){test->file, "start", "", test->line, RUNNING};
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) run_here(test);
    if (child < 0) {
        printf("FAIL %s: %s:%d: fork\n", test->name, file_name(test->file), test->line);
        return FAILED;
    }
    while (waitpid(child, &status, 0) < 0) {}
    kill(-child, SIGKILL);
    if (report->state == RUNNING && WIFEXITED(status) && WEXITSTATUS(status) == 0) {
        printf("PASS %s\n", test->name);
        return RUNNING;
    }
    if (report->state == UNSUPPORTED) {
        printf("UNSUPPORTED %s: %s\n", test->name, report->why);
        return UNSUPPORTED;
    }
    printf("FAIL %s: %s:%d: %s", test->name, file_name(report->file), report->line, report->expression);
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGALRM) printf(" (has not ended)");
    else if (WIFSIGNALED(status)) printf(" (signal %d)", WTERMSIG(status));
    putchar('\n');
    return FAILED;
}

static int is_wanted(const struct test *test, int count, char **names) {
    if (count == 0) return 1;
    for (int index = 0; index < count; index++)
        if (strcmp(names[index], test->name) == 0) return 1;
    return 0;
}

static int is_known(const char *name) {
    for (const struct test *test = tests; test; test = test->next)
        if (strcmp(test->name, name) == 0) return 1;
    return 0;
}

int main(int count, char **arguments) {
    int passed = 0, failed = 0, absent = 0;
    if (count == 2 && strcmp(arguments[1], "list") == 0) {
        for (const struct test *test = tests; test; test = test->next) puts(test->name);
        return 0;
    }
    for (int index = 1; index < count; index++) {
        if (is_known(arguments[index])) continue;
        fprintf(stderr, "conformance: there is no assertion %s\n", arguments[index]);
        return 2;
    }
    report = mmap(0, sizeof *report, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (report == MAP_FAILED) {
        perror("conformance: mmap");
        return 2;
    }
    for (const struct test *test = tests; test; test = test->next) {
        if (!is_wanted(test, count - 1, arguments + 1)) continue;
        enum state state = run(test);
        passed += state == RUNNING;
        failed += state == FAILED;
        absent += state == UNSUPPORTED;
    }
    printf("%d passed, %d failed, %d unsupported\n", passed, failed, absent);
    return failed > 0;
}
