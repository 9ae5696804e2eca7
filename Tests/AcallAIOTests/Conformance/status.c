/* aio_error and aio_return: what they say of a request, when, and to whom. */
#include "conformance.h"

TEST(aio_error, in_progress_while_it_waits) {
    int fds[2];
    struct aiocb block;
    char byte;
    new_pipe(fds);
    start_blocked_read(&block, fds[0], &byte);
    for (int round = 0; round < 20; round++) {
        CHECK(aio_error(&block) == EINPROGRESS);
        sleep_ms(2);
    }
}

TEST(aio_error, zero_after_success) {
    struct aiocb block;
    char byte;
    set(&block, file_with("x", 0), &byte, 1, 0);
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
}

TEST(aio_error, zero_at_the_end_of_file) {
    struct aiocb block;
    char byte;
    set(&block, new_file(0), &byte, 1, 0);
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
}

TEST(aio_error, says_the_same_again) {
    struct aiocb good, bad;
    char byte;
    set(&good, file_with("x", 0), &byte, 1, 0);
    set(&bad, open("/tmp", O_RDONLY), &byte, 1, 0);
    CHECK(aio_read(&good) == 0);
    CHECK(finish(&good) == 0);
    CHECK(aio_error(&good) == 0 && aio_error(&good) == 0);
    if (aio_read(&bad) != 0) return;
    CHECK(finish(&bad) == EISDIR);
    CHECK(aio_error(&bad) == EISDIR && aio_error(&bad) == EISDIR);
}

TEST(aio_error, is_the_error_of_the_call) {
    int fds[2];
    struct aiocb block;
    signal(SIGPIPE, SIG_IGN);
    new_socket_pair(fds);
    close(fds[0]);
    set(&block, fds[1], "x", 1, 0);
    if (aio_write(&block) != 0) {
        CHECK(errno == EPIPE);
        return;
    }
    CHECK(finish(&block) == EPIPE);
    CHECK(aio_return(&block) == -1);
}

TEST(aio_error, in_progress_again_after_the_next_submission) {
    int fds[2];
    struct aiocb block;
    char byte;
    new_pipe(fds);
    CHECK(write(fds[1], "x", 1) == 1);
    start_blocked_read(&block, fds[0], &byte);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 1);
    CHECK(aio_read(&block) == 0);
    CHECK(aio_error(&block) == EINPROGRESS);
    CHECK(write(fds[1], "y", 1) == 1);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 1);
    CHECK(byte == 'y');
}

static struct aiocb handled;
static volatile int handled_error, handled_result;

static void look(int signo) {
    (void)signo;
    handled_error = aio_error(&handled);
    if (handled_error == 0) handled_result = (int)aio_return(&handled);
}

TEST(aio_error, in_a_signal_handler) {
    int fds[2];
    char byte;
    new_pipe(fds);
    start_blocked_read(&handled, fds[0], &byte);
    signal(SIGUSR1, look);
    raise(SIGUSR1);
    CHECK(handled_error == EINPROGRESS);
    CHECK(write(fds[1], "x", 1) == 1);
    finish(&handled);
    raise(SIGUSR1);
    CHECK(handled_error == 0);
}

static void *look_in_thread(void *argument) {
    struct aiocb *block = argument;
    return (void *)(intptr_t)(finish(block) == 0 ? aio_return(block) : -1);
}

TEST(aio_error, in_another_thread) {
    int fds[2];
    struct aiocb block;
    char byte;
    void *result;
    new_pipe(fds);
    start_blocked_read(&block, fds[0], &byte);
    pthread_t thread = start_thread(look_in_thread, &block);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(pthread_join(thread, &result) == 0);
    CHECK((intptr_t)result == 1);
}

TEST(aio_error, buffer_is_complete_when_it_is_zero) {
    enum { SIZE = 65536 };
    int file = new_file(0);
    static char written[SIZE], space[SIZE];
    pattern(written, SIZE, 9);
    CHECK(pwrite(file, written, SIZE, 0) == SIZE);
    for (int round = 0; round < 100; round++) {
        struct aiocb block;
        memset(space, 0, SIZE);
        set(&block, file, space, SIZE, 0);
        CHECK(aio_read(&block) == 0);
        while (aio_error(&block) == EINPROGRESS) {}
        CHECK(memcmp(space, written, SIZE) == 0);
        CHECK(aio_return(&block) == SIZE);
    }
}

TEST(aio_return, count_of_a_short_read) {
    struct aiocb block;
    char space[8];
    set(&block, file_with("abc", 0), space, 8, 0);
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 3);
}

TEST(aio_return, count_of_a_write) {
    struct aiocb block;
    set(&block, new_file(0), "abc", 3, 0);
    CHECK(aio_write(&block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 3);
}

TEST(aio_return, zero_for_a_sync) {
    struct aiocb block;
    set(&block, new_file(0), 0, 0, 0);
    CHECK(aio_fsync(O_SYNC, &block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 0);
}

TEST(aio_return, minus_one_after_failure) {
    struct aiocb block;
    char byte;
    set(&block, open("/tmp", O_RDONLY), &byte, 1, 0);
    if (aio_read(&block) != 0) return;
    CHECK(finish(&block) == EISDIR);
    CHECK(aio_return(&block) == -1);
}

TEST(aio_return, second_time) {
    struct aiocb block;
    char space[8];
    set(&block, file_with("abc", 0), space, 8, 0);
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 3);
    /* It may be an error, but need not be: the status is gone, or it is the same. */
    errno = 0;
    ssize_t again = aio_return(&block);
    CHECK(again == 3 || (again == -1 && errno == EINVAL));
}

TEST(aio_return, each_request_has_its_own) {
    struct aiocb blocks[8];
    char space[8][8];
    int file = file_with("01234567", 0);
    for (int index = 0; index < 8; index++) {
        set(&blocks[index], file, space[index], (size_t)index, 0);
        CHECK(aio_read(&blocks[index]) == 0);
    }
    for (int index = 7; index >= 0; index--) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == index);
    }
}

TEST(aio_return, long_after_completion) {
    struct aiocb first, second;
    char space[8];
    int file = file_with("abcdef", 0);
    set(&first, file, space, 2, 0);
    CHECK(aio_read(&first) == 0);
    CHECK(finish(&first) == 0);
    for (int round = 0; round < 100; round++) {
        set(&second, file, space, 5, 0);
        CHECK(aio_read(&second) == 0);
        CHECK(finish(&second) == 0);
        CHECK(aio_return(&second) == 5);
    }
    CHECK(aio_error(&first) == 0);
    CHECK(aio_return(&first) == 2);
}

TEST(aio_return, after_the_descriptor_was_closed) {
    struct aiocb block;
    char space[8];
    int file = file_with("abc", 0);
    set(&block, file, space, 8, 0);
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
    close(file);
    CHECK(aio_error(&block) == 0);
    CHECK(aio_return(&block) == 3);
}

TEST(aio_return, in_a_signal_handler) {
    char space[8];
    set(&handled, file_with("abc", 0), space, 8, 0);
    CHECK(aio_read(&handled) == 0);
    finish(&handled);
    signal(SIGUSR1, look);
    raise(SIGUSR1);
    CHECK(handled_error == 0);
    CHECK(handled_result == 3);
}

TEST(aio_return, block_is_free_for_another_request) {
    struct aiocb block;
    char space[8];
    int first = file_with("abc", 0), second = file_with("vwxyz", 0);
    set(&block, first, space, 8, 0);
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 3);
    block.aio_fildes = second;
    block.aio_offset = 1;
    CHECK(aio_read(&block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 4);
    CHECK(memcmp(space, "wxyz", 4) == 0);
    set(&block, first, "q", 1, 1);
    CHECK(aio_write(&block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 1);
    CHECK(holds(first, "aqc"));
}

TEST(aio_return, block_can_be_reused_a_thousand_times) {
    struct aiocb block;
    char byte;
    int file = file_with("abcdefgh", 0);
    for (int round = 0; round < 1000; round++) {
        set(&block, file, &byte, 1, round % 8);
        CHECK(aio_read(&block) == 0);
        CHECK(finish(&block) == 0);
        CHECK(aio_return(&block) == 1);
        CHECK(byte == "abcdefgh"[round % 8]);
    }
}
