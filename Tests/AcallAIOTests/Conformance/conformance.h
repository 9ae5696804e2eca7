/*
 * conformance.h: the harness of the POSIX AIO conformance program, and what its assertions share.
 *
 * An assertion is a TEST: it runs in a process of its own, for ten seconds at most, and passes if no
 * CHECK in it fails. Each says what IEEE Std 1003.1 says; where the standard leaves a choice, all that
 * it allows is accepted, in particular errors that are found when a request is submitted or later.
 * A comment "glibc:" names a difference of GNU libc's own implementation (2.36).
 */
#ifndef CONFORMANCE_H
#define CONFORMANCE_H

#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <aio.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct test {
    const char *name;
    const char *file;
    int line;
    void (*run)(void);
    struct test *next;
};

void add_test(struct test *test);
/* Where the test is now: what is printed if it does not end. */
void mark(const char *file, int line, const char *expression);
/* Both end the test's process. */
_Noreturn void fail(const char *file, int line, const char *expression);
_Noreturn void unsupported(const char *why);

#define TEST(group, title)                                                       \
    static void group##__##title(void);                                          \
    __attribute__((constructor)) static void add__##group##__##title(void) {     \
        static struct test test = {#group "/" #title, __FILE__, __LINE__,        \
                                   group##__##title, 0};                         \
        add_test(&test);                                                         \
    }                                                                            \
    static void group##__##title(void)

#define CHECK(expression)                                                        \
    do {                                                                         \
        mark(__FILE__, __LINE__, #expression);                                   \
        if (!(expression)) fail(__FILE__, __LINE__, #expression);                \
    } while (0)

/* For a wait that must end: generous, and still less than what a test may take. */
enum { LONG_TIME = 8000, SHORT_TIME = 60 };

/* A new file without a name, open for reading and writing and as the flags say. */
int new_file(int flags);
/* The same, with a text in it. */
int file_with(const char *text, int flags);
/* Whether a file holds exactly this text. */
int holds(int descriptor, const char *text);
/* fds[0] reads what is written to fds[1]. */
void new_pipe(int fds[2]);
void new_socket_pair(int fds[2]);
/* Writes until the pipe or the socket takes no more; returns how much it took. */
size_t fill(int descriptor);
/* Fills the space with what follows from the seed only. */
void pattern(char *space, size_t size, unsigned seed);

/* Sets a control block: no notification. */
void set(struct aiocb *block, int descriptor, void *buffer, size_t count, off_t offset);
/* Waits, by looking at aio_error only, until a request is done; returns its error. */
int finish(struct aiocb *block);
/* What became of a request: the errno of its submission or, later, of itself. 0: it succeeded. */
int outcome(int submitted, struct aiocb *block);
/* Submits, and waits; returns what aio_return does. */
ssize_t do_read(int descriptor, void *buffer, size_t count, off_t offset);
ssize_t do_write(int descriptor, const void *buffer, size_t count, off_t offset);
/* Submits a read of one byte of a pipe or a socket that has none. */
void start_blocked_read(struct aiocb *block, int descriptor, char *byte);

void sleep_ms(int time);
int64_t now_ms(void);
struct timespec timespec_ms(int time);
/* A thread that writes one byte after a while. */
void write_later(int descriptor, int time);
/* A thread that sends a signal to the calling thread, again and again, from a while on. */
void signal_me_later(int signo, int time);
pthread_t start_thread(void *(*run)(void *), void *argument);
void join_thread(pthread_t thread);

/* Blocks a signal in this thread and in all that it will start. */
void block_signal(int signo);
/* Whether the blocked signal comes within a time. */
int awaits_signal(int signo, siginfo_t *info, int time);
/* Catches a signal with a function that does nothing. */
void catch_signal(int signo);
/* Has a request notify by a signal with a value. */
void notify_by_signal(struct sigevent *event, int signo, int value);
void notify_by_thread(struct sigevent *event, void (*run)(union sigval), int value);
/* Waits until a counter, changed by other threads, has reached a value; whether it did. */
int reaches(const int *counter, int value, int time);

#endif
