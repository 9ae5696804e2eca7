/* The notification of single requests: SIGEV_NONE, SIGEV_SIGNAL, SIGEV_THREAD. */
#include "conformance.h"

static int fds[2];
static char bytes[64];
static int calls, values[64], errors[64];
static struct aiocb blocks[64];
static pthread_t caller;
static size_t stack_size;
static int detach_state;

/* A pending request of the pipe, which has not been submitted. */
static struct aiocb *prepare(int index) {
    if (fds[1] == 0) new_pipe(fds);
    set(&blocks[index], fds[0], &bytes[index], 1, 0);
    return &blocks[index];
}

static void called(union sigval value) {
    pthread_attr_t attributes;
    errors[value.sival_int] = aio_error(&blocks[value.sival_int]);
    __atomic_add_fetch(&values[value.sival_int], 1, __ATOMIC_RELAXED);
    caller = pthread_self();
    if (pthread_getattr_np(pthread_self(), &attributes) == 0) {
        pthread_attr_getstacksize(&attributes, &stack_size);
        pthread_attr_getdetachstate(&attributes, &detach_state);
        pthread_attr_destroy(&attributes);
    }
    __atomic_add_fetch(&calls, 1, __ATOMIC_RELEASE);
}

TEST(notify, none) {
    struct aiocb *block = prepare(0);
    block_signal(SIGRTMIN);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 1);
    block->aio_sigevent.sigev_notify = SIGEV_NONE;
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(block) == 0);
    CHECK(!awaits_signal(SIGRTMIN, 0, SHORT_TIME));
}

TEST(notify, signal_comes_after_completion) {
    struct aiocb *block = prepare(0);
    block_signal(SIGRTMIN);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 1);
    CHECK(aio_read(block) == 0);
    CHECK(!awaits_signal(SIGRTMIN, 0, SHORT_TIME));
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(awaits_signal(SIGRTMIN, 0, LONG_TIME));
    CHECK(aio_error(block) == 0);
    CHECK(aio_return(block) == 1);
}

TEST(notify, signal_info) {
    siginfo_t info;
    struct aiocb *block = prepare(0);
    block_signal(SIGRTMIN + 3);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN + 3, -42);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(awaits_signal(SIGRTMIN + 3, &info, LONG_TIME));
    CHECK(info.si_signo == SIGRTMIN + 3);
    CHECK(info.si_code == SI_ASYNCIO);
    CHECK(info.si_value.sival_int == -42);
}

TEST(notify, signal_with_a_pointer) {
    siginfo_t info;
    struct aiocb *block = prepare(0);
    block_signal(SIGRTMIN);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 0);
    block->aio_sigevent.sigev_value.sival_ptr = block;
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(awaits_signal(SIGRTMIN, &info, LONG_TIME));
    CHECK(info.si_value.sival_ptr == block);
}

TEST(notify, signal_that_is_not_of_real_time) {
    siginfo_t info;
    struct aiocb *block = prepare(0);
    block_signal(SIGUSR2);
    notify_by_signal(&block->aio_sigevent, SIGUSR2, 17);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(awaits_signal(SIGUSR2, &info, LONG_TIME));
    CHECK(info.si_code == SI_ASYNCIO);
}

TEST(notify, signal_comes_once) {
    struct aiocb *block = prepare(0);
    block_signal(SIGRTMIN);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 1);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(awaits_signal(SIGRTMIN, 0, LONG_TIME));
    CHECK(!awaits_signal(SIGRTMIN, 0, SHORT_TIME));
}

TEST(notify, signal_for_each_request) {
    siginfo_t info;
    int seen[64] = {0};
    block_signal(SIGRTMIN);
    for (int index = 0; index < 64; index++) {
        struct aiocb *block = prepare(index);
        notify_by_signal(&block->aio_sigevent, SIGRTMIN, index);
        CHECK(aio_read(block) == 0);
    }
    CHECK(write(fds[1], bytes, 64) == 64);
    for (int index = 0; index < 64; index++) {
        CHECK(awaits_signal(SIGRTMIN, &info, LONG_TIME));
        CHECK(info.si_value.sival_int >= 0 && info.si_value.sival_int < 64);
        CHECK(seen[info.si_value.sival_int]++ == 0);
        CHECK(aio_error(&blocks[info.si_value.sival_int]) == 0);
    }
    CHECK(!awaits_signal(SIGRTMIN, 0, SHORT_TIME));
}

static volatile sig_atomic_t handled, handled_error = -1, handled_value, handled_code;

static void handle(int signo, siginfo_t *info, void *context) {
    (void)signo;
    (void)context;
    handled_error = aio_error(&blocks[0]);
    handled_value = info->si_value.sival_int;
    handled_code = info->si_code;
    handled++;
}

TEST(notify, signal_handler) {
    struct sigaction action;
    struct aiocb *block = prepare(0);
    memset(&action, 0, sizeof action);
    action.sa_sigaction = handle;
    action.sa_flags = SA_SIGINFO;
    CHECK(sigaction(SIGRTMIN, &action, 0) == 0);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 31);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    for (int64_t end = now_ms() + LONG_TIME; !handled && now_ms() < end;) sleep_ms(1);
    CHECK(handled == 1);
    CHECK(handled_error == 0 && handled_value == 31 && handled_code == SI_ASYNCIO);
}

TEST(notify, ignored_signal) {
    struct aiocb *block = prepare(0);
    signal(SIGRTMIN, SIG_IGN);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 31);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(block) == 0);
    CHECK(aio_return(block) == 1);
}

TEST(notify, signal_after_a_failure) {
    struct aiocb *block = &blocks[0];
    block_signal(SIGRTMIN);
    set(block, open("/tmp", O_RDONLY), bytes, 1, 0);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 3);
    if (aio_read(block) != 0) {
        /* A request that was refused does not notify. */
        CHECK(!awaits_signal(SIGRTMIN, 0, SHORT_TIME));
        return;
    }
    CHECK(awaits_signal(SIGRTMIN, 0, LONG_TIME));
    CHECK(aio_error(block) == EISDIR);
}

TEST(notify, refused_request_does_not) {
    struct aiocb *block = prepare(0);
    block_signal(SIGRTMIN);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 3);
    block->aio_reqprio = -1;
    if (aio_read(block) == 0) {
        CHECK(awaits_signal(SIGRTMIN, 0, LONG_TIME));
        return;
    }
    CHECK(errno == EINVAL);
    CHECK(!awaits_signal(SIGRTMIN, 0, SHORT_TIME));
}

TEST(notify, event_is_the_one_of_the_submission) {
    siginfo_t info;
    struct aiocb *block = prepare(0);
    block_signal(SIGRTMIN);
    block_signal(SIGRTMIN + 1);
    notify_by_signal(&block->aio_sigevent, SIGRTMIN, 1);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(awaits_signal(SIGRTMIN, &info, LONG_TIME));
    notify_by_signal(&block->aio_sigevent, SIGRTMIN + 1, 2);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(awaits_signal(SIGRTMIN + 1, &info, LONG_TIME));
    CHECK(info.si_value.sival_int == 2);
}

static void thread_once(struct aiocb *block) {
    notify_by_thread(&block->aio_sigevent, called, 0);
    CHECK(aio_read(block) == 0);
    CHECK(!reaches(&calls, 1, SHORT_TIME));
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(reaches(&calls, 1, LONG_TIME));
}

TEST(notify, thread_runs_after_completion) {
    thread_once(prepare(0));
    CHECK(errors[0] == 0);
    CHECK(aio_return(&blocks[0]) == 1);
}

TEST(notify, thread_is_another_one) {
    thread_once(prepare(0));
    CHECK(!pthread_equal(caller, pthread_self()));
}

TEST(notify, thread_is_called_once) {
    thread_once(prepare(0));
    CHECK(!reaches(&calls, 2, SHORT_TIME));
}

TEST(notify, thread_is_detached) {
    thread_once(prepare(0));
    CHECK(detach_state == PTHREAD_CREATE_DETACHED);
}

TEST(notify, thread_has_the_given_attributes) {
    static pthread_attr_t attributes;
    struct aiocb *block = prepare(0);
    CHECK(pthread_attr_init(&attributes) == 0);
    CHECK(pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED) == 0);
    CHECK(pthread_attr_setstacksize(&attributes, 5 << 20) == 0);
    notify_by_thread(&block->aio_sigevent, called, 0);
    block->aio_sigevent.sigev_notify_attributes = &attributes;
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(reaches(&calls, 1, LONG_TIME));
    CHECK(stack_size == 5 << 20);
}

static void *pointer_seen;

static void called_with_pointer(union sigval value) {
    pointer_seen = value.sival_ptr;
    __atomic_add_fetch(&calls, 1, __ATOMIC_RELEASE);
}

TEST(notify, thread_gets_the_pointer) {
    struct aiocb *block = prepare(0);
    notify_by_thread(&block->aio_sigevent, called_with_pointer, 0);
    block->aio_sigevent.sigev_value.sival_ptr = block;
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(reaches(&calls, 1, LONG_TIME));
    CHECK(pointer_seen == block);
}

TEST(notify, thread_for_each_request) {
    for (int index = 0; index < 64; index++) {
        struct aiocb *block = prepare(index);
        notify_by_thread(&block->aio_sigevent, called, index);
        CHECK(aio_read(block) == 0);
    }
    CHECK(write(fds[1], bytes, 64) == 64);
    CHECK(reaches(&calls, 64, LONG_TIME));
    for (int index = 0; index < 64; index++) CHECK(values[index] == 1 && errors[index] == 0);
}

TEST(notify, thread_after_a_failure) {
    set(&blocks[1], open("/tmp", O_RDONLY), bytes, 1, 0);
    notify_by_thread(&blocks[1].aio_sigevent, called, 1);
    if (aio_read(&blocks[1]) != 0) return;
    CHECK(reaches(&calls, 1, LONG_TIME));
    CHECK(errors[1] == EISDIR);
}

static int chain_file;

/* Each request submits the next one: in its own control block, which is free again. */
static void submit_next(union sigval value) {
    struct aiocb *block = &blocks[0];
    CHECK(aio_error(block) == 0);
    CHECK(aio_return(block) == 1);
    if (__atomic_add_fetch(&calls, 1, __ATOMIC_RELEASE) == 50) return;
    block->aio_offset++;
    block->aio_sigevent.sigev_value.sival_int = value.sival_int + 1;
    CHECK(aio_write(block) == 0);
}

TEST(notify, thread_may_submit_the_next_request) {
    struct stat status;
    chain_file = new_file(0);
    set(&blocks[0], chain_file, "x", 1, 0);
    notify_by_thread(&blocks[0].aio_sigevent, submit_next, 0);
    CHECK(aio_write(&blocks[0]) == 0);
    CHECK(reaches(&calls, 50, LONG_TIME));
    CHECK(fstat(chain_file, &status) == 0 && status.st_size == 50);
}

static void called_slowly(union sigval value) {
    (void)value;
    while (__atomic_load_n(&calls, __ATOMIC_ACQUIRE) == 0) sleep_ms(1);
}

TEST(notify, thread_that_takes_long_holds_up_nobody) {
    struct aiocb *block = prepare(0);
    notify_by_thread(&block->aio_sigevent, called_slowly, 0);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(block) == 0);
    CHECK(do_write(new_file(0), "x", 1, 0) == 1);
    block = prepare(1);
    CHECK(aio_read(block) == 0);
    CHECK(write(fds[1], "x", 1) == 1);
    CHECK(finish(block) == 0);
    __atomic_store_n(&calls, 1, __ATOMIC_RELEASE);
}
