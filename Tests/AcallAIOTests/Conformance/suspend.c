/* aio_suspend: what ends it, and with what. */
#include "conformance.h"

static int suspend_one(const struct aiocb *block, const struct timespec *time) {
    const struct aiocb *list[] = {block};
    return aio_suspend(list, 1, time);
}

static void complete(struct aiocb *block) {
    static char space[8];
    set(block, file_with("abc", 0), space, 8, 0);
    CHECK(aio_read(block) == 0);
    CHECK(finish(block) == 0);
}

/* A request that stays in progress; returns the descriptor that ends it. */
static int pending(struct aiocb *block) {
    static char bytes[512];
    static int count;
    int fds[2];
    new_pipe(fds);
    start_blocked_read(block, fds[0], &bytes[count++ % 512]);
    return fds[1];
}

TEST(aio_suspend, already_complete) {
    struct aiocb block;
    complete(&block);
    CHECK(suspend_one(&block, 0) == 0);
}

TEST(aio_suspend, already_complete_again) {
    struct aiocb block;
    complete(&block);
    for (int round = 0; round < 10; round++) CHECK(suspend_one(&block, 0) == 0);
    CHECK(aio_return(&block) == 3);
}

TEST(aio_suspend, already_failed) {
    struct aiocb block;
    char byte;
    set(&block, open("/tmp", O_RDONLY), &byte, 1, 0);
    if (aio_read(&block) != 0) return;
    CHECK(finish(&block) == EISDIR);
    CHECK(suspend_one(&block, 0) == 0);
}

TEST(aio_suspend, waits_for_completion) {
    struct aiocb block;
    int end = pending(&block);
    write_later(end, SHORT_TIME);
    CHECK(suspend_one(&block, 0) == 0);
    CHECK(aio_error(&block) == 0);
    CHECK(aio_return(&block) == 1);
}

TEST(aio_suspend, waits_for_a_failure) {
    int fds[2];
    struct aiocb block;
    signal(SIGPIPE, SIG_IGN);
    new_pipe(fds);
    fill(fds[1]);
    set(&block, fds[1], "x", 1, 0);
    CHECK(aio_write(&block) == 0);
    CHECK(aio_error(&block) == EINPROGRESS);
    close(fds[0]);
    CHECK(suspend_one(&block, 0) == 0);
    CHECK(aio_error(&block) == EPIPE);
}

TEST(aio_suspend, null_entries_are_ignored) {
    struct aiocb block;
    const struct aiocb *list[] = {0, 0, &block, 0};
    int end = pending(&block);
    write_later(end, SHORT_TIME);
    CHECK(aio_suspend(list, 4, 0) == 0);
    CHECK(aio_error(&block) == 0);
}

TEST(aio_suspend, null_entries_do_not_count_as_complete) {
    struct aiocb block;
    const struct aiocb *list[] = {0, &block, 0};
    struct timespec time = timespec_ms(SHORT_TIME);
    pending(&block);
    CHECK(aio_suspend(list, 3, &time) == -1);
    CHECK(errno == EAGAIN);
}

TEST(aio_suspend, only_null_entries) {
    const struct aiocb *list[] = {0, 0, 0};
    struct timespec time = timespec_ms(SHORT_TIME);
    /* Nothing will complete: whatever it returns, it returns. */
    int code = aio_suspend(list, 3, &time);
    CHECK(code == 0 || (code == -1 && (errno == EAGAIN || errno == EINVAL)));
}

TEST(aio_suspend, timeout_is_eagain) {
    struct aiocb block;
    struct timespec time = timespec_ms(SHORT_TIME);
    pending(&block);
    CHECK(suspend_one(&block, &time) == -1);
    CHECK(errno == EAGAIN);
    CHECK(aio_error(&block) == EINPROGRESS);
}

TEST(aio_suspend, timeout_is_not_early) {
    struct aiocb block;
    struct timespec time = timespec_ms(150);
    pending(&block);
    int64_t start = now_ms();
    CHECK(suspend_one(&block, &time) == -1 && errno == EAGAIN);
    /* Less one for the rounding of two clock readings. */
    CHECK(now_ms() - start >= 149);
}

TEST(aio_suspend, zero_timeout_polls) {
    struct aiocb block;
    struct timespec time = {0, 0};
    int end = pending(&block);
    CHECK(suspend_one(&block, &time) == -1);
    CHECK(errno == EAGAIN);
    CHECK(write(end, "x", 1) == 1);
    CHECK(finish(&block) == 0);
    CHECK(suspend_one(&block, &time) == 0);
}

TEST(aio_suspend, long_timeout_ends_with_the_request) {
    struct aiocb block;
    struct timespec time = {100000, 999999999};
    int end = pending(&block);
    write_later(end, SHORT_TIME);
    CHECK(suspend_one(&block, &time) == 0);
    CHECK(aio_error(&block) == 0);
}

static void longer_than_the_request(time_t seconds) {
    struct aiocb block;
    struct timespec time = {seconds, 999999999};
    int end = pending(&block);
    write_later(end, SHORT_TIME);
    CHECK(suspend_one(&block, &time) == 0);
    CHECK(aio_error(&block) == 0);
}

TEST(aio_suspend, timeout_of_centuries) { longer_than_the_request(18446744073); }

/* glibc: the sum with the clock overflows, and it returns at once, with an error. */
TEST(aio_suspend, longest_timeout) { longer_than_the_request(INT64_MAX); }

/* One of several, at a place of the list, is enough. */
static void one_of_four(int place) {
    struct aiocb blocks[4];
    const struct aiocb *list[4];
    int ends[4];
    for (int index = 0; index < 4; index++) {
        ends[index] = pending(&blocks[index]);
        list[index] = &blocks[index];
    }
    write_later(ends[place], SHORT_TIME);
    CHECK(aio_suspend(list, 4, 0) == 0);
    for (int index = 0; index < 4; index++)
        CHECK(aio_error(&blocks[index]) == (index == place ? 0 : EINPROGRESS));
}

TEST(aio_suspend, first_of_several) { one_of_four(0); }
TEST(aio_suspend, middle_one_of_several) { one_of_four(2); }
TEST(aio_suspend, last_of_several) { one_of_four(3); }

TEST(aio_suspend, one_complete_among_pending_ones) {
    struct aiocb first, second, done;
    const struct aiocb *list[] = {&first, &done, &second};
    pending(&first);
    pending(&second);
    complete(&done);
    CHECK(aio_suspend(list, 3, 0) == 0);
    CHECK(aio_error(&first) == EINPROGRESS && aio_error(&second) == EINPROGRESS);
}

TEST(aio_suspend, same_request_twice) {
    struct aiocb block;
    const struct aiocb *list[] = {&block, &block};
    int end = pending(&block);
    write_later(end, SHORT_TIME);
    CHECK(aio_suspend(list, 2, 0) == 0);
    CHECK(aio_error(&block) == 0);
}

TEST(aio_suspend, until_all_are_done) {
    enum { COUNT = 8 };
    struct aiocb blocks[COUNT];
    const struct aiocb *list[COUNT];
    int left = COUNT;
    for (int index = 0; index < COUNT; index++) {
        int end = pending(&blocks[index]);
        list[index] = &blocks[index];
        write_later(end, 10 + 5 * index);
    }
    while (left > 0) {
        CHECK(aio_suspend(list, COUNT, 0) == 0);
        int found = 0;
        for (int index = 0; index < COUNT; index++) {
            if (!list[index] || aio_error(list[index]) == EINPROGRESS) continue;
            CHECK(aio_return(&blocks[index]) == 1);
            list[index] = 0;
            found++;
        }
        CHECK(found > 0);
        left -= found;
    }
}

TEST(aio_suspend, other_requests_do_not_end_it) {
    struct aiocb block, other;
    struct timespec time = timespec_ms(300);
    pending(&block);
    int end = pending(&other);
    write_later(end, SHORT_TIME);
    CHECK(suspend_one(&block, &time) == -1);
    CHECK(errno == EAGAIN);
    CHECK(aio_error(&block) == EINPROGRESS);
    CHECK(finish(&other) == 0);
}

TEST(aio_suspend, signal_is_eintr) {
    struct aiocb block;
    catch_signal(SIGUSR1);
    pending(&block);
    signal_me_later(SIGUSR1, SHORT_TIME);
    CHECK(suspend_one(&block, 0) == -1);
    CHECK(errno == EINTR);
    CHECK(aio_error(&block) == EINPROGRESS);
}

TEST(aio_suspend, signal_is_eintr_with_a_timeout) {
    struct aiocb block;
    struct timespec time = {1000, 0};
    catch_signal(SIGUSR1);
    pending(&block);
    signal_me_later(SIGUSR1, SHORT_TIME);
    CHECK(suspend_one(&block, &time) == -1);
    CHECK(errno == EINTR);
}

TEST(aio_suspend, blocked_signal_does_not_end_it) {
    struct aiocb block;
    struct timespec time = timespec_ms(200);
    block_signal(SIGUSR1);
    pending(&block);
    signal_me_later(SIGUSR1, 10);
    CHECK(suspend_one(&block, &time) == -1);
    CHECK(errno == EAGAIN);
}

TEST(aio_suspend, signal_of_its_own_request) {
    int fds[2];
    struct aiocb block;
    char byte;
    catch_signal(SIGRTMIN);
    new_pipe(fds);
    set(&block, fds[0], &byte, 1, 0);
    notify_by_signal(&block.aio_sigevent, SIGRTMIN, 0);
    CHECK(aio_read(&block) == 0);
    write_later(fds[1], SHORT_TIME);
    /* The signal of the completion itself may be what ends it. */
    int code = suspend_one(&block, 0);
    CHECK(code == 0 || errno == EINTR);
    CHECK(finish(&block) == 0);
    CHECK(suspend_one(&block, 0) == 0);
}

TEST(aio_suspend, canceled_request_is_complete) {
    struct aiocb block;
    struct timespec time = timespec_ms(LONG_TIME);
    int end = pending(&block);
    if (aio_cancel(block.aio_fildes, &block) != AIO_CANCELED) CHECK(write(end, "x", 1) == 1);
    CHECK(suspend_one(&block, &time) == 0);
    CHECK(aio_error(&block) != EINPROGRESS);
}

TEST(aio_suspend, sync) {
    struct aiocb block;
    set(&block, file_with("abc", 0), 0, 0, 0);
    CHECK(aio_fsync(O_SYNC, &block) == 0);
    CHECK(suspend_one(&block, 0) == 0);
    CHECK(aio_error(&block) == 0);
}

static void *suspend_in_thread(void *argument) {
    return (void *)(intptr_t)suspend_one(argument, 0);
}

TEST(aio_suspend, several_threads_for_one_request) {
    enum { COUNT = 8 };
    struct aiocb block;
    pthread_t threads[COUNT];
    int end = pending(&block);
    for (int index = 0; index < COUNT; index++) threads[index] = start_thread(suspend_in_thread, &block);
    write_later(end, SHORT_TIME);
    for (int index = 0; index < COUNT; index++) {
        void *code;
        CHECK(pthread_join(threads[index], &code) == 0);
        CHECK(code == 0);
    }
    CHECK(aio_return(&block) == 1);
}

TEST(aio_suspend, several_threads_for_their_own_requests) {
    enum { COUNT = 8 };
    struct aiocb blocks[COUNT];
    pthread_t threads[COUNT];
    int ends[COUNT];
    for (int index = 0; index < COUNT; index++) ends[index] = pending(&blocks[index]);
    for (int index = 0; index < COUNT; index++)
        threads[index] = start_thread(suspend_in_thread, &blocks[index]);
    for (int index = COUNT - 1; index >= 0; index--) {
        void *code;
        CHECK(write(ends[index], "x", 1) == 1);
        CHECK(pthread_join(threads[index], &code) == 0);
        CHECK(code == 0 && aio_error(&blocks[index]) == 0);
        if (index > 0) CHECK(aio_error(&blocks[index - 1]) == EINPROGRESS);
    }
}

TEST(aio_suspend, list_of_256) {
    enum { COUNT = 256 };
    static struct aiocb blocks[COUNT];
    const struct aiocb *list[COUNT];
    static char bytes[COUNT];
    int fds[2], rest = COUNT;
    new_pipe(fds);
    for (int index = 0; index < COUNT; index++) {
        start_blocked_read(&blocks[index], fds[0], &bytes[index]);
        list[index] = &blocks[index];
    }
    while (rest > 0) {
        CHECK(write(fds[1], "x", 1) == 1);
        CHECK(aio_suspend(list, COUNT, 0) == 0);
        int found = 0;
        for (int index = 0; index < COUNT; index++)
            if (list[index] && aio_error(list[index]) == 0) list[index] = 0, found++;
        CHECK(found == 1);
        rest--;
    }
}

static void clean(void *argument) { *(int *)argument = 1; }

static int cleaned;

static void *suspend_until_canceled(void *argument) {
    pthread_cleanup_push(clean, &cleaned);
    suspend_one(argument, 0);
    pthread_cleanup_pop(0);
    return 0;
}

TEST(aio_suspend, cancellation_point) {
    struct aiocb block;
    void *code;
    int end = pending(&block);
    pthread_t thread = start_thread(suspend_until_canceled, &block);
    sleep_ms(SHORT_TIME);
    CHECK(pthread_cancel(thread) == 0);
    CHECK(pthread_join(thread, &code) == 0);
    CHECK(code == PTHREAD_CANCELED);
    CHECK(cleaned);
    /* The request does not mind. */
    CHECK(aio_error(&block) == EINPROGRESS);
    CHECK(write(end, "x", 1) == 1);
    CHECK(finish(&block) == 0);
}

static struct aiocb handled;
static volatile int handled_code = 1, handled_errno;

static void poll_handled(int signo) {
    struct timespec time = {0, 0};
    (void)signo;
    handled_code = suspend_one(&handled, &time);
    handled_errno = errno;
}

TEST(aio_suspend, in_a_signal_handler) {
    struct timespec time = timespec_ms(LONG_TIME);
    int end = pending(&handled);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = poll_handled;
    CHECK(sigaction(SIGUSR1, &action, 0) == 0);
    signal_me_later(SIGUSR1, SHORT_TIME);
    CHECK(suspend_one(&handled, &time) == -1 && errno == EINTR);
    CHECK(handled_code == -1 && handled_errno == EAGAIN);
    CHECK(write(end, "x", 1) == 1);
    CHECK(finish(&handled) == 0);
    raise(SIGUSR1);
    CHECK(handled_code == 0);
}
