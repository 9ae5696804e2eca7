/* What the assertions share: files and pipes, control blocks, signals, threads, time. */
#include "conformance.h"

#include <stdio.h>

int new_file(int flags) {
    const char *directory = getenv("TMPDIR");
    char path[PATH_MAX];
    snprintf(path, sizeof path, "%s/conformance.XXXXXX", directory && *directory ? directory : "/tmp");
    int descriptor = mkstemp(path);
    CHECK(descriptor >= 0);
    if (flags != 0 && flags != O_RDWR) {
        close(descriptor);
        if ((flags & O_ACCMODE) == O_RDONLY) flags |= O_RDWR;
        descriptor = open(path, flags);
        CHECK(descriptor >= 0);
    }
    unlink(path);
    return descriptor;
}

int file_with(const char *text, int flags) {
    int descriptor = new_file(flags);
    CHECK(pwrite(descriptor, text, strlen(text), 0) == (ssize_t)strlen(text));
    return descriptor;
}

int holds(int descriptor, const char *text) {
    size_t size = strlen(text);
    char space[4096];
    return size < sizeof space && pread(descriptor, space, sizeof space, 0) == (ssize_t)size &&
           memcmp(space, text, size) == 0;
}

void new_pipe(int fds[2]) { CHECK(pipe(fds) == 0); }

void new_socket_pair(int fds[2]) { CHECK(socketpair(AF_UNIX, SOCK_STREAM, 0, fds) == 0); }

size_t fill(int descriptor) {
    char space[4096] = {0};
    size_t total = 0;
    int flags = fcntl(descriptor, F_GETFL);
    CHECK(fcntl(descriptor, F_SETFL, flags | O_NONBLOCK) == 0);
    for (size_t size = sizeof space; size > 0; size /= 2) {
        ssize_t count;
        while ((count = write(descriptor, space, size)) > 0) total += (size_t)count;
    }
    CHECK(fcntl(descriptor, F_SETFL, flags) == 0);
    return total;
}

void pattern(char *space, size_t size, unsigned seed) {
    for (size_t index = 0; index < size; index++) {
        seed = seed * 1103515245u + 12345u;
        space[index] = (char)(seed >> 16);
    }
}

void set(struct aiocb *block, int descriptor, void *buffer, size_t count, off_t offset) {
    memset(block, 0, sizeof *block);
    block->aio_fildes = descriptor;
    block->aio_buf = buffer;
    block->aio_nbytes = count;
    block->aio_offset = offset;
    block->aio_sigevent.sigev_notify = SIGEV_NONE;
}

int finish(struct aiocb *block) {
    int error;
    for (int rounds = 0; (error = aio_error(block)) == EINPROGRESS; rounds++) {
        if (rounds < 100) sched_yield();
        else usleep(200);
    }
    return error;
}

int outcome(int submitted, struct aiocb *block) {
    if (submitted != 0) return errno;
    int error = finish(block);
    if (error != 0) CHECK(aio_return(block) == -1);
    return error;
}

ssize_t do_read(int descriptor, void *buffer, size_t count, off_t offset) {
    struct aiocb block;
    set(&block, descriptor, buffer, count, offset);
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
    return aio_return(&block);
}

ssize_t do_write(int descriptor, const void *buffer, size_t count, off_t offset) {
    struct aiocb block;
    set(&block, descriptor, (void *)buffer, count, offset);
    CHECK(aio_write(&block) == 0);
    CHECK(finish(&block) == 0);
    return aio_return(&block);
}

void start_blocked_read(struct aiocb *block, int descriptor, char *byte) {
    set(block, descriptor, byte, 1, 0);
    CHECK(aio_read(block) == 0);
}

struct timespec timespec_ms(int time) {
    return (struct timespec){time / 1000, time % 1000 * 1000000L};
}

void sleep_ms(int time) {
    struct timespec rest = timespec_ms(time);
    while (nanosleep(&rest, &rest) != 0 && errno == EINTR) {}
}

int64_t now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000) + now.tv_nsec / 1000000;
}

pthread_t start_thread(void *(*run)(void *), void *argument) {
    pthread_t thread;
    CHECK(pthread_create(&thread, 0, run, argument) == 0);
    return thread;
}

void join_thread(pthread_t thread) { CHECK(pthread_join(thread, 0) == 0); }

struct later {
    pthread_t thread;
    int number, time;
};

/* Neither of the two has signals delivered to it that are meant for others. */
static void start_later(void *(*run)(void *), int number, int time) {
    struct later *later = malloc(sizeof *later);
    sigset_t all, old;
    CHECK(later != 0);
    *later = (struct later){pthread_self(), number, time};
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &old);
    pthread_detach(start_thread(run, later));
    pthread_sigmask(SIG_SETMASK, &old, 0);
}

static void *run_write(void *argument) {
    struct later later = *(struct later *)argument;
    free(argument);
    sleep_ms(later.time);
    if (write(later.number, "x", 1) != 1) fail(__FILE__, __LINE__, "write");
    return 0;
}

static void *run_signal(void *argument) {
    struct later later = *(struct later *)argument;
    free(argument);
    /* Again and again: the first may come before the thread waits. */
    for (;;) {
        sleep_ms(later.time);
        pthread_kill(later.thread, later.number);
    }
    return 0;
}

void write_later(int descriptor, int time) { start_later(run_write, descriptor, time); }

void signal_me_later(int signo, int time) { start_later(run_signal, signo, time); }

void block_signal(int signo) {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, signo);
    CHECK(pthread_sigmask(SIG_BLOCK, &set, 0) == 0);
}

int awaits_signal(int signo, siginfo_t *info, int time) {
    struct timespec limit = timespec_ms(time);
    siginfo_t unused;
    sigset_t set;
    int code;
    sigemptyset(&set);
    sigaddset(&set, signo);
    while ((code = sigtimedwait(&set, info ? info : &unused, &limit)) < 0 && errno == EINTR) {}
    return code == signo;
}

static void do_nothing(int signo) { (void)signo; }

void catch_signal(int signo) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = do_nothing;
    CHECK(sigaction(signo, &action, 0) == 0);
}

void notify_by_signal(struct sigevent *event, int signo, int value) {
    memset(event, 0, sizeof *event);
    event->sigev_notify = SIGEV_SIGNAL;
    event->sigev_signo = signo;
    event->sigev_value.sival_int = value;
}

void notify_by_thread(struct sigevent *event, void (*run)(union sigval), int value) {
    memset(event, 0, sizeof *event);
    event->sigev_notify = SIGEV_THREAD;
    event->sigev_notify_function = run;
    event->sigev_value.sival_int = value;
}

int reaches(const int *counter, int value, int time) {
    int64_t end = now_ms() + time;
    while (__atomic_load_n(counter, __ATOMIC_ACQUIRE) < value) {
        if (now_ms() > end) return 0;
        usleep(500);
    }
    return 1;
}
