/* A program that is compiled with _FILE_OFFSET_BITS=64: its functions have other names inside. */
#define _FILE_OFFSET_BITS 64
#include "conformance.h"

/* Not those of support.c, which are compiled without it. */
static void set_block(struct aiocb *block, int file, void *buffer, size_t count, off_t offset) {
    memset(block, 0, sizeof *block);
    block->aio_fildes = file;
    block->aio_buf = buffer;
    block->aio_nbytes = count;
    block->aio_offset = offset;
    block->aio_sigevent.sigev_notify = SIGEV_NONE;
}

static int finished(struct aiocb *block) {
    const struct aiocb *list[] = {block};
    while (aio_error(block) == EINPROGRESS) CHECK(aio_suspend(list, 1, 0) == 0);
    return aio_error(block);
}

TEST(file_offset_bits_64, off_t_has_64_bits) {
    CHECK(sizeof(off_t) == 8);
    CHECK(sizeof(((struct aiocb *)0)->aio_offset) == 8);
}

TEST(file_offset_bits_64, write_and_read) {
    struct aiocb block;
    char space[8];
    int file = new_file(0);
    off_t offset = (INT64_C(1) << 32) + 7;
    if (ftruncate(file, offset + 100) != 0) unsupported("files here can't have 4 GiB");
    set_block(&block, file, "hello", 5, offset);
    CHECK(aio_write(&block) == 0);
    CHECK(finished(&block) == 0);
    CHECK(aio_return(&block) == 5);
    set_block(&block, file, space, 5, offset);
    CHECK(aio_read(&block) == 0);
    CHECK(finished(&block) == 0);
    CHECK(aio_return(&block) == 5);
    CHECK(memcmp(space, "hello", 5) == 0);
}

TEST(file_offset_bits_64, sync_and_cancel) {
    struct aiocb block;
    int file = new_file(0);
    set_block(&block, file, 0, 0, 0);
    CHECK(aio_fsync(O_SYNC, &block) == 0);
    CHECK(finished(&block) == 0);
    CHECK(aio_return(&block) == 0);
    CHECK(aio_cancel(file, &block) == AIO_ALLDONE);
}

TEST(file_offset_bits_64, list) {
    struct aiocb first, second, *list[] = {&first, 0, &second};
    int file = new_file(0);
    set_block(&first, file, "ab", 2, 0);
    set_block(&second, file, "cd", 2, 2);
    first.aio_lio_opcode = second.aio_lio_opcode = LIO_WRITE;
    CHECK(lio_listio(LIO_WAIT, list, 3, 0) == 0);
    CHECK(aio_return(&first) == 2 && aio_return(&second) == 2);
    CHECK(holds(file, "abcd"));
}
