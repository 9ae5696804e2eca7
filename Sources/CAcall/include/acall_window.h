/*
 * acall_window.h: system calls made where they are wanted, without a function's return. Not part of the interface.
 *
 * A processor that has been in the kernel has forgotten where functions return to, and guesses wrong: each return
 * behind a short call costs as much as ten records' arithmetic. See window.S for what a window is.
 */
#ifndef ACALL_WINDOW_H
#define ACALL_WINDOW_H

#include "acall_memory.h"

/* A window, by distances from each field: what the signal's handler searches. */
struct acall_window {
    int32_t begin, end, cancelled;
};

/* Notes the window between the labels `begin` and 2 in the table; 3 is where the handler leads to. The note goes
   where the code goes, also where a linker drops it. */
#define ACALL_WINDOW_NOTE                                                   \
    ".pushsection acall_windows, \"ao\", %%progbits, .Lacall_window_%=\n\t" \
    ".balign 4\n\t"                                                         \
    ".long .Lacall_window_%= - ., 2b - ., 3b - .\n\t"                       \
    ".popsection"

/* As acall_window_call. A thread at 2 comes from the call: what the compiler puts behind is for others to jump
   to as well, with something else in the flag's register. */
static inline int64_t acall_window_here(uint64_t nr, uint64_t a, uint64_t b, uint64_t c, uint64_t d,
                                        uint64_t e, uint64_t f, const uint32_t *_Nonnull cancel) {
#if defined(__x86_64__)
    register uint64_t fourth __asm__("r10") = d;
    register uint64_t fifth __asm__("r8") = e;
    register uint64_t sixth __asm__("r9") = f;
    register const uint32_t *flag __asm__("r15") = cancel;
    int64_t result;
    __asm__ volatile(
        ".Lacall_window_%=:\n\t"
        "cmpl $0, (%%r15)\n\t"
        "jne 3f\n\t"
        "syscall\n"
        "2:\n\t"
        "nop\n\t"
        ".subsection 1\n"
        "3:\n\t"
        "movq $-125, %%rax\n\t"
        "jmp 2b\n\t"
        ".subsection 0\n\t" ACALL_WINDOW_NOTE
        : "=a"(result)
        : "0"(nr), "D"(a), "S"(b), "d"(c), "r"(fourth), "r"(fifth), "r"(sixth),
          "r"(flag)
        : "rcx", "r11", "cc", "memory");
    return result;
#else
    register uint64_t number __asm__("x8") = nr;
    register uint64_t first __asm__("x0") = a;
    register uint64_t second __asm__("x1") = b;
    register uint64_t third __asm__("x2") = c;
    register uint64_t fourth __asm__("x3") = d;
    register uint64_t fifth __asm__("x4") = e;
    register uint64_t sixth __asm__("x5") = f;
    register const uint32_t *flag __asm__("x28") = cancel;
    __asm__ volatile(
        ".Lacall_window_%=:\n\t"
        "ldr w10, [x28]\n\t"
        "cbnz w10, 3f\n\t"
        "svc #0\n"
        "2:\n\t"
        "nop\n\t"
        ".subsection 1\n"
        "3:\n\t"
        "mov x0, #-125\n\t"
        "b 2b\n\t"
        ".subsection 0\n\t" ACALL_WINDOW_NOTE
        : "+r"(first)
        : "r"(number), "r"(second), "r"(third), "r"(fourth), "r"(fifth), "r"(sixth), "r"(flag)
        : "x10", "cc", "memory");
    return (int64_t)first;
#endif
}

/*
 * The argument at `own` of a record, or, if it is indirect, the word at the address that stands there: without a jump.
 * `*wrong` becomes 1 where such an address is below `lowest`.
 */
static inline uint64_t acall_argument(const uint64_t *_Nonnull own, uint32_t is_indirect, uint64_t lowest,
                                      uint32_t *_Nonnull wrong) {
    uint64_t value = *own;
    uint32_t is_address = value >= lowest;
    *wrong |= is_indirect & ~is_address;
    const void *from = is_indirect & is_address ? (const void *)(uintptr_t)value : own;
    __builtin_memcpy(&value, from, sizeof value);
    return value;
}

/* As acall_raw_syscall. */
static inline int64_t acall_syscall_here(uint64_t nr, uint64_t a, uint64_t b, uint64_t c, uint64_t d,
                                         uint64_t e, uint64_t f) {
#if defined(__x86_64__)
    register uint64_t fourth __asm__("r10") = d;
    register uint64_t fifth __asm__("r8") = e;
    register uint64_t sixth __asm__("r9") = f;
    int64_t result;
    __asm__ volatile("syscall"
                     : "=a"(result)
                     : "0"(nr), "D"(a), "S"(b), "d"(c), "r"(fourth), "r"(fifth),
                       "r"(sixth)
                     : "rcx", "r11", "cc", "memory");
    return result;
#else
    register uint64_t number __asm__("x8") = nr;
    register uint64_t first __asm__("x0") = a;
    register uint64_t second __asm__("x1") = b;
    register uint64_t third __asm__("x2") = c;
    register uint64_t fourth __asm__("x3") = d;
    register uint64_t fifth __asm__("x4") = e;
    register uint64_t sixth __asm__("x5") = f;
    __asm__ volatile("svc #0"
                     : "+r"(first)
                     : "r"(number), "r"(second), "r"(third), "r"(fourth), "r"(fifth), "r"(sixth)
                     : "cc", "memory");
    return (int64_t)first;
#endif
}

#endif
