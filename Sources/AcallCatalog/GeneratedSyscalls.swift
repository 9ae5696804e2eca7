// swift-format-ignore-file
// System calls by name and by number. Made by `acall-catalog` from `grammar/`: change that, not this.

extension Generated {
    static var syscalls: StaticString {
#"""
_sysctl	=		156	-	z	0	-	-	-	-				Told and set parameters of the kernel; gone, files in /proc/sys having replaced it.				_sysctl(args)	0	-	-	args - =O - - -
accept	=		43	202	d	0	b	-	-	-				Waits for a connection, and gives a socket for it.				peer = accept(listener)	8	-	-	sockfd fd i4s:d - - -	addr upeer_sockaddr >K:2 ? n -	addrlen upeer_addrlen =I:i4u ? d1 -
accept4	=		288	242	d	0	b	-	-	-				Waits for a connection, and gives a socket for it, with flags.				peer = accept4(listener, flags: SOCK_CLOEXEC)	8	-	-	sockfd fd i4s:d - - -	addr upeer_sockaddr >K:2 ? n -	addrlen upeer_addrlen =I:i4u ? d1 -	flags - i4s:f:accept4 - v0 -
access	=		21	-	z	0	-	-	-	-				Tells if the process may use a file.			faccessat(AT_FDCWD, pathname, mode)	access("/etc/hosts", R_OK)	0	-	-	pathname filename <P - - -	mode - i4s:f:access - - -
acct	=		163	89	z	5	-	-	-	-				Starts writing of processes that end to a file, or stops it.	it changes the whole machine			acct()	0	-	-	filename name <P ? n -
add_key	=		248	217	i	0	-	-	-	-				Adds a key to a ring.				value = add_key(type, description, keyring: keyring)	0	-	-	type _type <T - - -	description _description <T - - -	payload _payload <B:3 ? n -	plen - i8u - d2 -	keyring ringid i4s:e:keyring - - -
adjtimex	=		159	171	i	5	-	-	-	-			0:0:modes	Adjusts the clock, or tells how it is adjusted.	it changes the whole machine			value = adjtimex(buf)	0	-	-	buf txc_p =S:timex - - -
afs_syscall	=		183	-	i	0	-	-	-	-				Never made.				value = afs_syscall()	0	-	-
alarm	=		37	-	i	4	-	-	-	-				Asks for a SIGALRM.	the alarm is the whole process's, and ends the runner; use timerfd_create, or a timeout			value = alarm(seconds)	0	-	-	seconds - i4u:s - - -
arch_prctl	=		158	-	i	1	-	-	-	-				Sets a thread's segment registers and features.	the thread's registers are libc's; there is nothing to write instead			value = arch_prctl(op, addr)	0	-	-	op option i4s:e:arch_prctl - - -	addr arg2 i8u:x - - -
bind	=		49	200	z	0	-	-	-	-				Gives a socket its address.				bind(listener, here)	0	-	-	sockfd fd i4s:d - - -	addr umyaddr <K:2 - - -	addrlen - i4s - d1 -
bpf	=		321	280	i	5	-	-	-	-				Does one of many things with BPF programs and maps.	it changes the whole machine			value = bpf(cmd, attr)	0	-	-	cmd - i4s:e:bpf - - -	attr uattr =B:2 - - -	size - i4u - d1 -
brk	=		12	214	a	1	-	-	-	-				Moves the end of the heap.	the heap is the runner's; map memory with mmap instead			page = brk(addr)	0	-	-	addr brk i8u:x - - -
cachestat	=		451	451	z	0	-	-	-	-				Tells how much of a file is in the page cache.				cachestat(fd, cstat_range, cstat)	0	-	-	fd - i4s:d - - -	cstat_range - <S:cachestat_range - - -	cstat - >S:cachestat - - -	flags - i4u - v0 -
capget	=		125	90	z	0	-	-	-	-				Tells a thread's capabilities.				capget(hdrp)	0	-	-	hdrp header =S:user_cap_header - - -	datap dataptr >A:-:user_cap_data ? n - - n2;s.user_cap_data;* - -
capset	=		126	91	z	4	-	-	-	-				Sets the thread's capabilities.	it changes one thread of many, which then serves other steps			capset(hdrp, datap)	0	-	-	hdrp header =S:user_cap_header - - -	datap data <A:-:user_cap_data - - - - n2;s.user_cap_data;* - -
chdir	=		80	49	z	4	-	-	-	-				Changes the working directory.	the working directory is the whole process's; open the directory and give its descriptor to the *at calls instead			chdir("/tmp/file")	0	-	-	path filename <P - - -
chmod	=		90	-	z	0	-	-	-	-				Sets a file's mode.			fchmodat(AT_FDCWD, pathname, mode)	chmod("/tmp/file", 0644)	0	-	-	pathname filename <P - - -	mode - i2u:m - - -
chown	=		92	-	z	0	-	-	-	-				Sets a file's owner and group.			fchownat(AT_FDCWD, pathname, owner, group)	chown("/tmp/file", owner, group)	0	-	-	pathname filename <P - - -	owner user i4u:u - - -	group - i4u:g - - -
chroot	=		161	51	z	4	-	-	-	-				Changes the root directory.	the root directory is the whole process's; openat2 with RESOLVE_IN_ROOT does it for one path			chroot("/tmp/file")	0	-	-	path filename <P - - -
clock_adjtime	=		305	266	i	5	-	-	-	-			1:0:modes	Adjusts a clock, or tells how it is adjusted.	it changes the whole machine			value = clock_adjtime(clk_id, buf)	0	-	-	clk_id which_clock i4s:e:clock - - -	buf tx =S:timex - - -
clock_getres	=		229	114	z	0	-	-	-	-				Tells how fine a clock is.				clock_getres(clockid)	3	-	-	clockid which_clock i4s:e:clock - - -	res tp >S:timespec ? n -
clock_gettime	=		228	113	z	0	-	-	-	-				Tells a clock's time.				clock_gettime(CLOCK_MONOTONIC, now)	1	-	-	clockid which_clock i4s:e:clock - - -	tp - >S:timespec - - -
clock_nanosleep	=		230	115	z	0	-	-	-	-				Sleeps by a clock, for a time or until one.				clock_nanosleep(CLOCK_MONOTONIC, 0, 10ms)	256	-	-	clockid which_clock i4s:e:clock - - -	flags - i4s:f:timer_flags - - -	t rqtp <S:timespec - - - - - - - clockid/-/1:TIMER_ABSTIME	remain rmtp >S:timespec ? n -
clock_settime	=		227	112	z	5	-	-	-	-				Sets a clock.	it changes the whole machine			clock_settime(clockid, tp)	0	-	-	clockid which_clock i4s:e:clock - - -	tp - <S:timespec - - -
clone	@		56	-	p	2	-	-	-	-				Makes a process or a thread.	a copy has one thread of many, and locks that nobody releases; to start a program, write `child = spawn(path, argv)`, and `wait(child)`			pid = clone(flags)	0	-	-	flags clone_flags i8u:f:clone - - -	stack newsp i8u:x - v0 -	parent_tid parent_tidptr >I:i4s ? n -	child_tid child_tidptr >I:i4s ? n -	tls - i8u:x - v0 -
clone3	=		435	435	p	2	-	-	-	-				Makes a process or a thread, as a structure says.	a copy has one thread of many, and locks that nobody releases; to start a program, write `child = spawn(path, argv)`, and `wait(child)`			pid = clone3(cl_args)	0	-	-	cl_args uargs <S:clone_args - - -	size - i8u - d0 -
clone@aarch64	@		-	220	p	2	-	-	-	-				Makes a process or a thread.	a copy has one thread of many, and locks that nobody releases; to start a program, write `child = spawn(path, argv)`, and `wait(child)`			pid = clone(flags)	0	-	-	flags clone_flags i8u:f:clone - - -	stack newsp i8u:x - v0 -	parent_tid parent_tidptr >I:i4s ? n -	tls - i8u:x - v0 -	child_tid child_tidptr >I:i4s ? n -
close	=		3	57	z	3	-	0	-	-				Closes a descriptor.	another descriptor may be the runner's; close what the program opened, or 0, 1, 2			close(fd)	64	-	-	fd - i4s:d - - -
close_range	=		436	436	z	3	-	-	-	-				Closes a range of descriptors.	it closes the runner's descriptors too; close what the program opened, one by one			close_range(first, last)	0	-	-	first fd i4u:d - - -	last max_fd i4u:d - - -	flags - i4s:f:close_range - v0 -
connect	=		42	203	z	0	b	-	-	-				Connects a socket to an address.				connect(fd, there)	80	-	-	sockfd fd i4s:d - - -	addr uservaddr <K:2 - - -	addrlen - i4s - d1 -
copy_file_range	=		326	285	c	0	-	-	-	-,4,-				Copies bytes from one file to another, within the kernel.				n = copy_file_range(from, null, to, null, 1MiB)	0	-	-	fd_in - i4s:d - - -	off_in - =I:i8s ? n -	fd_out - i4s:d - - -	off_out - =I:i8s ? n -	len - i8u - - -	flags - i4u - v0 -
creat	=		85	-	d	0	-	-	-	-				Creates a file, or empties it, and opens it for writing.			openat(AT_FDCWD, pathname, O_CREAT | O_WRONLY | O_TRUNC, mode)	fd = creat("/tmp/file", 0644)	0	-	-	pathname - <P - - -	mode - i2u:m - - -
create_module	=		174	-	a	5	-	-	-	-				Made room for a module; gone from newer kernels.	it changes the whole machine			page = create_module(name, size)	0	-	-	name - <T - - -	size - i8u - - -
delete_module	=		176	106	z	5	-	-	-	-				Removes a kernel module.	it changes the whole machine			delete_module(name)	0	-	-	name name_user <T - - -	flags - i4u:f:delete_module - v0 -
dup	=		32	23	d	0	-	-	-	-				Makes another descriptor of the same open file.				fd = dup(oldfd)	1024	-	-	oldfd fildes i4s:d - - -
dup2	=		33	-	d	3	-	-	-	-				Makes a descriptor of the same open file, with a given number.	it closes what the number was, which may be the runner's; use dup, or a descriptor of the program's own		dup3(oldfd, newfd, 0)	fd = dup2(oldfd, newfd)	1024	-	-	oldfd - i4s:d - - -	newfd - i4s:d - - -
dup3	=		292	24	d	3	-	-	-	-				Makes a descriptor of the same open file, with a given number and flags.	it closes what the number was, which may be the runner's; use dup, or a descriptor of the program's own			fd = dup3(oldfd, newfd)	1024	-	-	oldfd - i4s:d - - -	newfd - i4s:d - - -	flags - i4s:f:dup3 - v0 -
epoll_create	=		213	-	d	0	-	-	-	-				Makes a set of descriptors to wait for.			epoll_create1(0)	fd = epoll_create(size)	0	-	-	size - i4s - - -
epoll_create1	=		291	20	d	0	-	-	-	-				Makes a set of descriptors to wait for.				fd = epoll_create1(EPOLL_CLOEXEC)	0	-	-	flags - i4s:f:epoll_create - v0 -
epoll_ctl	=		233	21	z	0	-	-	-	-				Puts a descriptor into the set, changes it or takes it out.				epoll_ctl(set, EPOLL_CTL_ADD, fd, event)	0	-	-	epfd - i4s:d - - -	op - i4s:e:epoll_op - - -	fd - i4s:d - - -	event - <S:epoll_event ? n -
epoll_ctl_old	=		214	-	i	0	-	-	-	-				Gone; it is now epoll_ctl.				value = epoll_ctl_old()	0	-	-
epoll_pwait	=		281	22	i	0	b	-	-	-				Waits until a descriptor of the set is ready, with a signal mask.				ready = epoll_pwait(set, events, timeout: 500ms)	384	-	-	epfd - i4s:d - - -	events - >A:2:epoll_event - - -	maxevents - i4s - d1 -	timeout - i4s:M - - -	sigmask - <G:5 ? n -	sigsetsize - i8u - d4 -
epoll_pwait2	=		441	441	i	0	b	-	-	-				Waits until a descriptor of the set is ready, to the nanosecond.				ready = epoll_pwait2(set, events, timeout: 500ms)	384	-	-	epfd - i4s:d - - -	events - >A:2:epoll_event - - -	maxevents - i4s - d1 -	timeout - <S:timespec ? n -	sigmask - <G:5 ? n -	sigsetsize - i8u - d4 -
epoll_wait	=		232	-	i	0	b	-	-	-				Waits until a descriptor of the set is ready.			epoll_pwait(epfd, events, maxevents, timeout)	ready = epoll_wait(set, events, timeout: 500ms)	256	-	-	epfd - i4s:d - - -	events - >A:2:epoll_event - - -	maxevents - i4s - d1 -	timeout - i4s:M - - -
epoll_wait_old	=		215	-	i	0	-	-	-	-				Gone; it is now epoll_wait.				value = epoll_wait_old()	0	-	-
eventfd	=		284	-	d	0	-	-	-	-				Makes a counter that can be read, written and waited for.			eventfd2(initval, 0)	fd = eventfd(initval)	8	-	-	initval count i4u - - -
eventfd2	=		290	19	d	0	-	-	-	-				Makes a counter that can be read, written and waited for.				fd = eventfd2(0, EFD_CLOEXEC)	8	-	-	initval count i4u - - -	flags - i4s:f:eventfd - v0 -
execve	=		59	221	n	2	-	-	-	-				Replaces the process's program.	it replaces the runner; to start a program, write `child = spawn(path, argv)`, and `wait(child)`			execve("/tmp/file", argv, envp)	0	-	-	pathname filename <P - - -	argv - <L - - -	envp - <L - - -
execveat	=		322	281	n	2	-	-	-	-				Replaces the process's program, relative to a directory.	it replaces the runner; to start a program, write `child = spawn(path, argv)`, and `wait(child)`			execveat(AT_FDCWD, "/tmp/file", argv, envp)	0	-	-	dirfd fd i4s:D - - -	pathname filename <P - - -	argv - <L - - -	envp - <L - - -	flags - i4s:f:at_execveat - v0 -
exit	=		60	93	n	2	-	-	-	-				Ends the thread.	the thread would vanish without a completion; here it ends the chain			exit(status)	0	-	-	status error_code i4s - - -
exit_group	=	_exit	231	94	n	2	-	-	-	-				Ends the process.	it would end the runner; here it ends the program, with that status			exit_group(status)	0	-	-	status error_code i4s - - -
faccessat	=		269	48	z	0	-	-	-	-				Tells if the process may use a file, relative to a directory.				faccessat(AT_FDCWD, "/etc/hosts", R_OK)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	mode - i4s:f:access - - -
faccessat2	=		439	439	z	0	-	-	-	-				Tells if the process may use a file, with flags.				faccessat2(AT_FDCWD, "/etc/hosts", R_OK, AT_EACCESS)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	mode - i4s:f:access - - -	flags - i4s:f:at_faccessat2 - v0 -
fadvise64	=	posix_fadvise	221	223	z	0	-	-	-	-				Says how a part of a file will be used.				posix_fadvise(fd, 0, 0, POSIX_FADV_SEQUENTIAL)	0	-	-	fd - i4s:d - - -	offset - i8s - - -	len size i8s - - -	advice - i4s:e:fadvise - - -
fallocate	=		285	47	z	0	-	-	-	-				Allocates, punches or moves a part of a file.				fallocate(fd, 0, 0, 1MiB)	0	-	-	fd - i4s:d - - -	mode - i4s:f:fallocate - - -	offset - i8s - - -	len size i8s - - -
fanotify_init	=		300	262	d	0	-	-	-	-				Makes a descriptor that tells of what is done to files, and may decide it.				fd = fanotify_init(FAN_CLASS_NOTIF | FAN_CLOEXEC, O_RDONLY)	8	-	-	flags - i4u:f:fanotify_init - v0 -	event_f_flags - i4u:f:open - v0 -
fanotify_mark	=		301	263	z	0	-	-	-	-				Says which files to be told of.				fanotify_mark(fanotify_fd, flags, mask, AT_FDCWD)	0	-	-	fanotify_fd - i4s:d - - -	flags - i4u:f:fanotify_mark - - -	mask - i8u:f:fanotify_mask - - -	dirfd dfd i4s:D - - -	pathname - <P ? n -
fchdir	=		81	50	z	4	-	-	-	-				Changes the working directory to an open one.	the working directory is the whole process's; give the descriptor to the *at calls instead			fchdir(fd)	0	-	-	fd - i4s:d - - -
fchmod	=		91	52	z	0	-	-	-	-				Sets the mode of an open file.				fchmod(fd, 0644)	0	-	-	fd - i4s:d - - -	mode - i2u:m - - -
fchmodat	=		268	53	z	0	-	-	-	-				Sets a file's mode, relative to a directory.				fchmodat(AT_FDCWD, "/tmp/file", 0644)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	mode - i2u:m - - -
fchmodat2	=		452	452	z	0	-	-	-	-				Sets a file's mode, relative to a directory, with flags.				fchmodat2(AT_FDCWD, "/tmp/file", 0644)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	mode - i2u:m - - -	flags - i4u:f:at_nofollow - v0 -
fchown	=		93	55	z	0	-	-	-	-				Sets the owner and group of an open file.				fchown(fd, owner, group)	0	-	-	fd - i4s:d - - -	owner user i4u:u - - -	group - i4u:g - - -
fchownat	=		260	54	z	0	-	-	-	-				Sets a file's owner and group, relative to a directory.				fchownat(AT_FDCWD, "/tmp/file", owner, group)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	owner user i4u:u - - -	group - i4u:g - - -	flags flag i4s:f:at_nofollow - v0 -
fcntl	=		72	25	i;1:F_GETFL;f:open;1:F_GETFD;f:fd_flags;1:F_GET_SEALS;f:seal	0	1:F_SETLKW,F_OFD_SETLKW	-	1:F_DUPFD,F_DUPFD_CLOEXEC	-	2:1:F_ADD_SEALS:seal|2:1:F_SETFL:open|2:1:F_SETFD:fd_flags	3:1:F_SETFL:-:other processes share these flags; set them on what the program opened, or open it again by its path, such as "/dev/stdin"|1:2:O_ASYNC:-:the signal that it asks for would end the runner; wait with `poll` instead		Does one of many things with a descriptor.				flags = fcntl(fd, F_GETFL)	1024	-	-	fd - i4s:d - - -	op cmd i4u:e:fcntl_cmd - - -	arg - =O ? n - - - fcntl -
fdatasync	=		75	83	z	0	-	-	-	-				Writes a file to its device.				fdatasync(fd)	0	-	-	fd - i4s:d - - -
fgetxattr	=		193	10	c	0	-	-	-	-				Reads an extended attribute of an open file.				n = fgetxattr(fd, name, value)	0	-	-	fd - i4s:d - - -	name - <T - - -	value - >B:3 - - -	size - i8u - d2 -
file_getattr	=		468	468	z	0	-	-	-	-				Tells the attributes that a file system gives a file.				file_getattr(AT_FDCWD, "/tmp/file", attr)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	attr ufattr >S:file_attr - - -	size usize i8u - d2 -	at_flags - i4u:f:file_attr - v0 -
file_setattr	=		469	469	z	0	-	-	-	-				Sets the attributes that a file system gives a file.				file_setattr(AT_FDCWD, "/tmp/file", attr)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	attr ufattr <S:file_attr - - -	size usize i8u - d2 -	at_flags - i4u:f:file_attr - v0 -
finit_module	=		313	273	z	5	-	-	-	-				Loads a kernel module from a file.	it changes the whole machine			finit_module(fd, param_values)	0	-	-	fd - i4s:d - - -	param_values uargs <T - - -	flags - i4s:f:finit_module - v0 -
flistxattr	=		196	13	c	0	-	-	-	-				Reads the names of an open file's extended attributes.				n = flistxattr(fd, list)	0	-	-	fd - i4s:d - - -	list - >B:2 - - -	size - i8u - d1 -
flock	=		73	32	z	0	b	-	-	-				Locks an open file, or unlocks it.				flock(fd, LOCK_EX)	0	1:LOCK_NB,LOCK_UN	-	fd - i4s:d - - -	op cmd i4u:f:flock - - -
fork	=		57	-	p	2	-	-	-	-				Makes a copy of the process.	a copy has one thread of many, and locks that nobody releases; to start a program, write `child = spawn(path, argv)`, and `wait(child)`			pid = fork()	0	-	-
fremovexattr	=		199	16	z	0	-	-	-	-				Removes an extended attribute of an open file.				fremovexattr(fd, name)	0	-	-	fd - i4s:d - - -	name - <T - - -
fsconfig	=		431	431	z	5	-	-	-	-				Sets a parameter of a file system.	it changes the whole machine			fsconfig(fd, cmd)	0	-	-	fd fs_fd i4s:d - - -	cmd - i4u:e:fsconfig - - -	key - <T ? n -	value - <O ? n -	aux - i4s - v0 -
fsetxattr	=		190	7	z	0	-	-	-	-				Sets an extended attribute of an open file.				fsetxattr(fd, name, value)	0	-	-	fd - i4s:d - - -	name - <T - - -	value - <B:3 - - -	size - i8u - d2 -	flags - i4s:f:xattr - v0 -
fsmount	=		432	432	d	5	-	-	-	-				Makes a mount of a file system that was set up.	it changes the whole machine			fd = fsmount(fsfd)	0	-	-	fsfd fs_fd i4s:d - - -	flags - i4u:f:fsmount - v0 -	attr_flags ms_flags i4u:f:mount_attributes - v0 -
fsopen	=		430	430	d	5	-	-	-	-				Makes a descriptor for setting up a file system.	it changes the whole machine			fd = fsopen(fsname)	0	-	-	fsname fs_name <T - - -	flags - i4u:f:fsopen - v0 -
fspick	=		433	433	d	5	-	-	-	-				Makes a descriptor for changing a mounted file system.	it changes the whole machine			fd = fspick(AT_FDCWD, "/tmp/file")	0	-	-	dirfd dfd i4s:D - - -	path - <P - - -	flags - i4u:f:fspick - v0 -
fstat	=		5	80	z	0	-	-	-	-				Tells the attributes of an open file.				fstat(fd, st)	1	-	-	fd - i4s:d - - -	statbuf - >S:stat - - -
fstatfs	=		138	44	z	0	-	-	-	-				Tells of the file system that an open file is in.				fstatfs(fd, buf)	0	-	-	fd - i4s:d - - -	buf - >S:statfs - - -
fsync	=		74	82	z	0	-	-	-	-				Writes a file and its attributes to its device.				fsync(fd)	0	-	-	fd - i4s:d - - -
ftruncate	=		77	46	z	0	-	-	-	-				Sets the length of an open file.				ftruncate(fd, 4096)	0	-	-	fd - i4s:d - - -	length - i8s - - -
futex	=		202	98	i	0	b	-	-	-				Waits for a word of memory to change, or wakes who waits.				woken = futex(word, FUTEX_WAKE_PRIVATE, 1)	272	-	-	uaddr - =I:i4u - - -	futex_op op i4s:f:futex_op - - -	val - i4u - - -	timeout utime <S:timespec ? n - - - - - CLOCK_MONOTONIC/-/1:FUTEX_WAIT_BITSET,FUTEX_LOCK_PI	uaddr2 - =I:i4u ? n -	val3 - i4u - v0 -
futex_requeue	=		456	456	i	0	-	-	-	-				Wakes some who wait, and lets others wait for another word.				value = futex_requeue(waiters, nr_wake: nr_wake, nr_requeue: nr_requeue)	0	-	-	waiters - <A:-:futex_waitv - - - - n2;s.futex_waitv;* - -	flags - i4u - v0 -	nr_wake - i4s - - -	nr_requeue - i4s - - -
futex_wait	=		455	455	z	0	b	-	-	-				Waits for a word of memory to change.				futex_wait(uaddr, val, mask, flags)	16	-	-	uaddr - =I:i4u - - -	val - i8u - - -	mask - i8u:x - - -	flags - i4u:f:futex2 - - -	timeout - <S:timespec ? n - - - - - clockid/-/-	clockid - i4s:e:clock - v0 -
futex_waitv	=		449	449	i	0	b	-	-	-				Waits for one of several words of memory to change.				value = futex_waitv(waiters)	0	-	-	waiters - <A:1:futex_waitv - - -	nr_futexes - i4u - d0 -	flags - i4u - v0 -	timeout - <S:timespec ? n - - - - - clockid/-/-	clockid - i4s:e:clock - v0 -
futex_wake	=		454	454	i	0	-	-	-	-				Wakes who waits for a word of memory.				value = futex_wake(uaddr, mask, nr, flags)	0	-	-	uaddr - =I:i4u - - -	mask - i8u:x - - -	nr - i4s - - -	flags - i4u:f:futex2 - - -
futimesat	=		261	-	z	0	-	-	-	-				Sets a file's times, in microseconds, relative to a directory.			utimensat(dirfd, pathname, times)	futimesat(AT_FDCWD)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P ? n -	times utimes <A:-:timeval ? n - - n2;s.timeval;* - - CLOCK_REALTIME/-/-
get_kernel_syms	=		177	-	i	0	-	-	-	-				Told the kernel's symbols; gone from newer kernels.				value = get_kernel_syms()	0	-	-	table - >O ? n -
get_mempolicy	=		239	236	z	0	-	-	-	-				Tells which nodes memory comes from.				get_mempolicy()	0	-	-	mode policy >I:i4s ? n -	nodemask nmask >B:- ? n - - p2;n63;+;n64;/;n8;* - -	maxnode - i8u - v0 -	addr - i8u:x - v0 -	flags - i8u:f:get_mempolicy - v0 -
get_robust_list	=		274	100	z	0	-	-	-	-				Tells which locks a thread holds.				get_robust_list(pid, head_ptr, len_ptr)	0	-	-	pid - i4s:p - - -	head_ptr - >I:i8u:x - - -	len_ptr - >I:i8u - - -
get_thread_area	=		211	-	z	0	-	-	-	-				Tells a thread's segment.				get_thread_area(u_info)	0	-	-	u_info - =S:user_desc - - -
getcpu	=		309	168	z	0	-	-	-	-				Tells on which processor the thread runs.				getcpu(cpu, node)	1	-	-	cpu cpup >I:i4u ? n -	node nodep >I:i4u ? n -	tcache unused <O ? n -
getcwd	=		79	17	c	0	-	-	-	-				Tells the working directory; the count includes the NUL.				n = getcwd(path)	1	-	-	buf - >B:1 - - -	size - i8u - d0 -
getdents	=		78	-	c	0	-	-	-	-				Reads entries of a directory, in the old form.			getdents64(fd, dirp)	n = getdents(fd, entries)	0	-	-	fd - i4s:d - - -	dirp dirent >B:2 - - -	count - i4u - d1 -
getdents64	=		217	61	c	0	-	-	-	-				Reads entries of a directory: records of linux_dirent64.				n = getdents64(fd, entries)	0	-	-	fd - i4s:d - - -	dirp dirent >B:2 - - - linux_dirent64	count - i4u - d1 -
getegid	=		108	177	i	0	-	-	-	-				Tells the effective group id.				value = getegid()	1	-	-
geteuid	=		107	175	i	0	-	-	-	-				Tells the effective user id.				value = geteuid()	1	-	-
getgid	=		104	176	i	0	-	-	-	-				Tells the group id.				value = getgid()	1	-	-
getgroups	=		115	158	i	0	-	-	-	-				Tells the supplementary groups.				value = getgroups()	1	-	-	size gidsetsize i4s - d1 -	list grouplist >R:0:i4u ? n -
getitimer	=		36	102	z	0	-	-	-	-				Tells how long an interval timer has to go.				getitimer(which, curr_value)	0	-	-	which - i4s:e:itimer - - -	curr_value value >S:itimerval - - -
getpeername	=		52	205	z	0	-	-	-	-				Tells the address a socket is connected to.				getpeername(fd, there)	0	-	-	sockfd fd i4s:d - - -	addr usockaddr >K:2 - - -	addrlen usockaddr_len =I:i4u - d1 -
getpgid	=		121	155	p	0	-	-	-	-				Tells the process group of a process.				group = getpgid(0)	3	-	-	pid - i4s:p - - -
getpgrp	=		111	-	p	0	-	-	-	-				Tells the process group.			getpgid(0)	pid = getpgrp()	3	-	-
getpid	=		39	172	p	0	-	-	-	-				Tells the process's id.				pid = getpid()	3	-	-
getpmsg	=		181	-	i	0	-	-	-	-				Never made.				value = getpmsg()	0	-	-
getppid	=		110	173	p	0	-	-	-	-				Tells the parent process's id.				pid = getppid()	3	-	-
getpriority	=		140	141	i	0	-	-	-	-				Tells a process's priority, as 20 minus the nice value.				priority = getpriority(PRIO_PROCESS, 0)	0	-	-	which - i4s:e:priority_which - - -	who - i4s - - -
getrandom	=		318	278	c	0	-	-	-	0,1,-				Fills memory with random bytes.				n = getrandom(buf) fully	32	-	-	buf ubuf >B:1 - - -	buflen len i8u - d0 -	flags - i4u:f:getrandom - v0 -
getresgid	=		120	150	z	0	-	-	-	-				Tells the real, effective and saved group ids.				getresgid(rgid, egid, sgid)	1	-	-	rgid - >I:i4u:g - - -	egid - >I:i4u:g - - -	sgid - >I:i4u:g - - -
getresuid	=		118	148	z	0	-	-	-	-				Tells the real, effective and saved user ids.				getresuid(ruid, euid, suid)	1	-	-	ruid - >I:i4u:u - - -	euid - >I:i4u:u - - -	suid - >I:i4u:u - - -
getrlimit	=		97	163	z	0	-	-	-	-				Tells a limit of the process.				getrlimit(RLIMIT_NOFILE, limit)	3	-	-	resource - i4u:e:rlimit - - -	rlim - >S:rlimit - - -
getrusage	=		98	165	z	0	-	-	-	-				Tells what the process has used.				getrusage(RUSAGE_SELF, used)	1	-	-	who - i4s:e:rusage_who - - -	usage ru >S:rusage - - -
getsid	=		124	156	p	0	-	-	-	-				Tells the session of a process.				session = getsid(0)	3	-	-	pid - i4s:p - - -
getsockname	=		51	204	z	0	-	-	-	-				Tells a socket's own address.				getsockname(fd, here)	0	-	-	sockfd fd i4s:d - - -	addr usockaddr >K:2 - - -	addrlen usockaddr_len =I:i4u - d1 -
getsockopt	=		55	209	z	0	-	-	-	-	2:1:SOL_SOCKET:sol_socket_option|2:1:SOL_IP,IPPROTO_IP:ip_option|2:1:SOL_IPV6,IPPROTO_IPV6:ipv6_option|2:1:SOL_TCP,IPPROTO_TCP:tcp_option|2:1:SOL_UDP,IPPROTO_UDP:udp_option|2:1:SOL_NETLINK:netlink_option|2:1:SOL_PACKET:packet_option|2:1:SOL_TLS:tls_option|2:1:SOL_ALG:alg_option			Tells an option of a socket.				getsockopt(fd, SOL_SOCKET, SO_ERROR, error)	0	-	-	sockfd fd i4s:d - - -	level - i4s:e:socket_level - - -	optname - i4s:e:socket_option - - -	optval - >B:- - - - - b4 getsockopt -	optlen - =I:i4u - d3 -
gettid	=		186	178	p	0	-	-	-	-				Tells the thread's id.				pid = gettid()	1	-	-
gettimeofday	=		96	169	z	0	-	-	-	-				Tells the time of day.				gettimeofday(now)	3	-	-	tv - >S:timeval ? n -	tz - >S:timezone ? n -
getuid	=		102	174	i	0	-	-	-	-				Tells the user id.				value = getuid()	1	-	-
getxattr	=		191	8	c	0	-	-	-	-				Reads an extended attribute of a file.				n = getxattr("/tmp/file", "user.note", text)	0	-	-	path pathname <P - - -	name - <T - - -	value - >B:3 - - -	size - i8u - d2 -
getxattrat	=		464	464	c	0	-	-	-	-				Reads an extended attribute of a file, relative to a directory.				n = getxattrat(AT_FDCWD, "/tmp/file", at_flags, name, value)	0	-	-	dirfd dfd i4s:D - - -	pathname - <P - - -	at_flags - i4u:f:at_nofollow - - -	name - <T - - -	value uargs <S:xattr_args - - - - - - value	size usize i8u - d4 -
init_module	=		175	105	z	5	-	-	-	-				Loads a kernel module from memory.	it changes the whole machine			init_module(module_image, param_values: param_values)	0	-	-	module_image umod <B:1 - - -	len - i8u - d0 -	param_values uargs <T - - -
inotify_add_watch	=		254	27	i	0	-	-	-	-				Asks to be told of changes to a file.				watch = inotify_add_watch(fd, "/tmp", IN_CREATE | IN_DELETE)	0	-	-	fd - i4s:d - - -	pathname path <P - - -	mask - i4u:f:inotify_mask - - -
inotify_init	=		253	-	d	0	-	-	-	-				Makes a descriptor that tells of changes to files.			inotify_init1(0)	fd = inotify_init()	8	-	-
inotify_init1	=		294	26	d	0	-	-	-	-				Makes a descriptor that tells of changes to files.				fd = inotify_init1(IN_CLOEXEC)	8	-	-	flags - i4s:f:inotify_init - v0 -
inotify_rm_watch	=		255	28	z	0	-	-	-	-				Asks to be told no more.				inotify_rm_watch(fd, wd)	0	-	-	fd - i4s:d - - -	wd - i4s - - -
io_cancel	=		210	3	z	0	-	-	-	-				Tries to stop an asynchronous request.				io_cancel(ctx_id, iocb, result)	0	-	-	ctx_id ctx i8u:x - - -	iocb - <S:iocb - - -	result - >S:io_event - - -
io_destroy	=		207	1	z	0	-	-	-	-				Ends a context and its requests.				io_destroy(ctx_id)	0	-	-	ctx_id ctx i8u:x - - -
io_getevents	=		208	4	i	0	b	-	-	-				Waits for asynchronous requests to be done.				value = io_getevents(ctx_id, min_nr, events: events)	256	-	-	ctx_id ctx i8u:x - - -	min_nr - i8s - - -	nr - i8s - d3 -	events - >A:2:io_event - - -	timeout - =S:timespec ? n -
io_pgetevents	=		333	292	i	0	b	-	-	-				Waits for asynchronous requests to be done, with a signal mask.				value = io_pgetevents(ctx_id, min_nr, events: events)	384	-	-	ctx_id ctx i8u:x - - -	min_nr - i8s - - -	nr - i8s - d3 -	events - >A:2:io_event - - -	timeout - =S:timespec ? n -	usig - <S:sigset_argpack ? n -
io_setup	=		206	0	z	0	-	-	-	-				Makes a context for asynchronous requests.				io_setup(nr_events, ctx_idp)	0	-	-	nr_events nr_reqs i4u - - -	ctx_idp ctx =I:i8u:x - - -
io_submit	=		209	2	i	1	-	-	-	-				Starts asynchronous requests.	its requests name memory by number, which nothing checks; write `preadv2` or `pwritev2` in a `task` instead			value = io_submit(ctx_id, nr, iocbpp)	0	-	-	ctx_id ctx i8u:x - - -	nr - i8s - - -	iocbpp - <O - - -
io_uring_enter	=		426	426	i	1	b	-	-	-				Submits requests of a ring, and waits for completions.	its requests name memory by number, which nothing checks; write the calls themselves, in a `task` each			value = io_uring_enter(fd, to_submit, min_complete)	0	-	-	fd - i4u:d - - -	to_submit - i4u - - -	min_complete - i4u - - -	flags - i4u:f:io_uring_enter - v0 -	sig argp <O ? n -	argsz - i8u - v0 -
io_uring_register	=		427	427	i	1	-	-	-	-				Gives a ring its buffers, files and other properties.	what it is given names memory by number, which nothing checks			value = io_uring_register(fd, opcode)	0	-	-	fd - i4u:d - - -	opcode - i4u:f:io_uring_register - - -	arg - =O ? n -	nr_args - i4u - v0 -
io_uring_setup	=		425	425	d	0	-	-	-	-		1:1:IORING_SETUP_SQPOLL,IORING_SETUP_NO_MMAP:flags:its requests name memory by number, which nothing checks		Makes a pair of rings for asynchronous requests.		its requests escape the engine's accounting and a seccomp filter		fd = io_uring_setup(entries, params)	0	-	-	entries - i4u - - -	params p =S:io_uring_params - - -
ioctl	=		16	29	i	0	-	-	-	-		3:1:FIONBIO:-:other processes share this flag; set it on what the program opened		Does what only one kind of device or file can.				ioctl(0, TIOCGWINSZ, window)	64	-	-	fd - i4s:d - - -	op cmd i4u:e:ioctl - - -	arg - =O ? n - - - ioctl -
ioperm	=		173	-	z	5	-	-	-	-				Lets the thread reach some I/O ports.	it reaches the machine's devices			ioperm(from, num, turn_on)	0	-	-	from - i8u:x - - -	num - i8u - - -	turn_on - i4s - - -
iopl	=		172	-	z	5	-	-	-	-				Lets the thread reach all I/O ports.	it reaches the machine's devices			iopl(level)	0	-	-	level - i4u - - -
ioprio_get	=		252	31	i	0	-	-	-	-				Tells a process's priority for input and output.				value = ioprio_get(which, who)	0	-	-	which - i4s:e:ioprio_who - - -	who - i4s - - -
ioprio_set	=		251	30	z	4	-	-	-	-				Sets a process's priority for input and output.	it changes one thread of many, which then serves other steps			ioprio_set(which, who, ioprio)	0	-	-	which - i4s:e:ioprio_who - - -	who - i4s - - -	ioprio - i4s - - -
kcmp	=		312	272	i	0	-	-	-	-				Tells if two processes share something.				value = kcmp(pid1, pid2, type)	0	-	-	pid1 - i4s:p - - -	pid2 - i4s:p - - -	type - i4s:e:kcmp - - -	idx1 - i8u - v0 -	idx2 - i8u - v0 -
kexec_file_load	=		320	294	z	5	-	-	-	-				Loads a kernel from a file, to be started later.	it changes the whole machine			kexec_file_load(kernel_fd, initrd_fd, cmdline: cmdline)	0	-	-	kernel_fd - i4s:d - - -	initrd_fd - i4s:d - - -	cmdline_len - i8u - d3 -	cmdline cmdline_ptr <B:2 - - -	flags - i8u:f:kexec_file - v0 -
kexec_load	=		246	104	z	5	-	-	-	-				Loads a kernel to be started later.	it changes the whole machine			kexec_load(entry, nr_segments, segments)	0	-	-	entry - i8u:x - - -	nr_segments - i8u - - -	segments - <A:1:kexec_segment - - -	flags - i8u:f:kexec - v0 -
keyctl	=		250	219	i	4	-	-	-	-				Does one of many things with keys.	it changes one thread of many, which then serves other steps			value = keyctl(op)	0	-	-	op option i4s:e:keyctl - - -	arg2 - =O ? n - - - keyctl -	arg3 - =O ? n - - - keyctl -	arg4 - =O ? n - - - keyctl -	arg5 - =O ? n - - - keyctl -
kill	=		62	129	z	3	-	-	-	-				Sends a signal to a process.	it can hit the runner; name a child of the program's own			kill(child, SIGTERM)	0	-	-	pid - i4s:p - - -	sig - i4s:S - - -
landlock_add_rule	=		445	445	z	4	-	-	-	-				Puts a rule into a set.	such rules bind one thread of many			landlock_add_rule(ruleset_fd, rule_type, rule_attr)	0	-	-	ruleset_fd - i4s:d - - -	rule_type - i4s:e:landlock_rule - - -	rule_attr - <O - - -	flags - i4u:f:landlock_add_rule - v0 -
landlock_create_ruleset	=		444	444	i	4	-	-	-	-			2:LANDLOCK_CREATE_RULESET_VERSION,LANDLOCK_CREATE_RULESET_ERRATA:	Makes a set of rules about files and ports, or tells the version of Landlock.	such rules bind one thread of many			version = landlock_create_ruleset(null, 0, LANDLOCK_CREATE_RULESET_VERSION)	0	-	-	attr - <S:landlock_ruleset_attr ? n -	size - i8u - d0 -	flags - i4u:f:landlock_create_ruleset - v0 -
landlock_restrict_self	=		446	446	z	4	-	-	-	-				Binds the thread by a set of rules.	such rules bind one thread of many			landlock_restrict_self(ruleset_fd)	0	-	-	ruleset_fd - i4s:d - - -	flags - i4u:f:landlock_restrict_self - v0 -
lchown	=		94	-	z	0	-	-	-	-				Sets a file's owner and group, a symbolic link's being its own.			fchownat(AT_FDCWD, pathname, owner, group, AT_SYMLINK_NOFOLLOW)	lchown("/tmp/file", owner, group)	0	-	-	pathname filename <P - - -	owner user i4u:u - - -	group - i4u:g - - -
lgetxattr	=		192	9	c	0	-	-	-	-				Reads an extended attribute of a file, a symbolic link's being its own.				n = lgetxattr("/tmp/file", name, value)	0	-	-	path pathname <P - - -	name - <T - - -	value - >B:3 - - -	size - i8u - d2 -
link	=		86	-	z	0	-	-	-	-				Gives a file another name.			linkat(AT_FDCWD, oldpath, AT_FDCWD, newpath, 0)	link("/tmp/oldpath", "/tmp/newpath")	0	-	-	oldpath oldname <P - - -	newpath newname <P - - -
linkat	=		265	37	z	0	-	-	-	-				Gives a file another name, relative to directories.				linkat(AT_FDCWD, "/tmp/oldpath", AT_FDCWD, "/tmp/newpath")	0	-	-	olddirfd olddfd i4s:D - - -	oldpath oldname <P - - -	newdirfd newdfd i4s:D - - -	newpath newname <P - - -	flags - i4s:f:at_linkat - v0 -
listen	=		50	201	z	0	-	-	-	-				Lets others connect to a socket.				listen(listener, 128)	0	-	-	sockfd fd i4s:d - - -	backlog - i4s - - -
listmount	=		458	458	i	0	-	-	-	-				Tells the ids of mounts.				value = listmount(req, mnt_ids)	0	-	-	req - <S:mnt_id_req - - - - s.mnt_id_req;f0.size;^ - -	mnt_ids - >R:2:i8u - - -	nr_mnt_ids - i8u - d1 -	flags - i4u:f:listmount - v0 -
listns	=		470	470	i	0	-	-	-	-				Tells the ids of namespaces.				value = listns(req, ns_ids)	0	-	-	req - <S:ns_id_req - - - - s.ns_id_req;f0.size;^ - -	ns_ids - >R:2:i8u - - -	nr_ns_ids - i8u - d1 -	flags - i4u - v0 -
listxattr	=		194	11	c	0	-	-	-	-				Reads the names of a file's extended attributes, each with a NUL.				n = listxattr("/tmp/file", list)	0	-	-	path pathname <P - - -	list - >B:2 - - -	size - i8u - d1 -
listxattrat	=		465	465	c	0	-	-	-	-				Reads the names of a file's extended attributes, relative to a directory.				n = listxattrat(AT_FDCWD, "/tmp/file", at_flags, list)	0	-	-	dirfd dfd i4s:D - - -	pathname - <P - - -	at_flags - i4u:f:at_nofollow - - -	list - >B:4 - - -	size - i8u - d3 -
llistxattr	=		195	12	c	0	-	-	-	-				Reads the names of a file's extended attributes, a symbolic link's being its own.				n = llistxattr("/tmp/file", list)	0	-	-	path pathname <P - - -	list - >B:2 - - -	size - i8u - d1 -
lookup_dcookie	=		212	18	c	0	-	-	-	-				Told a path by its cookie; gone from newer kernels.				n = lookup_dcookie(cookie, buffer)	0	-	-	cookie - i8u:x - - -	buffer buf >B:2 - - -	len - i8u - d1 -
lremovexattr	=		198	15	z	0	-	-	-	-				Removes an extended attribute of a file, a symbolic link's being its own.				lremovexattr("/tmp/file", name)	0	-	-	path pathname <P - - -	name - <T - - -
lseek	=		8	62	i	0	-	-	-	-				Moves a file's offset.				offset = lseek(fd, 0, SEEK_SET)	1	-	-	fd - i4s:d - - -	offset - i8s - - -	whence - i4u:e:seek - - -
lsetxattr	=		189	6	z	0	-	-	-	-				Sets an extended attribute of a file, a symbolic link's being its own.				lsetxattr("/tmp/file", name, value)	0	-	-	path pathname <P - - -	name - <T - - -	value - <B:3 - - -	size - i8u - d2 -	flags - i4s:f:xattr - v0 -
lsm_get_self_attr	=		459	459	i	0	-	-	-	-				Tells how security modules see the thread.				value = lsm_get_self_attr(attr, ctx)	0	-	-	attr - i4u:e:lsm_attribute - - -	ctx - >B:- - - - - b2 - -	size - =I:i4u - d1 -	flags - i4u:f:lsm_flags - v0 -
lsm_list_modules	=		461	461	i	0	-	-	-	-				Tells which security modules there are.				value = lsm_list_modules(ids)	0	-	-	ids - >B:- - - - - b1 - -	size - =I:i4u - d0 -	flags - i4u - v0 -
lsm_set_self_attr	=		460	460	z	4	-	-	-	-				Sets how security modules see the thread.	it changes one thread of many, which then serves other steps			lsm_set_self_attr(attr, ctx)	0	-	-	attr - i4u:e:lsm_attribute - - -	ctx - <B:2 - - -	size - i4u - d1 -	flags - i4u - v0 -
lstat	=		6	-	z	0	-	-	-	-				Tells a file's attributes, a symbolic link's being its own.			newfstatat(AT_FDCWD, pathname, statbuf, AT_SYMLINK_NOFOLLOW)	lstat("/tmp/file", statbuf)	0	-	-	pathname filename <P - - -	statbuf - >S:stat - - -
madvise	=		28	233	z	3	-	-	-	-				Says how a part of memory will be used.	some advice empties memory, the runner's too; name what the program's mmap gave			madvise(addr, advice: advice)	1	-	-	addr start =O - - -	length len i8u - d0 -	advice behavior i4s:e:madvise - - -
map_shadow_stack	=		453	453	a	1	-	-	-	-				Makes a shadow stack.	shadow stacks are libc's; there is nothing to write instead			page = map_shadow_stack(addr, size)	0	-	-	addr - i8u:x - - -	size - i8u - - -	flags - i4u:f:shadow_stack - v0 -
mbind	=		237	235	z	4	-	-	-	-				Says which nodes a part of memory comes from.	it changes the whole process, the runner included			mbind(addr, len, mode)	0	-	-	addr start i8u:x - - -	len - i8u - - -	mode - i8u:f:mempolicy - - -	nodemask nmask <O ? n -	maxnode - i8u - v0 -	flags - i4u:f:mbind - v0 -
membarrier	=		324	283	i	3	-	-	-	-				Puts a memory barrier on all threads.	registering changes the whole process; only MEMBARRIER_CMD_QUERY and what the program itself registered are sure			value = membarrier(cmd)	0	-	-	cmd - i4s:e:membarrier_cmd - - -	flags - i4u:f:membarrier_flags - v0 -	cpu_id - i4s - v0 -
memfd_create	=		319	279	d	0	-	-	-	-				Makes a file that is only in memory.				fd = memfd_create("scratch", MFD_CLOEXEC)	0	-	-	name uname <T - - -	flags - i4u:f:memfd - v0 -
memfd_secret	=		447	447	d	0	-	-	-	-				Makes memory that the kernel can't see either.				fd = memfd_secret()	0	-	-	flags - i4u:f:memfd_secret - v0 -
migrate_pages	=		256	238	i	3	-	-	-	-				Moves a process's pages to other nodes.	it moves the runner's pages; name a child of the program's own			value = migrate_pages(pid, maxnode, old_nodes, new_nodes)	0	-	-	pid - i4s:p - - -	maxnode - i8u - - -	old_nodes from <O - - -	new_nodes to <O - - -
mincore	=		27	232	z	0	-	-	-	-				Tells which pages are in memory, a byte each.				mincore(addr, vec: vec)	0	-	-	addr start =O - - -	length len i8u - d0 -	vec - >B:- - - - - p1;n4095;+;n4096;/ - -
mkdir	=		83	-	z	0	-	-	-	-				Makes a directory.			mkdirat(AT_FDCWD, pathname, mode)	mkdir("/tmp/new", 0755)	0	-	-	pathname - <P - - -	mode - i2u:m - - -
mkdirat	=		258	34	z	0	-	-	-	-				Makes a directory, relative to a directory.				mkdirat(AT_FDCWD, "/tmp/new", 0755)	0	-	-	dirfd dfd i4s:D - - -	pathname - <P - - -	mode - i2u:m - - -
mknod	=		133	-	z	0	-	-	-	-				Makes a file, a FIFO or a device.			mknodat(AT_FDCWD, pathname, mode, dev)	mknod("/tmp/fifo", S_IFIFO | 0600)	0	-	-	pathname filename <P - - -	mode - i2u:m - - -	dev - i4u:v - v0 -
mknodat	=		259	33	z	0	-	-	-	-				Makes a file, a FIFO or a device, relative to a directory.				mknodat(AT_FDCWD, "/tmp/fifo", S_IFIFO | 0600)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	mode - i2u:m - - -	dev - i4u:v - v0 -
mlock	=		149	228	z	0	-	-	-	-				Keeps a part of memory from being swapped.				mlock(addr)	0	-	-	addr start =O - - -	len - i8u - d0 -
mlock2	=		325	284	z	0	-	-	-	-				Keeps a part of memory from being swapped, with flags.				mlock2(addr)	0	-	-	addr start =O - - -	len - i8u - d0 -	flags - i4s:f:mlock2 - v0 -
mlockall	=		151	230	z	4	-	-	-	-				Keeps all memory from being swapped.	it changes the whole process, the runner included; lock the program's own mapping with mlock instead			mlockall(flags)	0	-	-	flags - i4s:f:mlockall - - -
mmap	=		9	222	a	0	-	-	-	-		1:3:MAP_FIXED:-:it replaces whatever is mapped there, the runner's memory too; let the kernel choose the address, or use MAP_FIXED_NOREPLACE		Maps a file, or new memory.				page = mmap(null, 64KiB, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS)	0	-	1	addr - <O ? n -	length len i8u - - -	prot - i8u:f:mmap_prot - - -	flags - i8u:f:mmap_flags - - -	fd - i8s:d - v-1 -	offset off i8u:x - v0 -
modify_ldt	=		154	-	i	1	-	-	-	-				Changes the process's segments.	the thread's segments are libc's; there is nothing to write instead			value = modify_ldt(func, ptr)	0	-	-	func - i4s - - -	ptr - =B:2 - - -	bytecount - i8u - d1 -
mount	=		165	40	z	5	-	-	-	-				Mounts a file system.	it changes the whole machine			mount("none", "/mnt", "tmpfs")	0	-	-	source dev_name <T ? n -	target dir_name <P - - -	filesystemtype type <T ? n -	mountflags flags i8u:f:mount_flags - v0 -	data - <O ? n -
mount_setattr	=		442	442	z	5	-	-	-	-				Changes the attributes of a mount.	it changes the whole machine			mount_setattr(AT_FDCWD, "/tmp/file", flags, attr)	0	-	-	dirfd dfd i4s:D - - -	path - <P - - -	flags - i4u:f:mount_setattr - - -	attr uattr <S:mount_attr - - -	size usize i8u - d3 -
move_mount	=		429	429	z	5	-	-	-	-				Moves a mount, or puts it in its place.	it changes the whole machine			move_mount(AT_FDCWD, "/tmp/from_path", AT_FDCWD, "/tmp/to_path")	0	-	-	from_dirfd from_dfd i4s:D - - -	from_path from_pathname <P - - -	to_dirfd to_dfd i4s:D - - -	to_path to_pathname <P - - -	flags - i4u:f:move_mount - v0 -
move_pages	=		279	239	i	3	-	-	-	-				Moves pages to other nodes, one by one.	it moves the runner's pages; name a child of the program's own			value = move_pages(pid, count, pages, status: status)	0	-	-	pid - i4s:p - - -	count nr_pages i8u - - -	pages - <O - - -	nodes - <O ? n -	status - >R:1:i4s - - -	flags - i4s:f:move_pages - v0 -
mprotect	=		10	226	z	3	-	-	-	-				Says what may be done with a part of memory.	other memory is the runner's; name what the program's mmap gave			mprotect(addr, prot: prot)	0	-	-	addr start =O - - -	len - i8u - d0 -	prot - i8u:f:mmap_prot - - -
mq_getsetattr	=		245	185	z	0	-	-	-	-				Tells and sets the attributes of a message queue.				mq_getsetattr(mqdes)	0	-	-	mqdes - i4s:d - - -	newattr u_mqstat <S:mq_attr ? n -	oldattr u_omqstat >S:mq_attr ? n -
mq_notify	=		244	184	z	0	-	-	-	-		1:1:SIGEV_NONE:!sigev_notify:the signal that it asks for would end the runner; wait for the queue with `poll` instead		Asks to be told of a message.				mq_notify(mqdes)	0	-	-	mqdes - i4s:d - - -	sevp u_notification <S:sigevent ? n -
mq_open	=		240	180	d	0	-	-	-	-				Opens a message queue; a slash at the start of its name is left out, as libc does.				fd = mq_open("queue", O_RDWR | O_CREAT | O_CLOEXEC, 0600)	0	-	-	name u_name <T / - -	oflag - i4s:f:open - - -	mode - i2u:m - v0 1:O_CREAT	attr u_attr <S:mq_attr ? n -
mq_timedreceive	=		243	183	c	0	b	-	-	-				Takes a message from a queue.				n = mq_timedreceive(mqdes, msg_ptr)	0	-	-	mqdes - i4s:d - - -	msg_ptr u_msg_ptr >B:2 - - -	msg_len - i8u - d1 -	msg_prio u_msg_prio >I:i4u ? n -	abs_timeout u_abs_timeout <S:timespec ? n - - - - - CLOCK_REALTIME/-/-
mq_timedsend	=		242	182	z	0	b	-	-	-				Puts a message into a queue.				mq_timedsend(mqdes, msg_ptr)	0	-	-	mqdes - i4s:d - - -	msg_ptr u_msg_ptr <B:2 - - -	msg_len - i8u - d1 -	msg_prio - i4u - v0 -	abs_timeout u_abs_timeout <S:timespec ? n - - - - - CLOCK_REALTIME/-/-
mq_unlink	=		241	181	z	0	-	-	-	-				Removes a message queue's name; a slash at its start is left out, as libc does.				mq_unlink(name)	0	-	-	name u_name <T / - -
mremap	=	mremap:4	25	216	a	3	-	-	-	-		1:3:MREMAP_FIXED:-:it replaces whatever is mapped there, the runner's memory too; let the kernel choose the address		Grows, shrinks or moves a mapping.	other memory is the runner's; name what the program's mmap gave			page = mremap(old_address, new_size: new_size)	512	-	2	old_address addr =O - - -	old_size old_len i8u - d0 -	new_size new_len i8u - - -	flags - i8u:f:mremap - v0 -	new_address new_addr i8u:x - v0 -
mseal	=		462	462	z	3	-	-	-	-				Forbids changes to a mapping, for ever.	other memory is the runner's; name what the program's mmap gave			mseal(addr)	0	-	-	addr start =O - - -	len - i8u - d0 -	flags - i8u - v0 -
msgctl	=		71	187	i	0	-	-	-	-				Tells of a message queue, changes it or removes it.				value = msgctl(msqid, op)	0	-	-	msqid - i4s - - -	op cmd i4s:f:msgctl - - -	buf - =O ? n - - - msgctl -
msgget	=		68	186	i	0	-	-	-	-				Gets a message queue.				value = msgget(key)	0	-	-	key - i4s:e:ipc_key - - -	msgflg - i4s:f:ipc_get - v0 -
msgrcv	=		70	188	c	0	b	-	-	-				Takes a message from a queue; the size is without the type.				n = msgrcv(msqid, msgp, msgsz)	0	-	-	msqid - i4s - - -	msgp - >B:- - - - msgbuf p2;n8;+ - -	msgsz - i8u - - -	msgtyp - i8s - v0 -	msgflg - i4s:f:msg_queue - v0 -
msgsnd	=		69	189	z	0	b	-	-	-				Puts a message into a queue; the size is without the type.				msgsnd(msqid, msgp, msgsz)	0	-	-	msqid - i4s - - -	msgp - <B:- - - - msgbuf p2;n8;+ - -	msgsz - i8u - - -	msgflg - i4s:f:msg_queue - v0 -
msync	=		26	227	z	0	-	-	-	-				Writes a mapping to its file.				msync(addr)	0	-	-	addr start =O - - -	length len i8u - d0 -	flags - i4s:f:msync - v0 -
munlock	=		150	229	z	0	-	-	-	-				Lets a part of memory be swapped again.				munlock(addr)	0	-	-	addr start =O - - -	len - i8u - d0 -
munlockall	=		152	231	z	4	-	-	-	-				Lets all memory be swapped again.	it changes the whole process, the runner included; unlock the program's own mapping with munlock instead			munlockall()	0	-	-
munmap	=		11	215	z	3	-	-	-	-				Ends a mapping.	other memory is the runner's; name what the program's mmap gave			munmap(addr)	512	-	-	addr - =O - - -	length len i8u - d0 -
name_to_handle_at	=		303	264	z	0	-	-	-	-				Tells a file's handle, which outlives its name.				name_to_handle_at(AT_FDCWD, "/tmp/file", handle, mount_id)	0	-	-	dirfd dfd i4s:D - - -	pathname name <P - - -	handle - =S:file_handle - - - - s.file_handle;f2.handle_bytes;+ - -	mount_id mnt_id =O - - - - - mount_id -	flags flag i4s:f:at_name_to_handle - v0 -
nanosleep	=		35	101	z	0	-	-	-	-				Sleeps.				nanosleep(10ms)	256	-	-	duration rqtp <S:timespec - - -	rem rmtp >S:timespec ? n -
newfstatat	=	fstatat	262	79	z	0	-	-	-	-				Tells a file's attributes, relative to a directory.				fstatat(AT_FDCWD, "/etc/hosts", st)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	statbuf - >S:stat - - -	flags flag i4s:f:at_fstatat - v0 -
nfsservctl	=		180	42	i	0	-	-	-	-				Controlled the NFS server; gone from newer kernels.				value = nfsservctl(cmd)	0	-	-	cmd - i4s - - -	argp - <O ? n -	resp - >O ? n -
open	=		2	-	d	0	-	-	-	-				Opens a file.			openat(AT_FDCWD, pathname, flags, mode)	fd = open("/etc/hosts", O_RDONLY | O_CLOEXEC)	0	-	-	pathname filename <P - - -	flags - i4s:f:open - - -	mode - i2u:m - v0 1:O_CREAT,O_TMPFILE
open_by_handle_at	=		304	265	d	5	-	-	-	-				Opens a file by its handle.	it opens any file of a file system, whatever the directories above allow			fd = open_by_handle_at(AT_FDCWD, handle, flags)	0	-	-	mount_fd mountdirfd i4s:D - - -	handle - <S:file_handle - - - - s.file_handle;f1.handle_bytes;+ - -	flags - i4s:f:open_by_handle - - -
open_tree	=		428	428	d	5	-	-	-	-				Makes a descriptor for a mount, or for a copy of it.	it changes the whole machine			fd = open_tree(AT_FDCWD, "/tmp/file")	0	-	-	dirfd dfd i4s:D - - -	path filename <P - - -	flags - i4u:f:open_tree - v0 -
open_tree_attr	=		467	467	d	5	-	-	-	-				Makes a descriptor for a copy of a mount, with other attributes.	it changes the whole machine			fd = open_tree_attr(AT_FDCWD, "/tmp/file")	0	-	-	dirfd dfd i4s:D - - -	path filename <P - - -	flags - i4u:f:open_tree - v0 -	attr uattr <S:mount_attr ? n -	size usize i8u - d3 -
openat	=		257	56	d	0	-	-	-	-				Opens a file, relative to a directory.				fd = openat(AT_FDCWD, "/etc/hosts", O_RDONLY | O_CLOEXEC)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	flags - i4s:f:open - - -	mode - i2u:m - v0 2:O_CREAT,O_TMPFILE
openat2	=		437	437	d	0	-	-	-	-				Opens a file, and says how its path may be resolved.				fd = openat2(AT_FDCWD, "/tmp/file", how)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	how - <S:open_how - - -	size usize i8u - d2 -
pause	=		34	-	z	0	b	-	-	-				Waits for a signal.			ppoll(null)	pause()	64	-	-
perf_event_open	=		298	241	d	5	-	-	-	-				Makes a descriptor that counts or records events.	it watches the whole machine			fd = perf_event_open(attr, pid, cpu)	0	-	-	attr attr_uptr <S:perf_event_attr - - -	pid - i4s:p - - -	cpu - i4s - - -	group_fd - i4s:d - v-1 -	flags - i8u:f:perf_open - v0 -
personality	=		135	92	i	4	-	-	-	-			0:0xffffffff:	Sets how the process sees the kernel.	it changes one thread of many, which then serves other steps			persona = personality(0xffffffff)	0	-	-	persona personality i4u:f:personality - - -
pidfd_getfd	=		438	438	d	0	-	-	-	-				Copies a descriptor of another process.				fd = pidfd_getfd(pidfd, targetfd)	0	-	-	pidfd - i4s:d - - -	targetfd fd i4s:d - - -	flags - i4u - v0 -
pidfd_open	=		434	434	d	0	-	-	-	-				Makes a descriptor for a process.				fd = pidfd_open(pid)	0	-	-	pid - i4s:p - - -	flags - i4u:f:pidfd_open - v0 -
pidfd_send_signal	=		424	424	z	3	-	-	-	-				Sends a signal to the process of a descriptor.	it can hit the runner; name a child of the program's own			pidfd_send_signal(child, SIGTERM)	0	-	-	pidfd - i4s:d - - -	sig - i4s:S - - -	info - <S:siginfo ? n -	flags - i4u:f:pidfd_signal - v0 -
pipe	=		22	-	z	0	-	-	0	-				Makes a pipe: a descriptor to read, one to write.			pipe2(pipefd, 0)	pipe(ends)	8	-	-	pipefd fildes >N:2:i4s:d - - -
pipe2	=		293	59	z	0	-	-	0	-				Makes a pipe: a descriptor to read, one to write.				pipe2(ends, O_CLOEXEC)	8	-	-	pipefd fildes >N:2:i4s:d - - -	flags - i4s:f:pipe2 - v0 -
pivot_root	=		155	41	z	4	-	-	-	-				Changes the root mount.	the root directory is the whole process's; openat2 with RESOLVE_IN_ROOT does it for one path			pivot_root("/tmp/new_root", "/tmp/put_old")	0	-	-	new_root - <P - - -	put_old - <P - - -
pkey_alloc	=		330	289	i	0	-	-	-	-				Makes a key for memory.				value = pkey_alloc()	0	-	-	flags - i8u - v0 -	access_rights init_val i8u:f:pkey_rights - v0 -
pkey_free	=		331	290	z	0	-	-	-	-				Gives a key for memory back.				pkey_free(pkey)	0	-	-	pkey - i4s - - -
pkey_mprotect	=		329	288	z	3	-	-	-	-				Says what may be done with a part of memory, and gives it a key.	other memory is the runner's; name what the program's mmap gave			pkey_mprotect(addr, prot: prot, pkey: pkey)	0	-	-	addr start =O - - -	len - i8u - d0 -	prot - i8u:f:mmap_prot - - -	pkey - i4s - - -
poll	=		7	-	i	0	b	-	-	-				Waits until one of several descriptors is ready.			ppoll(fds, nfds, timeout)	ready = poll(fds, timeout: 500ms)	256	-	-	fds ufds =A:1:pollfd - - -	nfds - i4u - d0 -	timeout - i4s:M - - -
ppoll	=		271	73	i	0	b	-	-	-				Waits until one of several descriptors is ready, to the nanosecond.				ready = ppoll(fds, tmo_p: 500ms)	128	-	-	fds ufds =A:1:pollfd - - -	nfds - i4u - d0 -	tmo_p tsp =S:timespec ? n -	sigmask - <G:4 ? n -	sigsetsize - i8u - d3 -
prctl	=		157	167	i	4	-	-	-	-			0:PR_GET_DUMPABLE,PR_GET_KEEPCAPS,PR_GET_TIMING,PR_GET_SECCOMP,PR_CAPBSET_READ,PR_GET_SECUREBITS,PR_GET_TIMERSLACK,PR_GET_NO_NEW_PRIVS,PR_GET_THP_DISABLE,PR_GET_FP_MODE,PR_GET_SPECULATION_CTRL,PR_GET_TAGGED_ADDR_CTRL,PR_GET_IO_FLUSHER,PR_GET_MDWE,PR_GET_MEMORY_MERGE,PR_MCE_KILL_GET:	Does one of many things with the process or the thread.	it changes one thread of many, or the whole process			value = prctl(PR_GET_DUMPABLE)	0	-	-	op option i4s:e:prctl - - -	arg2 - =O ? n - - - prctl -	arg3 - =O ? n - - - prctl -	arg4 - =O ? n - - - prctl -	arg5 - =O ? n - - - prctl -
pread64	=	pread	17	67	c	0	-	-	-	1,2,3				Reads bytes at an offset.				n = pread(fd, buf, offset: 4096)	32	-	-	fd - i4s:d - - -	buf - >B:2 - - -	count - i8u - d1 -	offset pos i8s - - -
preadv	=		295	69	c	0	-	-	-	-				Reads bytes at an offset into several buffers.				n = preadv(fd, [head, body], offset: 0)	0	-	-	fd - i8u:d - - -	iov vec >V:2 - - -	iovcnt vlen i8u - d1 -	offset pos_l i8s - - -	pos_h - i8u ! v0 -
preadv2	=		327	286	c	0	-	-	-	-				Reads bytes at an offset into several buffers, with flags; offset -1 is the file's own.				n = preadv2(fd, [head, body], offset: 0, flags: RWF_NOWAIT)	0	-	-	fd - i8u:d - - -	iov vec >V:2 - - -	iovcnt vlen i8u - d1 -	offset pos_l i8s - - -	pos_h - i8u ! v0 -	flags - i4s:f:rwf - v0 -
prlimit64	=	prlimit	302	261	z	4	-	-	-	-			2:null:	Tells and sets a limit of a process.	it changes the whole process, the runner included; getrlimit only asks			prlimit(0, RLIMIT_NOFILE, null, limit)	0	-	-	pid - i4s:p - - -	resource - i4u:e:rlimit - - -	new_limit new_rlim <S:rlimit64 ? n -	old_limit old_rlim >S:rlimit64 ? n -
process_madvise	=		440	440	c	3	-	-	-	-				Says how a part of another process's memory will be used.	some advice empties memory, the runner's too; name a child of the program's own			n = process_madvise(pidfd, iovec, advice: advice)	0	-	-	pidfd - i4s:d - - -	iovec vec <V:2 - - -	vlen - i8u - d1 -	advice behavior i4s:e:madvise - - -	flags - i4u - v0 -
process_mrelease	=		448	448	z	0	-	-	-	-				Frees the memory of a process that is dying.				process_mrelease(pidfd)	0	-	-	pidfd - i4s:d - - -	flags - i4u - v0 -
process_vm_readv	=		310	270	c	3	-	-	-	-				Reads the memory of another process.	another process is not the program's; name a child of its own			n = process_vm_readv(pid, local_iov, remote_iov: remote_iov)	0	-	-	pid - i4s:p - - -	local_iov lvec >V:2 - - -	liovcnt - i8u - d1 -	remote_iov rvec <V:4 - - -	riovcnt - i8u - d3 -	flags - i8u - v0 -
process_vm_writev	=		311	271	c	3	-	-	-	-				Writes the memory of another process.	it can write the runner's memory; name a child of the program's own			n = process_vm_writev(pid, local_iov, remote_iov: remote_iov)	0	-	-	pid - i4s:p - - -	local_iov lvec <V:2 - - -	liovcnt - i8u - d1 -	remote_iov rvec <V:4 - - -	riovcnt - i8u - d3 -	flags - i8u - v0 -
pselect6	=	pselect	270	72	i	0	b	-	-	-				Waits until one of several descriptors is ready; the mask is a pair of address and size.				value = pselect6(nfds)	128	-	-	nfds n i4s - - -	readfds inp =B:- ? n - - p0;n63;+;n64;/;n8;* - -	writefds outp =B:- ? n - - p0;n63;+;n64;/;n8;* - -	exceptfds exp =B:- ? n - - p0;n63;+;n64;/;n8;* - -	timeout tsp =S:timespec ? n -	sigmask sig <S:sigset_argpack ? n -
ptrace	=		101	117	i	4	-	-	-	-		1:0:PTRACE_TRACEME:-:it leaves a thread that nobody can reap		Watches and controls another process.	it binds the traced process to one thread of many			value = ptrace(op, pid)	0	-	-	op request i8s:e:ptrace - - -	pid - i8s:p - - -	addr - i8u:x - v0 -	data - =O ? n -
putpmsg	=		182	-	i	0	-	-	-	-				Never made.				value = putpmsg()	0	-	-
pwrite64	=	pwrite	18	68	c	0	-	-	-	1,2,3				Writes bytes at an offset.				n = pwrite(fd, buf[..<n], offset: 4096) fully	4	-	-	fd - i4s:d - - -	buf - <B:2 - - -	count - i8u - d1 -	offset pos i8s - - -
pwritev	=		296	70	c	0	-	-	-	-				Writes bytes of several buffers at an offset.				n = pwritev(fd, [head, body], offset: 0)	4	-	-	fd - i8u:d - - -	iov vec <V:2 - - -	iovcnt vlen i8u - d1 -	offset pos_l i8s - - -	pos_h - i8u ! v0 -
pwritev2	=		328	287	c	0	-	-	-	-				Writes bytes of several buffers at an offset, with flags; offset -1 is the file's own.				n = pwritev2(fd, [head, body], offset: 0, flags: RWF_DSYNC)	4	-	-	fd - i8u:d - - -	iov vec <V:2 - - -	iovcnt vlen i8u - d1 -	offset pos_l i8s - - -	pos_h - i8u ! v0 -	flags - i4s:f:rwf - v0 -
query_module	=		178	-	z	5	-	-	-	-				Told of modules; gone from newer kernels.	it tells of the whole machine			query_module(which: which, buf: buf, ret: ret)	0	-	-	name - <T ? n -	which - i4s - - -	buf - >B:3 - - -	bufsize - i8u - d2 -	ret - >I:i8u - - -
quotactl	=		179	60	z	5	-	-	-	-				Tells and sets how much users may store.	it changes the whole machine			quotactl(op, id: id)	0	-	-	op cmd i4u:x - - -	special - <P ? n -	id - i4u - - -	addr - =O ? n -
quotactl_fd	=		443	443	z	5	-	-	-	-				Tells and sets how much users may store, by a file.	it changes the whole machine			quotactl_fd(fd, op, id)	0	-	-	fd - i4u:d - - -	op cmd i4u:x - - -	id - i4u - - -	addr - =O ? n -
read	=		0	63	c	0	o0	-	-	1,2,-				Reads bytes.				n = read(fd, buf)	32	-	-	fd - i4s:d - - -	buf - >B:2 - - -	count - i8u - d1 -
readahead	=		187	213	z	0	-	-	-	-				Reads a part of a file into the page cache.				readahead(fd, 0, 1MiB)	0	-	-	fd - i4s:d - - -	offset - i8s - - -	count - i8u - - -
readlink	=		89	-	c	0	-	-	-	-				Reads where a symbolic link points; no NUL is added.			readlinkat(AT_FDCWD, pathname, buf)	n = readlink("/proc/self/exe", target)	32	-	-	pathname path <P - - -	buf - >B:2 - - -	bufsiz - i4s - d1 -
readlinkat	=		267	78	c	0	-	-	-	-				Reads where a symbolic link points, relative to a directory; no NUL is added.				n = readlinkat(AT_FDCWD, "/proc/self/exe", target)	32	-	-	dirfd dfd i4s:D - - -	pathname path <P - - -	buf - >B:3 - - -	bufsiz - i4s - d2 -
readv	=		19	65	c	0	o0	-	-	-				Reads bytes into several buffers.				n = readv(fd, [head, body])	0	-	-	fd - i8u:d - - -	iov vec >V:2 - - -	iovcnt vlen i8u - d1 -
reboot	=		169	142	z	5	-	-	-	-				Restarts or stops the machine.	it changes the whole machine			reboot(magic, magic2, op)	0	-	-	magic magic1 i4u:e:reboot_magic - - -	magic2 - i4u:e:reboot_magic - - -	op cmd i4u:e:reboot - - -	arg - <O ? n -
recvfrom	=	recv:4	45	207	c	0	b	-	-	1,2,-				Receives bytes.				n = recvfrom(fd, buf)	32	3:MSG_DONTWAIT	-	sockfd fd i4s:d - - -	buf ubuf >B:2 - - -	len size i8u - d1 -	flags - i4u:f:msg_flags - v0 -	src_addr addr >K:5 ? n -	addrlen addr_len =I:i4u ? d4 -
recvmmsg	=		299	243	i	0	b	-	-	-				Receives several messages.				value = recvmmsg(sockfd, msgvec)	256	3:MSG_DONTWAIT	-	sockfd fd i4s:d - - -	msgvec mmsg =A:2:mmsghdr - - - - - - msg_hdr.msg_name,msg_hdr.msg_iov,msg_hdr.msg_control	vlen - i4u - d1 -	flags - i4u:f:msg_flags - v0 -	timeout - =S:timespec ? n -
recvmsg	=		47	212	c	0	b	-	-	-				Receives bytes into several buffers, and control messages, which `records` walks.				recvmsg(fd, reply, MSG_CMSG_CLOEXEC); for message in records(space[..<reply.controllen], cmsg_rights) { close(message.fds[0]) }	0	2:MSG_DONTWAIT	-	sockfd fd i4s:d - - -	msg - =S:msghdr - - - - - - msg_name,msg_iov,msg_control	flags - i4u:f:msg_flags - v0 -
remap_file_pages	=		216	234	z	1	-	-	-	-				Changes which pages of a file a mapping shows.	it rearranges mappings, the runner's too; map the parts with mmap instead			remap_file_pages(addr, size, prot, pgoff)	0	-	-	addr start i8u:x - - -	size - i8u - - -	prot - i8u:f:mmap_prot - - -	pgoff - i8u - - -	flags - i8u:f:remap_file_pages - v0 -
removexattr	=		197	14	z	0	-	-	-	-				Removes an extended attribute of a file.				removexattr("/tmp/file", name)	0	-	-	path pathname <P - - -	name - <T - - -
removexattrat	=		466	466	z	0	-	-	-	-				Removes an extended attribute of a file, relative to a directory.				removexattrat(AT_FDCWD, "/tmp/file", at_flags, name)	0	-	-	dirfd dfd i4s:D - - -	pathname - <P - - -	at_flags - i4u:f:at_nofollow - - -	name - <T - - -
rename	=		82	-	z	0	-	-	-	-				Changes a file's name, in one step.			renameat2(AT_FDCWD, oldpath, AT_FDCWD, newpath, 0)	rename("/tmp/oldpath", "/tmp/newpath")	0	-	-	oldpath oldname <P - - -	newpath newname <P - - -
renameat	=		264	38	z	0	-	-	-	-				Changes a file's name, in one step, relative to directories.				renameat(AT_FDCWD, "/tmp/oldpath", AT_FDCWD, "/tmp/newpath")	0	-	-	olddirfd olddfd i4s:D - - -	oldpath oldname <P - - -	newdirfd newdfd i4s:D - - -	newpath newname <P - - -
renameat2	=		316	276	z	0	-	-	-	-				Changes a file's name, or exchanges two, in one step.				renameat2(AT_FDCWD, "/tmp/oldpath", AT_FDCWD, "/tmp/newpath")	0	-	-	olddirfd olddfd i4s:D - - -	oldpath oldname <P - - -	newdirfd newdfd i4s:D - - -	newpath newname <P - - -	flags - i4u:f:rename - v0 -
request_key	=		249	218	i	0	-	-	-	-				Asks for a key.				value = request_key(type, description)	0	-	-	type _type <T - - -	description _description <T - - -	callout_info _callout_info <T ? n -	dest_keyring destringid i4s:e:keyring - v0 -
restart_syscall	=		219	128	i	1	-	-	-	-				Continues a call that a signal interrupted.	it is the kernel's own; the runner continues interrupted calls by itself			value = restart_syscall()	0	-	-
rmdir	=		84	-	z	0	-	-	-	-				Removes an empty directory.			unlinkat(AT_FDCWD, pathname, AT_REMOVEDIR)	rmdir("/tmp/file")	0	-	-	pathname - <P - - -
rseq	=		334	293	z	1	-	-	-	-				Registers restartable sequences.	the thread's sequences are libc's; there is nothing to write instead			rseq(rseq, flags: flags, sig: sig)	0	-	-	rseq - =S:rseq - - -	rseq_len - i4u - d0 -	flags - i4s:f:rseq - - -	sig - i4u:x - - -
rseq_slice_yield	=		471	471	i	1	-	-	-	-				Ends an extended time slice.	the thread's sequences are libc's; write sched_yield instead			value = rseq_slice_yield()	0	-	-
rt_sigaction	=	sigaction	13	134	z	1	-	-	-	-				Says what a signal does.	handlers are the whole process's; read signals with signalfd4 instead			rt_sigaction(signum)	0	-	-	signum sig i4s:S - - -	act - <S:sigaction ? n -	oldact oact >S:sigaction ? n -	sigsetsize - i8u - v8 -
rt_sigpending	=	sigpending	127	136	z	0	-	-	-	-				Tells which signals are waiting.				rt_sigpending(set)	0	-	-	set uset >G:1 - - -	sigsetsize - i8u - d0 -
rt_sigprocmask	=	sigprocmask	14	135	z	1	-	-	-	-			1:null:	Sets the thread's signal mask.	a mask that blocks the runner's own signals hangs it; give the mask to ppoll or epoll_pwait instead			rt_sigprocmask(how)	0	-	-	how - i4s:e:sigprocmask - - -	set nset <G:3 ? n -	oldset oset >G:3 ? n -	sigsetsize - i8u - v8 -
rt_sigqueueinfo	=		129	138	z	3	-	-	-	-				Sends a signal and a value to a process.	it can hit the runner; name a child of the program's own			rt_sigqueueinfo(tgid, sig, info)	0	-	-	tgid pid i4s:p - - -	sig - i4s:S - - -	info uinfo <S:siginfo - - -
rt_sigreturn	=		15	139	i	1	-	-	-	-				Returns from a signal's handler.	it would load a thread's state from whatever is on its stack; there is nothing to write instead			value = rt_sigreturn()	0	-	-
rt_sigsuspend	=	sigsuspend	130	133	z	1	b	-	-	-				Waits for a signal.	handlers are the whole process's; wait for a signalfd4 instead			rt_sigsuspend(mask)	192	-	-	mask unewset <G:1 - - -	sigsetsize - i8u - d0 -
rt_sigtimedwait	=	sigtimedwait	128	137	i	0	b	-	-	-				Waits for a signal, and takes it.				value = rt_sigtimedwait(set)	384	-	-	set uthese <G:3 - - -	info uinfo >S:siginfo ? n -	timeout uts <S:timespec ? n -	sigsetsize - i8u - d0 -
rt_tgsigqueueinfo	=		297	240	z	3	-	-	-	-				Sends a signal and a value to a thread.	it can hit the runner; name a child of the program's own			rt_tgsigqueueinfo(tgid, tid, sig, info)	0	-	-	tgid - i4s:p - - -	tid pid i4s:p - - -	sig - i4s:S - - -	info uinfo <S:siginfo - - -
sched_get_priority_max	=		146	125	i	0	-	-	-	-				Tells the highest priority of a policy.				value = sched_get_priority_max(policy)	0	-	-	policy - i4s:f:scheduler - - -
sched_get_priority_min	=		147	126	i	0	-	-	-	-				Tells the lowest priority of a policy.				value = sched_get_priority_min(policy)	0	-	-	policy - i4s:f:scheduler - - -
sched_getaffinity	=		204	123	c	0	-	-	-	-				Tells on which processors a thread may run.				n = sched_getaffinity(0, mask: processors)	0	-	-	pid - i4s:p - - -	cpusetsize len i4u - d2 -	mask user_mask_ptr >B:1 - - -
sched_getattr	=		315	275	z	0	-	-	-	-				Tells how a thread is scheduled, in a structure.				sched_getattr(pid, attr)	0	-	-	pid - i4s:p - - -	attr uattr >S:sched_attr - - -	size usize i4u - d1 -	flags - i4u - v0 -
sched_getparam	=		143	121	z	0	-	-	-	-				Tells a thread's priority.				sched_getparam(pid, param)	0	-	-	pid - i4s:p - - -	param - >S:sched_param - - -
sched_getscheduler	=		145	120	i	0	-	-	-	-				Tells how a thread is scheduled.				value = sched_getscheduler(pid)	0	-	-	pid - i4s:p - - -
sched_rr_get_interval	=		148	127	z	0	-	-	-	-				Tells a thread's time slice.				sched_rr_get_interval(pid, tp)	0	-	-	pid - i4s:p - - -	tp interval >S:timespec - - -
sched_setaffinity	=		203	122	z	4	-	-	-	-				Says on which processors a thread may run.	it changes one thread of many, which then serves other steps			sched_setaffinity(pid, mask: mask)	0	-	-	pid - i4s:p - - -	cpusetsize len i4u - d2 -	mask user_mask_ptr <B:1 - - -
sched_setattr	=		314	274	z	4	-	-	-	-				Sets how a thread is scheduled, as a structure says.	it changes one thread of many, which then serves other steps			sched_setattr(pid, attr)	0	-	-	pid - i4s:p - - -	attr uattr <S:sched_attr - - -	flags - i4u - v0 -
sched_setparam	=		142	118	z	4	-	-	-	-				Sets a thread's priority.	it changes one thread of many, which then serves other steps			sched_setparam(pid, param)	0	-	-	pid - i4s:p - - -	param - <S:sched_param - - -
sched_setscheduler	=		144	119	z	4	-	-	-	-				Sets how a thread is scheduled.	it changes one thread of many, which then serves other steps			sched_setscheduler(pid, policy, param)	0	-	-	pid - i4s:p - - -	policy - i4s:f:scheduler - - -	param - <S:sched_param - - -
sched_yield	=		24	124	z	0	-	-	-	-				Lets another thread run.				sched_yield()	0	-	-
seccomp	=		317	277	i	4	-	-	-	-				Restricts the calls that the thread may make.	it binds one thread of many, which then serves other steps			value = seccomp(operation)	0	-	-	operation op i4u:e:seccomp - - -	flags - i4u:f:seccomp_flags - v0 -	args uargs =O ? n -
security	=		185	-	i	0	-	-	-	-				Never made.				value = security()	0	-	-
select	=		23	-	i	0	b	-	-	-				Waits until one of several descriptors is ready.			pselect6(nfds, readfds, writefds, exceptfds, timeout)	value = select(nfds)	0	-	-	nfds n i4s - - -	readfds inp =B:- ? n - - p0;n63;+;n64;/;n8;* - -	writefds outp =B:- ? n - - p0;n63;+;n64;/;n8;* - -	exceptfds exp =B:- ? n - - p0;n63;+;n64;/;n8;* - -	timeout tvp =S:timeval ? n -
semctl	=		66	191	i	0	-	-	-	-				Tells of a semaphore, changes it or removes the set.				value = semctl(semid, semnum, op)	0	-	-	semid - i4s - - -	semnum - i4s - - -	op cmd i4s:f:semctl - - -	arg - =O ? n - - - semctl -
semget	=		64	190	i	0	-	-	-	-				Gets a set of semaphores.				value = semget(key, nsems)	0	-	-	key - i4s:e:ipc_key - - -	nsems - i4s - - -	semflg - i4s:f:ipc_get - v0 -
semop	=		65	193	z	0	b	-	-	-				Does operations on semaphores, all or none.				semop(semid, sops)	0	-	-	semid - i4s - - -	sops - <A:2:sembuf - - -	nsops - i4u - d1 -
semtimedop	=		220	192	z	0	b	-	-	-				Does operations on semaphores, all or none, within a time.				semtimedop(semid, sops)	256	-	-	semid - i4s - - -	sops tsops <A:2:sembuf - - -	nsops - i4u - d1 -	timeout - <S:timespec ? n -
sendfile	=		40	71	c	0	o0	-	-	-,3,-				Copies bytes of a file to a descriptor, within the kernel.				n = sendfile(to, from, null, 64KiB)	4	-	-	out_fd - i4s:d - - -	in_fd - i4s:d - - -	offset - =I:i8s ? n -	count - i8u - - -
sendmmsg	=		307	269	i	0	o0	-	-	-				Sends several messages.				value = sendmmsg(sockfd, msgvec)	4	3:MSG_DONTWAIT	-	sockfd fd i4s:d - - -	msgvec mmsg =A:2:mmsghdr - - -	vlen - i4u - d1 -	flags - i4u:f:msg_flags - v0 -
sendmsg	=		46	211	c	0	o0	-	-	-				Sends bytes of several buffers, and control messages: descriptors in a `cmsg_rights`.				var rights: cmsg_rights = {len: 20, level: SOL_SOCKET, type: SCM_RIGHTS, fds: [file]}; sendmsg(fd, {iov: ["x"], control: &rights, controllen: sizeof(rights)})	4	2:MSG_DONTWAIT	-	sockfd fd i4s:d - - -	msg - <S:msghdr - - -	flags - i4u:f:msg_flags - v0 -
sendto	=	send:4	44	206	c	0	o0	-	-	1,2,-				Sends bytes.				n = sendto(fd, buf[..<n], flags: MSG_NOSIGNAL) fully	4	3:MSG_DONTWAIT	-	sockfd fd i4s:d - - -	buf buff <B:2 - - -	len - i8u - d1 -	flags - i4u:f:msg_flags - v0 -	dest_addr addr <K:5 ? n -	addrlen addr_len i4s - d4 -
set_mempolicy	=		238	237	z	4	-	-	-	-				Says which nodes memory comes from.	it changes a thread that then serves other steps			set_mempolicy(mode)	0	-	-	mode - i4s:f:mempolicy - - -	nodemask nmask <O ? n -	maxnode - i8u - v0 -
set_mempolicy_home_node	=		450	450	z	3	-	-	-	-				Says which node a part of memory comes from first.	other memory is the runner's; name what the program's mmap gave			set_mempolicy_home_node(start, len, home_node)	0	-	-	start - i8u:x - - -	len - i8u - - -	home_node - i8u - - -	flags - i8u - v0 -
set_robust_list	=		273	99	z	1	-	-	-	-				Says which locks the thread holds.	the list is libc's; there is nothing to write instead			set_robust_list(head)	0	-	-	head - <S:robust_list_head - - -	len - i8u - d0 -
set_thread_area	=		205	-	z	1	-	-	-	-				Sets a thread's segment.	the thread's segments are libc's; there is nothing to write instead			set_thread_area(u_info)	0	-	-	u_info - =S:user_desc - - -
set_tid_address	=		218	96	p	1	-	-	-	-				Says which word is cleared when the thread ends.	the word is libc's, and a thread's end would go unnoticed; there is nothing to write instead			pid = set_tid_address(tidptr)	0	-	-	tidptr - <O - - -
setdomainname	=		171	162	z	5	-	-	-	-				Sets the machine's domain.	it changes the whole machine			setdomainname(name)	0	-	-	name - <B:1 - - -	len - i4s - d0 -
setfsgid	=		123	152	i	4	-	-	-	-				Sets the group id for files; gives the one before.	it changes one thread of many, which then serves other steps			value = setfsgid(fsgid)	0	-	-	fsgid gid i4u:g - - -
setfsuid	=		122	151	i	4	-	-	-	-				Sets the user id for files; gives the one before.	it changes one thread of many, which then serves other steps			value = setfsuid(fsuid)	0	-	-	fsuid uid i4u:u - - -
setgid	=		106	144	z	4	-	-	-	-				Sets the group id.	it changes one thread of many, which then serves other steps			setgid(gid)	0	-	-	gid - i4u:g - - -
setgroups	=		116	159	z	4	-	-	-	-				Sets the supplementary groups.	it changes one thread of many, which then serves other steps			setgroups(list: list)	0	-	-	size gidsetsize i4s - d1 -	list grouplist <R:0:i4u - - -
sethostname	=		170	161	z	5	-	-	-	-				Sets the machine's name.	it changes the whole machine			sethostname(name)	0	-	-	name - <B:1 - - -	len - i4s - d0 -
setitimer	=		38	103	z	4	-	-	-	-				Starts an interval timer.	the timer is the whole process's, and its signal ends the runner; use timerfd_create, or a timeout			setitimer(which)	0	-	-	which - i4s:e:itimer - - -	new_value value <S:itimerval ? n -	old_value ovalue >S:itimerval ? n -
setns	=		308	268	z	4	-	-	-	-				Puts the thread into a namespace.	it changes one thread of many, which then serves other steps			setns(fd)	0	-	-	fd - i4s:d - - -	nstype flags i4s:f:namespace - v0 -
setpgid	=		109	154	z	4	-	-	-	-				Puts a process into a process group.	it changes the whole process, the runner included			setpgid(pid, pgid)	0	-	-	pid - i4s:p - - -	pgid - i4s:p - - -
setpriority	=		141	140	z	4	-	-	-	-				Sets a process's nice value.	it changes one thread of many, which then serves other steps			setpriority(which, who, prio)	0	-	-	which - i4s:e:priority_which - - -	who - i4s - - -	prio niceval i4s - - -
setregid	=		114	143	z	4	-	-	-	-				Sets the real and effective group ids.	it changes one thread of many, which then serves other steps			setregid(rgid, egid)	0	-	-	rgid - i4u:g - - -	egid - i4u:g - - -
setresgid	=		119	149	z	4	-	-	-	-				Sets the real, effective and saved group ids.	it changes one thread of many, which then serves other steps			setresgid(rgid, egid, sgid)	0	-	-	rgid - i4u:g - - -	egid - i4u:g - - -	sgid - i4u:g - - -
setresuid	=		117	147	z	4	-	-	-	-				Sets the real, effective and saved user ids.	it changes one thread of many, which then serves other steps			setresuid(ruid, euid, suid)	0	-	-	ruid - i4u:u - - -	euid - i4u:u - - -	suid - i4u:u - - -
setreuid	=		113	145	z	4	-	-	-	-				Sets the real and effective user ids.	it changes one thread of many, which then serves other steps			setreuid(ruid, euid)	0	-	-	ruid - i4u:u - - -	euid - i4u:u - - -
setrlimit	=		160	164	z	4	-	-	-	-				Sets a limit of the process.	it changes the whole process, the runner included			setrlimit(resource, rlim)	0	-	-	resource - i4u:e:rlimit - - -	rlim - <S:rlimit - - -
setsid	=		112	157	p	4	-	-	-	-				Starts a session.	it changes the whole process, the runner included			pid = setsid()	0	-	-
setsockopt	=		54	208	z	0	-	-	-	-	2:1:SOL_SOCKET:sol_socket_option|2:1:SOL_IP,IPPROTO_IP:ip_option|2:1:SOL_IPV6,IPPROTO_IPV6:ipv6_option|2:1:SOL_TCP,IPPROTO_TCP:tcp_option|2:1:SOL_UDP,IPPROTO_UDP:udp_option|2:1:SOL_NETLINK:netlink_option|2:1:SOL_PACKET:packet_option|2:1:SOL_TLS:tls_option|2:1:SOL_ALG:alg_option			Sets an option of a socket.				setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, on)	0	-	-	sockfd fd i4s:d - - -	level - i4s:e:socket_level - - -	optname - i4s:e:socket_option - - -	optval - <B:4 - - - - - sockopt -	optlen - i4s - d3 -
settimeofday	=		164	170	z	5	-	-	-	-				Sets the time of day.	it changes the whole machine			settimeofday()	0	-	-	tv - <S:timeval ? n -	tz - <S:timezone ? n -
setuid	=		105	146	z	4	-	-	-	-				Sets the user id.	it changes one thread of many, which then serves other steps			setuid(uid)	0	-	-	uid - i4u:u - - -
setxattr	=		188	5	z	0	-	-	-	-				Sets an extended attribute of a file.				setxattr("/tmp/file", "user.note", "text")	0	-	-	path pathname <P - - -	name - <T - - -	value - <B:3 - - -	size - i8u - d2 -	flags - i4s:f:xattr - v0 -
setxattrat	=		463	463	z	0	-	-	-	-				Sets an extended attribute of a file, relative to a directory.				setxattrat(AT_FDCWD, "/tmp/file", at_flags, name, value)	0	-	-	dirfd dfd i4s:D - - -	pathname - <P - - -	at_flags - i4u:f:at_nofollow - - -	name - <T - - -	value uargs <S:xattr_args - - -	size usize i8u - d4 -
shmat	=		30	196	a	0	-	-	-	-		1:2:SHM_REMAP:-:it replaces whatever is mapped there, the runner's memory too; let the kernel choose the address		Maps a shared memory segment.				page = shmat(id)	0	-	-	shmid - i4s - - -	shmaddr - <O ? n -	shmflg - i4s:f:shmat - v0 -
shmctl	=		31	195	i	0	-	-	-	-				Tells of a shared memory segment, changes it or removes it.				value = shmctl(shmid, op)	0	-	-	shmid - i4s - - -	op cmd i4s:f:shmctl - - -	buf - =O ? n - - - shmctl -
shmdt	=		67	197	z	3	-	-	-	-				Ends the mapping of a shared memory segment.	other memory is the runner's; name what the program's shmat gave			shmdt(shmaddr)	0	-	-	shmaddr - =O - - -
shmget	=		29	194	i	0	-	-	-	-				Gets a shared memory segment.				value = shmget(key, size)	0	-	-	key - i4s:e:ipc_key - - -	size - i8u - - -	shmflg - i4s:f:shmget - v0 -
shutdown	=		48	210	z	0	-	-	-	-				Ends one direction of a connection, or both.				shutdown(fd, SHUT_WR)	0	-	-	sockfd fd i4s:d - - -	how - i4s:e:shutdown - - -
sigaltstack	=		131	132	z	1	-	-	-	-				Says on which stack handlers run.	the thread's stacks are the runner's; there is nothing to write instead			sigaltstack()	0	-	-	ss uss <S:stack_t ? n -	old_ss uoss >S:stack_t ? n -
signalfd	=		282	-	d	0	-	-	-	-				Makes a descriptor from which signals are read.			signalfd4(fd, mask)	fd = signalfd(fd, mask)	8	-	-	fd ufd i4s:d - - -	mask user_mask <G:2 - - -	sizemask - i8u - d1 -
signalfd4	=		289	74	d	0	-	-	-	-				Makes a descriptor from which signals are read.				fd = signalfd4(-1, mask, flags: SFD_CLOEXEC)	8	-	-	fd ufd i4s:d - - -	mask user_mask <G:2 - - -	sizemask - i8u - d1 -	flags - i4s:f:signalfd - v0 -
socket	=		41	198	d	0	-	-	-	-	2:0:AF_INET,AF_INET6:ip_protocol|2:0:AF_NETLINK:netlink_protocol|2:0:AF_PACKET:ether_type			Makes a socket.				fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC)	8	-	-	domain family i4s:e:address_family - - -	type - i4s:f:socket_type - - -	protocol - i4s:e:socket_protocol - v0 -
socketpair	=		53	199	z	0	-	-	3	-	2:0:AF_INET,AF_INET6:ip_protocol			Makes two sockets that are connected.				socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends)	8	-	-	domain family i4s:e:address_family - - -	type - i4s:f:socket_type - - -	protocol - i4s:e:socket_protocol - - -	sv usockvec >N:2:i4s:d - - -
splice	=		275	76	c	0	o0	-	-	-,4,-				Moves bytes between a pipe and another descriptor.				n = splice(from, null, to, null, 64KiB)	0	5:SPLICE_F_NONBLOCK	-	fd_in - i4s:d - - -	off_in - =I:i8s ? n -	fd_out - i4s:d - - -	off_out - =I:i8s ? n -	len - i8u - - -	flags - i4u:f:splice - v0 -
stat	=		4	-	z	0	-	-	-	-				Tells a file's attributes.			newfstatat(AT_FDCWD, pathname, statbuf, 0)	stat("/etc/hosts", st)	0	-	-	pathname filename <P - - -	statbuf - >S:stat - - -
statfs	=		137	43	z	0	-	-	-	-				Tells of the file system that a file is in.				statfs("/", fs)	0	-	-	path pathname <P - - -	buf - >S:statfs - - -
statmount	=		457	457	z	0	-	-	-	-				Tells of a mount.				statmount(req, buf)	0	-	-	req - <S:mnt_id_req - - - - s.mnt_id_req;f0.size;^ - -	buf - >S:statmount - - -	bufsize - i8u - d1 -	flags - i4u:f:statmount - v0 -
statx	=		332	291	z	0	-	-	-	-				Tells a file's attributes, those that are asked for.				statx(AT_FDCWD, "/etc/hosts", 0, STATX_BASIC_STATS, st)	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P - - -	flags - i4s:f:at_statx - v0 -	mask - i4u:f:statx_mask - v2047 -	statxbuf buffer >S:statx - - -
swapoff	=		168	225	z	5	-	-	-	-				Stops swapping to a file or device.	it changes the whole machine			swapoff("/tmp/file")	0	-	-	path specialfile <P - - -
swapon	=		167	224	z	5	-	-	-	-				Starts swapping to a file or device.	it changes the whole machine			swapon("/tmp/file")	0	-	-	path specialfile <P - - -	swapflags swap_flags i4s:f:swapon - v0 -
symlink	=		88	-	z	0	-	-	-	-				Makes a symbolic link.			symlinkat(target, AT_FDCWD, linkpath)	symlink("/tmp/target", "/tmp/linkpath")	0	-	-	target old <P - - -	linkpath new <P - - -
symlinkat	=		266	36	z	0	-	-	-	-				Makes a symbolic link, relative to a directory.				symlinkat("/tmp/target", AT_FDCWD, "/tmp/linkpath")	0	-	-	target oldname <P - - -	newdirfd newdfd i4s:D - - -	linkpath newname <P - - -
sync	=		162	81	z	0	-	-	-	-				Writes everything to its devices.				sync()	0	-	-
sync_file_range	=		277	84	z	0	-	-	-	-				Writes a part of a file to its device.				sync_file_range(fd, 0, 0, SYNC_FILE_RANGE_WRITE)	0	-	-	fd - i4s:d - - -	offset - i8s - - -	nbytes - i8s - - -	flags - i4u:f:sync_file_range - v0 -
syncfs	=		306	267	z	0	-	-	-	-				Writes a file system to its device.				syncfs(fd)	0	-	-	fd - i4s:d - - -
sysfs	=		139	-	i	1	-	-	-	-				Tells of the kinds of file systems.	it writes to memory whose size it is not told; read "/proc/filesystems" instead			value = sysfs(option)	0	-	-	option - i4s - - -	arg1 - i8u:x - v0 -	arg2 - i8u:x - v0 -
sysinfo	=		99	179	z	0	-	-	-	-				Tells the memory and the load of the machine.				sysinfo(machine)	3	-	-	info - >S:sysinfo - - -
syslog	=	klogctl	103	116	i	5	-	-	-	-				Reads the kernel's log, or changes what it does.	it changes the whole machine			n = syslog(SYSLOG_ACTION_READ_ALL, text)	0	-	-	type - i4s:e:syslog - - -	bufp buf =B:2 ? n -	len - i4s - d1 -
tee	=		276	77	i	0	o0	-	-	-				Copies bytes from one pipe to another, without taking them.				n = tee(from, to, 64KiB)	0	3:SPLICE_F_NONBLOCK	-	fd_in fdin i4s:d - - -	fd_out fdout i4s:d - - -	len - i8u - - -	flags - i4u:f:splice - v0 -
tgkill	=		234	131	z	3	-	-	-	-				Sends a signal to a thread of a process.	it can hit the runner; name a child of the program's own			tgkill(tgid, tid, sig)	0	-	-	tgid - i4s:p - - -	tid pid i4s:p - - -	sig - i4s:S - - -
time	=		201	-	i	0	-	-	-	-				Tells the time, in seconds.			clock_gettime(CLOCK_REALTIME, now)	value = time()	3	-	-	tloc - >I:i8s:s ? n -
timer_create	=		222	107	z	4	-	-	-	-			1:SIGEV_NONE:sigev_notify	Makes a timer that sends a signal.	its signal goes to the whole process, and ends the runner; use timerfd_create, or a timeout			timer_create(clockid, timerid: timerid)	0	-	-	clockid which_clock i4s:e:clock - - -	sevp timer_event_spec <S:sigevent ? n -	timerid created_timer_id >I:i4s - - -
timer_delete	=		226	111	z	0	-	-	-	-				Ends a timer.				timer_delete(timerid)	0	-	-	timerid timer_id i4s - - -
timer_getoverrun	=		225	109	i	0	-	-	-	-				Tells how often a timer ran out unnoticed.				value = timer_getoverrun(timerid)	0	-	-	timerid timer_id i4s - - -
timer_gettime	=		224	108	z	0	-	-	-	-				Tells how long a timer has to go.				timer_gettime(timerid, curr_value)	0	-	-	timerid timer_id i4s - - -	curr_value setting >S:itimerspec - - -
timer_settime	=		223	110	z	0	-	-	-	-				Starts a timer, or stops it.				timer_settime(timerid, flags, new_value)	0	-	-	timerid timer_id i4s - - -	flags - i4s:f:timer_flags - - -	new_value new_setting <S:itimerspec - - - - - - - CLOCK_MONOTONIC/it_value/1:TIMER_ABSTIME	old_value old_setting >S:itimerspec ? n -
timerfd_create	=		283	85	d	0	-	-	-	-				Makes a timer that can be read and waited for.				fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC)	8	-	-	clockid - i4s:e:clock - - -	flags - i4s:f:timerfd_create - v0 -
timerfd_gettime	=		287	87	z	0	-	-	-	-				Tells how long a timer has to go.				timerfd_gettime(fd, curr_value)	0	-	-	fd ufd i4s:d - - -	curr_value otmr >S:itimerspec - - -
timerfd_settime	=		286	86	z	0	-	-	-	-				Starts a timer, or stops it.				timerfd_settime(fd, 0, when)	0	-	-	fd ufd i4s:d - - -	flags - i4s:f:timerfd_settime - - -	new_value utmr <S:itimerspec - - - - - - - CLOCK_MONOTONIC/it_value/1:TFD_TIMER_ABSTIME	old_value otmr >S:itimerspec ? n -
times	=		100	153	i	0	-	-	-	-				Tells the processor time that was used.				value = times()	3	-	-	buf tbuf >S:tms ? n -
tkill	=		200	130	z	3	-	-	-	-				Sends a signal to a thread.	it can hit the runner; name a child of the program's own			tkill(tid, sig)	0	-	-	tid pid i4s:p - - -	sig - i4s:S - - -
truncate	=		76	45	z	0	-	-	-	-				Sets the length of a file.				truncate("/tmp/file", 4096)	0	-	-	path - <P - - -	length - i8s - - -
tuxcall	=		184	-	i	0	-	-	-	-				Never made.				value = tuxcall()	0	-	-
umask	=		95	166	i;-;m	4	-	-	-	-				Sets the mode bits that new files lack.	the mask is the whole process's; give the mode, or use fchmod, instead			value = umask(0644)	0	-	-	mask - i4s:m - - -
umount2	=	umount	166	39	z	5	-	-	-	-				Takes a mount away.	it changes the whole machine			umount2("/tmp/target")	0	-	-	target name <P - - -	flags - i4s:f:umount - v0 -
uname	=		63	160	z	0	-	-	-	-				Tells the system's name and version.				uname(system)	1	-	-	buf name >S:utsname - - -
unlink	=		87	-	z	0	-	-	-	-				Removes a file's name.			unlinkat(AT_FDCWD, pathname, 0)	unlink("/tmp/file")	0	-	-	pathname - <P - - -
unlinkat	=		263	35	z	0	-	-	-	-				Removes a file's name, or an empty directory, relative to a directory.				unlinkat(AT_FDCWD, "/tmp/file")	0	-	-	dirfd dfd i4s:D - - -	pathname - <P - - -	flags flag i4s:f:at_unlinkat - v0 -
unshare	=		272	97	z	4	-	-	-	-				Gives the thread namespaces of its own.	it changes one thread of many, which then serves other steps			unshare(flags)	0	-	-	flags unshare_flags i8u:f:unshare - - -
uprobe	=		336	-	i	1	-	-	-	-				Enters a probe.	it is for code that the kernel puts there; there is nothing to write instead			value = uprobe()	0	-	-
uretprobe	=		335	-	i	1	-	-	-	-				Returns through a probe.	it is for code that the kernel puts there; anything else gets a signal			value = uretprobe()	0	-	-
uselib	=		134	-	z	0	-	-	-	-				Loaded a library; gone from newer kernels.				uselib("/tmp/library")	0	-	-	library - <P - - -
userfaultfd	=		323	282	d	3	-	-	-	-				Makes a descriptor that answers page faults.	a fault of the runner's own memory would wait for ever; register what the program's mmap gave			fd = userfaultfd()	8	-	-	flags - i4s:f:userfaultfd - v0 -
ustat	=		136	-	z	0	-	-	-	-				Tells of a mounted file system, by its device.			statfs(path, buf)	ustat(dev, ubuf)	0	-	-	dev - i4u - - -	ubuf - >S:ustat - - -
utime	=		132	-	z	0	-	-	-	-				Sets a file's times, in seconds.			utimensat(AT_FDCWD, filename, times)	utime("/tmp/filename")	0	-	-	filename - <P - - -	times - <S:utimbuf ? n -
utimensat	=		280	88	z	0	-	-	-	-				Sets a file's two times; to now where they are left out.				utimensat(AT_FDCWD, "/tmp/file")	0	-	-	dirfd dfd i4s:D - - -	pathname filename <P ? n -	times utimes <A:-:timespec ? n - - n2;s.timespec;* - - CLOCK_REALTIME/-/-	flags - i4s:f:at_nofollow - v0 -
utimes	=		235	-	z	0	-	-	-	-				Sets a file's times, in microseconds.			utimensat(AT_FDCWD, filename, times)	utimes("/tmp/filename")	0	-	-	filename - <P - - -	times utimes <A:-:timeval ? n - - n2;s.timeval;* - - CLOCK_REALTIME/-/-
vfork	=		58	-	p	2	-	-	-	-				Makes a copy of the process that shares its memory.	a copy shares the runner's memory; to start a program, write `child = spawn(path, argv)`, and `wait(child)`			pid = vfork()	0	-	-
vhangup	=		153	58	z	5	-	-	-	-				Hangs up the terminal.	it changes the whole machine			vhangup()	0	-	-
vmsplice	=		278	75	i	0	o0	-	-	-				Puts memory into a pipe.				value = vmsplice(fd, iov)	4	3:SPLICE_F_NONBLOCK	-	fd - i4s:d - - -	iov - <V:2 - - -	nr_segs - i8u - d1 -	flags - i4u:f:splice - v0 -
vserver	=		236	-	i	0	-	-	-	-				Never made.				value = vserver()	0	-	-
wait4	=		61	260	p	3	b	-	-	-				Waits for a child.	it would take the status of a child of the runner's; name a child of the program's own, or write wait(child)			status = wait(child)	0	-	-	pid upid i4s:p - - -	wstatus stat_addr >I:i4s ? n -	options - i4u:f:wait4 - v0 -	rusage ru >S:rusage ? n -
waitid	=		247	95	z	3	b	-	-	-				Waits for a child, and tells how it changed.	it would take the status of a child of the runner's; name a child of the program's own, or write wait(child)			waitid(P_PIDFD, child, info, WEXITED)	0	-	-	idtype which i4s:e:wait_id_type - - -	id upid i4s:p - - -	infop - >S:siginfo ? n -	options - i4u:f:waitid - - -	rusage ru >S:rusage ? n -
write	=		1	64	c	0	o0	-	-	1,2,-				Writes bytes.				n = write(fd, buf[..<n]) fully	4	-	-	fd - i4s:d - - -	buf - <B:2 - - -	count - i8u - d1 -
writev	=		20	66	c	0	o0	-	-	-				Writes bytes of several buffers.				n = writev(fd, [head, "\n"])	4	-	-	fd - i8u:d - - -	iov vec <V:2 - - -	iovcnt vlen i8u - d1 -
"""#
    }
    static var syscallIndex: StaticString {
#"""
0000002K005X009f00<e00?C00C@00F000G?00J=00N100PL00SX00V500YY00\U00`R00d300fV00il00m8010Z013:015b\#
01:L01=?01C601Gc01Mc01PK01TQ01W501[O01_101ao01dd01fe01kH020<022K024g028S02:502>e02C]02H602I[02L@\#
02O802S<02X^02[B02^802aU02eW02i<02lD030A034K037W039S03<U03@G03Bn03G?03P<03Qc03Ta03Y903]P03`m03c_\#
03f603iL03kb03o@042S046C049B04<d04>g04A;04Bm04E104JJ04O804SQ04Wj04[;04_S04ac04eb04hb04ja04mL04oa\#
052b055n057I058c05:205<L05?@05BE05D;05EW05Fg05Gn05IH05LJ05O>05R805U105WP05Z005[`05^V05g:05hJ05jO\#
05k]05ng0641067_06;>06=C06?g06Al06De06F\06J`06O[06RD06VV06\b06aL06g506k>06n>070G0733076m07:>07?>\#
07C@07Gm07Jb07O@07U]07YE07]S07a:07d@07ha07jk07nX0822085<089]08=908@=08C=08EX08IU08MI08PE08TT08X@\#
08\M08`<08dg08i^08lL08na093F096J098c09;Z09>m09BX09D]09GL09Jn09QV09U<09Y>09]]09bj09h909km09o>0:3I\#
0:7h0:<K0:@X0:C:0:J@0:MT0:PS0:R^0:V_0:ZG0:\^0:^d0:ai0:dV0:j90:l:0;020;2[0;6<0;;L0;?<0;D70;H10;KY\#
0;Lg0;QO0;U:0;X20;ZI0;^g0;a80;cc0;gW0;j50;k`0<0P0<3e0<7j0<AD0<D<0<Ga0<L^0<Qe0<WE0<Ye0<_<0<d\0<jj\#
0<oS0=0Z0=3a0=7G0=<D0=@C0=CM0=Fg0=Hf0=KL0=O10=S20=US0=YC0=]A0=b50=gl0=m?0=o\0>3a0>770>;F0>?m0>CZ\#
0>F[0>Hn0>M40>O\0>Sn0>VI0>[C0>_;0>bA0>eT0>i<0>mN0?060?2]0?630?9H0?;_0?=h0?@M0?DV0?HU0?Kg0?On0?QC\#
0?UI0?VR0?\90?_T0?b<0?da0?hB0?ka0?o:0@520@9E0@<h0@AQ0@Dc0@Gd0@KS0@N20@Q;0@TC0@VZ0@Z10@\J0@`e0@ck\#
0@fd0@jT0@m^0A1J0A550A8>0A;H0A=D0AEa0AH?0AJU0AN70AS00AW80AZ?0A]60A__0Ab>0AeY0Aha0AlK0B1>0B660B:S\#
0B=F0B?X0BBo0BGU0BIo0BM10BOg0BSE0BTU0BX;0BYe0B]P0B_Q0Bc70Bfa0Bj<0BlE0C1h0C3W0C630C8k0C=b0CA40CC_\#
0CH=0CJ40CLg0CNk0CP20CS30CU[0CWP0CYU0C]50C`:0CbO0Cdm0Cfj0CjW0Cm50Coe0D4G0D7m0D;@0D<g0D?k0DA20DEY\#
0DKK0DMX
"""#
    }

    static var aliases: StaticString {
#"""
_exit	exit_group
fstatat	newfstatat
klogctl	syslog
posix_fadvise	fadvise64
pread	pread64
prlimit	prlimit64
pselect	pselect6
pwrite	pwrite64
recv	recvfrom
send	sendto
sigaction	rt_sigaction
sigpending	rt_sigpending
sigprocmask	rt_sigprocmask
sigsuspend	rt_sigsuspend
sigtimedwait	rt_sigtimedwait
umount	umount2
"""#
    }
    static var aliasIndex: StaticString {
#"""
0000000A000T000c001;001I001[001l002<002J002V002m003F003a004:004W
"""#
    }

    static var syscallNumbersOnX86: StaticString {
#"""
003g0060003A000L005?001?002V003S002Q002f002l003<000<004;004=004?0028003V003a003k00610003003M004Q\#
004N00330039002^002W005700540055000S000T003G003>001U0008004e001Y004V005<000N0001004Y003m004X003o\#
0058000:002I001c001V005=004o001d000I0018005j000`000b005n002A005^004S004T004R00560036003800370035\#
00100017001A0011005Z001B001O001N000@000j0043002_0048000P002G005_005E003i000A000k000B000n002E005\\#
001f001`001a005K005X003_001g005L001S0051004b001R001Q004g001[001X004n004l004i001T004c004k001_004j\#
001^001W004a004`001b000>000?004<004A004>004@0059005g002a005d003I005f005@001@005J001\004h004L004G\#
004M004H004C004D004I002c003:002e003;005k002g003O0000003U00090006004m000C005G00040050002h005]005D\#
005C003l004d004_002:0029000Q001j000R001I003d003e003@001Z003`0007005[004P001e003h0052002R001;001h\#
002F0012002L002N00160041002P0019005Y005O001C004J004E004]0023002000210024001o001L002O000V000Y000]\#
0040001P004^0047004U000f005P005T005S005R005Q000H000F000E000G000c000\000X005N005i005m002Y004Z001J\#
002o003200310030002n002m002?005o00050046002@002<002;001l001k001n002]003E002`002b000o001H003?005`\#
0044002H005F003j000l000d003^003T005a004\001K005>005M005H005l002k005h000Z005:005U000^000g005W005V\#
0002005;000_000W000U003N001m003W003b004B003H003n000h000i003Y003=003B000D005I004W004f001M003\003]\#
002=0015004K004F0045004O001]002[002>000;000a005e002Z002d000O003X003c003R003P003Q005B00220049005c\#
005b............................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................003L002700250026003C002j001=001:\#
001<001>003K000J000M003F003J000e003Z000[002i003f002C002B002D002\003[001F004[000=000m002X001G001E\#
001D005A002J002S002U002T00340053001i002M0042003D00130014002K004:
"""#
    }

    static var syscallNumbersOnArm: StaticString {
#"""
002300200024001o00210052002R001;001h002F0012002L002N00160041002P0019001N002O000_000W000X000Z000S\#
000U0010001m001k001n0028002<002;0017002b002`005`005F002H0044005]002h003O003@005@001@005Z001B000g\#
000d000@000j000C000k000l000o000n003E000L005k003N003e001P002Q003g0060003k0061003V003a003W003b004V\#
003^003T005;005l005>005M003j003?001?005G001A0011005H005U005W005V005h0004000>000?003I000b000c005o\#
004^005a001C004\001K003>001U004e002?001j000R005P005S005R005T005Q000H000F000E000G005L003_004L004M\#
004H004G004J004E004N004C004D004I0047002A005Y005N0059004@004;004=004<004A004>004?004h001\003l004i\#
004b004l0051004k001_004j001^004a004`005X004g001W001b004n001T004c005^004d004_001`004m001a005\003U\#
001M001f00500006001Y001[001g001R001S001Q001e005K002o003200310030002n002m0036003500370038004S004R\#
004U004T0057005500540056005<005=000:002I0001000N001c001V004Y003m004o001d0058004X003o003h000<003<\#
003300050046002@000K000`002f000f005D005C002l0039002c003:002e003;002^002W0040002Y001J004Z002]002k\#
004B003H0002003n................................................................005n003Y000h000i\#
003=003B000D005I004f004W003\003]002=0015004K004F0045004O001]002[000;000a005e002Z002d000O003X003c\#
003R003P003Q005B00220049002>....................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................003L002700250026003C002j001=001:\#
001<001>003K000J000M003F003J000e003Z000[002i003f002C002B002D002\003[001F004[000=000m002X001G001E\#
001D005A002J002S002U002T00340053001i002M0042003D00130014002K004:
"""#
    }
}
