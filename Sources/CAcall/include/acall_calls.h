/*
 * acall_calls.h: system calls that others can end: which calls need care, the signal that cancels,
 * deadlines. Not part of the interface.
 *
 * Invariant: a thread's cancel flag is ACALL_GO_ON until a request or a deadline changes it, and
 * every change is made before the signal is sent that makes the thread look.
 */
#ifndef ACALL_CALLS_H
#define ACALL_CALLS_H

#include <sys/syscall.h>

#include "acall.h"

/* What a cancel flag says. */
#define ACALL_GO_ON 0u
#define ACALL_CANCELLED 1u
#define ACALL_TIMED_OUT 2u

/* ---- Calls that need care ---- */

/* Bits of acall_call_traits. */
#define ACALL_CALL_HAS_MASK 1u      /* a signal mask or set among its arguments */
#define ACALL_CALL_HAS_TIME 2u      /* a relative time that a second try must not begin anew */
#define ACALL_CALL_IS_MADE_ONCE 4u  /* -EINTR is its answer: made again it would mean another thing */
#define ACALL_CALL_IS_CLOSE 8u      /* never interrupted */

extern const uint8_t acall_call_table[512];

/* What the call `nr` needs; 0 for most. */
static inline uint32_t acall_call_traits(uint32_t nr) {
    return nr < 512 ? acall_call_table[nr] : 0;
}

/* Whether it does nothing but sleep. */
static inline int acall_call_sleeps(uint32_t nr) { return nr == SYS_nanosleep || nr == SYS_clock_nanosleep; }

/*
 * Makes the call in the window, and again where a signal that is no request to stop interrupted it
 * (libc's own for setuid ends poll and nanosleep), then with the time that remains. `signal` is
 * taken out of a copy of its mask.
 */
int64_t acall_careful_call(uint64_t nr, const uint64_t *_Nonnull args,
                           const uint32_t *_Nonnull cancel, uint32_t traits, int signal);

/*
 * How often the calling thread has made calls again since it was asked last. Counted only where a
 * signal interrupted one, which is rare.
 */
extern _Thread_local uint32_t acall_restart_count;
static inline uint32_t acall_take_restarts(void) {
    uint32_t count = acall_restart_count;
    if (count) acall_restart_count = 0;
    return count;
}
static inline uint32_t acall_count_restarts(void) { return acall_restart_count; }
static inline void acall_note_restart(void) { acall_restart_count++; }

/* ---- The signal that cancels ---- */

/*
 * Installs the handler for a real-time signal that nobody handles, once; 0 stands for any. Its
 * number, or a negated errno: -EINVAL: no real-time signal; -EBUSY: the process handles or ignores it.
 */
int acall_signal_install(int signal);
/* The same for the engine behind the C calls: the one chosen before, from now on not another. */
int acall_signal_of_shared_engine(void);
/* Chooses it: as acall_set_cancel_signal. */
int acall_signal_choose(int signal);
/*
 * Sends it to a thread of this process. 0 or a negated errno (-EAGAIN: too many signals are
 * queued).
 */
int acall_signal_send(int32_t thread, int signal);
/* A signal that acall_signal_install returned; 0 before. */
int acall_signal_installed(void);
/*
 * Whether the handler has run in the window, or at the end of the call in it, since the last time
 * that this was asked. `flag`: the calling thread's; the note stands two words after it.
 */
static inline int acall_take_arrival(uint32_t *_Nonnull flag) {
    uint32_t arrived = __atomic_load_n(&flag[2], __ATOMIC_RELAXED);
    if (arrived) __atomic_store_n(&flag[2], 0, __ATOMIC_RELAXED);
    return arrived != 0;
}
/* Makes a signal sent before this call arrive before it returns. */
void acall_signal_drain(void);
/* Blocks every signal but `signal` (and libc's own) for the calling thread. */
void acall_thread_block_signals(int signal);
/* Lets `signal` through to the calling thread; returns whether it was blocked. */
int acall_thread_admit_cancel(int signal);
/* Blocks it. */
void acall_thread_refuse_cancel(int signal);

/* ---- Filters ---- */

/*
 * The name of a call that an engine needs (or one that `waits_for_signals`, to clean up behind them) and that is
 * refused by a seccomp filter, and why; null where none is.
 */
const char *_Nullable acall_refused_call(int *_Nonnull error, int waits_for_signals);
/* Runs the cancel signal's handler once: where the return from it is refused, the process says so and ends with 3. */
void acall_probe_handler(int signal);

/* ---- Signals that a call raises beside its errno ---- */

/* Whether the call `nr` can raise SIGPIPE or SIGXFSZ, whose errnos are EPIPE and EFBIG. */
int acall_call_may_raise(uint32_t nr);
/*
 * From here to acall_quiet_end the calling thread gets neither of the two. The result is for
 * acall_quiet_end, which takes what its own calls raised, and leaves the thread's mask and what others
 * sent as they were.
 */
uint32_t acall_quiet_begin(void);
void acall_quiet_end(uint32_t quiet);

/*
 * The runner's: a signal that has the handler, sent by another process, is passed on to this process as `signal`,
 * whose value is then the number of the one that was sent. 0: it is dropped.
 */
void acall_signal_pass_on(int signal);

/* ---- Deadlines ---- */

/* One thread's deadline. All zero: none was ever armed. */
struct acall_deadline {
    uint32_t *_Nullable flag; /* made ACALL_TIMED_OUT where it is ACALL_GO_ON */
    int32_t timer;
    uint8_t has_timer;
    uint8_t is_armed;
};

/*
 * Arms the calling thread's deadline, for CLOCK_MONOTONIC ns: then `flag` changes and the call in
 * the window ends. 0 or a negated errno (-EAGAIN: too many timers or signals).
 */
int acall_deadline_arm(struct acall_deadline *_Nonnull deadline, uint32_t *_Nonnull flag,
                       uint64_t time, int signal);
/* Disarms it: after this the flag does not change, and no signal arrives. */
void acall_deadline_disarm(struct acall_deadline *_Nonnull deadline);
/* Gives back its timer. */
void acall_deadline_free(struct acall_deadline *_Nonnull deadline);

#endif
