/* aio_write: what is written, where, in which order, and what is refused. */
#include "conformance.h"

#include <sys/resource.h>

TEST(aio_write, returns_the_count) {
    int file = new_file(0);
    CHECK(do_write(file, "hello", 5, 0) == 5);
    CHECK(holds(file, "hello"));
}

TEST(aio_write, offset_is_absolute) {
    int file = file_with("0123456789", 0);
    CHECK(lseek(file, 1, SEEK_SET) == 1);
    CHECK(do_write(file, "xy", 2, 4) == 2);
    CHECK(holds(file, "0123xy6789"));
}

TEST(aio_write, extends_the_file) {
    int file = file_with("0123", 0);
    CHECK(do_write(file, "xyz", 3, 3) == 3);
    CHECK(holds(file, "012xyz"));
}

TEST(aio_write, beyond_the_end_leaves_zeros) {
    int file = file_with("ab", 0);
    char space[16];
    CHECK(do_write(file, "cd", 2, 4) == 2);
    CHECK(pread(file, space, 16, 0) == 6);
    CHECK(memcmp(space, "ab\0\0cd", 6) == 0);
}

TEST(aio_write, zero_bytes_change_nothing) {
    int file = file_with("0123", 0);
    CHECK(do_write(file, "xyz", 0, 100) == 0);
    CHECK(holds(file, "0123"));
}

TEST(aio_write, eight_megabytes) {
    size_t size = 8 << 20;
    int file = new_file(0);
    char *written = malloc(size), *space = calloc(1, size);
    CHECK(written && space);
    pattern(written, size, 2);
    CHECK(do_write(file, written, size, 4095) == (ssize_t)size);
    CHECK(pread(file, space, size, 4095) == (ssize_t)size);
    CHECK(memcmp(space, written, size) == 0);
}

TEST(aio_write, opcode_is_ignored) {
    struct aiocb block;
    int file = new_file(0);
    char byte = 'x';
    int opcodes[] = {LIO_READ, LIO_NOP, -7};
    for (int index = 0; index < 3; index++) {
        set(&block, file, &byte, 1, index);
        block.aio_lio_opcode = opcodes[index];
        CHECK(aio_write(&block) == 0);
        CHECK(finish(&block) == 0);
        CHECK(aio_return(&block) == 1);
    }
    CHECK(holds(file, "xxx"));
}

TEST(aio_write, visible_to_a_read_after_completion) {
    int file = new_file(0);
    char space[4];
    for (int round = 0; round < 50; round++) {
        char byte = (char)round;
        CHECK(do_write(file, &byte, 1, 0) == 1);
        CHECK(do_read(file, space, 4, 0) == 1);
        CHECK(space[0] == byte);
    }
}

TEST(aio_write, descriptor_with_o_sync) {
    int file = new_file(O_RDWR | O_SYNC);
    CHECK(do_write(file, "hello", 5, 0) == 5);
    CHECK(holds(file, "hello"));
}

TEST(aio_write, write_only_descriptor) {
    int file = new_file(O_WRONLY);
    struct stat status;
    CHECK(do_write(file, "hello", 5, 0) == 5);
    CHECK(fstat(file, &status) == 0 && status.st_size == 5);
}

TEST(aio_write, append_ignores_the_offset) {
    int file = file_with("0123", O_RDWR | O_APPEND);
    CHECK(do_write(file, "xy", 2, 0) == 2);
    CHECK(do_write(file, "z", 1, 1000000) == 1);
    CHECK(holds(file, "0123xyz"));
}

/* 64 digits, each written by a request of its own, are found in the order of the calls. */
static void append_in_order(int file) {
    static struct aiocb blocks[64];
    static char bytes[65];
    for (int index = 0; index < 64; index++) {
        bytes[index] = (char)('0' + index);
        set(&blocks[index], file, &bytes[index], 1, (63 - index) * 10);
        CHECK(aio_write(&blocks[index]) == 0);
    }
    for (int index = 0; index < 64; index++) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == 1);
    }
    CHECK(holds(file, bytes));
}

TEST(aio_write, append_in_the_order_of_the_calls) { append_in_order(new_file(O_RDWR | O_APPEND)); }

TEST(aio_write, append_set_by_fcntl) {
    int file = new_file(0);
    CHECK(fcntl(file, F_SETFL, O_APPEND) == 0);
    append_in_order(file);
}

TEST(aio_write, append_of_unequal_sizes_in_order) {
    enum { COUNT = 24 };
    int file = new_file(O_RDWR | O_APPEND);
    struct aiocb blocks[COUNT];
    size_t sizes[COUNT], total = 0;
    for (int index = 0; index < COUNT; index++) {
        sizes[index] = index % 2 ? 3 : 200000;
        char *space = malloc(sizes[index]);
        CHECK(space != 0);
        memset(space, 'A' + index, sizes[index]);
        set(&blocks[index], file, space, sizes[index], 0);
        CHECK(aio_write(&blocks[index]) == 0);
    }
    for (int index = 0; index < COUNT; index++) {
        CHECK(finish(&blocks[index]) == 0);
        CHECK(aio_return(&blocks[index]) == (ssize_t)sizes[index]);
        char first = 0, last = 0;
        CHECK(pread(file, &first, 1, (off_t)total) == 1);
        total += sizes[index];
        CHECK(pread(file, &last, 1, (off_t)total - 1) == 1);
        CHECK(first == 'A' + index && last == first);
    }
}

TEST(aio_write, append_after_truncation) {
    int file = file_with("0123456789", O_RDWR | O_APPEND);
    CHECK(ftruncate(file, 2) == 0);
    CHECK(do_write(file, "x", 1, 7) == 1);
    CHECK(holds(file, "01x"));
}

TEST(aio_write, read_of_an_append_descriptor_has_its_offset) {
    int file = file_with("0123456789", O_RDWR | O_APPEND);
    char space[2];
    CHECK(do_read(file, space, 2, 4) == 2);
    CHECK(memcmp(space, "45", 2) == 0);
}

TEST(aio_write, pipe) {
    int fds[2];
    char space[8];
    new_pipe(fds);
    CHECK(do_write(fds[1], "hello", 5, 0) == 5);
    CHECK(read(fds[0], space, 8) == 5);
    CHECK(memcmp(space, "hello", 5) == 0);
}

TEST(aio_write, socket) {
    int fds[2];
    char space[8];
    new_socket_pair(fds);
    CHECK(do_write(fds[1], "hello", 5, 0) == 5);
    CHECK(read(fds[0], space, 8) == 5);
    CHECK(memcmp(space, "hello", 5) == 0);
}

TEST(aio_write, full_pipe_is_in_progress) {
    int fds[2];
    struct aiocb block;
    char space[4096];
    new_pipe(fds);
    size_t rest = fill(fds[1]);
    set(&block, fds[1], "hello", 5, 0);
    CHECK(aio_write(&block) == 0);
    sleep_ms(SHORT_TIME);
    CHECK(aio_error(&block) == EINPROGRESS);
    for (rest += 5; rest > 0;) {
        ssize_t count = read(fds[0], space, sizeof space);
        CHECK(count > 0);
        rest -= (size_t)count;
    }
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == 5);
}

TEST(aio_write, more_than_a_pipe_takes) {
    int fds[2];
    struct aiocb block;
    size_t size = 1 << 20, done = 0;
    char *written = malloc(size), *space = malloc(size);
    CHECK(written && space);
    new_pipe(fds);
    pattern(written, size, 3);
    set(&block, fds[1], written, size, 0);
    CHECK(aio_write(&block) == 0);
    while (done < size) {
        ssize_t count = read(fds[0], space + done, size - done);
        CHECK(count > 0);
        done += (size_t)count;
    }
    CHECK(finish(&block) == 0);
    CHECK(aio_return(&block) == (ssize_t)size);
    CHECK(memcmp(space, written, size) == 0);
}

TEST(aio_write, pipe_without_readers) {
    int fds[2];
    struct aiocb block;
    signal(SIGPIPE, SIG_IGN);
    new_pipe(fds);
    close(fds[0]);
    set(&block, fds[1], "hello", 5, 0);
    CHECK(outcome(aio_write(&block), &block) == EPIPE);
}

TEST(aio_write, full_device) {
    struct aiocb block;
    int device = open("/dev/full", O_WRONLY);
    if (device < 0) unsupported("there is no /dev/full");
    set(&block, device, "hello", 5, 0);
    CHECK(outcome(aio_write(&block), &block) == ENOSPC);
}

TEST(aio_write, descriptor_minus_one) {
    struct aiocb block;
    set(&block, -1, "hello", 5, 0);
    CHECK(outcome(aio_write(&block), &block) == EBADF);
}

TEST(aio_write, closed_descriptor) {
    struct aiocb block;
    int file = new_file(0);
    close(file);
    set(&block, file, "hello", 5, 0);
    CHECK(outcome(aio_write(&block), &block) == EBADF);
}

TEST(aio_write, read_only_descriptor) {
    struct aiocb block;
    set(&block, open("/dev/null", O_RDONLY), "hello", 5, 0);
    CHECK(outcome(aio_write(&block), &block) == EBADF);
}

TEST(aio_write, negative_offset) {
    struct aiocb block;
    int file = file_with("0123", 0);
    set(&block, file, "hello", 5, -1);
    CHECK(outcome(aio_write(&block), &block) == EINVAL);
    CHECK(holds(file, "0123"));
}

TEST(aio_write, negative_reqprio) {
    struct aiocb block;
    int file = file_with("0123", 0);
    set(&block, file, "hello", 5, 0);
    block.aio_reqprio = -1;
    CHECK(outcome(aio_write(&block), &block) == EINVAL);
    CHECK(holds(file, "0123"));
}

TEST(aio_write, reqprio_above_the_maximum) {
    struct aiocb block;
    int file = file_with("0123", 0);
    long most = sysconf(_SC_AIO_PRIO_DELTA_MAX);
    if (most < 0) unsupported("AIO_PRIO_DELTA_MAX is indeterminate");
    set(&block, file, "hello", 5, 0);
    block.aio_reqprio = (int)most + 1;
    CHECK(outcome(aio_write(&block), &block) == EINVAL);
    CHECK(holds(file, "0123"));
}

static void limit_file_size(rlim_t size) {
    struct rlimit limit = {size, size};
    signal(SIGXFSZ, SIG_IGN);
    CHECK(setrlimit(RLIMIT_FSIZE, &limit) == 0);
}

TEST(aio_write, at_the_limit_of_the_file_size) {
    struct aiocb block;
    int file = new_file(0);
    limit_file_size(4096);
    set(&block, file, "hello", 5, 4096);
    CHECK(outcome(aio_write(&block), &block) == EFBIG);
}

TEST(aio_write, across_the_limit_of_the_file_size) {
    int file = new_file(0);
    char space[8192] = {0};
    limit_file_size(4096);
    CHECK(do_write(file, space, sizeof space, 0) == 4096);
}

TEST(aio_write, at_the_greatest_offset) {
    struct aiocb block;
    set(&block, new_file(0), "x", 1, INT64_MAX);
    /* EFBIG by the standard. glibc and others: Linux itself says EINVAL, as the sum overflows. */
    int error = outcome(aio_write(&block), &block);
    CHECK(error == EFBIG || error == EINVAL);
}
