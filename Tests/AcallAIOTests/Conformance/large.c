/* The interfaces with 64 in their names, and offsets beyond four gigabytes, in files with holes. */
#include "conformance.h"

static const off64_t FAR = (INT64_C(5) << 30) + 123;

static void set64(struct aiocb64 *block, int descriptor, void *buffer, size_t count, off64_t offset) {
    memset(block, 0, sizeof *block);
    block->aio_fildes = descriptor;
    block->aio_buf = buffer;
    block->aio_nbytes = count;
    block->aio_offset = offset;
    block->aio_sigevent.sigev_notify = SIGEV_NONE;
}

static int finish64(struct aiocb64 *block) {
    int error;
    while ((error = aio_error64(block)) == EINPROGRESS) usleep(200);
    return error;
}

static int large_file(void) {
    int file = new_file(O_RDWR | O_LARGEFILE);
    if (pwrite64(file, "x", 1, FAR + 1000) != 1) unsupported("files here can't have 5 GiB");
    CHECK(ftruncate64(file, 0) == 0);
    return file;
}

TEST(aio_read64, reads_at_its_offset) {
    struct aiocb64 block;
    char space[4];
    set64(&block, file_with("0123456789", 0), space, 4, 3);
    CHECK(aio_read64(&block) == 0);
    CHECK(finish64(&block) == 0);
    CHECK(aio_return64(&block) == 4);
    CHECK(memcmp(space, "3456", 4) == 0);
}

TEST(aio_read64, beyond_four_gigabytes) {
    struct aiocb64 block;
    char space[8] = {0};
    int file = large_file();
    CHECK(pwrite64(file, "hello", 5, FAR) == 5);
    set64(&block, file, space, 8, FAR);
    CHECK(aio_read64(&block) == 0);
    CHECK(finish64(&block) == 0);
    CHECK(aio_return64(&block) == 5);
    CHECK(memcmp(space, "hello", 5) == 0);
}

TEST(aio_read64, bad_descriptor) {
    struct aiocb64 block;
    char space[4];
    set64(&block, -1, space, 4, 0);
    if (aio_read64(&block) == 0) CHECK(finish64(&block) == EBADF);
    else CHECK(errno == EBADF);
}

TEST(aio_read64, negative_offset) {
    struct aiocb64 block;
    char space[4];
    set64(&block, file_with("abc", 0), space, 4, -FAR);
    if (aio_read64(&block) == 0) CHECK(finish64(&block) == EINVAL);
    else CHECK(errno == EINVAL);
}

TEST(aio_write64, writes_at_its_offset) {
    struct aiocb64 block;
    int file = file_with("0123456789", 0);
    set64(&block, file, "xy", 2, 3);
    CHECK(aio_write64(&block) == 0);
    CHECK(finish64(&block) == 0);
    CHECK(aio_return64(&block) == 2);
    CHECK(holds(file, "012xy56789"));
}

TEST(aio_write64, beyond_four_gigabytes) {
    struct aiocb64 block;
    struct stat64 status;
    char space[8];
    int file = large_file();
    set64(&block, file, "hello", 5, FAR);
    CHECK(aio_write64(&block) == 0);
    CHECK(finish64(&block) == 0);
    CHECK(aio_return64(&block) == 5);
    CHECK(fstat64(file, &status) == 0 && status.st_size == FAR + 5);
    CHECK(pread64(file, space, 8, FAR) == 5);
    CHECK(memcmp(space, "hello", 5) == 0);
    /* Nothing was written to what is left of the offset in 32 bits. */
    CHECK(pread64(file, space, 1, FAR & 0xffffffff) == 1 && space[0] == 0);
}

TEST(aio_write64, across_four_gigabytes) {
    struct aiocb64 block;
    char written[4096], space[4096];
    int file = large_file();
    pattern(written, sizeof written, 4);
    set64(&block, file, written, sizeof written, (INT64_C(1) << 32) - 2048);
    CHECK(aio_write64(&block) == 0);
    CHECK(finish64(&block) == 0);
    CHECK(aio_return64(&block) == sizeof written);
    CHECK(pread64(file, space, sizeof space, (INT64_C(1) << 32) - 2048) == sizeof space);
    CHECK(memcmp(space, written, sizeof space) == 0);
}

TEST(aio_write64, append_beyond_four_gigabytes) {
    struct aiocb64 block;
    char byte;
    int file = large_file();
    CHECK(ftruncate64(file, FAR) == 0);
    CHECK(fcntl(file, F_SETFL, O_APPEND) == 0);
    set64(&block, file, "z", 1, 0);
    CHECK(aio_write64(&block) == 0);
    CHECK(finish64(&block) == 0);
    CHECK(pread64(file, &byte, 1, FAR) == 1 && byte == 'z');
}

TEST(aio_error64, in_progress_and_after) {
    int fds[2];
    struct aiocb64 block;
    char byte;
    new_pipe(fds);
    set64(&block, fds[0], &byte, 1, 0);
    CHECK(aio_read64(&block) == 0);
    CHECK(aio_error64(&block) == EINPROGRESS);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish64(&block) == 0);
    CHECK(aio_return64(&block) == 1);
}

TEST(aio_return64, minus_one_after_failure) {
    struct aiocb64 block;
    char byte;
    set64(&block, open("/tmp", O_RDONLY), &byte, 1, 0);
    if (aio_read64(&block) != 0) return;
    CHECK(finish64(&block) == EISDIR);
    CHECK(aio_return64(&block) == -1);
}

TEST(aio_suspend64, waits_and_times_out) {
    int fds[2];
    struct aiocb64 block;
    struct timespec time = timespec_ms(SHORT_TIME);
    const struct aiocb64 *list[] = {0, &block};
    char byte;
    new_pipe(fds);
    set64(&block, fds[0], &byte, 1, 0);
    CHECK(aio_read64(&block) == 0);
    CHECK(aio_suspend64(list, 2, &time) == -1);
    CHECK(errno == EAGAIN);
    write_later(fds[1], SHORT_TIME);
    CHECK(aio_suspend64(list, 2, 0) == 0);
    CHECK(aio_error64(&block) == 0);
}

TEST(aio_cancel64, pending_and_done) {
    int fds[2];
    struct aiocb64 block;
    char byte;
    new_pipe(fds);
    CHECK(aio_cancel64(fds[0], 0) == AIO_ALLDONE);
    set64(&block, fds[0], &byte, 1, 0);
    CHECK(aio_read64(&block) == 0);
    int answer = aio_cancel64(fds[0], &block);
    CHECK(answer == AIO_CANCELED || answer == AIO_NOTCANCELED);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish64(&block) == (answer == AIO_CANCELED ? ECANCELED : 0));
    CHECK(aio_cancel64(fds[0], &block) == AIO_ALLDONE);
    CHECK(aio_cancel64(-1, 0) == -1 && errno == EBADF);
}

TEST(aio_fsync64, after_a_write) {
    struct aiocb64 write, sync;
    int file = new_file(0);
    set64(&write, file, "abc", 3, 0);
    set64(&sync, file, 0, 0, 0);
    CHECK(aio_write64(&write) == 0);
    CHECK(aio_fsync64(O_DSYNC, &sync) == 0);
    CHECK(finish64(&sync) == 0);
    CHECK(aio_error64(&write) == 0);
    CHECK(aio_fsync64(4711, &sync) == -1 && errno == EINVAL);
}

TEST(lio_listio64, beyond_four_gigabytes) {
    enum { COUNT = 8 };
    struct aiocb64 blocks[COUNT], *list[COUNT];
    char bytes[COUNT], space[COUNT];
    int file = large_file();
    for (int index = 0; index < COUNT; index++) {
        bytes[index] = (char)('a' + index);
        set64(&blocks[index], file, &bytes[index], 1, (off64_t)index << 30);
        blocks[index].aio_lio_opcode = LIO_WRITE;
        list[index] = &blocks[index];
    }
    CHECK(lio_listio64(LIO_WAIT, list, COUNT, 0) == 0);
    for (int index = 0; index < COUNT; index++) {
        CHECK(aio_return64(&blocks[index]) == 1);
        blocks[index].aio_lio_opcode = LIO_READ;
        blocks[index].aio_buf = &space[index];
    }
    CHECK(lio_listio64(LIO_WAIT, list, COUNT, 0) == 0);
    CHECK(memcmp(space, "abcdefgh", COUNT) == 0);
}

TEST(lio_listio64, nowait_with_a_signal) {
    struct aiocb64 block, *list[] = {&block};
    struct sigevent event;
    siginfo_t info;
    block_signal(SIGRTMIN);
    notify_by_signal(&event, SIGRTMIN, 6);
    set64(&block, new_file(0), "x", 1, 0);
    block.aio_lio_opcode = LIO_WRITE;
    CHECK(lio_listio64(LIO_NOWAIT, list, 1, &event) == 0);
    CHECK(awaits_signal(SIGRTMIN, &info, LONG_TIME));
    CHECK(info.si_value.sival_int == 6);
    CHECK(aio_error64(&block) == 0);
    CHECK(lio_listio64(17, list, 1, &event) == -1 && errno == EINVAL);
}

TEST(offset, beyond_four_gigabytes) {
    struct aiocb block;
    char space[8];
    int file = large_file();
    if (sizeof block.aio_offset < 8) unsupported("off_t has 32 bits");
    CHECK(do_write(file, "world", 5, (off_t)FAR) == 5);
    CHECK(do_read(file, space, 8, (off_t)FAR) == 5);
    CHECK(memcmp(space, "world", 5) == 0);
    CHECK(do_read(file, space, 8, (off_t)FAR + 5) == 0);
}

TEST(offset, requests_of_both_kinds_together) {
    struct aiocb narrow;
    struct aiocb64 wide;
    int file = new_file(0);
    set(&narrow, file, "ab", 2, 0);
    set64(&wide, file, "cd", 2, 2);
    CHECK(aio_write(&narrow) == 0);
    CHECK(aio_write64(&wide) == 0);
    CHECK(finish(&narrow) == 0 && finish64(&wide) == 0);
    CHECK(aio_return(&narrow) == 2 && aio_return64(&wide) == 2);
    CHECK(holds(file, "abcd"));
}
