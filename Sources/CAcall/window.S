/*
 * The cancellable system-call window.
 *
 *   int64_t acall_window_call(uint64_t nr, const uint64_t args[6], const uint32_t *cancel);
 *
 * Input: the call's number, its six arguments, the address of a flag. Output: what the kernel
 * returned, or -ECANCELED where the flag was set before the system-call instruction was executed.
 * Invariant: from acall_window_begin up to acall_window_end the flag's address is in rbx (x19), and
 * the call has had no effect while the program counter is below acall_window_end. So a signal
 * handler that finds the counter there and the flag set may move it to acall_window_cancelled. The
 * kernel moves the counter past the instruction when it answers an interrupted call with -EINTR or
 * a partial result, and leaves it on the instruction where the call is to be made anew, without
 * effect so far.
 */
        .text

#if defined(__x86_64__)

        .p2align 6
        .globl  acall_window_call
        .type   acall_window_call, @function
acall_window_call:
        .cfi_startproc
        pushq   %rbx
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset %rbx, 0
        movq    %rdx, %rbx
        movq    %rdi, %rax
        movq    %rsi, %r11
        movq    0(%r11), %rdi
        movq    8(%r11), %rsi
        movq    16(%r11), %rdx
        movq    24(%r11), %r10
        movq    32(%r11), %r8
        movq    40(%r11), %r9
        .globl  acall_window_begin
        .hidden acall_window_begin
acall_window_begin:
        cmpl    $0, (%rbx)
        jne     acall_window_cancelled
        syscall
        .globl  acall_window_end
        .hidden acall_window_end
acall_window_end:
        popq    %rbx
        .cfi_remember_state
        .cfi_restore %rbx
        .cfi_adjust_cfa_offset -8
        ret
        .globl  acall_window_cancelled
        .hidden acall_window_cancelled
acall_window_cancelled:
        .cfi_restore_state
        movq    $-125, %rax
        popq    %rbx
        .cfi_restore %rbx
        .cfi_adjust_cfa_offset -8
        ret
        .cfi_endproc
        .size   acall_window_call, . - acall_window_call

/*
 * Returns from the cancel signal's handler: the raw rt_sigaction call needs its own on this
 * machine.
 */
        .p2align 4
        .globl  acall_window_restore
        .hidden acall_window_restore
        .type   acall_window_restore, @function
acall_window_restore:
        movq    $15, %rax
        syscall
        .size   acall_window_restore, . - acall_window_restore

#elif defined(__aarch64__)

        .p2align 6
        .globl  acall_window_call
        .type   acall_window_call, %function
acall_window_call:
        .cfi_startproc
        str     x19, [sp, #-16]!
        .cfi_adjust_cfa_offset 16
        .cfi_rel_offset x19, 0
        mov     x19, x2
        mov     x8, x0
        mov     x9, x1
        ldp     x0, x1, [x9]
        ldp     x2, x3, [x9, #16]
        ldp     x4, x5, [x9, #32]
        .globl  acall_window_begin
        .hidden acall_window_begin
acall_window_begin:
        ldr     w10, [x19]
        cbnz    w10, acall_window_cancelled
        svc     #0
        .globl  acall_window_end
        .hidden acall_window_end
acall_window_end:
        ldr     x19, [sp], #16
        .cfi_remember_state
        .cfi_restore x19
        .cfi_adjust_cfa_offset -16
        ret
        .globl  acall_window_cancelled
        .hidden acall_window_cancelled
acall_window_cancelled:
        .cfi_restore_state
        mov     x0, #-125
        ldr     x19, [sp], #16
        .cfi_restore x19
        .cfi_adjust_cfa_offset -16
        ret
        .cfi_endproc
        .size   acall_window_call, . - acall_window_call

#else
#error "acall: x86_64 or aarch64"
#endif

        .section .note.GNU-stack, "", %progbits
