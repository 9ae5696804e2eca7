/*
 * acall.h: Zach Brown's acall interface (2009), in user space, and its extensions.
 *
 * Part 1 is the interface as proposed: four calls and four records. A caller who uses nothing of
 * part 2 never notices it. Part 2 makes a run of records a chain (a syslet): executed in order on
 * one thread, with arguments loaded from earlier results, conditions, and operations that are no
 * system calls.
 */
#ifndef ACALL_H
#define ACALL_H

#include <stddef.h>
#include <stdint.h>
/* sigset_t and struct timespec, whatever standard the program asks for. */
#include <signal.h>
#include <sys/select.h>
#include <time.h>

struct timespec;

/* What may be null is said to Swift's importer only. */
#if defined(__swift__)
#define ACALL_NULLABLE _Nullable
#define ACALL_NONNULL _Nonnull
#else
#define ACALL_NULLABLE
#define ACALL_NONNULL
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- 1. The interface as proposed ---- */

struct acall_submission {
    uint32_t nr;                      /* the system call's number, or an ACALL_OP_* */
    uint32_t flags;                   /* ACALL_SUBMIT_* */
    uint64_t cookie;                  /* handed back in the completion; should not be 0 */
    uint64_t completion_ring_pointer; /* struct acall_completion_ring *, or 0 */
    uint64_t completion_pointer;      /* struct acall_completion *, or 0 */
    uint64_t id_pointer;              /* struct acall_id *, or 0 */
    uint64_t args[6];
};

struct acall_id {
    unsigned char opaque[16];
};

struct acall_completion {
    uint64_t return_code; /* as the kernel returned it: -4095 ... -1 is a negated errno */
    uint64_t cookie;      /* stored last, with release order: load it with acquire order */
};

/* A ring: its head, and the `nr` completions that follow it. */
struct acall_completion_ring {
    uint32_t head; /* how many completions were ever begun to be stored; wraps */
    uint32_t nr;
#if !defined(__cplusplus) && !defined(__swift__)
    struct acall_completion comps[]; /* the n-th completion goes to comps[n % nr] */
#endif
};

/* comps, also for languages that have no such arrays. */
static inline struct acall_completion *ACALL_NONNULL acall_ring_completions(
    struct acall_completion_ring *ACALL_NONNULL ring) {
    return (struct acall_completion *)(void *)(ring + 1);
}

/*
 * Each returns a negated errno where it fails, never -1. `utime` is relative and on the monotonic
 * clock; null: for ever. `sigmask`, if not null, replaces the caller's signal mask for the wait,
 * atomically; `sigsetsize` is then the kernel's 8 or sizeof(sigset_t). All of them may be called by
 * any thread.
 */

/*
 * Returns how many are now pending: less than `nr` where a later one was refused; what refused the
 * first one otherwise: -EINVAL (a flag that does not exist), -EAGAIN (no thread or no memory to be
 * had), -EFAULT (a null pointer in the array). 0 for `nr` 0. The records are copied and may be
 * freed at once. A chain (ACALL_SUBMIT_LINK) is taken as a whole or not at all, and counts as many
 * as it has records.
 *
 * Without ACALL_SUBMIT_THREAD_POOL each operation gets a new thread that inherits the submitter's
 * state, but for its signal mask: all signals are blocked on the engine's threads, save the one
 * that cancels.
 */
long acall_submit(struct acall_submission *ACALL_NULLABLE *ACALL_NULLABLE submissions, unsigned long nr);

/*
 * 1: at least one of them has completed, before the call or during it (an id that is not pending
 * counts as completed); 0: `nr` is 0, or the time ran out. -EINVAL: no operation with an id was
 * ever submitted, a bad timespec or sigsetsize. -EINTR: a signal handler ran. An id of a chain's
 * record is the chain's: it has completed when the whole chain has.
 */
long acall_comp_pwait(struct acall_id *ACALL_NULLABLE *ACALL_NULLABLE uids, unsigned long nr,
                      struct timespec *ACALL_NULLABLE utime, const sigset_t *ACALL_NULLABLE sigmask,
                      size_t sigsetsize);

/*
 * 0: the ring's head is at least `min` past `tail` (wrapping), or the time ran out: compare.
 * -EINVAL: a bad timespec or sigsetsize. -EINTR. -EMFILE, -ENFILE: with `sigmask` the wait needs a
 * descriptor.
 */
long acall_ring_pwait(struct acall_completion_ring *ACALL_NULLABLE ring, uint32_t tail, uint32_t min,
                      struct timespec *ACALL_NULLABLE utime, const sigset_t *ACALL_NULLABLE sigmask,
                      size_t sigsetsize);

/*
 * 0: the attempt was made; -EAGAIN: no such operation is pending. The operation completes as usual
 * and its return code may show the attempt or not: -ECANCELED says that the call had no effect,
 * -EINTR that it was interrupted. A call that can't be interrupted (uninterruptible sleep)
 * completes when it completes. `close` is never interrupted. A chain stops, and its clean-up
 * records run.
 */
long acall_cancel(struct acall_id *ACALL_NULLABLE uid);

/*
 * Cancels everything that is pending, waits until it has completed, and leaves no thread behind.
 * 0. Submissions made meanwhile are refused with -EAGAIN; later ones start the engine anew.
 */
long acall_shutdown(void);

/*
 * Chooses the real-time signal with which calls in progress are interrupted: before the first of
 * the calls above, or never (then the engine takes one that nobody handles). 0; -EINVAL: no
 * real-time signal; -EBUSY: the process handles or ignores it, or the engine runs with another.
 */
int acall_set_cancel_signal(int signal);

/* ---- 2. Extensions ---- */

/* Run by an idle pool thread if there is one (part of the proposal). */
#define ACALL_SUBMIT_THREAD_POOL 0x00000001u
/* This record and the next one of the same acall_submit belong to one chain. */
#define ACALL_SUBMIT_LINK 0x00000002u
/* Runs even when the chain has stopped. */
#define ACALL_SUBMIT_CLEANUP 0x00000004u
/* completion_pointer is a struct acall_observed_completion *; the chain's observer is told. */
#define ACALL_SUBMIT_OBSERVED 0x00000008u

/* The chain's observer is told, without times; it may put this in the place of OBSERVED in a record it is told of. */
#define ACALL_SUBMIT_COUNTED 0x00008000u

/* -EINTR is a result: a call that a signal's handler interrupts is not made again. */
#define ACALL_SUBMIT_INTERRUPTIBLE 0x00004000u

/* When the return code makes the chain stop: one of these, in bits 4 to 6. */
#define ACALL_SUBMIT_STOP_MASK 0x00000070u
#define ACALL_SUBMIT_STOP_NEVER 0x00000000u
#define ACALL_SUBMIT_STOP_NEGATIVE 0x00000010u
#define ACALL_SUBMIT_STOP_ZERO 0x00000020u
#define ACALL_SUBMIT_STOP_NONPOSITIVE 0x00000030u
#define ACALL_SUBMIT_STOP_NONZERO 0x00000040u
#define ACALL_SUBMIT_STOP_ERROR 0x00000050u /* -4095 ... -1 */
#define ACALL_SUBMIT_STOP_ALWAYS 0x00000060u

/* args[i] is the address of a uint64_t, loaded when the record starts: bits 8 to 13. */
#define ACALL_SUBMIT_INDIRECT_SHIFT 8
#define ACALL_SUBMIT_INDIRECT_MASK 0x00003f00u

#define ACALL_SUBMIT_KNOWN_FLAGS 0x0000ff7fu

/*
 * What completion_pointer points to where ACALL_SUBMIT_OBSERVED is given. Times: CLOCK_MONOTONIC,
 * ns.
 */
struct acall_observed_completion {
    uint64_t return_code;
    uint64_t cookie; /* stored last, with release order */
    uint64_t start;
    uint64_t end;
    uint64_t thread; /* the kernel's thread id */
    uint64_t count;  /* how often the record has run (a branch may go back to it); the engine adds 1 */
};

/*
 * Operations that are no system calls. All arithmetic is signed, in 64 bits; one that can't be
 * represented stores nothing and returns -EOVERFLOW. They return 0 unless said otherwise.
 * `dst` and `address` are addresses; each argument may be indirect (an indirect dst: the address to
 * store to is itself loaded).
 */
#define ACALL_OP_BASE 0xac000000u
#define ACALL_OP_VALUE 0xac000000u     /* (value): returns value */
#define ACALL_OP_MOVE 0xac000001u      /* (dst, value): *dst = value */
#define ACALL_OP_ADD 0xac000002u       /* (dst, a, b) */
#define ACALL_OP_SUBTRACT 0xac000003u  /* (dst, a, b) */
#define ACALL_OP_MULTIPLY 0xac000004u  /* (dst, a, b) */
#define ACALL_OP_DIVIDE 0xac000005u    /* (dst, a, b); b == 0: -EDOM */
#define ACALL_OP_REMAINDER 0xac000006u /* (dst, a, b); b == 0: -EDOM */
#define ACALL_OP_AND 0xac000007u       /* (dst, a, b) */
#define ACALL_OP_OR 0xac000008u        /* (dst, a, b) */
#define ACALL_OP_XOR 0xac000009u       /* (dst, a, b) */
#define ACALL_OP_SHIFT_LEFT 0xac00000au  /* (dst, a, b); b outside 0...63: -EDOM; lost bits: -EOVERFLOW */
#define ACALL_OP_SHIFT_RIGHT 0xac00000bu /* (dst, a, b): arithmetic; b outside 0...63: -EDOM */
#define ACALL_OP_MINIMUM 0xac00000cu   /* (dst, a, b) */
#define ACALL_OP_MAXIMUM 0xac00000du   /* (dst, a, b) */
#define ACALL_OP_COMPARE 0xac00000eu   /* (dst, condition, a, b): *dst = a condition b ? 1 : 0 */
#define ACALL_OP_LOAD 0xac00000fu      /* (dst, address, format): *dst = the value there, extended to 64 bits */
#define ACALL_OP_STORE 0xac000010u     /* (address, value, format); a value that does not fit: -EOVERFLOW */
#define ACALL_OP_COPY 0xac000011u      /* (dst, capacity, src, length): memmove; length > capacity or < 0: -EOVERFLOW */
#define ACALL_OP_SLICE 0xac000012u     /* (dst, base, low, high, capacity): 0 <= low <= high <= capacity, else
                                          -ERANGE; dst[0] = base + low, dst[1] = high - low */
#define ACALL_OP_BRANCH 0xac000013u    /* (condition, a, b, target): where a condition b holds the chain goes on at its
                                          record number `target` (0: the chain's first; its length: the end); returns
                                          1 where it went there, else 0 */
#define ACALL_OP_FETCH_ADD 0xac000014u /* (dst, address, delta): *dst = *address, *address += delta; atomic, wraps */
#define ACALL_OP_WAIT 0xac000015u      /* (id address): until that operation has completed; (address of id
                                          addresses, count) with count > 1: until one of them has */
#define ACALL_OP_CANCEL 0xac000016u    /* (id address): as acall_cancel; returns what it returns */
#define ACALL_OP_DEADLINE 0xac000017u  /* (time): arms the chain's deadline, `time` ns from now, or disarms it (0) */
#define ACALL_OP_LENGTH 0xac000018u    /* (dst, address, limit): *dst = the bytes before the first NUL, at most limit */
#define ACALL_OP_HOST 0xac000019u      /* (function, context, a, b, c, d): an acall_host_function of the program that
                                          submits; returns what it returns */
#define ACALL_OP_SAME 0xac00001au      /* (dst, a, count of a, b, count of b): *dst = 1 where the bytes are the same, else 0 */
#define ACALL_OP_LAST 0xac00001au

/* What ACALL_OP_HOST calls, on the chain's thread. `arguments` are a, b, c, d; they don't outlive the call. */
typedef int64_t (*ACALL_NULLABLE acall_host_function)(void *ACALL_NULLABLE context, const uint64_t *ACALL_NULLABLE arguments);

/* Conditions of COMPARE and BRANCH. */
#define ACALL_IF_EQUAL 0
#define ACALL_IF_NOT_EQUAL 1
#define ACALL_IF_LESS 2
#define ACALL_IF_LESS_EQUAL 3
#define ACALL_IF_GREATER 4
#define ACALL_IF_GREATER_EQUAL 5
#define ACALL_IF_BELOW 6       /* unsigned < */
#define ACALL_IF_BELOW_EQUAL 7 /* unsigned <= */
#define ACALL_IF_ALWAYS 8
#define ACALL_IF_LAST 8

/* Formats of LOAD and STORE: the width in bytes (1, 2, 4, 8), or'ed with these. */
#define ACALL_FORMAT_SIGNED 0x10
#define ACALL_FORMAT_BIG_ENDIAN 0x20

/*
 * Rules that the encoding does not show.
 * - A record that a branch passes over is not completed; one that runs again is completed again.
 * - A taken branch is followed whatever the record's stop condition says. Once a chain has stopped,
 *   the records that follow complete with -ECANCELED, each once, save those with CLEANUP, which run.
 * - A result address (dst) of 0 is "not wanted": the operation is made and checked, nothing is
 *   stored. Any other address below 4096 that would be read or written is -EFAULT, so is an indirect
 *   argument's.
 * - FETCH_ADD at an address that is no multiple of 8: -EINVAL. LOAD and STORE need no alignment.
 * - Once a deadline has passed, the call in progress ends as if it were cancelled, but with -ETIMEDOUT
 *   for -EINTR and -ECANCELED; so do, at once, the records that follow, until the deadline is armed
 *   anew or disarmed. It does not stop the chain: conditions do. Clean-up records and `close` are
 *   made all the same.
 * - STORE without ACALL_FORMAT_SIGNED takes 0 ... 2^(8 width) - 1; of width 8, any value.
 */

/*
 * Told of a record that has run: of each that has ACALL_SUBMIT_OBSERVED or ACALL_SUBMIT_COUNTED, and of each whose stop
 * condition held. Called on the chain's thread, between two records. `args`: the six arguments,
 * indirect ones loaded. `start` and `end` are 0 where the record is not OBSERVED. Of a call that was
 * made again, since a signal's handler had interrupted it, it is told each time, with -EINTR, before;
 * of any other record's call too, of which it is told nothing else.
 */
struct acall_observer {
    void *ACALL_NULLABLE context;
    /* May be null. Called before an OBSERVED record runs, with its arguments as they will be. */
    void (*ACALL_NULLABLE starting)(void *ACALL_NULLABLE context,
                              const struct acall_submission *ACALL_NONNULL record,
                              const uint64_t *ACALL_NONNULL args);
    void (*ACALL_NONNULL completed)(void *ACALL_NULLABLE context,
                               const struct acall_submission *ACALL_NONNULL record,
                               const uint64_t *ACALL_NONNULL args, int64_t return_code, uint64_t start,
                               uint64_t end);
};

/* Told that a chain has ended, on its thread: where it stopped (-1: it did not), and with what. */
struct acall_chain_ended {
    void *ACALL_NULLABLE context;
    void (*ACALL_NONNULL ended)(void *ACALL_NULLABLE context, int64_t stopped_at, int64_t return_code);
};

#ifdef __cplusplus
}
#endif

#if defined(__cplusplus)
#define ACALL_ASSERT_SIZE(type, size) static_assert(sizeof(struct type) == size, #type)
#elif defined(__STDC_VERSION__) && __STDC_VERSION__ >= 201112L
#define ACALL_ASSERT_SIZE(type, size) _Static_assert(sizeof(struct type) == size, #type)
#else
#define ACALL_ASSERT_SIZE(type, size) struct type
#endif
ACALL_ASSERT_SIZE(acall_submission, 88);
ACALL_ASSERT_SIZE(acall_id, 16);
ACALL_ASSERT_SIZE(acall_completion, 16);
ACALL_ASSERT_SIZE(acall_completion_ring, 8);
ACALL_ASSERT_SIZE(acall_observed_completion, 48);
#undef ACALL_ASSERT_SIZE

#endif
