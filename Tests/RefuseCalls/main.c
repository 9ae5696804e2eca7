/*
 * Runs a command under a filter that refuses one system call.
 *
 * Input:  refuse-calls NAME ERRNO COMMAND...: the call; EPERM or ENOSYS
 * Output: the command's; 125 where the filter can't be installed
 */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define CALL(name) {#name, SYS_##name}
static const struct {
    const char *name;
    unsigned number;
} calls[] = {
    CALL(getpid), CALL(gettid), CALL(tgkill), CALL(futex), CALL(readlink), CALL(membarrier), CALL(rt_sigaction),
    CALL(rt_sigprocmask), CALL(rt_sigreturn), CALL(rt_sigtimedwait), CALL(clone), {"clone3", 435}, CALL(mmap),
    CALL(munmap), CALL(mprotect), CALL(madvise), CALL(brk), CALL(openat), CALL(read), CALL(fstat), CALL(close),
    CALL(fcntl), CALL(ioctl), CALL(sched_getaffinity), CALL(sched_yield), CALL(timer_create), CALL(timer_settime),
    CALL(timer_delete), CALL(getppid), CALL(uname), CALL(clock_gettime), CALL(clock_nanosleep), CALL(nanosleep),
    CALL(poll), CALL(ppoll), CALL(sigaltstack), CALL(set_robust_list), CALL(set_tid_address), CALL(prlimit64),
    {"rseq", 334}, CALL(getrandom), CALL(kill), CALL(exit), {"pidfd_open", 434}, {"pidfd_send_signal", 424},
    CALL(waitid), CALL(wait4), CALL(rt_sigpending), CALL(write), CALL(newfstatat), CALL(arch_prctl), CALL(sysinfo),
    {"rt_sigqueueinfo", SYS_rt_sigqueueinfo}, CALL(eventfd2),
};

int main(int count, char **words) {
    if (count < 4) return 125;
    unsigned number = ~0u;
    for (size_t index = 0; index < sizeof calls / sizeof *calls; index++)
        if (strcmp(calls[index].name, words[1]) == 0) number = calls[index].number;
    if (number == ~0u) {
        fprintf(stderr, "refuse-calls: no call '%s'\n", words[1]);
        return 125;
    }
    unsigned error = strcmp(words[2], "ENOSYS") == 0 ? ENOSYS : EPERM;
    struct sock_filter code[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, number, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | error),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    struct sock_fprog program = {sizeof code / sizeof *code, code};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) != 0) {
        perror("refuse-calls");
        return 125;
    }
    execv(words[3], words + 3);
    perror(words[3]);
    return 125;
}
