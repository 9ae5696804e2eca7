/* Requests and the process: fork, exec, exit, signals that are for others. And <aio.h> itself. */
#include "conformance.h"

static int fds[2];
static struct aiocb block;
static char byte;

static void pend(void) {
    new_pipe(fds);
    start_blocked_read(&block, fds[0], &byte);
    CHECK(aio_error(&block) == EINPROGRESS);
}

/* A child, which the harness ends with the test; returns whether it ended with 0. */
static int child_succeeds(void (*run)(void)) {
    int status = -1;
    pid_t child = fork();
    CHECK(child >= 0);
    if (child == 0) {
        alarm(5);
        run();
        _exit(0);
    }
    CHECK(waitpid(child, &status, 0) == child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* glibc: the child has a copy of its lists, and answers AIO_NOTCANCELED. */
static void has_none(void) {
    int answer = aio_cancel(fds[0], 0);
    _exit(answer == AIO_ALLDONE ? 0 : 1);
}

TEST(fork, child_has_no_requests) {
    pend();
    CHECK(child_succeeds(has_none));
    CHECK(aio_error(&block) == EINPROGRESS);
}

static void submit_own(void) {
    char space[4];
    int file = file_with("abc", 0);
    if (do_write(file, "x", 1, 1) != 1) _exit(1);
    if (do_read(file, space, 4, 0) != 3 || memcmp(space, "axc", 3) != 0) _exit(2);
}

/* The program has one thread of its own, so that its child may call anything.
 * glibc: not after the parent used AIO; it seems to count on idle threads, which a child lacks. */
TEST(fork, child_submits_its_own) {
    CHECK(do_write(new_file(0), "x", 1, 0) == 1);
    CHECK(child_succeeds(submit_own));
}

TEST(fork, child_submits_its_own_beside_a_pending_request) {
    pend();
    CHECK(child_succeeds(submit_own));
    CHECK(aio_error(&block) == EINPROGRESS);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(&block) == 0);
}

TEST(fork, child_submits_before_the_parent_does) {
    CHECK(child_succeeds(submit_own));
    submit_own();
}

static void do_nothing(void) {}

TEST(fork, request_of_the_parent_ends_there) {
    pend();
    CHECK(child_succeeds(do_nothing));
    CHECK(write(fds[1], "xy", 2) == 2);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 1);
    /* Nobody else has taken the other byte. */
    CHECK(read(fds[0], &byte, 1) == 1 && byte == 'y');
}

static void stay(void) { sleep_ms(2 * SHORT_TIME); }

TEST(fork, notification_is_the_parents) {
    siginfo_t info;
    block_signal(SIGRTMIN);
    new_pipe(fds);
    set(&block, fds[0], &byte, 1, 0);
    notify_by_signal(&block.aio_sigevent, SIGRTMIN, 8);
    CHECK(aio_read(&block) == 0);
    write_later(fds[1], SHORT_TIME);
    CHECK(child_succeeds(stay));
    CHECK(awaits_signal(SIGRTMIN, &info, LONG_TIME));
    CHECK(info.si_value.sival_int == 8);
}

static void exit_pending(void) {
    pend();
    exit(0);
}

TEST(exit, pending_request_does_not_hold_it_up) { CHECK(child_succeeds(exit_pending)); }

static void exec_pending(void) {
    pend();
    execl("/bin/sh", "sh", "-c", "exit 0", (char *)0);
    _exit(1);
}

TEST(exec, pending_request_does_not_hold_it_up) { CHECK(child_succeeds(exec_pending)); }

TEST(exec, completed_write_is_there) {
    int file = new_file(0);
    CHECK(do_write(file, "abc", 3, 0) == 3);
    CHECK(child_succeeds(exec_pending));
    CHECK(holds(file, "abc"));
}

/* Signals of the process are for its own threads, not for those that serve requests. */
TEST(signals, blocked_by_all_threads_stay_pending) {
    pend();
    CHECK(do_write(new_file(0), "x", 1, 0) == 1);
    block_signal(SIGUSR1);
    CHECK(kill(getpid(), SIGUSR1) == 0);
    CHECK(awaits_signal(SIGUSR1, 0, LONG_TIME));
    CHECK(aio_error(&block) == EINPROGRESS);
}

static pthread_t handler_thread;
static volatile sig_atomic_t handled;

static void handle(int signo) {
    (void)signo;
    handler_thread = pthread_self();
    handled = 1;
}

TEST(signals, handlers_run_in_the_programs_threads) {
    pend();
    CHECK(do_write(new_file(0), "x", 1, 0) == 1);
    signal(SIGUSR1, handle);
    CHECK(kill(getpid(), SIGUSR1) == 0);
    for (int64_t end = now_ms() + LONG_TIME; !handled && now_ms() < end;) sleep_ms(1);
    CHECK(handled);
    CHECK(pthread_equal(handler_thread, pthread_self()));
}

TEST(signals, do_not_disturb_requests) {
    catch_signal(SIGUSR1);
    signal_me_later(SIGUSR1, 1);
    pend();
    int file = new_file(0);
    for (int round = 0; round < 200; round++) CHECK(do_write(file, "x", 1, round) == 1);
    sleep_ms(SHORT_TIME);
    CHECK(aio_error(&block) == EINPROGRESS);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(&block) == 0);
}

TEST(header, answers_of_aio_cancel_differ) {
    CHECK(AIO_CANCELED != AIO_NOTCANCELED && AIO_CANCELED != AIO_ALLDONE);
    CHECK(AIO_NOTCANCELED != AIO_ALLDONE);
    CHECK(AIO_CANCELED != -1 && AIO_NOTCANCELED != -1 && AIO_ALLDONE != -1);
}

TEST(header, operations_differ) {
    CHECK(LIO_READ != LIO_WRITE && LIO_READ != LIO_NOP && LIO_WRITE != LIO_NOP);
    CHECK(LIO_WAIT != LIO_NOWAIT);
}

TEST(header, members_of_aiocb) {
    struct aiocb members;
    int *descriptor = &members.aio_fildes, *priority = &members.aio_reqprio;
    int *opcode = &members.aio_lio_opcode;
    off_t *offset = &members.aio_offset;
    volatile void **buffer = &members.aio_buf;
    size_t *count = &members.aio_nbytes;
    struct sigevent *event = &members.aio_sigevent;
    CHECK(descriptor && priority && opcode && offset && buffer && count && event);
}

TEST(header, functions_have_their_types) {
    int (*volatile one[])(struct aiocb *) = {aio_read, aio_write};
    int (*volatile sync)(int, struct aiocb *) = aio_fsync;
    int (*volatile error)(const struct aiocb *) = aio_error;
    ssize_t (*volatile result)(struct aiocb *) = aio_return;
    int (*volatile suspend)(const struct aiocb *const[], int, const struct timespec *) = aio_suspend;
    int (*volatile cancel)(int, struct aiocb *) = aio_cancel;
    int (*volatile list)(int, struct aiocb *const[], int, struct sigevent *) = lio_listio;
    CHECK(one[0] && one[1] && sync && error && result && suspend && cancel && list);
}

TEST(header, options_and_limits) {
    CHECK(sysconf(_SC_ASYNCHRONOUS_IO) >= 200112L);
    long most = sysconf(_SC_AIO_MAX), longest = sysconf(_SC_AIO_LISTIO_MAX);
    CHECK(most == -1 || most >= _POSIX_AIO_MAX);
    CHECK(longest == -1 || longest >= _POSIX_AIO_LISTIO_MAX);
    CHECK(sysconf(_SC_AIO_PRIO_DELTA_MAX) >= 0);
}
