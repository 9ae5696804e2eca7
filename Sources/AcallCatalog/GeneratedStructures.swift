// swift-format-ignore-file
// Structures by name. Made by `acall-catalog` from `grammar/`: change that, not this.

extension Generated {
    static var structures: StaticString {
#"""
cachestat	=	40	8	nr_	nr_cache 0 i8u *	nr_dirty 8 i8u *	nr_writeback 16 i8u *	nr_evicted 24 i8u *	nr_recently_evicted 32 i8u *
cachestat_range	=	16	8		off 0 i8u *	len 8 i8u *
clone_args	=	88	8		flags 0 i8u:f:clone3 *	pidfd 8 i8u:x	child_tid 16 i8u:x	parent_tid 24 i8u:x	exit_signal 32 i8u *	stack 40 i8u:x	stack_size 48 i8u	tls 56 i8u:x	set_tid 64 i8u:x	set_tid_size 72 i8u	cgroup 80 i8u
cmsg_rights	=	24	8	cmsg_	cmsg_len 0 i8u *	cmsg_level 8 i4s:e:socket_level *	cmsg_type 12 i4s:e:scm_type *	cmsg_fds 16 a:2:i4s *
cmsghdr	=	16	8	cmsg_	cmsg_len 0 i8u *	cmsg_level 8 i4s:e:socket_level *	cmsg_type 12 i4s:e:scm_type *	cmsg_data 16 F:0
dqblk	=	72	8	dqb_	dqb_bhardlimit 0 i8u *	dqb_bsoftlimit 8 i8u *	dqb_curspace 16 i8u *	dqb_ihardlimit 24 i8u	dqb_isoftlimit 32 i8u	dqb_curinodes 40 i8u	dqb_btime 48 i8u:s	dqb_itime 56 i8u:s	dqb_valid 64 i4u
epoll_event	@	12	1		events 0 i4u:f:epoll_events *	data 4 i8u *	data.ptr 4 p:O	data.fd 4 i4s:d	data.u32 4 i4u	data.u64 4 i8u
epoll_event@aarch64	@	16	8		events 0 i4u:f:epoll_events *	data 8 i8u *	data.ptr 8 p:O	data.fd 8 i4s:d	data.u32 8 i4u	data.u64 8 i8u
epoll_params	=	8	4		busy_poll_usecs 0 i4u *	busy_poll_budget 4 i2u *	prefer_busy_poll 6 i1u *
f_owner_ex	=	8	4		type 0 i4s:e:owner_type *	pid 4 i4s:p *
fanotify_event_metadata	=	24	8		event_len 0 i4u	vers 4 i1u	reserved 5 i1u	metadata_len 6 i2u	mask 8 i8u:f:fanotify_mask *	fd 16 i4s:d *	pid 20 i4s:p *
fanotify_response	=	8	4		fd 0 i4s:d *	response 4 i4u *
fiemap	=	32	8	fm_	fm_start 0 i8u *	fm_length 8 i8u *	fm_flags 16 i4u:f:fiemap *	fm_mapped_extents 20 i4u *	fm_extent_count 24 i4u *	fm_reserved 28 i4u
fiemap_extent	=	56	8	fe_	fe_logical 0 i8u *	fe_physical 8 i8u *	fe_length 16 i8u *	fe_reserved64 24 a:2:i8u	fe_flags 40 i4u:f:fiemap_extent *	fe_reserved 44 a:3:i4u
file_attr	=	24	8	fa_	fa_xflags 0 i8u:f:xflags *	fa_extsize 8 i4u	fa_nextents 12 i4u	fa_projid 16 i4u	fa_cowextsize 20 i4u
file_clone_range	=	32	8		src_fd 0 i8s *	src_offset 8 i8u *	src_length 16 i8u *	dest_offset 24 i8u *
file_dedupe_range	=	24	8		src_offset 0 i8u *	src_length 8 i8u *	dest_count 16 i2u *	reserved1 18 i2u	reserved2 20 i4u
file_dedupe_range_info	=	32	8		dest_fd 0 i8s *	dest_offset 8 i8u *	bytes_deduped 16 i8u *	status 24 i4s *	reserved 28 i4u
file_handle	=	8	4		handle_bytes 0 i4u *	handle_type 4 i4s *	f_handle 8 F:0
flock	=	32	8	l_	l_type 0 i2s:e:lock_type *	l_whence 2 i2s:e:seek *	l_start 8 i8s *	l_len 16 i8s *	l_pid 24 i4s:p *
fstrim_range	=	24	8		start 0 i8u *	len 8 i8u *	minlen 16 i8u
fsxattr	=	28	4	fsx_	fsx_xflags 0 i4u:f:xflags *	fsx_extsize 4 i4u	fsx_nextents 8 i4u	fsx_projid 12 i4u	fsx_cowextsize 16 i4u
futex_waitv	=	24	8		val 0 i8u *	uaddr 8 p:I:i4u *	flags 16 i4u:f:futex2 *
hwtstamp_config	=	12	4		flags 0 i4s:f:hwtstamp_flags	tx_type 4 i4s:e:hwtstamp_tx *	rx_filter 8 i4s:e:hwtstamp_filter *
ifa_cacheinfo	=	16	4		ifa_prefered 0 i4u *	ifa_valid 4 i4u *	cstamp 8 i4u	tstamp 12 i4u
ifaddrmsg	=	8	4	ifa_	ifa_family 0 i1u:e:address_family *	ifa_prefixlen 1 i1u *	ifa_flags 2 i1u	ifa_scope 3 i1u	ifa_index 4 i4u *
ifconf	=	16	8	ifc_	ifc_len 0 i4s *	ifc_buf 8 p:B:0 *
ifinfomsg	=	16	4	ifi_	ifi_family 0 i1u:e:address_family *	ifi_type 2 i2u *	ifi_index 4 i4s *	ifi_flags 8 i4u:x	ifi_change 12 i4u:x
ifreq	=	40	8	ifr_	ifr_name 0 a:16:i1u *	ifr_addr 16 S:16:sockaddr_in	ifr_addr.sin_family 16 i2u:e:address_family	ifr_addr.sin_port 18 i2b	ifr_addr.sin_addr 20 4	ifr_addr.sin_zero 24 a:8:i1u	ifr_dstaddr 16 S:16:sockaddr_in	ifr_dstaddr.sin_family 16 i2u:e:address_family	ifr_dstaddr.sin_port 18 i2b	ifr_dstaddr.sin_addr 20 4	ifr_dstaddr.sin_zero 24 a:8:i1u	ifr_broadaddr 16 S:16:sockaddr_in	ifr_broadaddr.sin_family 16 i2u:e:address_family	ifr_broadaddr.sin_port 18 i2b	ifr_broadaddr.sin_addr 20 4	ifr_broadaddr.sin_zero 24 a:8:i1u	ifr_netmask 16 S:16:sockaddr_in	ifr_netmask.sin_family 16 i2u:e:address_family	ifr_netmask.sin_port 18 i2b	ifr_netmask.sin_addr 20 4	ifr_netmask.sin_zero 24 a:8:i1u	ifr_hwaddr 16 S:16:sockaddr	ifr_hwaddr.sa_family 16 i2u:e:address_family	ifr_hwaddr.sa_data 18 a:14:i1u	ifr_flags 16 i2s:x	ifr_ifindex 16 i4s	ifr_metric 16 i4s	ifr_mtu 16 i4s	ifr_qlen 16 i4s	ifr_newname 16 a:16:i1u	ifr_slave 16 a:16:i1u
in6_addr	=	16	4	s6_	s6_addr 0 6 *
in6_pktinfo	=	20	4	ipi6_	ipi6_addr 0 6 *	ipi6_ifindex 16 i4s *
in_addr	=	4	4	s_	s_addr 0 4 *
in_pktinfo	=	12	4	ipi_	ipi_ifindex 0 i4s *	ipi_spec_dst 4 4	ipi_addr 8 4 *
inotify_event	=	16	4		wd 0 i4s *	mask 4 i4u:f:inotify_mask *	cookie 8 i4u *	len 12 i4u	name 16 F:1 *
io_event	=	32	8		data 0 i8u *	obj 8 i8u:x	res 16 i8s *	res2 24 i8s
io_uring_params	=	120	8		sq_entries 0 i4u *	cq_entries 4 i4u *	flags 8 i4u:f:io_uring_setup *	sq_thread_cpu 12 i4u	sq_thread_idle 16 i4u	features 20 i4u:f:io_uring_features	wq_fd 24 i4u	sq_off.head 40 i4u	sq_off.tail 44 i4u	sq_off.ring_mask 48 i4u	sq_off.ring_entries 52 i4u	sq_off.flags 56 i4u	sq_off.dropped 60 i4u	sq_off.array 64 i4u	sq_off.user_addr 72 i8u:x	cq_off.head 80 i4u	cq_off.tail 84 i4u	cq_off.ring_mask 88 i4u	cq_off.ring_entries 92 i4u	cq_off.overflow 96 i4u	cq_off.cqes 100 i4u	cq_off.flags 104 i4u	cq_off.user_addr 112 i8u:x
iocb	=	64	8	aio_	aio_data 0 i8u *	aio_key 8 i4u	aio_rw_flags 12 i4u:f:rwf	aio_lio_opcode 16 i2u:e:aio_command *	aio_reqprio 18 i2s	aio_fildes 20 i4u *	aio_buf 24 i8u:x *	aio_nbytes 32 i8u *	aio_offset 40 i8s *	aio_reserved2 48 i8u	aio_flags 56 i4u:f:aio_flags	aio_resfd 60 i4u
iovec	=	16	8	iov_	iov_base 0 p:B:1 *	iov_len 8 i8u *
ip_mreq	=	8	4	imr_	imr_multiaddr 0 4 *	imr_interface 4 4 *
ip_mreq_source	=	12	4	imr_	imr_multiaddr 0 4 *	imr_interface 4 4 *	imr_sourceaddr 8 4 *
ip_mreqn	=	12	4	imr_	imr_multiaddr 0 4 *	imr_address 4 4 *	imr_ifindex 8 i4s *
ipc_perm	=	48	8		key 0 i4s:x *	uid 4 i4u:u *	gid 8 i4u:g	cuid 12 i4u:u	cgid 16 i4u:g	mode 20 i4u:m *	seq 24 i2u
ipv6_mreq	=	20	4	ipv6mr_	ipv6mr_multiaddr 0 6 *	ipv6mr_ifindex 16 i4s *
itimerspec	=	32	8	it_	it_interval 0 S:16:timespec *	it_interval.tv_sec 0 i8s:s	it_interval.tv_nsec 8 i8s	it_value 16 S:16:timespec *	it_value.tv_sec 16 i8s:s	it_value.tv_nsec 24 i8s
itimerval	=	32	8	it_	it_interval 0 S:16:timeval *	it_interval.tv_sec 0 i8s:s	it_interval.tv_usec 8 i8s	it_value 16 S:16:timeval *	it_value.tv_sec 16 i8s:s	it_value.tv_usec 24 i8s
kexec_segment	=	32	8		buf 0 p:B:1 *	bufsz 8 i8u *	mem 16 i8u:x *	memsz 24 i8u *
landlock_net_port_attr	=	16	8		allowed_access 0 i8u:f:landlock_access_net *	port 8 i8u *
landlock_path_beneath_attr	=	12	1		allowed_access 0 i8u:f:landlock_access_fs *	parent_fd 8 i4s:d *
landlock_ruleset_attr	=	48	8		handled_access_fs 0 i8u:f:landlock_access_fs *	handled_access_net 8 i8u:f:landlock_access_net *	scoped 16 i8u:f:landlock_scope *	quiet_access_fs 24 i8u:f:landlock_access_fs	quiet_access_net 32 i8u:f:landlock_access_net	quiet_scoped 40 i8u:f:landlock_scope
linger	=	8	4	l_	l_onoff 0 i4s *	l_linger 4 i4s:s *
linux_dirent	=	24	8	d_	d_ino 0 i8u *	d_off 8 i8s	d_reclen 16 i2u	d_name 18 F:1 *
linux_dirent64	=	24	8	d_	d_ino 0 i8u *	d_off 8 i8s	d_reclen 16 i2u	d_type 18 i1u:e:dirent_type *	d_name 19 F:1 *
lsm_ctx	=	32	8		id 0 i8u:e:lsm_id *	flags 8 i8u	len 16 i8u	ctx_len 24 i8u *	ctx 32 F:0 *
mmsghdr	=	64	8	msg_	msg_hdr 0 S:56:msghdr *	msg_hdr.msg_name 0 p:K:1	msg_hdr.msg_namelen 8 i4u	msg_hdr.msg_iov 16 p:V:3	msg_hdr.msg_iovlen 24 i8u	msg_hdr.msg_control 32 p:B:5	msg_hdr.msg_controllen 40 i8u	msg_hdr.msg_flags 48 i4u:f:msg_flags	msg_len 56 i4u *
mnt_id_req	=	32	8		size 0 i4u	mnt_ns_fd 4 i4u	mnt_id 8 i8u *	param 16 i8u:x *	mnt_ns_id 24 i8u
mount_attr	=	32	8		attr_set 0 i8u:f:mount_attributes *	attr_clr 8 i8u:f:mount_attributes *	propagation 16 i8u:f:mount_flags	userns_fd 24 i8u
mq_attr	=	64	8	mq_	mq_flags 0 i8s:f:open *	mq_maxmsg 8 i8s *	mq_msgsize 16 i8s *	mq_curmsgs 24 i8s *
msgbuf	=	8	8		mtype 0 i8s *	mtext 8 F:0
msghdr	=	56	8	msg_	msg_name 0 p:K:1 *	msg_namelen 8 i4u *	msg_iov 16 p:V:3 *	msg_iovlen 24 i8u *	msg_control 32 p:B:5 *	msg_controllen 40 i8u *	msg_flags 48 i4u:f:msg_flags *
msqid_ds	=	120	8	msg_	msg_perm 0 S:48:ipc_perm *	msg_perm.key 0 i4s:x	msg_perm.uid 4 i4u:u	msg_perm.gid 8 i4u:g	msg_perm.cuid 12 i4u:u	msg_perm.cgid 16 i4u:g	msg_perm.mode 20 i4u:m	msg_perm.seq 24 i2u	msg_stime 48 i8s:s	msg_rtime 56 i8s:s	msg_ctime 64 i8s:s	msg_cbytes 72 i8u *	msg_qnum 80 i8u *	msg_qbytes 88 i8u	msg_lspid 96 i4s:p	msg_lrpid 100 i4s:p
ndmsg	=	12	4	ndm_	ndm_family 0 i1u:e:address_family *	ndm_pad1 1 i1u	ndm_pad2 2 i2u	ndm_ifindex 4 i4s *	ndm_state 8 i2u:f:neighbour_state *	ndm_flags 10 i1u:f:neighbour_flags	ndm_type 11 i1u
nduseroptmsg	=	16	4	nduseropt_	nduseropt_family 0 i1u:e:address_family *	nduseropt_pad1 1 i1u	nduseropt_opts_len 2 i2u *	nduseropt_ifindex 4 i4s *	nduseropt_icmp_type 8 i1u	nduseropt_icmp_code 9 i1u	nduseropt_pad2 10 i2u	nduseropt_pad3 12 i4u
nl_pktinfo	=	4	4		group 0 i4u *
nlattr	=	4	2	nla_	nla_len 0 i2u *	nla_type 2 i2u *
nlmsgerr	=	20	4		error 0 i4s *	msg 4 S:16:nlmsghdr	msg.nlmsg_len 4 i4u	msg.nlmsg_type 8 i2u:e:netlink_message	msg.nlmsg_flags 10 i2u:f:netlink_flags	msg.nlmsg_seq 12 i4u	msg.nlmsg_pid 16 i4u
nlmsghdr	=	16	4	nlmsg_	nlmsg_len 0 i4u *	nlmsg_type 4 i2u:e:netlink_message *	nlmsg_flags 6 i2u:f:netlink_flags *	nlmsg_seq 8 i4u	nlmsg_pid 12 i4u
ns_id_req	=	32	8		size 0 i4u	ns_id 8 i8u *	ns_type 16 i4u:f:namespace *	user_ns_id 24 i8u
open_how	=	24	8		flags 0 i8u:f:openat2 *	mode 8 i8u:m *	resolve 16 i8u:f:resolve *
packet_mreq	=	16	4	mr_	mr_ifindex 0 i4s *	mr_type 4 i2u *	mr_alen 6 i2u	mr_address 8 a:8:i1u
perf_event_attr	=	128	8		type 0 i4u:e:perf_type *	size 4 i4u	config 8 i8u *	sample_period 16 i8u *	sample_freq 16 i8u	sample_type 24 i8u:x	read_format 32 i8u:x	flags 40 i8u:x	wakeup_events 48 i4u	bp_type 52 i4u	config1 56 i8u	config2 64 i8u	branch_sample_type 72 i8u	sample_regs_user 80 i8u	sample_stack_user 88 i4u	clockid 92 i4s:e:clock	sample_regs_intr 96 i8u	aux_watermark 104 i4u	sample_max_stack 108 i2u	aux_sample_size 112 i4u	sig_data 120 i8u
pidfd_info	=	88	8		mask 0 i8u:f:pidfd_info *	cgroupid 8 i8u	pid 16 i4u *	tgid 20 i4u	ppid 24 i4u *	ruid 28 i4u:u	rgid 32 i4u:g	euid 36 i4u:u	egid 40 i4u:g	suid 44 i4u:u	sgid 48 i4u:g	fsuid 52 i4u:u	fsgid 56 i4u:g	exit_code 60 i4s	coredump_mask 64 i4u	coredump_signal 68 i4u	coredump_code 72 i4u	supported_mask 80 i8u:f:pidfd_info
pollfd	=	8	4		fd 0 i4s:d *	events 4 i2s:f:poll_events *	revents 6 i2s:f:poll_events *
rlimit	=	16	8	rlim_	rlim_cur 0 i8u *	rlim_max 8 i8u *
rlimit64	=	16	8	rlim_	rlim_cur 0 i8u *	rlim_max 8 i8u *
robust_list_head	=	24	8		list 0 i8u:x *	futex_offset 8 i8s *	list_op_pending 16 i8u:x
rseq	=	32	32		cpu_id_start 0 i4u	cpu_id 4 i4u *	rseq_cs 8 i8u:x	flags 16 i4u	node_id 20 i4u	mm_cid 24 i4u
rta_cacheinfo	=	32	4	rta_	rta_clntref 0 i4u	rta_lastuse 4 i4u	rta_expires 8 i4s *	rta_error 12 i4u	rta_used 16 i4u	rta_id 20 i4u	rta_ts 24 i4u	rta_tsage 28 i4u
rtattr	=	4	2	rta_	rta_len 0 i2u *	rta_type 2 i2u *
rtgenmsg	=	1	1	rtgen_	rtgen_family 0 i1u:e:address_family *
rtmsg	=	12	4	rtm_	rtm_family 0 i1u:e:address_family *	rtm_dst_len 1 i1u *	rtm_src_len 2 i1u	rtm_tos 3 i1u	rtm_table 4 i1u:e:route_table *	rtm_protocol 5 i1u:e:route_protocol	rtm_scope 6 i1u:e:route_scope	rtm_type 7 i1u:e:route_type *	rtm_flags 8 i4u:f:route_flags
rusage	=	144	8	ru_	ru_utime 0 S:16:timeval *	ru_utime.tv_sec 0 i8s:s	ru_utime.tv_usec 8 i8s	ru_stime 16 S:16:timeval *	ru_stime.tv_sec 16 i8s:s	ru_stime.tv_usec 24 i8s	ru_maxrss 32 i8s *	ru_ixrss 40 i8s	ru_idrss 48 i8s	ru_isrss 56 i8s	ru_minflt 64 i8s	ru_majflt 72 i8s	ru_nswap 80 i8s	ru_inblock 88 i8s	ru_oublock 96 i8s	ru_msgsnd 104 i8s	ru_msgrcv 112 i8s	ru_nsignals 120 i8s	ru_nvcsw 128 i8s	ru_nivcsw 136 i8s
sched_attr	=	56	8		size 0 i4u	sched_policy 4 i4u:f:scheduler *	sched_flags 8 i8u:f:sched_attr_flags	sched_nice 16 i4s *	sched_priority 20 i4u *	sched_runtime 24 i8u	sched_deadline 32 i8u	sched_period 40 i8u	sched_util_min 48 i4u	sched_util_max 52 i4u
sched_param	=	4	4	sched_	sched_priority 0 i4s *
scm_timestamping	=	48	8		ts 0 z:16:3:timespec *
seccomp_notif_sizes	=	6	2		seccomp_notif 0 i2u *	seccomp_notif_resp 2 i2u *	seccomp_data 4 i2u *
sembuf	=	6	2	sem_	sem_num 0 i2u *	sem_op 2 i2s *	sem_flg 4 i2s:f:sem_flags *
semid_ds	@	104	8	sem_	sem_perm 0 S:48:ipc_perm *	sem_perm.key 0 i4s:x	sem_perm.uid 4 i4u:u	sem_perm.gid 8 i4u:g	sem_perm.cuid 12 i4u:u	sem_perm.cgid 16 i4u:g	sem_perm.mode 20 i4u:m	sem_perm.seq 24 i2u	sem_otime 48 i8s:s	sem_ctime 64 i8s:s	sem_nsems 80 i8u *
semid_ds@aarch64	@	88	8	sem_	sem_perm 0 S:48:ipc_perm *	sem_perm.key 0 i4s:x	sem_perm.uid 4 i4u:u	sem_perm.gid 8 i4u:g	sem_perm.cuid 12 i4u:u	sem_perm.cgid 16 i4u:g	sem_perm.mode 20 i4u:m	sem_perm.seq 24 i2u	sem_otime 48 i8s:s	sem_ctime 56 i8s:s	sem_nsems 64 i8u *
shmid_ds	=	112	8	shm_	shm_perm 0 S:48:ipc_perm *	shm_perm.key 0 i4s:x	shm_perm.uid 4 i4u:u	shm_perm.gid 8 i4u:g	shm_perm.cuid 12 i4u:u	shm_perm.cgid 16 i4u:g	shm_perm.mode 20 i4u:m	shm_perm.seq 24 i2u	shm_segsz 48 i8u *	shm_atime 56 i8s:s	shm_dtime 64 i8s:s	shm_ctime 72 i8s:s	shm_cpid 80 i4s:p	shm_lpid 84 i4s:p	shm_nattch 88 i8u *
sigaction	=	32	8	sa_	sa_handler 0 i8u:x *	sa_sigaction 0 i8u:x	sa_flags 8 i8u:f:sigaction *	sa_restorer 16 i8u:x	sa_mask 24 i8u:x *
sigevent	=	64	8	sigev_	sigev_value 0 i8u:x *	sigev_signo 8 i4s:S *	sigev_notify 12 i4s:e:signal_notify *	sigev_notify_thread_id 16 i4s:p
siginfo	=	128	8	si_	si_signo 0 i4s:S *	si_errno 4 i4s	si_code 8 i4s:e:signal_code *	si_pid 16 i4s:p *	si_uid 20 i4u:u	si_status 24 i4s *	si_utime 32 i8s	si_stime 40 i8s	si_timerid 16 i4s	si_overrun 20 i4s	si_value 24 i8u:x	si_addr 16 i8u:x	si_band 16 i8s	si_fd 24 i4s:d	si_call_addr 16 i8u:x	si_syscall 24 i4s	si_arch 28 i4u
signalfd_siginfo	=	128	8	ssi_	ssi_signo 0 i4u:S *	ssi_errno 4 i4s	ssi_code 8 i4s:e:signal_code	ssi_pid 12 i4u:p *	ssi_uid 16 i4u:u	ssi_fd 20 i4s:d	ssi_tid 24 i4u	ssi_band 28 i4u	ssi_overrun 32 i4u	ssi_trapno 36 i4u	ssi_status 40 i4s	ssi_int 44 i4s	ssi_ptr 48 i8u:x	ssi_utime 56 i8u	ssi_stime 64 i8u	ssi_addr 72 i8u:x	ssi_addr_lsb 80 i2u	ssi_syscall 84 i4s	ssi_call_addr 88 i8u:x	ssi_arch 96 i4u
sigset_argpack	=	16	8		p 0 p:B:1 *	size 8 i8u *
so_timestamping	=	8	4		flags 0 i4s:f:timestamping *	bind_phc 4 i4s
sock_extended_err	=	16	4	ee_	ee_errno 0 i4u:e:errno *	ee_origin 4 i1u:e:so_ee_origin *	ee_type 5 i1u *	ee_code 6 i1u *	ee_pad 7 i1u	ee_info 8 i4u *	ee_data 12 i4u
sock_filter	=	8	4		code 0 i2u:x *	jt 2 i1u *	jf 3 i1u *	k 4 i4u:x *
sock_fprog	=	16	8		len 0 i2u *	filter 8 p:A:0:sock_filter *
sockaddr	=	16	2	sa_	sa_family 0 i2u:e:address_family *	sa_data 2 a:14:i1u
sockaddr_alg	=	88	4	salg_	salg_family 0 i2u:e:address_family *	salg_type 2 a:14:i1u *	salg_feat 16 i4u	salg_mask 20 i4u	salg_name 24 a:64:i1u *
sockaddr_in	=	16	4	sin_	sin_family 0 i2u:e:address_family *	sin_port 2 i2b *	sin_addr 4 4 *	sin_zero 8 a:8:i1u
sockaddr_in6	=	28	4	sin6_	sin6_family 0 i2u:e:address_family *	sin6_port 2 i2b *	sin6_flowinfo 4 i4b	sin6_addr 8 6 *	sin6_scope_id 24 i4u
sockaddr_ll	=	20	4	sll_	sll_family 0 i2u:e:address_family *	sll_protocol 2 i2b:e:ether_type *	sll_ifindex 4 i4s *	sll_hatype 8 i2u	sll_pkttype 10 i1u:e:packet_type	sll_halen 11 i1u	sll_addr 12 a:8:i1u
sockaddr_nl	=	12	4	nl_	nl_family 0 i2u:e:address_family *	nl_pid 4 i4u *	nl_groups 8 i4u *
sockaddr_storage	=	128	8	ss_	ss_family 0 i2u:e:address_family *
sockaddr_un	=	110	2	sun_	sun_family 0 i2u:e:address_family *	sun_path 2 a:108:i1u *
sockaddr_vm	=	16	4	svm_	svm_family 0 i2u:e:address_family *	svm_reserved1 2 i2u	svm_port 4 i4u *	svm_cid 8 i4u *	svm_flags 12 i1u	svm_zero 13 a:3:i1u
stack_t	=	24	8	ss_	ss_sp 0 p:B:2 *	ss_flags 8 i4u:f:sigaltstack *	ss_size 16 i8u *
stat	@	144	8	st_	st_dev 0 i8u:v	st_ino 8 i8u	st_nlink 16 i8u	st_mode 24 i4u:m *	st_uid 28 i4u:u	st_gid 32 i4u:g	st_rdev 40 i8u:v	st_size 48 i8s *	st_blksize 56 i8s	st_blocks 64 i8s	st_atim 72 S:16:timespec	st_atim.tv_sec 72 i8s:s	st_atim.tv_nsec 80 i8s	st_mtim 88 S:16:timespec	st_mtim.tv_sec 88 i8s:s	st_mtim.tv_nsec 96 i8s	st_ctim 104 S:16:timespec	st_ctim.tv_sec 104 i8s:s	st_ctim.tv_nsec 112 i8s	st_atime 72 i8s:s	st_atime_nsec 80 i8s	st_mtime 88 i8s:s	st_mtime_nsec 96 i8s	st_ctime 104 i8s:s	st_ctime_nsec 112 i8s
stat@aarch64	@	128	8	st_	st_dev 0 i8u:v	st_ino 8 i8u	st_mode 16 i4u:m *	st_nlink 20 i4u	st_uid 24 i4u:u	st_gid 28 i4u:g	st_rdev 32 i8u:v	st_size 48 i8s *	st_blksize 56 i4s	st_blocks 64 i8s	st_atim 72 S:16:timespec	st_atim.tv_sec 72 i8s:s	st_atim.tv_nsec 80 i8s	st_mtim 88 S:16:timespec	st_mtim.tv_sec 88 i8s:s	st_mtim.tv_nsec 96 i8s	st_ctim 104 S:16:timespec	st_ctim.tv_sec 104 i8s:s	st_ctim.tv_nsec 112 i8s	st_atime 72 i8s:s	st_atime_nsec 80 i8s	st_mtime 88 i8s:s	st_mtime_nsec 96 i8s	st_ctime 104 i8s:s	st_ctime_nsec 112 i8s
statfs	=	120	8	f_	f_type 0 i8s:e:file_system_magic *	f_bsize 8 i8s *	f_blocks 16 i8u *	f_bfree 24 i8u	f_bavail 32 i8u *	f_files 40 i8u	f_ffree 48 i8u	f_fsid 56 a:2:i4s	f_namelen 64 i8s	f_frsize 72 i8s	f_flags 80 i8s:f:statfs_flags
statmount	=	512	8		size 0 i4u	mnt_opts 4 i4u	mask 8 i8u:f:statmount_mask *	sb_dev_major 16 i4u	sb_dev_minor 20 i4u	sb_magic 24 i8u:x	sb_flags 32 i4u	fs_type 36 i4u	mnt_id 40 i8u *	mnt_parent_id 48 i8u *	mnt_id_old 56 i4u	mnt_parent_id_old 60 i4u	mnt_attr 64 i8u:f:mount_attributes	mnt_propagation 72 i8u:f:mount_flags	mnt_peer_group 80 i8u	mnt_master 88 i8u	propagate_from 96 i8u	mnt_root 104 i4u	mnt_point 108 i4u
statx	=	256	8	stx_	stx_mask 0 i4u:f:statx_mask *	stx_blksize 4 i4u	stx_attributes 8 i8u:f:statx_attributes *	stx_nlink 16 i4u	stx_uid 20 i4u:u	stx_gid 24 i4u:g	stx_mode 28 i2u:m *	stx_ino 32 i8u	stx_size 40 i8u *	stx_blocks 48 i8u	stx_attributes_mask 56 i8u:f:statx_attributes	stx_atime 64 S:16:statx_timestamp	stx_atime.tv_sec 64 i8s	stx_atime.tv_nsec 72 i4u	stx_btime 80 S:16:statx_timestamp	stx_btime.tv_sec 80 i8s	stx_btime.tv_nsec 88 i4u	stx_ctime 96 S:16:statx_timestamp	stx_ctime.tv_sec 96 i8s	stx_ctime.tv_nsec 104 i4u	stx_mtime 112 S:16:statx_timestamp	stx_mtime.tv_sec 112 i8s	stx_mtime.tv_nsec 120 i4u	stx_rdev_major 128 i4u	stx_rdev_minor 132 i4u	stx_dev_major 136 i4u	stx_dev_minor 140 i4u	stx_mnt_id 144 i8u	stx_dio_mem_align 152 i4u	stx_dio_offset_align 156 i4u	stx_subvol 160 i8u	stx_atomic_write_unit_min 168 i4u	stx_atomic_write_unit_max 172 i4u	stx_atomic_write_segments_max 176 i4u	stx_dio_read_offset_align 180 i4u	stx_atomic_write_unit_max_opt 184 i4u
statx_timestamp	=	16	8	tv_	tv_sec 0 i8s *	tv_nsec 8 i4u *
sysinfo	=	112	8		uptime 0 i8s:s *	loads 8 a:3:i8u	totalram 32 i8u *	freeram 40 i8u *	sharedram 48 i8u	bufferram 56 i8u	totalswap 64 i8u	freeswap 72 i8u	procs 80 i2u	totalhigh 88 i8u	freehigh 96 i8u	mem_unit 104 i4u *
tcp_info	=	248	8	tcpi_	tcpi_state 0 i1u *	tcpi_ca_state 1 i1u	tcpi_retransmits 2 i1u	tcpi_probes 3 i1u	tcpi_backoff 4 i1u	tcpi_options 5 i1u	tcpi_rto 8 i4u	tcpi_ato 12 i4u	tcpi_snd_mss 16 i4u	tcpi_rcv_mss 20 i4u	tcpi_unacked 24 i4u	tcpi_sacked 28 i4u	tcpi_lost 32 i4u	tcpi_retrans 36 i4u	tcpi_fackets 40 i4u	tcpi_last_data_sent 44 i4u	tcpi_last_ack_sent 48 i4u	tcpi_last_data_recv 52 i4u	tcpi_last_ack_recv 56 i4u	tcpi_pmtu 60 i4u	tcpi_rcv_ssthresh 64 i4u	tcpi_rtt 68 i4u *	tcpi_rttvar 72 i4u	tcpi_snd_ssthresh 76 i4u	tcpi_snd_cwnd 80 i4u *	tcpi_advmss 84 i4u	tcpi_reordering 88 i4u	tcpi_rcv_rtt 92 i4u	tcpi_rcv_space 96 i4u	tcpi_total_retrans 100 i4u	tcpi_pacing_rate 104 i8u	tcpi_max_pacing_rate 112 i8u	tcpi_bytes_acked 120 i8u	tcpi_bytes_received 128 i8u	tcpi_segs_out 136 i4u	tcpi_segs_in 140 i4u	tcpi_notsent_bytes 144 i4u	tcpi_min_rtt 148 i4u	tcpi_data_segs_in 152 i4u	tcpi_data_segs_out 156 i4u	tcpi_delivery_rate 160 i8u	tcpi_busy_time 168 i8u	tcpi_rwnd_limited 176 i8u	tcpi_sndbuf_limited 184 i8u	tcpi_delivered 192 i4u	tcpi_delivered_ce 196 i4u	tcpi_bytes_sent 200 i8u	tcpi_bytes_retrans 208 i8u	tcpi_dsack_dups 216 i4u	tcpi_reord_seen 220 i4u	tcpi_rcv_ooopack 224 i4u	tcpi_snd_wnd 228 i4u	tcpi_rcv_wnd 232 i4u	tcpi_rehash 236 i4u	tcpi_total_rto 240 i2u	tcpi_total_rto_recoveries 242 i2u	tcpi_total_rto_time 244 i4u
termios	=	36	4	c_	c_iflag 0 i4u:f:termios_iflag *	c_oflag 4 i4u:f:termios_oflag *	c_cflag 8 i4u:f:termios_cflag *	c_lflag 12 i4u:f:termios_lflag *	c_line 16 i1u	c_cc 17 a:19:i1u
timespec	=	16	8	tv_	tv_sec 0 i8s:s *	tv_nsec 8 i8s *
timeval	=	16	8	tv_	tv_sec 0 i8s:s *	tv_usec 8 i8s *
timex	=	208	8		modes 0 i4u:f:timex_modes *	offset 8 i8s *	freq 16 i8s	maxerror 24 i8s	esterror 32 i8s	status 40 i4s:f:timex_status *	constant 48 i8s	precision 56 i8s	tolerance 64 i8s	time 72 S:16:timeval	time.tv_sec 72 i8s:s	time.tv_usec 80 i8s	tick 88 i8s	ppsfreq 96 i8s	jitter 104 i8s	shift 112 i4s	stabil 120 i8s	jitcnt 128 i8s	calcnt 136 i8s	errcnt 144 i8s	stbcnt 152 i8s	tai 160 i4s
timezone	=	8	4	tz_	tz_minuteswest 0 i4s *	tz_dsttime 4 i4s *
tms	=	32	8	tms_	tms_utime 0 i8s *	tms_stime 8 i8s *	tms_cutime 16 i8s *	tms_cstime 24 i8s *
tpacket_auxdata	=	20	4	tp_	tp_status 0 i4u:f:packet_status *	tp_len 4 i4u *	tp_snaplen 8 i4u	tp_mac 12 i2u	tp_net 14 i2u	tp_vlan_tci 16 i2u	tp_vlan_tpid 18 i2u
tpacket_stats	=	8	4	tp_	tp_packets 0 i4u *	tp_drops 4 i4u *
ucred	=	12	4		pid 0 i4s:p *	uid 4 i4u:u *	gid 8 i4u:g *
uffdio_api	=	24	8		api 0 i8u *	features 8 i8u:f:uffd_features *	ioctls 16 i8u:x
uffdio_copy	=	40	8		dst 0 i8u:x *	src 8 i8u:x *	len 16 i8u *	mode 24 i8u	copy 32 i8s
uffdio_range	=	16	8		start 0 i8u:x *	len 8 i8u *
uffdio_register	=	32	8		range 0 S:16:uffdio_range *	range.start 0 i8u:x	range.len 8 i8u	mode 16 i8u:f:uffd_register_mode *	ioctls 24 i8u:x
user_cap_data	=	12	4		effective 0 i4u:x *	permitted 4 i4u:x *	inheritable 8 i4u:x *
user_cap_header	=	8	4		version 0 i4u:e:capability_version *	pid 4 i4s:p *
user_desc	=	16	4		entry_number 0 i4u *	base_addr 4 i4u:x	limit 8 i4u	flags 12 i4u:x
ustat	=	32	8	f_	f_tfree 0 i4s *	f_tinode 8 i8u *	f_fname 16 a:6:i1u	f_fpack 22 a:6:i1u
utimbuf	=	16	8		actime 0 i8s:s *	modtime 8 i8s:s *
utsname	=	390	1		sysname 0 a:65:i1u *	nodename 65 a:65:i1u	release 130 a:65:i1u *	version 195 a:65:i1u	machine 260 a:65:i1u *	domainname 325 a:65:i1u
winsize	=	8	2	ws_	ws_row 0 i2u *	ws_col 2 i2u *	ws_xpixel 4 i2u	ws_ypixel 6 i2u
xattr_args	=	16	8		value 0 p:B:1 *	size 8 i4u *	flags 12 i4u:f:xattr *
"""#
    }
    static var structureIndex: StaticString {
#"""
0000001n002^00630083009j00=800?400A800BV00CP00Eg00F^00I500KZ00MT00O800Pn00Rh00T300Uf00Vc00X`00Yj\#
00[a00]900_:00_o00b2010V01180127012U013`015E016H01>g01C<01D101Dl01FD01GS01IC01JK01MA01P401QD01R]\#
01T@01X^01YQ01Zb01\S01]l01ao01cN01e[01g@01gh01jW02080237026j027J028=02;<02=O02>i02@<02AY02H\02Mf\#
02O<02P202Pj02R@02Sj02VJ02W=02X902\A02b]02fX02gH02h802iY02jf02nh0331038>03:B03<K03AP03G[03HK03IN\#
03L103M503N103O;03QK03S:03UD03XM03Yh03Zh03\<03^R03_e03gl040;043b04:A04IO04JI04Mb04bQ04eC04f804fl\#
04m004mm04oI051i052e053]054m056B0573059>05:R05;\05=005>G05?:05AP05B`
"""#
    }
}
