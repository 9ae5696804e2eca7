/* aio_fsync: what it waits for, what it ignores, and what it refuses. */
#include "conformance.h"

static void sync_succeeds(int operation, int file) {
    struct aiocb block;
    set(&block, file, 0, 0, 0);
    CHECK(aio_fsync(operation, &block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 0);
}

TEST(aio_fsync, o_sync) { sync_succeeds(O_SYNC, file_with("abc", 0)); }

TEST(aio_fsync, o_dsync) { sync_succeeds(O_DSYNC, file_with("abc", 0)); }

TEST(aio_fsync, empty_file) { sync_succeeds(O_SYNC, new_file(0)); }

TEST(aio_fsync, write_only_descriptor) { sync_succeeds(O_SYNC, new_file(O_WRONLY)); }

TEST(aio_fsync, append_descriptor) { sync_succeeds(O_DSYNC, new_file(O_RDWR | O_APPEND)); }

TEST(aio_fsync, again_and_again) {
    int file = new_file(0);
    for (int round = 0; round < 20; round++) {
        CHECK(do_write(file, "x", 1, round) == 1);
        sync_succeeds(round % 2 ? O_SYNC : O_DSYNC, file);
    }
}

static void is_invalid(int operation) {
    struct aiocb block;
    set(&block, file_with("abc", 0), 0, 0, 0);
    errno = 0;
    CHECK(aio_fsync(operation, &block) == -1);
    CHECK(errno == EINVAL);
}

TEST(aio_fsync, invalid_operation) { is_invalid(12345678); }

TEST(aio_fsync, negative_operation) { is_invalid(-1); }

TEST(aio_fsync, zero_operation) { is_invalid(0); }

TEST(aio_fsync, access_mode_as_operation) { is_invalid(O_RDWR); }

TEST(aio_fsync, descriptor_minus_one) {
    struct aiocb block;
    set(&block, -1, 0, 0, 0);
    CHECK(outcome(aio_fsync(O_SYNC, &block), &block) == EBADF);
}

TEST(aio_fsync, closed_descriptor) {
    struct aiocb block;
    int file = new_file(0);
    close(file);
    set(&block, file, 0, 0, 0);
    CHECK(outcome(aio_fsync(O_DSYNC, &block), &block) == EBADF);
}

TEST(aio_fsync, read_only_descriptor) {
    struct aiocb block;
    char path[64] = "/tmp/conformance.XXXXXX";
    int file = mkstemp(path);
    CHECK(file >= 0);
    set(&block, open(path, O_RDONLY), 0, 0, 0);
    unlink(path);
    /* Older editions ask for a descriptor that is open for writing, newer ones for a valid one. */
    int error = outcome(aio_fsync(O_SYNC, &block), &block);
    CHECK(error == EBADF || error == 0);
}

TEST(aio_fsync, pipe_can_not_be_synchronized) {
    struct aiocb block;
    int fds[2];
    new_pipe(fds);
    set(&block, fds[1], 0, 0, 0);
    CHECK(outcome(aio_fsync(O_SYNC, &block), &block) == EINVAL);
}

TEST(aio_fsync, other_members_are_ignored) {
    struct aiocb block;
    int file = file_with("abc", 0);
    set(&block, file, (void *)16, SIZE_MAX, -5);
    block.aio_lio_opcode = 99;
    CHECK(aio_fsync(O_SYNC, &block) == 0);
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 0);
    CHECK(holds(file, "abc"));
}

TEST(aio_fsync, priority_is_ignored) {
    struct aiocb block;
    int priorities[] = {-1, INT_MAX, INT_MIN, 1};
    int file = file_with("abc", 0);
    for (int index = 0; index < 4; index++) {
        set(&block, file, 0, 0, 0);
        block.aio_reqprio = priorities[index];
        CHECK(aio_fsync(O_SYNC, &block) == 0);
        CHECK(finish(&block) == 0);
        CHECK(aio_return(&block) == 0);
    }
}

static void done_after_writes(int operation) {
    enum { COUNT = 64, SIZE = 1 << 16 };
    static struct aiocb blocks[COUNT], sync;
    int file = new_file(0);
    char *space = malloc(SIZE);
    CHECK(space != 0);
    memset(space, 'q', SIZE);
    for (int index = 0; index < COUNT; index++) {
        set(&blocks[index], file, space, SIZE, (off_t)index * SIZE);
        CHECK(aio_write(&blocks[index]) == 0);
    }
    set(&sync, file, 0, 0, 0);
    CHECK(aio_fsync(operation, &sync) == 0);
    CHECK(finish(&sync) == 0);
    for (int index = 0; index < COUNT; index++) {
        CHECK(aio_error(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == SIZE);
    }
    struct stat status;
    CHECK(fstat(file, &status) == 0 && status.st_size == (off_t)COUNT * SIZE);
}

TEST(aio_fsync, o_sync_is_done_after_the_queued_writes) { done_after_writes(O_SYNC); }

TEST(aio_fsync, o_dsync_is_done_after_the_queued_writes) { done_after_writes(O_DSYNC); }

TEST(aio_fsync, done_after_a_list_of_writes) {
    enum { COUNT = 32 };
    static struct aiocb blocks[COUNT], sync;
    struct aiocb *list[COUNT];
    int file = new_file(0);
    for (int index = 0; index < COUNT; index++) {
        set(&blocks[index], file, "x", 1, index * 4096);
        blocks[index].aio_lio_opcode = LIO_WRITE;
        list[index] = &blocks[index];
    }
    CHECK(lio_listio(LIO_NOWAIT, list, COUNT, 0) == 0);
    set(&sync, file, 0, 0, 0);
    CHECK(aio_fsync(O_SYNC, &sync) == 0);
    CHECK(finish(&sync) == 0);
    for (int index = 0; index < COUNT; index++) CHECK(aio_error(&blocks[index]) == 0);
}

TEST(aio_fsync, not_done_before_a_pending_request) {
    int fds[2];
    struct aiocb read, sync;
    char byte;
    new_socket_pair(fds);
    start_blocked_read(&read, fds[0], &byte);
    set(&sync, fds[0], 0, 0, 0);
    /* A socket can't be synchronized: that may be said at once, or when it is its turn. */
    if (aio_fsync(O_SYNC, &sync) != 0) {
        CHECK(errno == EINVAL);
        return;
    }
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(&sync) == EINVAL);
    CHECK(finish(&read) == 0);
}

TEST(aio_fsync, requests_after_it) {
    struct aiocb before, sync, after;
    int file = new_file(0);
    set(&before, file, "ab", 2, 0);
    set(&sync, file, 0, 0, 0);
    set(&after, file, "cd", 2, 2);
    CHECK(aio_write(&before) == 0);
    CHECK(aio_fsync(O_SYNC, &sync) == 0);
    CHECK(aio_write(&after) == 0);
    CHECK(finish(&after) == 0 && finish(&sync) == 0 && finish(&before) == 0);
    CHECK(holds(file, "abcd"));
}

TEST(aio_fsync, several_at_once) {
    enum { COUNT = 16 };
    struct aiocb writes[COUNT], syncs[COUNT];
    int file = new_file(0);
    for (int index = 0; index < COUNT; index++) {
        set(&writes[index], file, "x", 1, index);
        set(&syncs[index], file, 0, 0, 0);
        CHECK(aio_write(&writes[index]) == 0);
        CHECK(aio_fsync(index % 2 ? O_SYNC : O_DSYNC, &syncs[index]) == 0);
    }
    for (int index = COUNT - 1; index >= 0; index--) {
        CHECK(finish(&syncs[index]) == 0);
        for (int other = 0; other <= index; other++) CHECK(aio_error(&writes[other]) == 0);
    }
}

TEST(aio_fsync, other_descriptors_do_not_hold_it_up) {
    int fds[2];
    struct aiocb block;
    char byte;
    new_pipe(fds);
    start_blocked_read(&block, fds[0], &byte);
    sync_succeeds(O_SYNC, file_with("abc", 0));
    CHECK(aio_error(&block) == EINPROGRESS);
}

TEST(aio_fsync, notifies_by_signal) {
    struct aiocb block;
    siginfo_t info;
    block_signal(SIGRTMIN + 1);
    set(&block, file_with("abc", 0), 0, 0, 0);
    notify_by_signal(&block.aio_sigevent, SIGRTMIN + 1, 5);
    CHECK(aio_fsync(O_SYNC, &block) == 0);
    CHECK(awaits_signal(SIGRTMIN + 1, &info, LONG_TIME));
    CHECK(info.si_code == SI_ASYNCIO && info.si_value.sival_int == 5);
    CHECK(aio_error(&block) == 0);
}
