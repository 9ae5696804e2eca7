/* lio_listio: who is told, once all of a list are done. */
#include "conformance.h"

static int signo;
static int ends[8];
static char bytes[8];
static struct aiocb blocks[8], *list[8];

/* Items that wait for data, each of a pipe of its own. */
static void set_list(int count) {
    signo = SIGRTMIN + 2;
    block_signal(signo);
    block_signal(signo + 1);
    for (int index = 0; index < count; index++) {
        int fds[2];
        new_pipe(fds);
        ends[index] = fds[1];
        set(&blocks[index], fds[0], &bytes[index], 1, 0);
        blocks[index].aio_lio_opcode = LIO_READ;
        list[index] = &blocks[index];
    }
}

static void end_items(int first, int count) {
    for (int index = first; index < first + count; index++) {
        CHECK(write(ends[index], "x", 1) == 1);
        CHECK(finish(&blocks[index]) == 0);
    }
}

static int calls, value_seen, all_were_done;
static pthread_t caller;
static size_t stack_size;
static int detach_state;

static void called(union sigval value) {
    pthread_attr_t attributes;
    caller = pthread_self();
    value_seen = value.sival_int;
    all_were_done = 1;
    for (int index = 0; index < 8; index++)
        if (list[index] && aio_error(list[index]) == EINPROGRESS) all_were_done = 0;
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        pthread_attr_getstacksize(&attributes, &stack_size);
        pthread_attr_getdetachstate(&attributes, &detach_state);
        pthread_attr_destroy(&attributes);
    }
    __atomic_add_fetch(&calls, 1, __ATOMIC_RELEASE);
}

TEST(lio_listio, signal_after_all_are_done) {
    struct sigevent event;
    siginfo_t info;
    set_list(4);
    notify_by_signal(&event, signo, 1234);
    CHECK(lio_listio(LIO_NOWAIT, list, 4, &event) == 0);
    for (int index = 0; index < 3; index++) {
        end_items(index, 1);
        CHECK(!awaits_signal(signo, 0, SHORT_TIME));
    }
    end_items(3, 1);
    CHECK(awaits_signal(signo, &info, LONG_TIME));
    CHECK(info.si_signo == signo);
    CHECK(info.si_code == SI_ASYNCIO);
    CHECK(info.si_value.sival_int == 1234);
}

TEST(lio_listio, signal_comes_once) {
    struct sigevent event;
    set_list(6);
    notify_by_signal(&event, signo, 1);
    CHECK(lio_listio(LIO_NOWAIT, list, 6, &event) == 0);
    end_items(0, 6);
    CHECK(awaits_signal(signo, 0, LONG_TIME));
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
}

TEST(lio_listio, signal_with_a_pointer) {
    struct sigevent event;
    siginfo_t info;
    set_list(1);
    notify_by_signal(&event, signo, 0);
    event.sigev_value.sival_ptr = &info;
    CHECK(lio_listio(LIO_NOWAIT, list, 1, &event) == 0);
    end_items(0, 1);
    CHECK(awaits_signal(signo, &info, LONG_TIME));
    CHECK(info.si_value.sival_ptr == &info);
}

TEST(lio_listio, items_are_done_when_the_signal_comes) {
    enum { COUNT = 64 };
    static struct aiocb many[COUNT], *all[COUNT];
    struct sigevent event;
    int file = new_file(0);
    set_list(0);
    for (int round = 0; round < 10; round++) {
        for (int index = 0; index < COUNT; index++) {
            set(&many[index], file, "x", 1, index * 512);
            many[index].aio_lio_opcode = LIO_WRITE;
            all[index] = &many[index];
        }
        notify_by_signal(&event, signo, round);
        CHECK(lio_listio(LIO_NOWAIT, all, COUNT, &event) == 0);
        CHECK(awaits_signal(signo, 0, LONG_TIME));
        for (int index = 0; index < COUNT; index++) {
            CHECK(aio_error(&many[index]) == 0);
            CHECK(aio_return(&many[index]) == 1);
        }
    }
}

TEST(lio_listio, no_notification_for_sigev_none) {
    struct sigevent event;
    set_list(2);
    notify_by_signal(&event, signo, 1);
    event.sigev_notify = SIGEV_NONE;
    CHECK(lio_listio(LIO_NOWAIT, list, 2, &event) == 0);
    end_items(0, 2);
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
}

TEST(lio_listio, no_notification_for_a_null_event) {
    set_list(2);
    CHECK(lio_listio(LIO_NOWAIT, list, 2, 0) == 0);
    end_items(0, 2);
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
}

TEST(lio_listio, wait_ignores_the_event) {
    struct sigevent event;
    struct aiocb block, *one[] = {&block};
    set_list(0);
    notify_by_signal(&event, signo, 1);
    set(&block, new_file(0), "x", 1, 0);
    block.aio_lio_opcode = LIO_WRITE;
    CHECK(lio_listio(LIO_WAIT, one, 1, &event) == 0);
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
}

TEST(lio_listio, thread_after_all_are_done) {
    static struct sigevent event;
    set_list(4);
    notify_by_thread(&event, called, 4321);
    CHECK(lio_listio(LIO_NOWAIT, list, 4, &event) == 0);
    end_items(0, 3);
    CHECK(!reaches(&calls, 1, SHORT_TIME));
    end_items(3, 1);
    CHECK(reaches(&calls, 1, LONG_TIME));
    CHECK(value_seen == 4321);
    CHECK(all_were_done);
    CHECK(!pthread_equal(caller, pthread_self()));
}

TEST(lio_listio, thread_is_called_once) {
    static struct sigevent event;
    set_list(6);
    notify_by_thread(&event, called, 1);
    CHECK(lio_listio(LIO_NOWAIT, list, 6, &event) == 0);
    end_items(0, 6);
    CHECK(reaches(&calls, 1, LONG_TIME));
    CHECK(!reaches(&calls, 2, SHORT_TIME));
}

TEST(lio_listio, thread_is_detached) {
    static struct sigevent event;
    set_list(1);
    notify_by_thread(&event, called, 1);
    CHECK(lio_listio(LIO_NOWAIT, list, 1, &event) == 0);
    end_items(0, 1);
    CHECK(reaches(&calls, 1, LONG_TIME));
    CHECK(detach_state == PTHREAD_CREATE_DETACHED);
}

TEST(lio_listio, thread_has_the_given_attributes) {
    static struct sigevent event;
    static pthread_attr_t attributes;
    set_list(1);
    notify_by_thread(&event, called, 1);
    CHECK(pthread_attr_init(&attributes) == 0);
    CHECK(pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED) == 0);
    CHECK(pthread_attr_setstacksize(&attributes, 3 << 20) == 0);
    event.sigev_notify_attributes = &attributes;
    CHECK(lio_listio(LIO_NOWAIT, list, 1, &event) == 0);
    end_items(0, 1);
    CHECK(reaches(&calls, 1, LONG_TIME));
    CHECK(stack_size == 3 << 20);
}

TEST(lio_listio, items_notify_too) {
    struct sigevent event;
    siginfo_t info;
    int seen = 0;
    set_list(4);
    for (int index = 0; index < 4; index++)
        notify_by_signal(&blocks[index].aio_sigevent, signo + 1, 1 << index);
    notify_by_signal(&event, signo, 99);
    CHECK(lio_listio(LIO_NOWAIT, list, 4, &event) == 0);
    end_items(0, 4);
    for (int index = 0; index < 4; index++) {
        CHECK(awaits_signal(signo + 1, &info, LONG_TIME));
        CHECK((seen & info.si_value.sival_int) == 0);
        seen |= info.si_value.sival_int;
    }
    CHECK(seen == 15);
    CHECK(awaits_signal(signo, &info, LONG_TIME));
    CHECK(info.si_value.sival_int == 99);
}

TEST(lio_listio, items_of_a_waited_list_notify_too) {
    struct aiocb block, *one[] = {&block};
    siginfo_t info;
    set_list(0);
    set(&block, new_file(0), "x", 1, 0);
    block.aio_lio_opcode = LIO_WRITE;
    notify_by_signal(&block.aio_sigevent, signo, 7);
    CHECK(lio_listio(LIO_WAIT, one, 1, 0) == 0);
    CHECK(awaits_signal(signo, &info, LONG_TIME));
    CHECK(info.si_value.sival_int == 7);
}

TEST(lio_listio, notification_despite_a_failure) {
    struct sigevent event;
    struct aiocb bad;
    char byte;
    set_list(2);
    set(&bad, open("/tmp", O_RDONLY), &byte, 1, 0);
    bad.aio_lio_opcode = LIO_READ;
    list[2] = &bad;
    notify_by_signal(&event, signo, 1);
    if (lio_listio(LIO_NOWAIT, list, 3, &event) != 0) CHECK(errno == EIO);
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
    end_items(0, 2);
    CHECK(awaits_signal(signo, 0, LONG_TIME));
    CHECK(aio_error(&bad) == EISDIR);
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
}

TEST(lio_listio, notification_despite_nulls_and_nops) {
    struct sigevent event;
    struct aiocb nop;
    set_list(1);
    set(&nop, -1, 0, 0, 0);
    nop.aio_lio_opcode = LIO_NOP;
    list[2] = &nop;
    notify_by_signal(&event, signo, 1);
    CHECK(lio_listio(LIO_NOWAIT, list, 3, &event) == 0);
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
    end_items(0, 1);
    CHECK(awaits_signal(signo, 0, LONG_TIME));
}

TEST(lio_listio, notification_after_cancellation) {
    struct sigevent event;
    set_list(3);
    notify_by_signal(&event, signo, 1);
    CHECK(lio_listio(LIO_NOWAIT, list, 3, &event) == 0);
    for (int index = 0; index < 3; index++) {
        if (aio_cancel(blocks[index].aio_fildes, 0) != AIO_CANCELED) end_items(index, 1);
    }
    CHECK(awaits_signal(signo, 0, LONG_TIME));
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
}

TEST(lio_listio, each_list_has_its_notification) {
    struct sigevent first, second;
    siginfo_t info;
    set_list(4);
    notify_by_signal(&first, signo, 1);
    notify_by_signal(&second, signo + 1, 2);
    CHECK(lio_listio(LIO_NOWAIT, list, 2, &first) == 0);
    CHECK(lio_listio(LIO_NOWAIT, list + 2, 2, &second) == 0);
    end_items(2, 2);
    CHECK(awaits_signal(signo + 1, &info, LONG_TIME));
    CHECK(info.si_value.sival_int == 2);
    CHECK(!awaits_signal(signo, 0, SHORT_TIME));
    end_items(0, 2);
    CHECK(awaits_signal(signo, &info, LONG_TIME));
    CHECK(info.si_value.sival_int == 1);
}
