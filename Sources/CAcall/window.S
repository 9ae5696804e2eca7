/*
 * The cancellable system-call window, as a function; acall_window.h has the same for the places where a call is
 * not worth its return.
 *
 *   int64_t acall_window_call(uint64_t nr, const uint64_t args[6], const uint32_t *cancel);
 *
 * Input: the call's number, its six arguments, the address of a flag. Output: what the kernel
 * returned, or -ECANCELED where the flag was set before the system-call instruction was executed.
 * Invariant: from a window's begin up to its end the flag's address is in r15 (x28), and the call has had no effect
 * while the program counter is below the end. So a signal handler that finds the counter there and the flag set may
 * move it to the window's third label. The kernel moves the counter past the instruction when it answers an
 * interrupted call with -EINTR or a partial result, and leaves it on the instruction where the call is to be made
 * anew, without effect so far. Each window stands in the table that the handler searches.
 */
        .text

#if defined(__x86_64__)

        .p2align 6
        .globl  acall_window_call
        .type   acall_window_call, @function
acall_window_call:
        .cfi_startproc
        pushq   %r15
        .cfi_adjust_cfa_offset 8
        .cfi_rel_offset %r15, 0
        movq    %rdx, %r15
        movq    %rdi, %rax
        movq    %rsi, %r11
        movq    0(%r11), %rdi
        movq    8(%r11), %rsi
        movq    16(%r11), %rdx
        movq    24(%r11), %r10
        movq    32(%r11), %r8
        movq    40(%r11), %r9
.Lwindow_begin:
        cmpl    $0, (%r15)
        jne     .Lwindow_cancelled
        syscall
.Lwindow_end:
        popq    %r15
        .cfi_remember_state
        .cfi_restore %r15
        .cfi_adjust_cfa_offset -8
        ret
.Lwindow_cancelled:
        .cfi_restore_state
        movq    $-125, %rax
        popq    %r15
        .cfi_restore %r15
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
        /* A filter has refused it: there is no way back into what was interrupted. */
        movl    $1, %eax
        movl    $2, %edi
        leaq    .Lrefused(%rip), %rsi
        movl    $(.Lrefused_end - .Lrefused), %edx
        syscall
        movl    $231, %eax
        movl    $3, %edi
        syscall
        hlt
.Lrefused:
        .ascii  "acall: rt_sigreturn is refused, and the engine needs it\n"
.Lrefused_end:
        .size   acall_window_restore, . - acall_window_restore

#elif defined(__aarch64__)

        .p2align 6
        .globl  acall_window_call
        .type   acall_window_call, %function
acall_window_call:
        .cfi_startproc
        str     x28, [sp, #-16]!
        .cfi_adjust_cfa_offset 16
        .cfi_rel_offset x28, 0
        mov     x28, x2
        mov     x8, x0
        mov     x9, x1
        ldp     x0, x1, [x9]
        ldp     x2, x3, [x9, #16]
        ldp     x4, x5, [x9, #32]
.Lwindow_begin:
        ldr     w10, [x28]
        cbnz    w10, .Lwindow_cancelled
        svc     #0
.Lwindow_end:
        ldr     x28, [sp], #16
        .cfi_remember_state
        .cfi_restore x28
        .cfi_adjust_cfa_offset -16
        ret
.Lwindow_cancelled:
        .cfi_restore_state
        mov     x0, #-125
        ldr     x28, [sp], #16
        .cfi_restore x28
        .cfi_adjust_cfa_offset -16
        ret
        .cfi_endproc
        .size   acall_window_call, . - acall_window_call

#else
#error "acall: x86_64 or aarch64"
#endif

        .section acall_windows, "ao", %progbits, acall_window_call
        .balign 4
        .long   .Lwindow_begin - ., .Lwindow_end - ., .Lwindow_cancelled - .

        .section .note.GNU-stack, "", %progbits
