// swift-format-ignore-file
// Constants by name, their sets, and errnos by number. Made by `acall-catalog` from `grammar/`: change that, not this.

extension Generated {
    static var constants: StaticString {
#"""
AAFS_MAGIC	1513908720	1513908720	file_system_magic
ADDR_COMPAT_LAYOUT	2097152	2097152	personality
ADDR_LIMIT_32BIT	8388608	8388608	personality
ADDR_LIMIT_3GB	134217728	134217728	personality
ADDR_NO_RANDOMIZE	262144	262144	personality
ADFS_SUPER_MAGIC	44533	44533	file_system_magic
ADJ_ESTERROR	8	8	timex_modes
ADJ_FREQUENCY	2	2	timex_modes
ADJ_MAXERROR	4	4	timex_modes
ADJ_MICRO	4096	4096	timex_modes
ADJ_NANO	8192	8192	timex_modes
ADJ_OFFSET	1	1	timex_modes
ADJ_OFFSET_SINGLESHOT	32769	32769	timex_modes
ADJ_OFFSET_SS_READ	40961	40961	timex_modes
ADJ_SETOFFSET	256	256	timex_modes
ADJ_STATUS	16	16	timex_modes
ADJ_TAI	128	128	timex_modes
ADJ_TICK	16384	16384	timex_modes
ADJ_TIMECONST	32	32	timex_modes
AFFS_SUPER_MAGIC	44543	44543	file_system_magic
AFS_FS_MAGIC	1799439955	1799439955	file_system_magic
AFS_SUPER_MAGIC	1397113167	1397113167	file_system_magic
AF_ALG	38	38	address_family
AF_APPLETALK	5	5	address_family
AF_ASH	18	18	address_family
AF_ATMPVC	8	8	address_family
AF_ATMSVC	20	20	address_family
AF_AX25	3	3	address_family
AF_BLUETOOTH	31	31	address_family
AF_BRIDGE	7	7	address_family
AF_CAIF	37	37	address_family
AF_CAN	29	29	address_family
AF_DECnet	12	12	address_family
AF_ECONET	19	19	address_family
AF_IB	27	27	address_family
AF_IEEE802154	36	36	address_family
AF_INET	2	2	address_family
AF_INET6	10	10	address_family
AF_IPX	4	4	address_family
AF_IRDA	23	23	address_family
AF_ISDN	34	34	address_family
AF_IUCV	32	32	address_family
AF_KCM	41	41	address_family
AF_KEY	15	15	address_family
AF_LLC	26	26	address_family
AF_LOCAL	1	1	address_family
AF_MCTP	45	45	address_family
AF_MPLS	28	28	address_family
AF_NETBEUI	13	13	address_family
AF_NETLINK	16	16	address_family
AF_NETROM	6	6	address_family
AF_NFC	39	39	address_family
AF_PACKET	17	17	address_family
AF_PHONET	35	35	address_family
AF_PPPOX	24	24	address_family
AF_QIPCRTR	42	42	address_family
AF_RDS	21	21	address_family
AF_ROSE	11	11	address_family
AF_ROUTE	16	16	address_family
AF_RXRPC	33	33	address_family
AF_SECURITY	14	14	address_family
AF_SMC	43	43	address_family
AF_SNA	22	22	address_family
AF_TIPC	30	30	address_family
AF_UNIX	1	1	address_family
AF_UNSPEC	0	0	address_family
AF_VSOCK	40	40	address_family
AF_WANPIPE	25	25	address_family
AF_X25	9	9	address_family
AF_XDP	44	44	address_family
ALG_OP_DECRYPT	0	0	alg_operation
ALG_OP_ENCRYPT	1	1	alg_operation
ALG_SET_AEAD_ASSOCLEN	4	4	alg_option,socket_option
ALG_SET_AEAD_AUTHSIZE	5	5	alg_option,socket_option
ALG_SET_DRBG_ENTROPY	6	6	alg_option,socket_option
ALG_SET_IV	2	2	alg_option,socket_option
ALG_SET_KEY	1	1	alg_option,socket_option
ALG_SET_KEY_BY_KEY_SERIAL	7	7	alg_option,socket_option
ALG_SET_OP	3	3	alg_option,socket_option
ANON_INODE_FS_MAGIC	151263540	151263540	file_system_magic
ARCH_ENABLE_TAGGED_ADDR	16386	-	arch_prctl
ARCH_FORCE_TAGGED_SVA	16388	-	arch_prctl
ARCH_GET_CPUID	4113	-	arch_prctl
ARCH_GET_FS	4099	-	arch_prctl
ARCH_GET_GS	4100	-	arch_prctl
ARCH_GET_MAX_TAG_BITS	16387	-	arch_prctl
ARCH_GET_UNTAG_MASK	16385	-	arch_prctl
ARCH_GET_XCOMP_GUEST_PERM	4132	-	arch_prctl
ARCH_GET_XCOMP_PERM	4130	-	arch_prctl
ARCH_GET_XCOMP_SUPP	4129	-	arch_prctl
ARCH_MAP_VDSO_32	8194	-	arch_prctl
ARCH_MAP_VDSO_64	8195	-	arch_prctl
ARCH_MAP_VDSO_X32	8193	-	arch_prctl
ARCH_REQ_XCOMP_GUEST_PERM	4133	-	arch_prctl
ARCH_REQ_XCOMP_PERM	4131	-	arch_prctl
ARCH_SET_CPUID	4114	-	arch_prctl
ARCH_SET_FS	4098	-	arch_prctl
ARCH_SET_GS	4097	-	arch_prctl
ARCH_SHSTK_DISABLE	20482	-	arch_prctl
ARCH_SHSTK_ENABLE	20481	-	arch_prctl
ARCH_SHSTK_LOCK	20483	-	arch_prctl
ARCH_SHSTK_STATUS	20485	-	arch_prctl
ARCH_SHSTK_UNLOCK	20484	-	arch_prctl
ARPHRD_6LOWPAN	825	825	hardware_type
ARPHRD_ADAPT	264	264	hardware_type
ARPHRD_APPLETLK	8	8	hardware_type
ARPHRD_ARCNET	7	7	hardware_type
ARPHRD_ASH	781	781	hardware_type
ARPHRD_ATM	19	19	hardware_type
ARPHRD_AX25	3	3	hardware_type
ARPHRD_BIF	775	775	hardware_type
ARPHRD_CAIF	822	822	hardware_type
ARPHRD_CAN	280	280	hardware_type
ARPHRD_CHAOS	5	5	hardware_type
ARPHRD_CISCO	513	513	hardware_type
ARPHRD_CSLIP	257	257	hardware_type
ARPHRD_CSLIP6	259	259	hardware_type
ARPHRD_DDCMP	517	517	hardware_type
ARPHRD_DLCI	15	15	hardware_type
ARPHRD_ECONET	782	782	hardware_type
ARPHRD_EETHER	2	2	hardware_type
ARPHRD_ETHER	1	1	hardware_type
ARPHRD_EUI64	27	27	hardware_type
ARPHRD_FCAL	785	785	hardware_type
ARPHRD_FCFABRIC	787	787	hardware_type
ARPHRD_FCPL	786	786	hardware_type
ARPHRD_FCPP	784	784	hardware_type
ARPHRD_FDDI	774	774	hardware_type
ARPHRD_FRAD	770	770	hardware_type
ARPHRD_HDLC	513	513	hardware_type
ARPHRD_HIPPI	780	780	hardware_type
ARPHRD_HWX25	272	272	hardware_type
ARPHRD_IEEE1394	24	24	hardware_type
ARPHRD_IEEE802	6	6	hardware_type
ARPHRD_IEEE80211	801	801	hardware_type
ARPHRD_IEEE80211_PRISM	802	802	hardware_type
ARPHRD_IEEE80211_RADIOTAP	803	803	hardware_type
ARPHRD_IEEE802154	804	804	hardware_type
ARPHRD_IEEE802154_MONITOR	805	805	hardware_type
ARPHRD_IEEE802_TR	800	800	hardware_type
ARPHRD_INFINIBAND	32	32	hardware_type
ARPHRD_IP6GRE	823	823	hardware_type
ARPHRD_IPDDP	777	777	hardware_type
ARPHRD_IPGRE	778	778	hardware_type
ARPHRD_IRDA	783	783	hardware_type
ARPHRD_LAPB	516	516	hardware_type
ARPHRD_LOCALTLK	773	773	hardware_type
ARPHRD_LOOPBACK	772	772	hardware_type
ARPHRD_MCTP	290	290	hardware_type
ARPHRD_METRICOM	23	23	hardware_type
ARPHRD_NETLINK	824	824	hardware_type
ARPHRD_NETROM	0	0	hardware_type
ARPHRD_NONE	65534	65534	hardware_type
ARPHRD_PHONET	820	820	hardware_type
ARPHRD_PHONET_PIPE	821	821	hardware_type
ARPHRD_PIMREG	779	779	hardware_type
ARPHRD_PPP	512	512	hardware_type
ARPHRD_PRONET	4	4	hardware_type
ARPHRD_RAWHDLC	518	518	hardware_type
ARPHRD_RAWIP	519	519	hardware_type
ARPHRD_ROSE	270	270	hardware_type
ARPHRD_RSRVD	260	260	hardware_type
ARPHRD_SIT	776	776	hardware_type
ARPHRD_SKIP	771	771	hardware_type
ARPHRD_SLIP	256	256	hardware_type
ARPHRD_SLIP6	258	258	hardware_type
ARPHRD_TUNNEL	768	768	hardware_type
ARPHRD_TUNNEL6	769	769	hardware_type
ARPHRD_VOID	65535	65535	hardware_type
ARPHRD_VSOCKMON	826	826	hardware_type
ARPHRD_X25	271	271	hardware_type
AT_EACCESS	512	512	at_faccessat2
AT_EMPTY_PATH	4096	4096	at_execveat,at_faccessat2,at_fstatat,at_linkat,at_name_to_handle,at_nofollow,at_statx,file_attr,mount_setattr,open_tree
AT_EXECVE_CHECK	65536	65536	at_execveat
AT_FDCWD	-100	-100	directory
AT_HANDLE_CONNECTABLE	2	2	at_name_to_handle
AT_HANDLE_FID	512	512	at_name_to_handle
AT_HANDLE_MNT_ID_UNIQUE	1	1	at_name_to_handle
AT_NO_AUTOMOUNT	2048	2048	at_fstatat,at_statx,mount_setattr,open_tree
AT_RECURSIVE	32768	32768	mount_setattr,open_tree
AT_REMOVEDIR	512	512	at_unlinkat
AT_STATX_DONT_SYNC	16384	16384	at_statx
AT_STATX_FORCE_SYNC	8192	8192	at_statx
AT_STATX_SYNC_AS_STAT	0	0	at_statx
AT_STATX_SYNC_TYPE	24576	24576	at_statx
AT_SYMLINK_FOLLOW	1024	1024	at_linkat,at_name_to_handle
AT_SYMLINK_NOFOLLOW	256	256	at_execveat,at_faccessat2,at_fstatat,at_nofollow,at_statx,file_attr,mount_setattr,open_tree
AUTOFS_SUPER_MAGIC	391	391	file_system_magic
B115200	4098	4098	termios_cflag
B19200	14	14	termios_cflag
B38400	15	15	termios_cflag
B57600	4097	4097	termios_cflag
B9600	13	13	termios_cflag
BDEVFS_MAGIC	1650746742	1650746742	file_system_magic
BINDERFS_SUPER_MAGIC	1819242352	1819242352	file_system_magic
BINFMTFS_MAGIC	1112100429	1112100429	file_system_magic
BLKALIGNOFF	4730	4730	ioctl
BLKBSZGET	2148012656	2148012656	ioctl
BLKBSZSET	1074270833	1074270833	ioctl
BLKDISCARD	4727	4727	ioctl
BLKDISCARDZEROES	4732	4732	ioctl
BLKFLSBUF	4705	4705	ioctl
BLKFRAGET	4709	4709	ioctl
BLKFRASET	4708	4708	ioctl
BLKGETDISKSEQ	2148012672	2148012672	ioctl
BLKGETSIZE	4704	4704	ioctl
BLKGETSIZE64	2148012658	2148012658	ioctl
BLKIOMIN	4728	4728	ioctl
BLKIOOPT	4729	4729	ioctl
BLKPBSZGET	4731	4731	ioctl
BLKRAGET	4707	4707	ioctl
BLKRASET	4706	4706	ioctl
BLKROGET	4702	4702	ioctl
BLKROSET	4701	4701	ioctl
BLKROTATIONAL	4734	4734	ioctl
BLKRRPART	4703	4703	ioctl
BLKSECDISCARD	4733	4733	ioctl
BLKSECTGET	4711	4711	ioctl
BLKSECTSET	4710	4710	ioctl
BLKSSZGET	4712	4712	ioctl
BLKTRACESTART	4724	4724	ioctl
BLKTRACESTOP	4725	4725	ioctl
BLKTRACETEARDOWN	4726	4726	ioctl
BLKZEROOUT	4735	4735	ioctl
BPF_A	16	16	filter_code
BPF_ABS	32	32	filter_code
BPF_ADD	0	0	filter_code
BPF_ALU	4	4	filter_code
BPF_ALU64	7	7	filter_code
BPF_AND	80	80	filter_code
BPF_ANY	0	0	bpf_map_update
BPF_ARSH	192	192	filter_code
BPF_ATOMIC	192	192	filter_code
BPF_B	16	16	filter_code
BPF_BTF_GET_FD_BY_ID	19	19	bpf
BPF_BTF_GET_NEXT_ID	23	23	bpf
BPF_BTF_LOAD	18	18	bpf
BPF_CALL	128	128	filter_code
BPF_CGROUP_DEVICE	6	6	bpf_attach_type
BPF_CGROUP_GETSOCKOPT	21	21	bpf_attach_type
BPF_CGROUP_INET4_BIND	8	8	bpf_attach_type
BPF_CGROUP_INET4_CONNECT	10	10	bpf_attach_type
BPF_CGROUP_INET4_GETPEERNAME	29	29	bpf_attach_type
BPF_CGROUP_INET4_GETSOCKNAME	31	31	bpf_attach_type
BPF_CGROUP_INET4_POST_BIND	12	12	bpf_attach_type
BPF_CGROUP_INET6_BIND	9	9	bpf_attach_type
BPF_CGROUP_INET6_CONNECT	11	11	bpf_attach_type
BPF_CGROUP_INET6_GETPEERNAME	30	30	bpf_attach_type
BPF_CGROUP_INET6_GETSOCKNAME	32	32	bpf_attach_type
BPF_CGROUP_INET6_POST_BIND	13	13	bpf_attach_type
BPF_CGROUP_INET_EGRESS	1	1	bpf_attach_type
BPF_CGROUP_INET_INGRESS	0	0	bpf_attach_type
BPF_CGROUP_INET_SOCK_CREATE	2	2	bpf_attach_type
BPF_CGROUP_INET_SOCK_RELEASE	34	34	bpf_attach_type
BPF_CGROUP_SETSOCKOPT	22	22	bpf_attach_type
BPF_CGROUP_SOCK_OPS	3	3	bpf_attach_type
BPF_CGROUP_SYSCTL	18	18	bpf_attach_type
BPF_CGROUP_UDP4_RECVMSG	19	19	bpf_attach_type
BPF_CGROUP_UDP4_SENDMSG	14	14	bpf_attach_type
BPF_CGROUP_UDP6_RECVMSG	20	20	bpf_attach_type
BPF_CGROUP_UDP6_SENDMSG	15	15	bpf_attach_type
BPF_DIV	48	48	filter_code
BPF_DW	24	24	filter_code
BPF_ENABLE_STATS	32	32	bpf
BPF_END	208	208	filter_code
BPF_EXIST	2	2	bpf_map_update
BPF_EXIT	144	144	filter_code
BPF_FLOW_DISSECTOR	17	17	bpf_attach_type
BPF_FS_MAGIC	3405662737	3405662737	file_system_magic
BPF_F_ALLOW_MULTI	2	2	bpf_attach_flags
BPF_F_ALLOW_OVERRIDE	1	1	bpf_attach_flags
BPF_F_ANY_ALIGNMENT	2	2	bpf_prog_flags
BPF_F_CLONE	512	512	bpf_map_flags
BPF_F_INNER_MAP	4096	4096	bpf_map_flags
BPF_F_LOCK	4	4	bpf_map_update
BPF_F_MMAPABLE	1024	1024	bpf_map_flags
BPF_F_NO_COMMON_LRU	2	2	bpf_map_flags
BPF_F_NO_PREALLOC	1	1	bpf_map_flags
BPF_F_NUMA_NODE	4	4	bpf_map_flags
BPF_F_PRESERVE_ELEMS	2048	2048	bpf_map_flags
BPF_F_RDONLY	8	8	bpf_map_flags
BPF_F_RDONLY_PROG	128	128	bpf_map_flags
BPF_F_REPLACE	4	4	bpf_attach_flags
BPF_F_SLEEPABLE	16	16	bpf_prog_flags
BPF_F_STACK_BUILD_ID	32	32	bpf_map_flags
BPF_F_STRICT_ALIGNMENT	1	1	bpf_prog_flags
BPF_F_TEST_RND_HI32	4	4	bpf_prog_flags
BPF_F_TEST_STATE_FREQ	8	8	bpf_prog_flags
BPF_F_WRONLY	16	16	bpf_map_flags
BPF_F_WRONLY_PROG	256	256	bpf_map_flags
BPF_F_XDP_HAS_FRAGS	32	32	bpf_prog_flags
BPF_F_ZERO_SEED	64	64	bpf_map_flags
BPF_H	8	8	filter_code
BPF_IMM	0	0	filter_code
BPF_IND	64	64	filter_code
BPF_ITER_CREATE	33	33	bpf
BPF_JA	0	0	filter_code
BPF_JEQ	16	16	filter_code
BPF_JGE	48	48	filter_code
BPF_JGT	32	32	filter_code
BPF_JLE	176	176	filter_code
BPF_JLT	160	160	filter_code
BPF_JMP	5	5	filter_code
BPF_JMP32	6	6	filter_code
BPF_JNE	80	80	filter_code
BPF_JSET	64	64	filter_code
BPF_JSGE	112	112	filter_code
BPF_JSGT	96	96	filter_code
BPF_JSLE	208	208	filter_code
BPF_JSLT	192	192	filter_code
BPF_K	0	0	filter_code
BPF_LD	0	0	filter_code
BPF_LDX	1	1	filter_code
BPF_LEN	128	128	filter_code
BPF_LINK_CREATE	28	28	bpf
BPF_LINK_DETACH	34	34	bpf
BPF_LINK_GET_FD_BY_ID	30	30	bpf
BPF_LINK_GET_NEXT_ID	31	31	bpf
BPF_LINK_UPDATE	29	29	bpf
BPF_LIRC_MODE2	16	16	bpf_attach_type
BPF_LSH	96	96	filter_code
BPF_LSM_CGROUP	43	43	bpf_attach_type
BPF_LSM_MAC	27	27	bpf_attach_type
BPF_MAP_CREATE	0	0	bpf
BPF_MAP_DELETE_BATCH	27	27	bpf
BPF_MAP_DELETE_ELEM	3	3	bpf
BPF_MAP_FREEZE	22	22	bpf
BPF_MAP_GET_FD_BY_ID	14	14	bpf
BPF_MAP_GET_NEXT_ID	12	12	bpf
BPF_MAP_GET_NEXT_KEY	4	4	bpf
BPF_MAP_LOOKUP_AND_DELETE_BATCH	25	25	bpf
BPF_MAP_LOOKUP_AND_DELETE_ELEM	21	21	bpf
BPF_MAP_LOOKUP_BATCH	24	24	bpf
BPF_MAP_LOOKUP_ELEM	1	1	bpf
BPF_MAP_TYPE_ARENA	33	33	bpf_map_type
BPF_MAP_TYPE_ARRAY	2	2	bpf_map_type
BPF_MAP_TYPE_ARRAY_OF_MAPS	12	12	bpf_map_type
BPF_MAP_TYPE_BLOOM_FILTER	30	30	bpf_map_type
BPF_MAP_TYPE_CGROUP_ARRAY	8	8	bpf_map_type
BPF_MAP_TYPE_CGROUP_STORAGE	19	19	bpf_map_type
BPF_MAP_TYPE_CGRP_STORAGE	32	32	bpf_map_type
BPF_MAP_TYPE_CPUMAP	16	16	bpf_map_type
BPF_MAP_TYPE_DEVMAP	14	14	bpf_map_type
BPF_MAP_TYPE_DEVMAP_HASH	25	25	bpf_map_type
BPF_MAP_TYPE_HASH	1	1	bpf_map_type
BPF_MAP_TYPE_HASH_OF_MAPS	13	13	bpf_map_type
BPF_MAP_TYPE_INODE_STORAGE	28	28	bpf_map_type
BPF_MAP_TYPE_INSN_ARRAY	34	34	bpf_map_type
BPF_MAP_TYPE_LPM_TRIE	11	11	bpf_map_type
BPF_MAP_TYPE_LRU_HASH	9	9	bpf_map_type
BPF_MAP_TYPE_LRU_PERCPU_HASH	10	10	bpf_map_type
BPF_MAP_TYPE_PERCPU_ARRAY	6	6	bpf_map_type
BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE	21	21	bpf_map_type
BPF_MAP_TYPE_PERCPU_HASH	5	5	bpf_map_type
BPF_MAP_TYPE_PERF_EVENT_ARRAY	4	4	bpf_map_type
BPF_MAP_TYPE_PROG_ARRAY	3	3	bpf_map_type
BPF_MAP_TYPE_QUEUE	22	22	bpf_map_type
BPF_MAP_TYPE_REUSEPORT_SOCKARRAY	20	20	bpf_map_type
BPF_MAP_TYPE_RINGBUF	27	27	bpf_map_type
BPF_MAP_TYPE_SK_STORAGE	24	24	bpf_map_type
BPF_MAP_TYPE_SOCKHASH	18	18	bpf_map_type
BPF_MAP_TYPE_SOCKMAP	15	15	bpf_map_type
BPF_MAP_TYPE_STACK	23	23	bpf_map_type
BPF_MAP_TYPE_STACK_TRACE	7	7	bpf_map_type
BPF_MAP_TYPE_STRUCT_OPS	26	26	bpf_map_type
BPF_MAP_TYPE_TASK_STORAGE	29	29	bpf_map_type
BPF_MAP_TYPE_UNSPEC	0	0	bpf_map_type
BPF_MAP_TYPE_USER_RINGBUF	31	31	bpf_map_type
BPF_MAP_TYPE_XSKMAP	17	17	bpf_map_type
BPF_MAP_UPDATE_BATCH	26	26	bpf
BPF_MAP_UPDATE_ELEM	2	2	bpf
BPF_MEM	96	96	filter_code
BPF_MISC	7	7	filter_code
BPF_MOD	144	144	filter_code
BPF_MODIFY_RETURN	26	26	bpf_attach_type
BPF_MOV	176	176	filter_code
BPF_MSH	160	160	filter_code
BPF_MUL	32	32	filter_code
BPF_NEG	128	128	filter_code
BPF_NOEXIST	1	1	bpf_map_update
BPF_OBJ_GET	7	7	bpf
BPF_OBJ_GET_INFO_BY_FD	15	15	bpf
BPF_OBJ_PIN	6	6	bpf
BPF_OR	64	64	filter_code
BPF_PERF_EVENT	41	41	bpf_attach_type
BPF_PROG_ASSOC_STRUCT_OPS	38	38	bpf
BPF_PROG_ATTACH	8	8	bpf
BPF_PROG_BIND_MAP	35	35	bpf
BPF_PROG_DETACH	9	9	bpf
BPF_PROG_GET_FD_BY_ID	13	13	bpf
BPF_PROG_GET_NEXT_ID	11	11	bpf
BPF_PROG_LOAD	5	5	bpf
BPF_PROG_QUERY	16	16	bpf
BPF_PROG_RUN	10	10	bpf
BPF_PROG_STREAM_READ_BY_FD	37	37	bpf
BPF_PROG_TEST_RUN	10	10	bpf
BPF_PROG_TYPE_CGROUP_DEVICE	15	15	bpf_prog_type
BPF_PROG_TYPE_CGROUP_SKB	8	8	bpf_prog_type
BPF_PROG_TYPE_CGROUP_SOCK	9	9	bpf_prog_type
BPF_PROG_TYPE_CGROUP_SOCKOPT	25	25	bpf_prog_type
BPF_PROG_TYPE_CGROUP_SOCK_ADDR	18	18	bpf_prog_type
BPF_PROG_TYPE_CGROUP_SYSCTL	23	23	bpf_prog_type
BPF_PROG_TYPE_EXT	28	28	bpf_prog_type
BPF_PROG_TYPE_FLOW_DISSECTOR	22	22	bpf_prog_type
BPF_PROG_TYPE_KPROBE	2	2	bpf_prog_type
BPF_PROG_TYPE_LIRC_MODE2	20	20	bpf_prog_type
BPF_PROG_TYPE_LSM	29	29	bpf_prog_type
BPF_PROG_TYPE_LWT_IN	10	10	bpf_prog_type
BPF_PROG_TYPE_LWT_OUT	11	11	bpf_prog_type
BPF_PROG_TYPE_LWT_SEG6LOCAL	19	19	bpf_prog_type
BPF_PROG_TYPE_LWT_XMIT	12	12	bpf_prog_type
BPF_PROG_TYPE_NETFILTER	32	32	bpf_prog_type
BPF_PROG_TYPE_PERF_EVENT	7	7	bpf_prog_type
BPF_PROG_TYPE_RAW_TRACEPOINT	17	17	bpf_prog_type
BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE	24	24	bpf_prog_type
BPF_PROG_TYPE_SCHED_ACT	4	4	bpf_prog_type
BPF_PROG_TYPE_SCHED_CLS	3	3	bpf_prog_type
BPF_PROG_TYPE_SK_LOOKUP	30	30	bpf_prog_type
BPF_PROG_TYPE_SK_MSG	16	16	bpf_prog_type
BPF_PROG_TYPE_SK_REUSEPORT	21	21	bpf_prog_type
BPF_PROG_TYPE_SK_SKB	14	14	bpf_prog_type
BPF_PROG_TYPE_SOCKET_FILTER	1	1	bpf_prog_type
BPF_PROG_TYPE_SOCK_OPS	13	13	bpf_prog_type
BPF_PROG_TYPE_STRUCT_OPS	27	27	bpf_prog_type
BPF_PROG_TYPE_SYSCALL	31	31	bpf_prog_type
BPF_PROG_TYPE_TRACEPOINT	5	5	bpf_prog_type
BPF_PROG_TYPE_TRACING	26	26	bpf_prog_type
BPF_PROG_TYPE_UNSPEC	0	0	bpf_prog_type
BPF_PROG_TYPE_XDP	6	6	bpf_prog_type
BPF_RAW_TRACEPOINT_OPEN	17	17	bpf
BPF_RET	6	6	filter_code
BPF_RSH	112	112	filter_code
BPF_SK_LOOKUP	36	36	bpf_attach_type
BPF_SK_MSG_VERDICT	7	7	bpf_attach_type
BPF_SK_REUSEPORT_SELECT	39	39	bpf_attach_type
BPF_SK_REUSEPORT_SELECT_OR_MIGRATE	40	40	bpf_attach_type
BPF_SK_SKB_STREAM_PARSER	4	4	bpf_attach_type
BPF_SK_SKB_STREAM_VERDICT	5	5	bpf_attach_type
BPF_SK_SKB_VERDICT	38	38	bpf_attach_type
BPF_ST	2	2	filter_code
BPF_STX	3	3	filter_code
BPF_SUB	16	16	filter_code
BPF_TASK_FD_QUERY	20	20	bpf
BPF_TAX	0	0	filter_code
BPF_TOKEN_CREATE	36	36	bpf
BPF_TRACE_FENTRY	24	24	bpf_attach_type
BPF_TRACE_FEXIT	25	25	bpf_attach_type
BPF_TRACE_ITER	28	28	bpf_attach_type
BPF_TRACE_KPROBE_MULTI	42	42	bpf_attach_type
BPF_TRACE_RAW_TP	23	23	bpf_attach_type
BPF_TXA	128	128	filter_code
BPF_W	0	0	filter_code
BPF_X	8	8	filter_code
BPF_XDP	37	37	bpf_attach_type
BPF_XDP_CPUMAP	35	35	bpf_attach_type
BPF_XDP_DEVMAP	33	33	bpf_attach_type
BPF_XOR	160	160	filter_code
BRKINT	2	2	termios_iflag
BTRFS_SUPER_MAGIC	2435016766	2435016766	file_system_magic
BTRFS_TEST_MAGIC	1936880249	1936880249	file_system_magic
BUS_ADRALN	1	1	signal_code
BUS_ADRERR	2	2	signal_code
BUS_MCEERR_AO	5	5	signal_code
BUS_MCEERR_AR	4	4	signal_code
BUS_OBJERR	3	3	signal_code
CAP_AUDIT_CONTROL	30	30	capability
CAP_AUDIT_READ	37	37	capability
CAP_AUDIT_WRITE	29	29	capability
CAP_BLOCK_SUSPEND	36	36	capability
CAP_BPF	39	39	capability
CAP_CHECKPOINT_RESTORE	40	40	capability
CAP_CHOWN	0	0	capability
CAP_DAC_OVERRIDE	1	1	capability
CAP_DAC_READ_SEARCH	2	2	capability
CAP_FOWNER	3	3	capability
CAP_FSETID	4	4	capability
CAP_IPC_LOCK	14	14	capability
CAP_IPC_OWNER	15	15	capability
CAP_KILL	5	5	capability
CAP_LAST_CAP	40	40	capability
CAP_LEASE	28	28	capability
CAP_LINUX_IMMUTABLE	9	9	capability
CAP_MAC_ADMIN	33	33	capability
CAP_MAC_OVERRIDE	32	32	capability
CAP_MKNOD	27	27	capability
CAP_NET_ADMIN	12	12	capability
CAP_NET_BIND_SERVICE	10	10	capability
CAP_NET_BROADCAST	11	11	capability
CAP_NET_RAW	13	13	capability
CAP_PERFMON	38	38	capability
CAP_SETFCAP	31	31	capability
CAP_SETGID	6	6	capability
CAP_SETPCAP	8	8	capability
CAP_SETUID	7	7	capability
CAP_SYSLOG	34	34	capability
CAP_SYS_ADMIN	21	21	capability
CAP_SYS_BOOT	22	22	capability
CAP_SYS_CHROOT	18	18	capability
CAP_SYS_MODULE	16	16	capability
CAP_SYS_NICE	23	23	capability
CAP_SYS_PACCT	20	20	capability
CAP_SYS_PTRACE	19	19	capability
CAP_SYS_RAWIO	17	17	capability
CAP_SYS_RESOURCE	24	24	capability
CAP_SYS_TIME	25	25	capability
CAP_SYS_TTY_CONFIG	26	26	capability
CAP_WAKE_ALARM	35	35	capability
CEPH_SUPER_MAGIC	12805120	12805120	file_system_magic
CGROUP2_SUPER_MAGIC	1667723888	1667723888	file_system_magic
CGROUP_NS_INIT_ID	5	5	namespace_id
CGROUP_NS_INIT_INO	4026531835	4026531835	namespace_id
CGROUP_SUPER_MAGIC	2613483	2613483	file_system_magic
CIFS_SUPER_MAGIC	4283649346	4283649346	file_system_magic
CLD_CONTINUED	6	6	signal_code
CLD_DUMPED	3	3	signal_code
CLD_EXITED	1	1	signal_code
CLD_KILLED	2	2	signal_code
CLD_STOPPED	5	5	signal_code
CLD_TRAPPED	4	4	signal_code
CLOCAL	2048	2048	termios_cflag
CLOCK_AUX	16	16	clock
CLOCK_AUX_LAST	23	23	clock
CLOCK_BOOTTIME	7	7	clock
CLOCK_BOOTTIME_ALARM	9	9	clock
CLOCK_MONOTONIC	1	1	clock
CLOCK_MONOTONIC_COARSE	6	6	clock
CLOCK_MONOTONIC_RAW	4	4	clock
CLOCK_PROCESS_CPUTIME_ID	2	2	clock
CLOCK_REALTIME	0	0	clock
CLOCK_REALTIME_ALARM	8	8	clock
CLOCK_REALTIME_COARSE	5	5	clock
CLOCK_SGI_CYCLE	10	10	clock
CLOCK_TAI	11	11	clock
CLOCK_THREAD_CPUTIME_ID	3	3	clock
CLONE_ARGS_SIZE_VER0	64	64	clone_args_size
CLONE_ARGS_SIZE_VER1	80	80	clone_args_size
CLONE_ARGS_SIZE_VER2	88	88	clone_args_size
CLONE_AUTOREAP	17179869184	17179869184	clone3
CLONE_CHILD_CLEARTID	2097152	2097152	clone,clone3
CLONE_CHILD_SETTID	16777216	16777216	clone,clone3
CLONE_CLEAR_SIGHAND	4294967296	4294967296	clone3
CLONE_DETACHED	4194304	4194304	clone,clone3
CLONE_FILES	1024	1024	clone,clone3,unshare
CLONE_FS	512	512	clone,clone3,unshare
CLONE_INTO_CGROUP	8589934592	8589934592	clone3
CLONE_IO	2147483648	2147483648	clone,clone3
CLONE_NEWCGROUP	33554432	33554432	clone,clone3,namespace,unshare
CLONE_NEWIPC	134217728	134217728	clone,clone3,namespace,unshare
CLONE_NEWNET	1073741824	1073741824	clone,clone3,namespace,unshare
CLONE_NEWNS	131072	131072	clone,clone3,namespace,unshare
CLONE_NEWPID	536870912	536870912	clone,clone3,namespace,unshare
CLONE_NEWTIME	128	128	clone3,namespace,unshare
CLONE_NEWUSER	268435456	268435456	clone,clone3,namespace,unshare
CLONE_NEWUTS	67108864	67108864	clone,clone3,namespace,unshare
CLONE_NNP	34359738368	34359738368	clone3
CLONE_PARENT	32768	32768	clone,clone3
CLONE_PARENT_SETTID	1048576	1048576	clone,clone3
CLONE_PIDFD	4096	4096	clone,clone3
CLONE_PIDFD_AUTOKILL	68719476736	68719476736	clone3
CLONE_PTRACE	8192	8192	clone,clone3
CLONE_SETTLS	524288	524288	clone,clone3
CLONE_SIGHAND	2048	2048	clone,clone3,unshare
CLONE_SYSVSEM	262144	262144	clone,clone3,unshare
CLONE_THREAD	65536	65536	clone,clone3,unshare
CLONE_UNTRACED	8388608	8388608	clone,clone3
CLONE_VFORK	16384	16384	clone,clone3
CLONE_VM	256	256	clone,clone3,unshare
CLOSE_RANGE_CLOEXEC	4	4	close_range
CLOSE_RANGE_UNSHARE	2	2	close_range
CMSPAR	1073741824	1073741824	termios_cflag
CODA_SUPER_MAGIC	1937076805	1937076805	file_system_magic
CRAMFS_MAGIC	684539205	684539205	file_system_magic
CREAD	128	128	termios_cflag
CRTSCTS	2147483648	2147483648	termios_cflag
CS5	0	0	termios_cflag
CS6	16	16	termios_cflag
CS7	32	32	termios_cflag
CS8	48	48	termios_cflag
CSIGNAL	255	255	clone
CSIZE	48	48	termios_cflag
CSTOPB	64	64	termios_cflag
DAXFS_MAGIC	1684300152	1684300152	file_system_magic
DEBUGFS_MAGIC	1684170528	1684170528	file_system_magic
DEVMEM_MAGIC	1162691661	1162691661	file_system_magic
DEVPTS_SUPER_MAGIC	7377	7377	file_system_magic
DMA_BUF_MAGIC	1145913666	1145913666	file_system_magic
DN_ACCESS	1	1	notify
DN_ATTRIB	32	32	notify
DN_CREATE	4	4	notify
DN_DELETE	8	8	notify
DN_MODIFY	2	2	notify
DN_MULTISHOT	2147483648	2147483648	notify
DN_RENAME	16	16	notify
DT_BLK	6	6	dirent_type
DT_CHR	2	2	dirent_type
DT_DIR	4	4	dirent_type
DT_FIFO	1	1	dirent_type
DT_LNK	10	10	dirent_type
DT_REG	8	8	dirent_type
DT_SOCK	12	12	dirent_type
DT_UNKNOWN	0	0	dirent_type
DT_WHT	14	14	dirent_type
E2BIG	7	7	errno
EACCES	13	13	errno
EADDRINUSE	98	98	errno
EADDRNOTAVAIL	99	99	errno
EADV	68	68	errno
EAFNOSUPPORT	97	97	errno
EAGAIN	11	11	errno
EALREADY	114	114	errno
EBADE	52	52	errno
EBADF	9	9	errno
EBADFD	77	77	errno
EBADMSG	74	74	errno
EBADR	53	53	errno
EBADRQC	56	56	errno
EBADSLT	57	57	errno
EBFONT	59	59	errno
EBUSY	16	16	errno
ECANCELED	125	125	errno
ECHILD	10	10	errno
ECHO	8	8	termios_lflag
ECHOCTL	512	512	termios_lflag
ECHOE	16	16	termios_lflag
ECHOK	32	32	termios_lflag
ECHOKE	2048	2048	termios_lflag
ECHONL	64	64	termios_lflag
ECHOPRT	1024	1024	termios_lflag
ECHRNG	44	44	errno
ECOMM	70	70	errno
ECONNABORTED	103	103	errno
ECONNREFUSED	111	111	errno
ECONNRESET	104	104	errno
ECRYPTFS_SUPER_MAGIC	61791	61791	file_system_magic
EDEADLK	35	35	errno
EDEADLOCK	35	35	errno
EDESTADDRREQ	89	89	errno
EDOM	33	33	errno
EDOTDOT	73	73	errno
EDQUOT	122	122	errno
EEXIST	17	17	errno
EFAULT	14	14	errno
EFBIG	27	27	errno
EFD_CLOEXEC	524288	524288	eventfd
EFD_NONBLOCK	2048	2048	eventfd
EFD_SEMAPHORE	1	1	eventfd
EFIVARFS_MAGIC	3730735588	3730735588	file_system_magic
EFS_SUPER_MAGIC	4278867	4278867	file_system_magic
EHOSTDOWN	112	112	errno
EHOSTUNREACH	113	113	errno
EHWPOISON	133	133	errno
EIDRM	43	43	errno
EILSEQ	84	84	errno
EINPROGRESS	115	115	errno
EINTR	4	4	errno
EINVAL	22	22	errno
EIO	5	5	errno
EISCONN	106	106	errno
EISDIR	21	21	errno
EISNAM	120	120	errno
EKEYEXPIRED	127	127	errno
EKEYREJECTED	129	129	errno
EKEYREVOKED	128	128	errno
EL2HLT	51	51	errno
EL2NSYNC	45	45	errno
EL3HLT	46	46	errno
EL3RST	47	47	errno
ELIBACC	79	79	errno
ELIBBAD	80	80	errno
ELIBEXEC	83	83	errno
ELIBMAX	82	82	errno
ELIBSCN	81	81	errno
ELNRNG	48	48	errno
ELOOP	40	40	errno
EMEDIUMTYPE	124	124	errno
EMFILE	24	24	errno
EMLINK	31	31	errno
EMSGSIZE	90	90	errno
EMULTIHOP	72	72	errno
ENAMETOOLONG	36	36	errno
ENAVAIL	119	119	errno
ENETDOWN	100	100	errno
ENETRESET	102	102	errno
ENETUNREACH	101	101	errno
ENFILE	23	23	errno
ENOANO	55	55	errno
ENOBUFS	105	105	errno
ENOCSI	50	50	errno
ENODATA	61	61	errno
ENODEV	19	19	errno
ENOENT	2	2	errno
ENOEXEC	8	8	errno
ENOKEY	126	126	errno
ENOLCK	37	37	errno
ENOLINK	67	67	errno
ENOMEDIUM	123	123	errno
ENOMEM	12	12	errno
ENOMSG	42	42	errno
ENONET	64	64	errno
ENOPKG	65	65	errno
ENOPROTOOPT	92	92	errno
ENOSPC	28	28	errno
ENOSR	63	63	errno
ENOSTR	60	60	errno
ENOSYS	38	38	errno
ENOTBLK	15	15	errno
ENOTCONN	107	107	errno
ENOTDIR	20	20	errno
ENOTEMPTY	39	39	errno
ENOTNAM	118	118	errno
ENOTRECOVERABLE	131	131	errno
ENOTSOCK	88	88	errno
ENOTSUP	95	95	errno
ENOTSUPP	524	524	errno
ENOTTY	25	25	errno
ENOTUNIQ	76	76	errno
ENXIO	6	6	errno
EOPNOTSUPP	95	95	errno
EOVERFLOW	75	75	errno
EOWNERDEAD	130	130	errno
EPERM	1	1	errno
EPFNOSUPPORT	96	96	errno
EPIPE	32	32	errno
EPOLLERR	8	8	epoll_events
EPOLLET	2147483648	2147483648	epoll_events
EPOLLEXCLUSIVE	268435456	268435456	epoll_events
EPOLLHUP	16	16	epoll_events
EPOLLIN	1	1	epoll_events
EPOLLMSG	1024	1024	epoll_events
EPOLLNVAL	32	32	epoll_events
EPOLLONESHOT	1073741824	1073741824	epoll_events
EPOLLOUT	4	4	epoll_events
EPOLLPRI	2	2	epoll_events
EPOLLRDBAND	128	128	epoll_events
EPOLLRDHUP	8192	8192	epoll_events
EPOLLRDNORM	64	64	epoll_events
EPOLLWAKEUP	536870912	536870912	epoll_events
EPOLLWRBAND	512	512	epoll_events
EPOLLWRNORM	256	256	epoll_events
EPOLL_CLOEXEC	524288	524288	epoll_create
EPOLL_CTL_ADD	1	1	epoll_op
EPOLL_CTL_DEL	2	2	epoll_op
EPOLL_CTL_MOD	3	3	epoll_op
EPROTO	71	71	errno
EPROTONOSUPPORT	93	93	errno
EPROTOTYPE	91	91	errno
ERANGE	34	34	errno
EREMCHG	78	78	errno
EREMOTE	66	66	errno
EREMOTEIO	121	121	errno
ERESTART	85	85	errno
ERFKILL	132	132	errno
EROFS	30	30	errno
ESHUTDOWN	108	108	errno
ESOCKTNOSUPPORT	94	94	errno
ESPIPE	29	29	errno
ESRCH	3	3	errno
ESRMNT	69	69	errno
ESTALE	116	116	errno
ESTRPIPE	86	86	errno
ETH_P_1588	35063	35063	ether_type,socket_protocol
ETH_P_8021AC	34928	34928	ether_type,socket_protocol
ETH_P_8021AD	34984	34984	ether_type,socket_protocol
ETH_P_8021AH	35047	35047	ether_type,socket_protocol
ETH_P_8021Q	33024	33024	ether_type,socket_protocol
ETH_P_80221	35095	35095	ether_type,socket_protocol
ETH_P_802_2	4	4	ether_type,socket_protocol
ETH_P_802_3	1	1	ether_type,socket_protocol
ETH_P_802_3_MIN	1536	1536	ether_type,socket_protocol
ETH_P_802_EX1	34997	34997	ether_type,socket_protocol
ETH_P_AARP	33011	33011	ether_type,socket_protocol
ETH_P_AF_IUCV	64507	64507	ether_type,socket_protocol
ETH_P_ALL	3	3	ether_type,socket_protocol
ETH_P_AOE	34978	34978	ether_type,socket_protocol
ETH_P_ARCNET	26	26	ether_type,socket_protocol
ETH_P_ARP	2054	2054	ether_type,socket_protocol
ETH_P_ATALK	32923	32923	ether_type,socket_protocol
ETH_P_ATMFATE	34948	34948	ether_type,socket_protocol
ETH_P_ATMMPOA	34892	34892	ether_type,socket_protocol
ETH_P_AX25	2	2	ether_type,socket_protocol
ETH_P_BATMAN	17157	17157	ether_type,socket_protocol
ETH_P_BPQ	2303	2303	ether_type,socket_protocol
ETH_P_CAIF	247	247	ether_type,socket_protocol
ETH_P_CAN	12	12	ether_type,socket_protocol
ETH_P_CANFD	13	13	ether_type,socket_protocol
ETH_P_CANXL	14	14	ether_type,socket_protocol
ETH_P_CFM	35074	35074	ether_type,socket_protocol
ETH_P_CONTROL	22	22	ether_type,socket_protocol
ETH_P_CUST	24582	24582	ether_type,socket_protocol
ETH_P_DDCMP	6	6	ether_type,socket_protocol
ETH_P_DEC	24576	24576	ether_type,socket_protocol
ETH_P_DIAG	24581	24581	ether_type,socket_protocol
ETH_P_DNA_DL	24577	24577	ether_type,socket_protocol
ETH_P_DNA_RC	24578	24578	ether_type,socket_protocol
ETH_P_DNA_RT	24579	24579	ether_type,socket_protocol
ETH_P_DSA	27	27	ether_type,socket_protocol
ETH_P_DSA_8021Q	56027	56027	ether_type,socket_protocol
ETH_P_DSA_A5PSW	57345	57345	ether_type,socket_protocol
ETH_P_ECONET	24	24	ether_type,socket_protocol
ETH_P_EDSA	56026	56026	ether_type,socket_protocol
ETH_P_ERSPAN	35006	35006	ether_type,socket_protocol
ETH_P_ERSPAN2	8939	8939	ether_type,socket_protocol
ETH_P_ETHERCAT	34980	34980	ether_type,socket_protocol
ETH_P_FCOE	35078	35078	ether_type,socket_protocol
ETH_P_FIP	35092	35092	ether_type,socket_protocol
ETH_P_GRE_OSI	254	254	ether_type,socket_protocol
ETH_P_HDLC	25	25	ether_type,socket_protocol
ETH_P_HSR	35119	35119	ether_type,socket_protocol
ETH_P_IBOE	35093	35093	ether_type,socket_protocol
ETH_P_IEEE802154	246	246	ether_type,socket_protocol
ETH_P_IEEEPUP	2560	2560	ether_type,socket_protocol
ETH_P_IEEEPUPAT	2561	2561	ether_type,socket_protocol
ETH_P_IFE	60734	60734	ether_type,socket_protocol
ETH_P_IP	2048	2048	ether_type,socket_protocol
ETH_P_IPV6	34525	34525	ether_type,socket_protocol
ETH_P_IPX	33079	33079	ether_type,socket_protocol
ETH_P_IRDA	23	23	ether_type,socket_protocol
ETH_P_LAT	24580	24580	ether_type,socket_protocol
ETH_P_LINK_CTL	34924	34924	ether_type,socket_protocol
ETH_P_LLDP	35020	35020	ether_type,socket_protocol
ETH_P_LOCALTALK	9	9	ether_type,socket_protocol
ETH_P_LOOP	96	96	ether_type,socket_protocol
ETH_P_LOOPBACK	36864	36864	ether_type,socket_protocol
ETH_P_MACSEC	35045	35045	ether_type,socket_protocol
ETH_P_MAP	249	249	ether_type,socket_protocol
ETH_P_MCTP	250	250	ether_type,socket_protocol
ETH_P_MOBITEX	21	21	ether_type,socket_protocol
ETH_P_MPLS_MC	34888	34888	ether_type,socket_protocol
ETH_P_MPLS_UC	34887	34887	ether_type,socket_protocol
ETH_P_MRP	35043	35043	ether_type,socket_protocol
ETH_P_MVRP	35061	35061	ether_type,socket_protocol
ETH_P_MXLGSW	35011	35011	ether_type,socket_protocol
ETH_P_NCSI	35064	35064	ether_type,socket_protocol
ETH_P_NSH	35151	35151	ether_type,socket_protocol
ETH_P_NXP_NETC	64826	64826	ether_type,socket_protocol
ETH_P_PAE	34958	34958	ether_type,socket_protocol
ETH_P_PAUSE	34824	34824	ether_type,socket_protocol
ETH_P_PHONET	245	245	ether_type,socket_protocol
ETH_P_PPPTALK	16	16	ether_type,socket_protocol
ETH_P_PPP_DISC	34915	34915	ether_type,socket_protocol
ETH_P_PPP_MP	8	8	ether_type,socket_protocol
ETH_P_PPP_SES	34916	34916	ether_type,socket_protocol
ETH_P_PREAUTH	35015	35015	ether_type,socket_protocol
ETH_P_PROFINET	34962	34962	ether_type,socket_protocol
ETH_P_PRP	35067	35067	ether_type,socket_protocol
ETH_P_PUP	512	512	ether_type,socket_protocol
ETH_P_PUPAT	513	513	ether_type,socket_protocol
ETH_P_QINQ1	37120	37120	ether_type,socket_protocol
ETH_P_QINQ2	37376	37376	ether_type,socket_protocol
ETH_P_QINQ3	37632	37632	ether_type,socket_protocol
ETH_P_RARP	32821	32821	ether_type,socket_protocol
ETH_P_REALTEK	34969	34969	ether_type,socket_protocol
ETH_P_SCA	24583	24583	ether_type,socket_protocol
ETH_P_SLOW	34825	34825	ether_type,socket_protocol
ETH_P_SNAP	5	5	ether_type,socket_protocol
ETH_P_TDLS	35085	35085	ether_type,socket_protocol
ETH_P_TEB	25944	25944	ether_type,socket_protocol
ETH_P_TIPC	35018	35018	ether_type,socket_protocol
ETH_P_TRAILER	28	28	ether_type,socket_protocol
ETH_P_TR_802_2	17	17	ether_type,socket_protocol
ETH_P_TSN	8944	8944	ether_type,socket_protocol
ETH_P_WAN_PPP	7	7	ether_type,socket_protocol
ETH_P_WCCP	34878	34878	ether_type,socket_protocol
ETH_P_X25	2053	2053	ether_type,socket_protocol
ETH_P_XDSA	248	248	ether_type,socket_protocol
ETH_P_YT921X	39304	39304	ether_type,socket_protocol
ETIME	62	62	errno
ETIMEDOUT	110	110	errno
ETOOMANYREFS	109	109	errno
ETXTBSY	26	26	errno
EUCLEAN	117	117	errno
EUNATCH	49	49	errno
EUSERS	87	87	errno
EWOULDBLOCK	11	11	errno
EXDEV	18	18	errno
EXFAT_SUPER_MAGIC	538032816	538032816	file_system_magic
EXFULL	54	54	errno
EXT2_SUPER_MAGIC	61267	61267	file_system_magic
EXT3_SUPER_MAGIC	61267	61267	file_system_magic
EXT4_SUPER_MAGIC	61267	61267	file_system_magic
EXTPROC	65536	65536	termios_lflag
F2FS_SUPER_MAGIC	4076150800	4076150800	file_system_magic
FALLOC_FL_ALLOCATE_RANGE	0	0	fallocate
FALLOC_FL_COLLAPSE_RANGE	8	8	fallocate
FALLOC_FL_INSERT_RANGE	32	32	fallocate
FALLOC_FL_KEEP_SIZE	1	1	fallocate
FALLOC_FL_NO_HIDE_STALE	4	4	fallocate
FALLOC_FL_PUNCH_HOLE	2	2	fallocate
FALLOC_FL_UNSHARE_RANGE	64	64	fallocate
FALLOC_FL_WRITE_ZEROES	128	128	fallocate
FALLOC_FL_ZERO_RANGE	16	16	fallocate
FAN_ACCESS	1	1	fanotify_mask
FAN_ACCESS_PERM	131072	131072	fanotify_mask
FAN_ALLOW	1	1	fanotify_response
FAN_ATTRIB	4	4	fanotify_mask
FAN_AUDIT	16	16	fanotify_response
FAN_CLASS_CONTENT	4	4	fanotify_init
FAN_CLASS_NOTIF	0	0	fanotify_init
FAN_CLASS_PRE_CONTENT	8	8	fanotify_init
FAN_CLOEXEC	1	1	fanotify_init
FAN_CLOSE	24	24	fanotify_mask
FAN_CLOSE_NOWRITE	16	16	fanotify_mask
FAN_CLOSE_WRITE	8	8	fanotify_mask
FAN_CREATE	256	256	fanotify_mask
FAN_DELETE	512	512	fanotify_mask
FAN_DELETE_SELF	1024	1024	fanotify_mask
FAN_DENY	2	2	fanotify_response
FAN_ENABLE_AUDIT	64	64	fanotify_init
FAN_EPIDFD	-2	-2	fanotify_fd
FAN_EVENT_INFO_TYPE_DFID	3	3	fanotify_info
FAN_EVENT_INFO_TYPE_DFID_NAME	2	2	fanotify_info
FAN_EVENT_INFO_TYPE_ERROR	5	5	fanotify_info
FAN_EVENT_INFO_TYPE_FID	1	1	fanotify_info
FAN_EVENT_INFO_TYPE_NEW_DFID_NAME	12	12	fanotify_info
FAN_EVENT_INFO_TYPE_OLD_DFID_NAME	10	10	fanotify_info
FAN_EVENT_INFO_TYPE_PIDFD	4	4	fanotify_info
FAN_EVENT_ON_CHILD	134217728	134217728	fanotify_mask
FAN_FS_ERROR	32768	32768	fanotify_mask
FAN_MARK_ADD	1	1	fanotify_mark
FAN_MARK_DONT_FOLLOW	4	4	fanotify_mark
FAN_MARK_EVICTABLE	512	512	fanotify_mark
FAN_MARK_FILESYSTEM	256	256	fanotify_mark
FAN_MARK_FLUSH	128	128	fanotify_mark
FAN_MARK_IGNORE	1024	1024	fanotify_mark
FAN_MARK_IGNORED_MASK	32	32	fanotify_mark
FAN_MARK_IGNORED_SURV_MODIFY	64	64	fanotify_mark
FAN_MARK_IGNORE_SURV	1088	1088	fanotify_mark
FAN_MARK_INODE	0	0	fanotify_mark
FAN_MARK_MNTNS	272	272	fanotify_mark
FAN_MARK_MOUNT	16	16	fanotify_mark
FAN_MARK_ONLYDIR	8	8	fanotify_mark
FAN_MARK_REMOVE	2	2	fanotify_mark
FAN_MNT_ATTACH	16777216	16777216	fanotify_mask
FAN_MNT_DETACH	33554432	33554432	fanotify_mask
FAN_MODIFY	2	2	fanotify_mask
FAN_MOVE	192	192	fanotify_mask
FAN_MOVED_FROM	64	64	fanotify_mask
FAN_MOVED_TO	128	128	fanotify_mask
FAN_MOVE_SELF	2048	2048	fanotify_mask
FAN_NOFD	-1	-1	fanotify_fd
FAN_NONBLOCK	2	2	fanotify_init
FAN_NOPIDFD	-1	-1	fanotify_fd
FAN_ONDIR	1073741824	1073741824	fanotify_mask
FAN_OPEN	32	32	fanotify_mask
FAN_OPEN_EXEC	4096	4096	fanotify_mask
FAN_OPEN_EXEC_PERM	262144	262144	fanotify_mask
FAN_OPEN_PERM	65536	65536	fanotify_mask
FAN_PRE_ACCESS	1048576	1048576	fanotify_mask
FAN_Q_OVERFLOW	16384	16384	fanotify_mask
FAN_RENAME	268435456	268435456	fanotify_mask
FAN_REPORT_DFID_NAME	3072	3072	fanotify_init
FAN_REPORT_DFID_NAME_TARGET	7680	7680	fanotify_init
FAN_REPORT_DIR_FID	1024	1024	fanotify_init
FAN_REPORT_FD_ERROR	8192	8192	fanotify_init
FAN_REPORT_FID	512	512	fanotify_init
FAN_REPORT_MNT	16384	16384	fanotify_init
FAN_REPORT_NAME	2048	2048	fanotify_init
FAN_REPORT_PIDFD	128	128	fanotify_init
FAN_REPORT_TARGET_FID	4096	4096	fanotify_init
FAN_REPORT_TID	256	256	fanotify_init
FAN_UNLIMITED_MARKS	32	32	fanotify_init
FAN_UNLIMITED_QUEUE	16	16	fanotify_init
FASYNC	8192	8192	open,openat2
FDPIC_FUNCPTRS	524288	524288	personality
FD_CLOEXEC	1	1	fd_flags,memfd_secret
FIBMAP	1	1	ioctl
FICLONE	1074041865	1074041865	ioctl
FICLONERANGE	1075876877	1075876877	ioctl
FIDEDUPERANGE	3222836278	3222836278	ioctl
FIEMAP_EXTENT_DATA_ENCRYPTED	128	128	fiemap_extent
FIEMAP_EXTENT_DATA_INLINE	512	512	fiemap_extent
FIEMAP_EXTENT_DATA_TAIL	1024	1024	fiemap_extent
FIEMAP_EXTENT_DELALLOC	4	4	fiemap_extent
FIEMAP_EXTENT_ENCODED	8	8	fiemap_extent
FIEMAP_EXTENT_LAST	1	1	fiemap_extent
FIEMAP_EXTENT_MERGED	4096	4096	fiemap_extent
FIEMAP_EXTENT_NOT_ALIGNED	256	256	fiemap_extent
FIEMAP_EXTENT_SHARED	8192	8192	fiemap_extent
FIEMAP_EXTENT_UNKNOWN	2	2	fiemap_extent
FIEMAP_EXTENT_UNWRITTEN	2048	2048	fiemap_extent
FIEMAP_FLAG_CACHE	4	4	fiemap
FIEMAP_FLAG_SYNC	1	1	fiemap
FIEMAP_FLAG_XATTR	2	2	fiemap
FIFREEZE	3221510263	3221510263	ioctl
FIGETBSZ	2	2	ioctl
FIOASYNC	21586	21586	ioctl
FIOCLEX	21585	21585	ioctl
FIOGETOWN	35075	35075	ioctl
FIONBIO	21537	21537	ioctl
FIONCLEX	21584	21584	ioctl
FIONREAD	21531	21531	ioctl
FIOQSIZE	21600	21600	ioctl
FIOSETOWN	35073	35073	ioctl
FITHAW	3221510264	3221510264	ioctl
FITRIM	3222820985	3222820985	ioctl
FLUSHO	4096	4096	termios_lflag
FPE_FLTDIV	3	3	signal_code
FPE_FLTINV	7	7	signal_code
FPE_FLTOVF	4	4	signal_code
FPE_FLTRES	6	6	signal_code
FPE_FLTSUB	8	8	signal_code
FPE_FLTUND	5	5	signal_code
FPE_INTDIV	1	1	signal_code
FPE_INTOVF	2	2	signal_code
FSCONFIG_CMD_CREATE	6	6	fsconfig
FSCONFIG_CMD_CREATE_EXCL	8	8	fsconfig
FSCONFIG_CMD_RECONFIGURE	7	7	fsconfig
FSCONFIG_SET_BINARY	2	2	fsconfig
FSCONFIG_SET_FD	5	5	fsconfig
FSCONFIG_SET_FLAG	0	0	fsconfig
FSCONFIG_SET_PATH	3	3	fsconfig
FSCONFIG_SET_PATH_EMPTY	4	4	fsconfig
FSCONFIG_SET_STRING	1	1	fsconfig
FSMOUNT_CLOEXEC	1	1	fsmount
FSMOUNT_NAMESPACE	2	2	fsmount
FSOPEN_CLOEXEC	1	1	fsopen
FSPICK_CLOEXEC	1	1	fspick
FSPICK_EMPTY_PATH	8	8	fspick
FSPICK_NO_AUTOMOUNT	4	4	fspick
FSPICK_SYMLINK_NOFOLLOW	2	2	fspick
FS_APPEND_FL	32	32	inode_flags
FS_BTREE_FL	4096	4096	inode_flags
FS_CASEFOLD_FL	1073741824	1073741824	inode_flags
FS_COMPRBLK_FL	512	512	inode_flags
FS_COMPR_FL	4	4	inode_flags
FS_DAX_FL	33554432	33554432	inode_flags
FS_DIRSYNC_FL	65536	65536	inode_flags
FS_DIRTY_FL	256	256	inode_flags
FS_EA_INODE_FL	2097152	2097152	inode_flags
FS_ENCRYPT_FL	2048	2048	inode_flags
FS_EOFBLOCKS_FL	4194304	4194304	inode_flags
FS_EXTENT_FL	524288	524288	inode_flags
FS_HUGE_FILE_FL	262144	262144	inode_flags
FS_IMAGIC_FL	8192	8192	inode_flags
FS_IMMUTABLE_FL	16	16	inode_flags
FS_INDEX_FL	4096	4096	inode_flags
FS_INLINE_DATA_FL	268435456	268435456	inode_flags
FS_IOC_FIEMAP	3223348747	3223348747	ioctl
FS_IOC_FSGETXATTR	2149341215	2149341215	ioctl
FS_IOC_FSSETXATTR	1075599392	1075599392	ioctl
FS_IOC_GETFLAGS	2148034049	2148034049	ioctl
FS_IOC_GETFSLABEL	2164298801	2164298801	ioctl
FS_IOC_GETFSSYSFSPATH	2155943169	2155943169	ioctl
FS_IOC_GETFSUUID	2148603136	2148603136	ioctl
FS_IOC_GETVERSION	2148038145	2148038145	ioctl
FS_IOC_SETFLAGS	1074292226	1074292226	ioctl
FS_IOC_SETFSLABEL	1090556978	1090556978	ioctl
FS_IOC_SETVERSION	1074296322	1074296322	ioctl
FS_JOURNAL_DATA_FL	16384	16384	inode_flags
FS_NOATIME_FL	128	128	inode_flags
FS_NOCOMP_FL	1024	1024	inode_flags
FS_NOCOW_FL	8388608	8388608	inode_flags
FS_NODUMP_FL	64	64	inode_flags
FS_NOTAIL_FL	32768	32768	inode_flags
FS_PROJINHERIT_FL	536870912	536870912	inode_flags
FS_RESERVED_FL	2147483648	2147483648	inode_flags
FS_SECRM_FL	1	1	inode_flags
FS_SYNC_FL	8	8	inode_flags
FS_TOPDIR_FL	131072	131072	inode_flags
FS_UNRM_FL	2	2	inode_flags
FS_VERITY_FL	1048576	1048576	inode_flags
FS_XFLAG_APPEND	16	16	xflags
FS_XFLAG_CASEFOLD	262144	262144	xflags
FS_XFLAG_CASENONPRESERVING	524288	524288	xflags
FS_XFLAG_COWEXTSIZE	65536	65536	xflags
FS_XFLAG_DAX	32768	32768	xflags
FS_XFLAG_EXTSIZE	2048	2048	xflags
FS_XFLAG_EXTSZINHERIT	4096	4096	xflags
FS_XFLAG_FILESTREAM	16384	16384	xflags
FS_XFLAG_HASATTR	2147483648	2147483648	xflags
FS_XFLAG_IMMUTABLE	8	8	xflags
FS_XFLAG_NOATIME	64	64	xflags
FS_XFLAG_NODEFRAG	8192	8192	xflags
FS_XFLAG_NODUMP	128	128	xflags
FS_XFLAG_NOSYMLINKS	1024	1024	xflags
FS_XFLAG_PREALLOC	2	2	xflags
FS_XFLAG_PROJINHERIT	512	512	xflags
FS_XFLAG_REALTIME	1	1	xflags
FS_XFLAG_RTINHERIT	256	256	xflags
FS_XFLAG_SYNC	32	32	xflags
FS_XFLAG_VERITY	131072	131072	xflags
FUSE_SUPER_MAGIC	1702057286	1702057286	file_system_magic
FUTEX2_MPOL	8	8	futex2
FUTEX2_NUMA	4	4	futex2
FUTEX2_PRIVATE	128	128	futex2
FUTEX2_SIZE_MASK	3	3	futex2
FUTEX2_SIZE_U16	1	1	futex2
FUTEX2_SIZE_U32	2	2	futex2
FUTEX2_SIZE_U64	3	3	futex2
FUTEX2_SIZE_U8	0	0	futex2
FUTEXFS_SUPER_MAGIC	195894762	195894762	file_system_magic
FUTEX_32	2	2	futex2
FUTEX_BITSET_MATCH_ANY	4294967295	4294967295	futex_bitset
FUTEX_CLOCK_REALTIME	256	256	futex_op
FUTEX_CMP_REQUEUE	4	4	futex_op
FUTEX_CMP_REQUEUE_PI	12	12	futex_op
FUTEX_CMP_REQUEUE_PI_PRIVATE	140	140	futex_op
FUTEX_CMP_REQUEUE_PRIVATE	132	132	futex_op
FUTEX_FD	2	2	futex_op
FUTEX_LOCK_PI	6	6	futex_op
FUTEX_LOCK_PI2	13	13	futex_op
FUTEX_LOCK_PI2_PRIVATE	141	141	futex_op
FUTEX_LOCK_PI_PRIVATE	134	134	futex_op
FUTEX_OP_ADD	1	1	futex_wake_op
FUTEX_OP_ANDN	3	3	futex_wake_op
FUTEX_OP_CMP_EQ	0	0	futex_wake_cmp
FUTEX_OP_CMP_GE	5	5	futex_wake_cmp
FUTEX_OP_CMP_GT	4	4	futex_wake_cmp
FUTEX_OP_CMP_LE	3	3	futex_wake_cmp
FUTEX_OP_CMP_LT	2	2	futex_wake_cmp
FUTEX_OP_CMP_NE	1	1	futex_wake_cmp
FUTEX_OP_OPARG_SHIFT	8	8	futex_wake_op
FUTEX_OP_OR	2	2	futex_wake_op
FUTEX_OP_SET	0	0	futex_wake_op
FUTEX_OP_XOR	4	4	futex_wake_op
FUTEX_OWNER_DIED	1073741824	1073741824	futex_word
FUTEX_PRIVATE_FLAG	128	128	futex_op
FUTEX_REQUEUE	3	3	futex_op
FUTEX_REQUEUE_PRIVATE	131	131	futex_op
FUTEX_TID_MASK	1073741823	1073741823	futex_word
FUTEX_TRYLOCK_PI	8	8	futex_op
FUTEX_TRYLOCK_PI_PRIVATE	136	136	futex_op
FUTEX_UNLOCK_PI	7	7	futex_op
FUTEX_UNLOCK_PI_PRIVATE	135	135	futex_op
FUTEX_WAIT	0	0	futex_op
FUTEX_WAITERS	2147483648	2147483648	futex_word
FUTEX_WAIT_BITSET	9	9	futex_op
FUTEX_WAIT_BITSET_PRIVATE	137	137	futex_op
FUTEX_WAIT_PRIVATE	128	128	futex_op
FUTEX_WAIT_REQUEUE_PI	11	11	futex_op
FUTEX_WAIT_REQUEUE_PI_PRIVATE	139	139	futex_op
FUTEX_WAKE	1	1	futex_op
FUTEX_WAKE_BITSET	10	10	futex_op
FUTEX_WAKE_BITSET_PRIVATE	138	138	futex_op
FUTEX_WAKE_OP	5	5	futex_op
FUTEX_WAKE_OP_PRIVATE	133	133	futex_op
FUTEX_WAKE_PRIVATE	129	129	futex_op
F_ADD_SEALS	1033	1033	fcntl_cmd
F_CANCELLK	1029	1029	fcntl_cmd
F_CREATED_QUERY	1028	1028	fcntl_cmd
F_DUPFD	0	0	fcntl_cmd
F_DUPFD_CLOEXEC	1030	1030	fcntl_cmd
F_DUPFD_QUERY	1027	1027	fcntl_cmd
F_EXLCK	4	4	lock_type
F_GETDELEG	1039	1039	fcntl_cmd
F_GETFD	1	1	fcntl_cmd
F_GETFL	3	3	fcntl_cmd
F_GETLEASE	1025	1025	fcntl_cmd
F_GETLK	5	5	fcntl_cmd
F_GETOWN	9	9	fcntl_cmd
F_GETOWNER_UIDS	17	17	fcntl_cmd
F_GETOWN_EX	16	16	fcntl_cmd
F_GETPIPE_SZ	1032	1032	fcntl_cmd
F_GETSIG	11	11	fcntl_cmd
F_GET_FILE_RW_HINT	1037	1037	fcntl_cmd
F_GET_RW_HINT	1035	1035	fcntl_cmd
F_GET_SEALS	1034	1034	fcntl_cmd
F_NOTIFY	1026	1026	fcntl_cmd
F_OFD_GETLK	36	36	fcntl_cmd
F_OFD_SETLK	37	37	fcntl_cmd
F_OFD_SETLKW	38	38	fcntl_cmd
F_OK	0	0	access
F_OWNER_PGRP	2	2	owner_type
F_OWNER_PID	1	1	owner_type
F_OWNER_TID	0	0	owner_type
F_RDLCK	0	0	lock_type
F_SEAL_EXEC	32	32	seal
F_SEAL_FUTURE_WRITE	16	16	seal
F_SEAL_GROW	4	4	seal
F_SEAL_SEAL	1	1	seal
F_SEAL_SHRINK	2	2	seal
F_SEAL_WRITE	8	8	seal
F_SETDELEG	1040	1040	fcntl_cmd
F_SETFD	2	2	fcntl_cmd
F_SETFL	4	4	fcntl_cmd
F_SETLEASE	1024	1024	fcntl_cmd
F_SETLK	6	6	fcntl_cmd
F_SETLKW	7	7	fcntl_cmd
F_SETOWN	8	8	fcntl_cmd
F_SETOWN_EX	15	15	fcntl_cmd
F_SETPIPE_SZ	1031	1031	fcntl_cmd
F_SETSIG	10	10	fcntl_cmd
F_SET_FILE_RW_HINT	1038	1038	fcntl_cmd
F_SET_RW_HINT	1036	1036	fcntl_cmd
F_SHLCK	8	8	lock_type
F_UNLCK	2	2	lock_type
F_WRLCK	1	1	lock_type
GETALL	13	13	semctl
GETNCNT	14	14	semctl
GETPID	11	11	semctl
GETVAL	12	12	semctl
GETZCNT	15	15	semctl
GRND_INSECURE	4	4	getrandom
GRND_NONBLOCK	1	1	getrandom
GRND_RANDOM	2	2	getrandom
GRPQUOTA	1	1	quota_type
HOSTFS_SUPER_MAGIC	12648430	12648430	file_system_magic
HPFS_SUPER_MAGIC	4187351113	4187351113	file_system_magic
HUGETLBFS_MAGIC	2508478710	2508478710	file_system_magic
HUPCL	1024	1024	termios_cflag
HWTSTAMP_FILTER_ALL	1	1	hwtstamp_filter
HWTSTAMP_FILTER_NONE	0	0	hwtstamp_filter
HWTSTAMP_FILTER_NTP_ALL	15	15	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V1_L4_DELAY_REQ	5	5	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V1_L4_EVENT	3	3	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V1_L4_SYNC	4	4	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_DELAY_REQ	14	14	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_EVENT	12	12	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_L2_DELAY_REQ	11	11	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_L2_EVENT	9	9	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_L2_SYNC	10	10	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_L4_DELAY_REQ	8	8	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_L4_EVENT	6	6	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_L4_SYNC	7	7	hwtstamp_filter
HWTSTAMP_FILTER_PTP_V2_SYNC	13	13	hwtstamp_filter
HWTSTAMP_FILTER_SOME	2	2	hwtstamp_filter
HWTSTAMP_FLAG_BONDED_PHC_INDEX	1	1	hwtstamp_flags
HWTSTAMP_FLAG_MASK	1	1	hwtstamp_flags
HWTSTAMP_TX_OFF	0	0	hwtstamp_tx
HWTSTAMP_TX_ON	1	1	hwtstamp_tx
HWTSTAMP_TX_ONESTEP_P2P	3	3	hwtstamp_tx
HWTSTAMP_TX_ONESTEP_SYNC	2	2	hwtstamp_tx
ICANON	2	2	termios_lflag
ICRNL	256	256	termios_iflag
IEXTEN	32768	32768	termios_lflag
IFA_ADDRESS	1	1	address_attribute
IFA_ANYCAST	5	5	address_attribute
IFA_BROADCAST	4	4	address_attribute
IFA_CACHEINFO	6	6	address_attribute
IFA_FLAGS	8	8	address_attribute
IFA_F_DADFAILED	8	8	address_flags
IFA_F_DEPRECATED	32	32	address_flags
IFA_F_HOMEADDRESS	16	16	address_flags
IFA_F_MANAGETEMPADDR	256	256	address_flags
IFA_F_MCAUTOJOIN	1024	1024	address_flags
IFA_F_NODAD	2	2	address_flags
IFA_F_NOPREFIXROUTE	512	512	address_flags
IFA_F_OPTIMISTIC	4	4	address_flags
IFA_F_PERMANENT	128	128	address_flags
IFA_F_SECONDARY	1	1	address_flags
IFA_F_STABLE_PRIVACY	2048	2048	address_flags
IFA_F_TEMPORARY	1	1	address_flags
IFA_F_TENTATIVE	64	64	address_flags
IFA_LABEL	3	3	address_attribute
IFA_LOCAL	2	2	address_attribute
IFA_MULTICAST	7	7	address_attribute
IFA_PROTO	11	11	address_attribute
IFA_RT_PRIORITY	9	9	address_attribute
IFA_TARGET_NETNSID	10	10	address_attribute
IFA_UNSPEC	0	0	address_attribute
IFF_ALLMULTI	512	512	interface_flags
IFF_AUTOMEDIA	16384	16384	interface_flags
IFF_BROADCAST	2	2	interface_flags
IFF_DEBUG	4	4	interface_flags
IFF_DORMANT	131072	131072	interface_flags
IFF_DYNAMIC	32768	32768	interface_flags
IFF_ECHO	262144	262144	interface_flags
IFF_LOOPBACK	8	8	interface_flags
IFF_LOWER_UP	65536	65536	interface_flags
IFF_MASTER	1024	1024	interface_flags
IFF_MULTICAST	4096	4096	interface_flags
IFF_NOARP	128	128	interface_flags
IFF_NOTRAILERS	32	32	interface_flags
IFF_POINTOPOINT	16	16	interface_flags
IFF_PORTSEL	8192	8192	interface_flags
IFF_PROMISC	256	256	interface_flags
IFF_RUNNING	64	64	interface_flags
IFF_SLAVE	2048	2048	interface_flags
IFF_UP	1	1	interface_flags
IFLA_ADDRESS	1	1	link_attribute
IFLA_AF_SPEC	26	26	link_attribute
IFLA_ALLMULTI	61	61	link_attribute
IFLA_ALT_IFNAME	53	53	link_attribute
IFLA_BAREUDP_ETHERTYPE	2	2	link_bareudp
IFLA_BAREUDP_MULTIPROTO_MODE	4	4	link_bareudp
IFLA_BAREUDP_PORT	1	1	link_bareudp
IFLA_BAREUDP_SRCPORT_MIN	3	3	link_bareudp
IFLA_BAREUDP_UNSPEC	0	0	link_bareudp
IFLA_BOND_ACTIVE_SLAVE	2	2	link_bond
IFLA_BOND_AD_ACTOR_SYSTEM	26	26	link_bond
IFLA_BOND_AD_ACTOR_SYS_PRIO	24	24	link_bond
IFLA_BOND_AD_INFO	23	23	link_bond
IFLA_BOND_AD_INFO_ACTOR_KEY	3	3	link_bond_ad_info
IFLA_BOND_AD_INFO_AGGREGATOR	1	1	link_bond_ad_info
IFLA_BOND_AD_INFO_NUM_PORTS	2	2	link_bond_ad_info
IFLA_BOND_AD_INFO_PARTNER_KEY	4	4	link_bond_ad_info
IFLA_BOND_AD_INFO_PARTNER_MAC	5	5	link_bond_ad_info
IFLA_BOND_AD_INFO_UNSPEC	0	0	link_bond_ad_info
IFLA_BOND_AD_LACP_ACTIVE	29	29	link_bond
IFLA_BOND_AD_LACP_RATE	21	21	link_bond
IFLA_BOND_AD_SELECT	22	22	link_bond
IFLA_BOND_AD_USER_PORT_KEY	25	25	link_bond
IFLA_BOND_ALL_SLAVES_ACTIVE	17	17	link_bond
IFLA_BOND_ARP_ALL_TARGETS	10	10	link_bond
IFLA_BOND_ARP_INTERVAL	7	7	link_bond
IFLA_BOND_ARP_IP_TARGET	8	8	link_bond
IFLA_BOND_ARP_VALIDATE	9	9	link_bond
IFLA_BOND_COUPLED_CONTROL	32	32	link_bond
IFLA_BOND_DOWNDELAY	5	5	link_bond
IFLA_BOND_FAIL_OVER_MAC	13	13	link_bond
IFLA_BOND_LP_INTERVAL	19	19	link_bond
IFLA_BOND_MIIMON	3	3	link_bond
IFLA_BOND_MIN_LINKS	18	18	link_bond
IFLA_BOND_MODE	1	1	link_bond
IFLA_BOND_NS_IP6_TARGET	31	31	link_bond
IFLA_BOND_NUM_PEER_NOTIF	16	16	link_bond
IFLA_BOND_PACKETS_PER_SLAVE	20	20	link_bond
IFLA_BOND_PEER_NOTIF_DELAY	28	28	link_bond
IFLA_BOND_PRIMARY	11	11	link_bond
IFLA_BOND_PRIMARY_RESELECT	12	12	link_bond
IFLA_BOND_RESEND_IGMP	15	15	link_bond
IFLA_BOND_SLAVE_ACTOR_PORT_PRIO	10	10	link_bond_slave
IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE	7	7	link_bond_slave
IFLA_BOND_SLAVE_AD_AGGREGATOR_ID	6	6	link_bond_slave
IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE	11	11	link_bond_slave
IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE	12	12	link_bond_slave
IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE	8	8	link_bond_slave
IFLA_BOND_SLAVE_LINK_FAILURE_COUNT	3	3	link_bond_slave
IFLA_BOND_SLAVE_MII_STATUS	2	2	link_bond_slave
IFLA_BOND_SLAVE_PERM_HWADDR	4	4	link_bond_slave
IFLA_BOND_SLAVE_PRIO	9	9	link_bond_slave
IFLA_BOND_SLAVE_QUEUE_ID	5	5	link_bond_slave
IFLA_BOND_SLAVE_STATE	1	1	link_bond_slave
IFLA_BOND_SLAVE_UNSPEC	0	0	link_bond_slave
IFLA_BOND_TLB_DYNAMIC_LB	27	27	link_bond
IFLA_BOND_UNSPEC	0	0	link_bond
IFLA_BOND_UPDELAY	4	4	link_bond
IFLA_BOND_USE_CARRIER	6	6	link_bond
IFLA_BOND_XMIT_HASH_POLICY	14	14	link_bond
IFLA_BROADCAST	2	2	link_attribute
IFLA_BRPORT_BACKUP_PORT	34	34	link_brport
IFLA_BRPORT_BCAST_FLOOD	30	30	link_brport
IFLA_BRPORT_BRIDGE_ID	14	14	link_brport
IFLA_BRPORT_CONFIG_PENDING	20	20	link_brport
IFLA_BRPORT_COST	3	3	link_brport
IFLA_BRPORT_DESIGNATED_COST	16	16	link_brport
IFLA_BRPORT_DESIGNATED_PORT	15	15	link_brport
IFLA_BRPORT_FAST_LEAVE	7	7	link_brport
IFLA_BRPORT_FLUSH	24	24	link_brport
IFLA_BRPORT_FORWARD_DELAY_TIMER	22	22	link_brport
IFLA_BRPORT_GROUP_FWD_MASK	31	31	link_brport
IFLA_BRPORT_GUARD	5	5	link_brport
IFLA_BRPORT_HOLD_TIMER	23	23	link_brport
IFLA_BRPORT_ID	17	17	link_brport
IFLA_BRPORT_ISOLATED	33	33	link_brport
IFLA_BRPORT_LEARNING	8	8	link_brport
IFLA_BRPORT_LEARNING_SYNC	11	11	link_brport
IFLA_BRPORT_LOCKED	39	39	link_brport
IFLA_BRPORT_MCAST_EHT_HOSTS_CNT	38	38	link_brport
IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT	37	37	link_brport
IFLA_BRPORT_MCAST_FLOOD	27	27	link_brport
IFLA_BRPORT_MCAST_TO_UCAST	28	28	link_brport
IFLA_BRPORT_MESSAGE_AGE_TIMER	21	21	link_brport
IFLA_BRPORT_MODE	4	4	link_brport
IFLA_BRPORT_MRP_IN_OPEN	36	36	link_brport
IFLA_BRPORT_MRP_RING_OPEN	35	35	link_brport
IFLA_BRPORT_MULTICAST_ROUTER	25	25	link_brport
IFLA_BRPORT_NEIGH_SUPPRESS	32	32	link_brport
IFLA_BRPORT_NO	18	18	link_brport
IFLA_BRPORT_PAD	26	26	link_brport
IFLA_BRPORT_PRIORITY	2	2	link_brport
IFLA_BRPORT_PROTECT	6	6	link_brport
IFLA_BRPORT_PROXYARP	10	10	link_brport
IFLA_BRPORT_PROXYARP_WIFI	12	12	link_brport
IFLA_BRPORT_ROOT_ID	13	13	link_brport
IFLA_BRPORT_STATE	1	1	link_brport
IFLA_BRPORT_TOPOLOGY_CHANGE_ACK	19	19	link_brport
IFLA_BRPORT_UNICAST_FLOOD	9	9	link_brport
IFLA_BRPORT_UNSPEC	0	0	link_brport
IFLA_BRPORT_VLAN_TUNNEL	29	29	link_brport
IFLA_BR_AGEING_TIME	4	4	link_br
IFLA_BR_BRIDGE_ID	11	11	link_br
IFLA_BR_FDB_FLUSH	21	21	link_br
IFLA_BR_FORWARD_DELAY	1	1	link_br
IFLA_BR_GC_TIMER	19	19	link_br
IFLA_BR_GROUP_ADDR	20	20	link_br
IFLA_BR_GROUP_FWD_MASK	9	9	link_br
IFLA_BR_HELLO_TIME	2	2	link_br
IFLA_BR_HELLO_TIMER	16	16	link_br
IFLA_BR_MAX_AGE	3	3	link_br
IFLA_BR_MCAST_HASH_ELASTICITY	26	26	link_br
IFLA_BR_MCAST_IGMP_VERSION	43	43	link_br
IFLA_BR_MCAST_LAST_MEMBER_CNT	28	28	link_br
IFLA_BR_MCAST_LAST_MEMBER_INTVL	30	30	link_br
IFLA_BR_MCAST_MEMBERSHIP_INTVL	31	31	link_br
IFLA_BR_MCAST_MLD_VERSION	44	44	link_br
IFLA_BR_MCAST_QUERIER	25	25	link_br
IFLA_BR_MCAST_QUERIER_INTVL	32	32	link_br
IFLA_BR_MCAST_QUERIER_STATE	47	47	link_br
IFLA_BR_MCAST_QUERY_INTVL	33	33	link_br
IFLA_BR_MCAST_QUERY_RESPONSE_INTVL	34	34	link_br
IFLA_BR_MCAST_QUERY_USE_IFADDR	24	24	link_br
IFLA_BR_MCAST_ROUTER	22	22	link_br
IFLA_BR_MCAST_SNOOPING	23	23	link_br
IFLA_BR_MCAST_STARTUP_QUERY_CNT	29	29	link_br
IFLA_BR_MCAST_STARTUP_QUERY_INTVL	35	35	link_br
IFLA_BR_MCAST_STATS_ENABLED	42	42	link_br
IFLA_BR_MULTI_BOOLOPT	46	46	link_br
IFLA_BR_NF_CALL_ARPTABLES	38	38	link_br
IFLA_BR_NF_CALL_IP6TABLES	37	37	link_br
IFLA_BR_NF_CALL_IPTABLES	36	36	link_br
IFLA_BR_PAD	40	40	link_br
IFLA_BR_PRIORITY	6	6	link_br
IFLA_BR_ROOT_ID	10	10	link_br
IFLA_BR_ROOT_PATH_COST	13	13	link_br
IFLA_BR_ROOT_PORT	12	12	link_br
IFLA_BR_STP_STATE	5	5	link_br
IFLA_BR_TCN_TIMER	17	17	link_br
IFLA_BR_TOPOLOGY_CHANGE	14	14	link_br
IFLA_BR_TOPOLOGY_CHANGE_DETECTED	15	15	link_br
IFLA_BR_TOPOLOGY_CHANGE_TIMER	18	18	link_br
IFLA_BR_UNSPEC	0	0	link_br
IFLA_BR_VLAN_DEFAULT_PVID	39	39	link_br
IFLA_BR_VLAN_FILTERING	7	7	link_br
IFLA_BR_VLAN_PROTOCOL	8	8	link_br
IFLA_BR_VLAN_STATS_ENABLED	41	41	link_br
IFLA_BR_VLAN_STATS_PER_PORT	45	45	link_br
IFLA_CARRIER	33	33	link_attribute
IFLA_CARRIER_CHANGES	35	35	link_attribute
IFLA_CARRIER_DOWN_COUNT	48	48	link_attribute
IFLA_CARRIER_UP_COUNT	47	47	link_attribute
IFLA_COST	8	8	link_attribute
IFLA_DSA_MASTER	1	1	link_dsa
IFLA_DSA_UNSPEC	0	0	link_dsa
IFLA_EVENT	44	44	link_attribute
IFLA_EVENT_BONDING_FAILOVER	3	3	link_event
IFLA_EVENT_BONDING_OPTIONS	6	6	link_event
IFLA_EVENT_FEATURES	2	2	link_event
IFLA_EVENT_IGMP_RESEND	5	5	link_event
IFLA_EVENT_NONE	0	0	link_event
IFLA_EVENT_NOTIFY_PEERS	4	4	link_event
IFLA_EVENT_REBOOT	1	1	link_event
IFLA_EXT_MASK	29	29	link_attribute
IFLA_GENEVE_COLLECT_METADATA	6	6	link_geneve
IFLA_GENEVE_DF	13	13	link_geneve
IFLA_GENEVE_ID	1	1	link_geneve
IFLA_GENEVE_INNER_PROTO_INHERIT	14	14	link_geneve
IFLA_GENEVE_LABEL	11	11	link_geneve
IFLA_GENEVE_PORT	5	5	link_geneve
IFLA_GENEVE_REMOTE	2	2	link_geneve
IFLA_GENEVE_REMOTE6	7	7	link_geneve
IFLA_GENEVE_TOS	4	4	link_geneve
IFLA_GENEVE_TTL	3	3	link_geneve
IFLA_GENEVE_TTL_INHERIT	12	12	link_geneve
IFLA_GENEVE_UDP_CSUM	8	8	link_geneve
IFLA_GENEVE_UDP_ZERO_CSUM6_RX	10	10	link_geneve
IFLA_GENEVE_UDP_ZERO_CSUM6_TX	9	9	link_geneve
IFLA_GENEVE_UNSPEC	0	0	link_geneve
IFLA_GROUP	27	27	link_attribute
IFLA_GRO_MAX_SIZE	58	58	link_attribute
IFLA_GSO_MAX_SEGS	40	40	link_attribute
IFLA_GSO_MAX_SIZE	41	41	link_attribute
IFLA_GTP_CREATE_SOCKETS	5	5	link_gtp
IFLA_GTP_FD0	1	1	link_gtp
IFLA_GTP_FD1	2	2	link_gtp
IFLA_GTP_PDP_HASHSIZE	3	3	link_gtp
IFLA_GTP_RESTART_COUNT	6	6	link_gtp
IFLA_GTP_ROLE	4	4	link_gtp
IFLA_GTP_UNSPEC	0	0	link_gtp
IFLA_HSR_MULTICAST_SPEC	3	3	link_hsr
IFLA_HSR_PROTOCOL	7	7	link_hsr
IFLA_HSR_SEQ_NR	5	5	link_hsr
IFLA_HSR_SLAVE1	1	1	link_hsr
IFLA_HSR_SLAVE2	2	2	link_hsr
IFLA_HSR_SUPERVISION_ADDR	4	4	link_hsr
IFLA_HSR_UNSPEC	0	0	link_hsr
IFLA_HSR_VERSION	6	6	link_hsr
IFLA_IFALIAS	20	20	link_attribute
IFLA_IFNAME	3	3	link_attribute
IFLA_IF_NETNSID	46	46	link_attribute
IFLA_INET6_ADDR_GEN_MODE	8	8	link_inet6
IFLA_INET6_CACHEINFO	5	5	link_inet6
IFLA_INET6_CONF	2	2	link_inet6
IFLA_INET6_FLAGS	1	1	link_inet6
IFLA_INET6_ICMP6STATS	6	6	link_inet6
IFLA_INET6_MCAST	4	4	link_inet6
IFLA_INET6_RA_MTU	9	9	link_inet6
IFLA_INET6_STATS	3	3	link_inet6
IFLA_INET6_TOKEN	7	7	link_inet6
IFLA_INET6_UNSPEC	0	0	link_inet6
IFLA_INET_CONF	1	1	link_inet
IFLA_INET_UNSPEC	0	0	link_inet
IFLA_INFO_DATA	2	2	link_info
IFLA_INFO_KIND	1	1	link_info
IFLA_INFO_SLAVE_DATA	5	5	link_info
IFLA_INFO_SLAVE_KIND	4	4	link_info
IFLA_INFO_UNSPEC	0	0	link_info
IFLA_INFO_XSTATS	3	3	link_info
IFLA_IPOIB_MODE	2	2	link_ipoib
IFLA_IPOIB_PKEY	1	1	link_ipoib
IFLA_IPOIB_UMCAST	3	3	link_ipoib
IFLA_IPOIB_UNSPEC	0	0	link_ipoib
IFLA_IPVLAN_FLAGS	2	2	link_ipvlan
IFLA_IPVLAN_MODE	1	1	link_ipvlan
IFLA_IPVLAN_UNSPEC	0	0	link_ipvlan
IFLA_LINK	5	5	link_attribute
IFLA_LINKINFO	18	18	link_attribute
IFLA_LINKMODE	17	17	link_attribute
IFLA_LINK_NETNSID	37	37	link_attribute
IFLA_MACSEC_CIPHER_SUITE	4	4	link_macsec
IFLA_MACSEC_ENCODING_SA	6	6	link_macsec
IFLA_MACSEC_ENCRYPT	7	7	link_macsec
IFLA_MACSEC_ES	10	10	link_macsec
IFLA_MACSEC_ICV_LEN	3	3	link_macsec
IFLA_MACSEC_INC_SCI	9	9	link_macsec
IFLA_MACSEC_OFFLOAD	15	15	link_macsec
IFLA_MACSEC_PAD	14	14	link_macsec
IFLA_MACSEC_PORT	2	2	link_macsec
IFLA_MACSEC_PROTECT	8	8	link_macsec
IFLA_MACSEC_REPLAY_PROTECT	12	12	link_macsec
IFLA_MACSEC_SCB	11	11	link_macsec
IFLA_MACSEC_SCI	1	1	link_macsec
IFLA_MACSEC_UNSPEC	0	0	link_macsec
IFLA_MACSEC_VALIDATION	13	13	link_macsec
IFLA_MACSEC_WINDOW	5	5	link_macsec
IFLA_MACVLAN_BC_QUEUE_LEN	7	7	link_macvlan
IFLA_MACVLAN_BC_QUEUE_LEN_USED	8	8	link_macvlan
IFLA_MACVLAN_FLAGS	2	2	link_macvlan
IFLA_MACVLAN_MACADDR	4	4	link_macvlan
IFLA_MACVLAN_MACADDR_COUNT	6	6	link_macvlan
IFLA_MACVLAN_MACADDR_DATA	5	5	link_macvlan
IFLA_MACVLAN_MACADDR_MODE	3	3	link_macvlan
IFLA_MACVLAN_MODE	1	1	link_macvlan
IFLA_MACVLAN_UNSPEC	0	0	link_macvlan
IFLA_MAP	14	14	link_attribute
IFLA_MASTER	10	10	link_attribute
IFLA_MAX_MTU	51	51	link_attribute
IFLA_MCTP_NET	1	1	link_mctp
IFLA_MCTP_UNSPEC	0	0	link_mctp
IFLA_MIN_MTU	50	50	link_attribute
IFLA_MTU	4	4	link_attribute
IFLA_NET_NS_FD	28	28	link_attribute
IFLA_NET_NS_PID	19	19	link_attribute
IFLA_NEW_IFINDEX	49	49	link_attribute
IFLA_NEW_NETNSID	45	45	link_attribute
IFLA_NUM_RX_QUEUES	32	32	link_attribute
IFLA_NUM_TX_QUEUES	31	31	link_attribute
IFLA_NUM_VF	21	21	link_attribute
IFLA_OFFLOAD_XSTATS_CPU_HIT	1	1	link_offload_xstats
IFLA_OFFLOAD_XSTATS_HW_S_INFO	2	2	link_offload_xstats
IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST	1	1	link_offload_xstats
IFLA_OFFLOAD_XSTATS_HW_S_INFO_UNSPEC	0	0	link_offload_xstats
IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED	2	2	link_offload_xstats
IFLA_OFFLOAD_XSTATS_L3_STATS	3	3	link_offload_xstats
IFLA_OFFLOAD_XSTATS_UNSPEC	0	0	link_offload_xstats
IFLA_OPERSTATE	16	16	link_attribute
IFLA_PAD	42	42	link_attribute
IFLA_PARENT_DEV_BUS_NAME	57	57	link_attribute
IFLA_PARENT_DEV_NAME	56	56	link_attribute
IFLA_PERM_ADDRESS	54	54	link_attribute
IFLA_PHYS_PORT_ID	34	34	link_attribute
IFLA_PHYS_PORT_NAME	38	38	link_attribute
IFLA_PHYS_SWITCH_ID	36	36	link_attribute
IFLA_PORT_HOST_UUID	5	5	link_port
IFLA_PORT_INSTANCE_UUID	4	4	link_port
IFLA_PORT_PROFILE	2	2	link_port
IFLA_PORT_REQUEST	6	6	link_port
IFLA_PORT_RESPONSE	7	7	link_port
IFLA_PORT_SELF	25	25	link_port
IFLA_PORT_UNSPEC	0	0	link_port
IFLA_PORT_VF	1	1	link_port
IFLA_PORT_VSI_TYPE	3	3	link_port
IFLA_PPP_DEV_FD	1	1	link_ppp
IFLA_PPP_UNSPEC	0	0	link_ppp
IFLA_PRIORITY	9	9	link_attribute
IFLA_PROMISCUITY	30	30	link_attribute
IFLA_PROP_LIST	52	52	link_attribute
IFLA_PROTINFO	12	12	link_attribute
IFLA_PROTO_DOWN	39	39	link_attribute
IFLA_PROTO_DOWN_REASON	55	55	link_attribute
IFLA_PROTO_DOWN_REASON_MASK	1	1	link_proto_down_reason
IFLA_PROTO_DOWN_REASON_UNSPEC	0	0	link_proto_down_reason
IFLA_PROTO_DOWN_REASON_VALUE	2	2	link_proto_down_reason
IFLA_QDISC	6	6	link_attribute
IFLA_RMNET_FLAGS	2	2	link_rmnet
IFLA_RMNET_MUX_ID	1	1	link_rmnet
IFLA_RMNET_UNSPEC	0	0	link_rmnet
IFLA_STATS	7	7	link_attribute
IFLA_STATS64	23	23	link_attribute
IFLA_STATS_AF_SPEC	5	5	link_stats
IFLA_STATS_GETSET_UNSPEC	0	0	link_stats
IFLA_STATS_GET_FILTERS	1	1	link_stats
IFLA_STATS_LINK_64	1	1	link_stats
IFLA_STATS_LINK_OFFLOAD_XSTATS	4	4	link_stats
IFLA_STATS_LINK_XSTATS	2	2	link_stats
IFLA_STATS_LINK_XSTATS_SLAVE	3	3	link_stats
IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS	2	2	link_stats
IFLA_STATS_UNSPEC	0	0	link_stats
IFLA_TARGET_NETNSID	46	46	link_attribute
IFLA_TSO_MAX_SEGS	60	60	link_attribute
IFLA_TSO_MAX_SIZE	59	59	link_attribute
IFLA_TUN_GROUP	2	2	link_tun
IFLA_TUN_MULTI_QUEUE	7	7	link_tun
IFLA_TUN_NUM_DISABLED_QUEUES	9	9	link_tun
IFLA_TUN_NUM_QUEUES	8	8	link_tun
IFLA_TUN_OWNER	1	1	link_tun
IFLA_TUN_PERSIST	6	6	link_tun
IFLA_TUN_PI	4	4	link_tun
IFLA_TUN_TYPE	3	3	link_tun
IFLA_TUN_UNSPEC	0	0	link_tun
IFLA_TUN_VNET_HDR	5	5	link_tun
IFLA_TXQLEN	13	13	link_attribute
IFLA_UNSPEC	0	0	link_attribute
IFLA_VFINFO_LIST	22	22	link_attribute
IFLA_VF_BROADCAST	13	13	link_vf
IFLA_VF_IB_NODE_GUID	10	10	link_vf
IFLA_VF_IB_PORT_GUID	11	11	link_vf
IFLA_VF_INFO	1	1	link_vf
IFLA_VF_INFO_UNSPEC	0	0	link_vf_info
IFLA_VF_LINK_STATE	5	5	link_vf
IFLA_VF_LINK_STATE_AUTO	0	0	link_vf_link_state
IFLA_VF_LINK_STATE_DISABLE	2	2	link_vf_link_state
IFLA_VF_LINK_STATE_ENABLE	1	1	link_vf_link_state
IFLA_VF_MAC	1	1	link_vf
IFLA_VF_PORT	1	1	link_vf
IFLA_VF_PORTS	24	24	link_vf
IFLA_VF_PORT_UNSPEC	0	0	link_vf_port
IFLA_VF_RATE	6	6	link_vf
IFLA_VF_RSS_QUERY_EN	7	7	link_vf
IFLA_VF_SPOOFCHK	4	4	link_vf
IFLA_VF_STATS	8	8	link_vf
IFLA_VF_STATS_BROADCAST	4	4	link_vf_stats
IFLA_VF_STATS_MULTICAST	5	5	link_vf_stats
IFLA_VF_STATS_PAD	6	6	link_vf_stats
IFLA_VF_STATS_RX_BYTES	2	2	link_vf_stats
IFLA_VF_STATS_RX_DROPPED	7	7	link_vf_stats
IFLA_VF_STATS_RX_PACKETS	0	0	link_vf_stats
IFLA_VF_STATS_TX_BYTES	3	3	link_vf_stats
IFLA_VF_STATS_TX_DROPPED	8	8	link_vf_stats
IFLA_VF_STATS_TX_PACKETS	1	1	link_vf_stats
IFLA_VF_TRUST	9	9	link_vf
IFLA_VF_TX_RATE	3	3	link_vf
IFLA_VF_UNSPEC	0	0	link_vf
IFLA_VF_VLAN	2	2	link_vf
IFLA_VF_VLAN_INFO	1	1	link_vf_vlan
IFLA_VF_VLAN_INFO_UNSPEC	0	0	link_vf_vlan
IFLA_VF_VLAN_LIST	12	12	link_vf_vlan
IFLA_VLAN_EGRESS_QOS	3	3	link_vlan
IFLA_VLAN_FLAGS	2	2	link_vlan
IFLA_VLAN_ID	1	1	link_vlan
IFLA_VLAN_INGRESS_QOS	4	4	link_vlan
IFLA_VLAN_PROTOCOL	5	5	link_vlan
IFLA_VLAN_QOS_MAPPING	1	1	link_vlan_qos
IFLA_VLAN_QOS_UNSPEC	0	0	link_vlan_qos
IFLA_VLAN_UNSPEC	0	0	link_vlan
IFLA_VRF_PORT_TABLE	1	1	link_vrf_port
IFLA_VRF_PORT_UNSPEC	0	0	link_vrf_port
IFLA_VRF_TABLE	1	1	link_vrf
IFLA_VRF_UNSPEC	0	0	link_vrf
IFLA_VXLAN_AGEING	8	8	link_vxlan
IFLA_VXLAN_COLLECT_METADATA	25	25	link_vxlan
IFLA_VXLAN_DF	29	29	link_vxlan
IFLA_VXLAN_GBP	23	23	link_vxlan
IFLA_VXLAN_GPE	27	27	link_vxlan
IFLA_VXLAN_GROUP	2	2	link_vxlan
IFLA_VXLAN_GROUP6	16	16	link_vxlan
IFLA_VXLAN_ID	1	1	link_vxlan
IFLA_VXLAN_L2MISS	13	13	link_vxlan
IFLA_VXLAN_L3MISS	14	14	link_vxlan
IFLA_VXLAN_LABEL	26	26	link_vxlan
IFLA_VXLAN_LEARNING	7	7	link_vxlan
IFLA_VXLAN_LIMIT	9	9	link_vxlan
IFLA_VXLAN_LINK	3	3	link_vxlan
IFLA_VXLAN_LOCAL	4	4	link_vxlan
IFLA_VXLAN_LOCAL6	17	17	link_vxlan
IFLA_VXLAN_PORT	15	15	link_vxlan
IFLA_VXLAN_PORT_RANGE	10	10	link_vxlan
IFLA_VXLAN_PROXY	11	11	link_vxlan
IFLA_VXLAN_REMCSUM_NOPARTIAL	24	24	link_vxlan
IFLA_VXLAN_REMCSUM_RX	22	22	link_vxlan
IFLA_VXLAN_REMCSUM_TX	21	21	link_vxlan
IFLA_VXLAN_RSC	12	12	link_vxlan
IFLA_VXLAN_TOS	6	6	link_vxlan
IFLA_VXLAN_TTL	5	5	link_vxlan
IFLA_VXLAN_TTL_INHERIT	28	28	link_vxlan
IFLA_VXLAN_UDP_CSUM	18	18	link_vxlan
IFLA_VXLAN_UDP_ZERO_CSUM6_RX	20	20	link_vxlan
IFLA_VXLAN_UDP_ZERO_CSUM6_TX	19	19	link_vxlan
IFLA_VXLAN_UNSPEC	0	0	link_vxlan
IFLA_VXLAN_VNIFILTER	30	30	link_vxlan
IFLA_WEIGHT	15	15	link_attribute
IFLA_WIRELESS	11	11	link_attribute
IFLA_XDP	43	43	link_attribute
IFLA_XDP_ATTACHED	2	2	link_xdp
IFLA_XDP_DRV_PROG_ID	5	5	link_xdp
IFLA_XDP_EXPECTED_FD	8	8	link_xdp
IFLA_XDP_FD	1	1	link_xdp
IFLA_XDP_FLAGS	3	3	link_xdp
IFLA_XDP_HW_PROG_ID	7	7	link_xdp
IFLA_XDP_PROG_ID	4	4	link_xdp
IFLA_XDP_SKB_PROG_ID	6	6	link_xdp
IFLA_XDP_UNSPEC	0	0	link_xdp
IFLA_XFRM_COLLECT_METADATA	3	3	link_xfrm
IFLA_XFRM_IF_ID	2	2	link_xfrm
IFLA_XFRM_LINK	1	1	link_xfrm
IFLA_XFRM_UNSPEC	0	0	link_xfrm
IF_OPER_DORMANT	5	5	link_state
IF_OPER_DOWN	2	2	link_state
IF_OPER_LOWERLAYERDOWN	3	3	link_state
IF_OPER_NOTPRESENT	1	1	link_state
IF_OPER_TESTING	4	4	link_state
IF_OPER_UNKNOWN	0	0	link_state
IF_OPER_UP	6	6	link_state
IGNBRK	1	1	termios_iflag
IGNCR	128	128	termios_iflag
IGNPAR	4	4	termios_iflag
ILL_BADSTK	8	8	signal_code
ILL_COPROC	7	7	signal_code
ILL_ILLADR	3	3	signal_code
ILL_ILLOPC	1	1	signal_code
ILL_ILLOPN	2	2	signal_code
ILL_ILLTRP	4	4	signal_code
ILL_PRVOPC	5	5	signal_code
ILL_PRVREG	6	6	signal_code
IMAXBEL	8192	8192	termios_iflag
INADDR_ALLHOSTS_GROUP	3758096385	3758096385	internet_group
INADDR_ALLRTRS_GROUP	3758096386	3758096386	internet_group
INADDR_ALLSNOOPERS_GROUP	3758096490	3758096490	internet_group
INADDR_ANY	0	0	in_address
INADDR_BROADCAST	4294967295	4294967295	in_address
INADDR_DUMMY	3221225480	3221225480	internet_group
INADDR_LOOPBACK	2130706433	2130706433	in_address
INADDR_MAX_LOCAL_GROUP	3758096639	3758096639	internet_group
INADDR_NONE	4294967295	4294967295	in_address
INADDR_UNSPEC_GROUP	3758096384	3758096384	internet_group
INLCR	64	64	termios_iflag
INPCK	16	16	termios_iflag
IN_ACCESS	1	1	inotify_mask
IN_ALL_EVENTS	4095	4095	inotify_mask
IN_ATTRIB	4	4	inotify_mask
IN_CLOEXEC	524288	524288	inotify_init
IN_CLOSE	24	24	inotify_mask
IN_CLOSE_NOWRITE	16	16	inotify_mask
IN_CLOSE_WRITE	8	8	inotify_mask
IN_CREATE	256	256	inotify_mask
IN_DELETE	512	512	inotify_mask
IN_DELETE_SELF	1024	1024	inotify_mask
IN_DONT_FOLLOW	33554432	33554432	inotify_mask
IN_EXCL_UNLINK	67108864	67108864	inotify_mask
IN_IGNORED	32768	32768	inotify_mask
IN_ISDIR	1073741824	1073741824	inotify_mask
IN_MASK_ADD	536870912	536870912	inotify_mask
IN_MASK_CREATE	268435456	268435456	inotify_mask
IN_MODIFY	2	2	inotify_mask
IN_MOVE	192	192	inotify_mask
IN_MOVED_FROM	64	64	inotify_mask
IN_MOVED_TO	128	128	inotify_mask
IN_MOVE_SELF	2048	2048	inotify_mask
IN_NONBLOCK	2048	2048	inotify_init
IN_ONESHOT	2147483648	2147483648	inotify_mask
IN_ONLYDIR	16777216	16777216	inotify_mask
IN_OPEN	32	32	inotify_mask
IN_Q_OVERFLOW	16384	16384	inotify_mask
IN_UNMOUNT	8192	8192	inotify_mask
IOCB_CMD_FDSYNC	3	3	aio_command
IOCB_CMD_FSYNC	2	2	aio_command
IOCB_CMD_NOOP	6	6	aio_command
IOCB_CMD_POLL	5	5	aio_command
IOCB_CMD_PREAD	0	0	aio_command
IOCB_CMD_PREADV	7	7	aio_command
IOCB_CMD_PWRITE	1	1	aio_command
IOCB_CMD_PWRITEV	8	8	aio_command
IOCB_FLAG_IOPRIO	2	2	aio_flags
IOCB_FLAG_RESFD	1	1	aio_flags
IOPRIO_CLASS_BE	2	2	ioprio_class
IOPRIO_CLASS_IDLE	3	3	ioprio_class
IOPRIO_CLASS_NONE	0	0	ioprio_class
IOPRIO_CLASS_RT	1	1	ioprio_class
IOPRIO_CLASS_SHIFT	13	13	ioprio_class
IOPRIO_WHO_PGRP	2	2	ioprio_who
IOPRIO_WHO_PROCESS	1	1	ioprio_who
IOPRIO_WHO_USER	3	3	ioprio_who
IORING_ENTER_ABS_TIMER	32	32	io_uring_enter
IORING_ENTER_EXT_ARG	8	8	io_uring_enter
IORING_ENTER_EXT_ARG_REG	64	64	io_uring_enter
IORING_ENTER_GETEVENTS	1	1	io_uring_enter
IORING_ENTER_NO_IOWAIT	128	128	io_uring_enter
IORING_ENTER_REGISTERED_RING	16	16	io_uring_enter
IORING_ENTER_SQ_WAIT	4	4	io_uring_enter
IORING_ENTER_SQ_WAKEUP	2	2	io_uring_enter
IORING_FEAT_CQE_SKIP	2048	2048	io_uring_features
IORING_FEAT_CUR_PERSONALITY	16	16	io_uring_features
IORING_FEAT_EXT_ARG	256	256	io_uring_features
IORING_FEAT_FAST_POLL	32	32	io_uring_features
IORING_FEAT_LINKED_FILE	4096	4096	io_uring_features
IORING_FEAT_MIN_TIMEOUT	32768	32768	io_uring_features
IORING_FEAT_NATIVE_WORKERS	512	512	io_uring_features
IORING_FEAT_NODROP	2	2	io_uring_features
IORING_FEAT_NO_IOWAIT	131072	131072	io_uring_features
IORING_FEAT_POLL_32BITS	64	64	io_uring_features
IORING_FEAT_RECVSEND_BUNDLE	16384	16384	io_uring_features
IORING_FEAT_REG_REG_RING	8192	8192	io_uring_features
IORING_FEAT_RSRC_TAGS	1024	1024	io_uring_features
IORING_FEAT_RW_ATTR	65536	65536	io_uring_features
IORING_FEAT_RW_CUR_POS	8	8	io_uring_features
IORING_FEAT_SINGLE_MMAP	1	1	io_uring_features
IORING_FEAT_SQPOLL_NONFIXED	128	128	io_uring_features
IORING_FEAT_SUBMIT_STABLE	4	4	io_uring_features
IORING_OFF_CQ_RING	134217728	134217728	io_uring_offset
IORING_OFF_PBUF_RING	2147483648	2147483648	io_uring_offset
IORING_OFF_SQES	268435456	268435456	io_uring_offset
IORING_OFF_SQ_RING	0	0	io_uring_offset
IORING_OP_ACCEPT	13	13	io_uring_op
IORING_OP_ASYNC_CANCEL	14	14	io_uring_op
IORING_OP_BIND	56	56	io_uring_op
IORING_OP_CLOSE	19	19	io_uring_op
IORING_OP_CONNECT	16	16	io_uring_op
IORING_OP_EPOLL_CTL	29	29	io_uring_op
IORING_OP_EPOLL_WAIT	59	59	io_uring_op
IORING_OP_FADVISE	24	24	io_uring_op
IORING_OP_FALLOCATE	17	17	io_uring_op
IORING_OP_FGETXATTR	43	43	io_uring_op
IORING_OP_FILES_UPDATE	20	20	io_uring_op
IORING_OP_FIXED_FD_INSTALL	54	54	io_uring_op
IORING_OP_FSETXATTR	41	41	io_uring_op
IORING_OP_FSYNC	3	3	io_uring_op
IORING_OP_FTRUNCATE	55	55	io_uring_op
IORING_OP_FUTEX_WAIT	51	51	io_uring_op
IORING_OP_FUTEX_WAITV	53	53	io_uring_op
IORING_OP_FUTEX_WAKE	52	52	io_uring_op
IORING_OP_GETXATTR	44	44	io_uring_op
IORING_OP_LINKAT	39	39	io_uring_op
IORING_OP_LINK_TIMEOUT	15	15	io_uring_op
IORING_OP_LISTEN	57	57	io_uring_op
IORING_OP_MADVISE	25	25	io_uring_op
IORING_OP_MKDIRAT	37	37	io_uring_op
IORING_OP_MSG_RING	40	40	io_uring_op
IORING_OP_NOP	0	0	io_uring_op
IORING_OP_NOP128	63	63	io_uring_op
IORING_OP_OPENAT	18	18	io_uring_op
IORING_OP_OPENAT2	28	28	io_uring_op
IORING_OP_PIPE	62	62	io_uring_op
IORING_OP_POLL_ADD	6	6	io_uring_op
IORING_OP_POLL_REMOVE	7	7	io_uring_op
IORING_OP_PROVIDE_BUFFERS	31	31	io_uring_op
IORING_OP_READ	22	22	io_uring_op
IORING_OP_READV	1	1	io_uring_op
IORING_OP_READV_FIXED	60	60	io_uring_op
IORING_OP_READ_FIXED	4	4	io_uring_op
IORING_OP_READ_MULTISHOT	49	49	io_uring_op
IORING_OP_RECV	27	27	io_uring_op
IORING_OP_RECVMSG	10	10	io_uring_op
IORING_OP_RECV_ZC	58	58	io_uring_op
IORING_OP_REMOVE_BUFFERS	32	32	io_uring_op
IORING_OP_RENAMEAT	35	35	io_uring_op
IORING_OP_SEND	26	26	io_uring_op
IORING_OP_SENDMSG	9	9	io_uring_op
IORING_OP_SENDMSG_ZC	48	48	io_uring_op
IORING_OP_SEND_ZC	47	47	io_uring_op
IORING_OP_SETXATTR	42	42	io_uring_op
IORING_OP_SHUTDOWN	34	34	io_uring_op
IORING_OP_SOCKET	45	45	io_uring_op
IORING_OP_SPLICE	30	30	io_uring_op
IORING_OP_STATX	21	21	io_uring_op
IORING_OP_SYMLINKAT	38	38	io_uring_op
IORING_OP_SYNC_FILE_RANGE	8	8	io_uring_op
IORING_OP_TEE	33	33	io_uring_op
IORING_OP_TIMEOUT	11	11	io_uring_op
IORING_OP_TIMEOUT_REMOVE	12	12	io_uring_op
IORING_OP_UNLINKAT	36	36	io_uring_op
IORING_OP_URING_CMD	46	46	io_uring_op
IORING_OP_URING_CMD128	64	64	io_uring_op
IORING_OP_WAITID	50	50	io_uring_op
IORING_OP_WRITE	23	23	io_uring_op
IORING_OP_WRITEV	2	2	io_uring_op
IORING_OP_WRITEV_FIXED	61	61	io_uring_op
IORING_OP_WRITE_FIXED	5	5	io_uring_op
IORING_REGISTER_BPF_FILTER	37	37	io_uring_register
IORING_REGISTER_BUFFERS	0	0	io_uring_register
IORING_REGISTER_BUFFERS2	15	15	io_uring_register
IORING_REGISTER_BUFFERS_UPDATE	16	16	io_uring_register
IORING_REGISTER_CLOCK	29	29	io_uring_register
IORING_REGISTER_CLONE_BUFFERS	30	30	io_uring_register
IORING_REGISTER_DST_REPLACE	2	2	io_uring_register
IORING_REGISTER_ENABLE_RINGS	12	12	io_uring_register
IORING_REGISTER_EVENTFD	4	4	io_uring_register
IORING_REGISTER_EVENTFD_ASYNC	7	7	io_uring_register
IORING_REGISTER_FILES	2	2	io_uring_register
IORING_REGISTER_FILES2	13	13	io_uring_register
IORING_REGISTER_FILES_UPDATE	6	6	io_uring_register
IORING_REGISTER_FILES_UPDATE2	14	14	io_uring_register
IORING_REGISTER_FILE_ALLOC_RANGE	25	25	io_uring_register
IORING_REGISTER_IOWQ_AFF	17	17	io_uring_register
IORING_REGISTER_IOWQ_MAX_WORKERS	19	19	io_uring_register
IORING_REGISTER_MEM_REGION	34	34	io_uring_register
IORING_REGISTER_NAPI	27	27	io_uring_register
IORING_REGISTER_PBUF_RING	22	22	io_uring_register
IORING_REGISTER_PBUF_STATUS	26	26	io_uring_register
IORING_REGISTER_PERSONALITY	9	9	io_uring_register
IORING_REGISTER_PROBE	8	8	io_uring_register
IORING_REGISTER_QUERY	35	35	io_uring_register
IORING_REGISTER_RESIZE_RINGS	33	33	io_uring_register
IORING_REGISTER_RESTRICTIONS	11	11	io_uring_register
IORING_REGISTER_RING_FDS	20	20	io_uring_register
IORING_REGISTER_SEND_MSG_RING	31	31	io_uring_register
IORING_REGISTER_SRC_REGISTERED	1	1	io_uring_register
IORING_REGISTER_SYNC_CANCEL	24	24	io_uring_register
IORING_REGISTER_USE_REGISTERED_RING	2147483648	2147483648	io_uring_register
IORING_REGISTER_ZCRX_CTRL	36	36	io_uring_register
IORING_REGISTER_ZCRX_IFQ	32	32	io_uring_register
IORING_SETUP_ATTACH_WQ	32	32	io_uring_setup
IORING_SETUP_CLAMP	16	16	io_uring_setup
IORING_SETUP_COOP_TASKRUN	256	256	io_uring_setup
IORING_SETUP_CQE32	2048	2048	io_uring_setup
IORING_SETUP_CQE_MIXED	262144	262144	io_uring_setup
IORING_SETUP_CQSIZE	8	8	io_uring_setup
IORING_SETUP_DEFER_TASKRUN	8192	8192	io_uring_setup
IORING_SETUP_HYBRID_IOPOLL	131072	131072	io_uring_setup
IORING_SETUP_IOPOLL	1	1	io_uring_setup
IORING_SETUP_NO_MMAP	16384	16384	io_uring_setup
IORING_SETUP_NO_SQARRAY	65536	65536	io_uring_setup
IORING_SETUP_REGISTERED_FD_ONLY	32768	32768	io_uring_setup
IORING_SETUP_R_DISABLED	64	64	io_uring_setup
IORING_SETUP_SINGLE_ISSUER	4096	4096	io_uring_setup
IORING_SETUP_SQE128	1024	1024	io_uring_setup
IORING_SETUP_SQE_MIXED	524288	524288	io_uring_setup
IORING_SETUP_SQPOLL	2	2	io_uring_setup
IORING_SETUP_SQ_AFF	4	4	io_uring_setup
IORING_SETUP_SQ_REWIND	1048576	1048576	io_uring_setup
IORING_SETUP_SUBMIT_ALL	128	128	io_uring_setup
IORING_SETUP_TASKRUN_FLAG	512	512	io_uring_setup
IORING_UNREGISTER_BUFFERS	1	1	io_uring_register
IORING_UNREGISTER_EVENTFD	5	5	io_uring_register
IORING_UNREGISTER_FILES	3	3	io_uring_register
IORING_UNREGISTER_IOWQ_AFF	18	18	io_uring_register
IORING_UNREGISTER_NAPI	28	28	io_uring_register
IORING_UNREGISTER_PBUF_RING	23	23	io_uring_register
IORING_UNREGISTER_PERSONALITY	10	10	io_uring_register
IORING_UNREGISTER_RING_FDS	21	21	io_uring_register
IOSQE_ASYNC	16	16	io_uring_sqe
IOSQE_BUFFER_SELECT	32	32	io_uring_sqe
IOSQE_CQE_SKIP_SUCCESS	64	64	io_uring_sqe
IOSQE_FIXED_FILE	1	1	io_uring_sqe
IOSQE_IO_DRAIN	2	2	io_uring_sqe
IOSQE_IO_HARDLINK	8	8	io_uring_sqe
IOSQE_IO_LINK	4	4	io_uring_sqe
IPC_64	256	256	msgctl,semctl,shmctl
IPC_CREAT	512	512	ipc_get,shmget
IPC_EXCL	1024	1024	ipc_get,shmget
IPC_INFO	3	3	msgctl,semctl,shmctl
IPC_NOWAIT	2048	2048	ipc_get,msg_queue,sem_flags
IPC_NS_INIT_ID	1	1	namespace_id
IPC_NS_INIT_INO	4026531839	4026531839	namespace_id
IPC_PRIVATE	0	0	ipc_key
IPC_RMID	0	0	msgctl,semctl,shmctl
IPC_SET	1	1	msgctl,semctl,shmctl
IPC_STAT	2	2	msgctl,semctl,shmctl
IPPROTO_AGGFRAG	144	144	ip_protocol,socket_protocol
IPPROTO_AH	51	51	ip_protocol,socket_protocol
IPPROTO_BEETPH	94	94	ip_protocol,socket_protocol
IPPROTO_COMP	108	108	ip_protocol,socket_protocol
IPPROTO_DCCP	33	33	ip_protocol,socket_protocol
IPPROTO_DSTOPTS	60	60	ip_protocol,socket_protocol
IPPROTO_EGP	8	8	ip_protocol,socket_protocol
IPPROTO_ENCAP	98	98	ip_protocol,socket_protocol
IPPROTO_ESP	50	50	ip_protocol,socket_protocol
IPPROTO_ETHERNET	143	143	ip_protocol,socket_protocol
IPPROTO_FRAGMENT	44	44	ip_protocol,socket_protocol
IPPROTO_GRE	47	47	ip_protocol,socket_protocol
IPPROTO_HOPOPTS	0	0	ip_protocol,socket_protocol
IPPROTO_ICMP	1	1	ip_protocol,socket_level,socket_protocol
IPPROTO_ICMPV6	58	58	ip_protocol,socket_level,socket_protocol
IPPROTO_IDP	22	22	ip_protocol,socket_protocol
IPPROTO_IGMP	2	2	ip_protocol,socket_protocol
IPPROTO_IP	0	0	ip_protocol,socket_level,socket_protocol
IPPROTO_IPIP	4	4	ip_protocol,socket_protocol
IPPROTO_IPV6	41	41	ip_protocol,socket_level,socket_protocol
IPPROTO_L2TP	115	115	ip_protocol,socket_protocol
IPPROTO_MH	135	135	ip_protocol,socket_protocol
IPPROTO_MPLS	137	137	ip_protocol,socket_protocol
IPPROTO_MPTCP	262	262	ip_protocol,socket_level,socket_protocol
IPPROTO_MTP	92	92	ip_protocol,socket_protocol
IPPROTO_NONE	59	59	ip_protocol,socket_protocol
IPPROTO_PIM	103	103	ip_protocol,socket_protocol
IPPROTO_PUP	12	12	ip_protocol,socket_protocol
IPPROTO_RAW	255	255	ip_protocol,socket_level,socket_protocol
IPPROTO_ROUTING	43	43	ip_protocol,socket_protocol
IPPROTO_RSVP	46	46	ip_protocol,socket_protocol
IPPROTO_SCTP	132	132	ip_protocol,socket_level,socket_protocol
IPPROTO_SMC	256	256	ip_protocol,socket_protocol
IPPROTO_TCP	6	6	ip_protocol,socket_level,socket_protocol
IPPROTO_TP	29	29	ip_protocol,socket_protocol
IPPROTO_UDP	17	17	ip_protocol,socket_level,socket_protocol
IPPROTO_UDPLITE	136	136	ip_protocol,socket_level,socket_protocol
IPV6_2292DSTOPTS	4	4	ipv6_option,socket_option
IPV6_2292HOPLIMIT	8	8	ipv6_option,socket_option
IPV6_2292HOPOPTS	3	3	ipv6_option,socket_option
IPV6_2292PKTINFO	2	2	ipv6_option,socket_option
IPV6_2292PKTOPTIONS	6	6	ipv6_option,socket_option
IPV6_2292RTHDR	5	5	ipv6_option,socket_option
IPV6_ADDRFORM	1	1	ipv6_option,socket_option
IPV6_ADDR_PREFERENCES	72	72	ipv6_option,socket_option
IPV6_ADD_MEMBERSHIP	20	20	ipv6_option,socket_option
IPV6_AUTHHDR	10	10	ipv6_option,socket_option
IPV6_AUTOFLOWLABEL	70	70	ipv6_option,socket_option
IPV6_CHECKSUM	7	7	ipv6_option,socket_option
IPV6_DONTFRAG	62	62	ipv6_option,socket_option
IPV6_DROP_MEMBERSHIP	21	21	ipv6_option,socket_option
IPV6_DSTOPTS	59	59	ipv6_option,socket_option
IPV6_FLOWINFO	11	11	ipv6_option,socket_option
IPV6_FLOWINFO_SEND	33	33	ipv6_option,socket_option
IPV6_FLOWLABEL_MGR	32	32	ipv6_option,socket_option
IPV6_FL_A_GET	0	0	ipv6_flow_label_action
IPV6_FL_A_PUT	1	1	ipv6_flow_label_action
IPV6_FL_A_RENEW	2	2	ipv6_flow_label_action
IPV6_FL_F_CREATE	1	1	ipv6_flow_label_flags
IPV6_FL_F_EXCL	2	2	ipv6_flow_label_flags
IPV6_FL_F_REFLECT	4	4	ipv6_flow_label_flags
IPV6_FL_F_REMOTE	8	8	ipv6_flow_label_flags
IPV6_FL_S_ANY	255	255	ipv6_flow_label_share
IPV6_FL_S_EXCL	1	1	ipv6_flow_label_share
IPV6_FL_S_NONE	0	0	ipv6_flow_label_share
IPV6_FL_S_PROCESS	2	2	ipv6_flow_label_share
IPV6_FL_S_USER	3	3	ipv6_flow_label_share
IPV6_FREEBIND	78	78	ipv6_option,socket_option
IPV6_HDRINCL	36	36	ipv6_option,socket_option
IPV6_HOPLIMIT	52	52	ipv6_option,socket_option
IPV6_HOPOPTS	54	54	ipv6_option,socket_option
IPV6_IPSEC_POLICY	34	34	ipv6_option,socket_option
IPV6_JOIN_ANYCAST	27	27	ipv6_option,socket_option
IPV6_LEAVE_ANYCAST	28	28	ipv6_option,socket_option
IPV6_MINHOPCOUNT	73	73	ipv6_option,socket_option
IPV6_MTU	24	24	ipv6_option,socket_option
IPV6_MTU_DISCOVER	23	23	ipv6_option,socket_option
IPV6_MULTICAST_ALL	29	29	ipv6_option,socket_option
IPV6_MULTICAST_HOPS	18	18	ipv6_option,socket_option
IPV6_MULTICAST_IF	17	17	ipv6_option,socket_option
IPV6_MULTICAST_LOOP	19	19	ipv6_option,socket_option
IPV6_NEXTHOP	9	9	ipv6_option,socket_option
IPV6_ORIGDSTADDR	74	74	ipv6_option,socket_option
IPV6_PATHMTU	61	61	ipv6_option,socket_option
IPV6_PKTINFO	50	50	ipv6_option,socket_option
IPV6_PMTUDISC_DO	2	2	ipv6_mtu_discover
IPV6_PMTUDISC_DONT	0	0	ipv6_mtu_discover
IPV6_PMTUDISC_INTERFACE	4	4	ipv6_mtu_discover
IPV6_PMTUDISC_OMIT	5	5	ipv6_mtu_discover
IPV6_PMTUDISC_PROBE	3	3	ipv6_mtu_discover
IPV6_PMTUDISC_WANT	1	1	ipv6_mtu_discover
IPV6_PREFER_SRC_CGA	8	8	ipv6_prefer_source
IPV6_PREFER_SRC_COA	4	4	ipv6_prefer_source
IPV6_PREFER_SRC_HOME	1024	1024	ipv6_prefer_source
IPV6_PREFER_SRC_NONCGA	2048	2048	ipv6_prefer_source
IPV6_PREFER_SRC_PUBLIC	2	2	ipv6_prefer_source
IPV6_PREFER_SRC_PUBTMP_DEFAULT	256	256	ipv6_prefer_source
IPV6_PREFER_SRC_TMP	1	1	ipv6_prefer_source
IPV6_RECVDSTOPTS	58	58	ipv6_option,socket_option
IPV6_RECVERR	25	25	ipv6_option,socket_option
IPV6_RECVERR_RFC4884	31	31	ipv6_option,socket_option
IPV6_RECVFRAGSIZE	77	77	ipv6_option,socket_option
IPV6_RECVHOPLIMIT	51	51	ipv6_option,socket_option
IPV6_RECVHOPOPTS	53	53	ipv6_option,socket_option
IPV6_RECVORIGDSTADDR	74	74	ipv6_option,socket_option
IPV6_RECVPATHMTU	60	60	ipv6_option,socket_option
IPV6_RECVPKTINFO	49	49	ipv6_option,socket_option
IPV6_RECVRTHDR	56	56	ipv6_option,socket_option
IPV6_RECVTCLASS	66	66	ipv6_option,socket_option
IPV6_ROUTER_ALERT	22	22	ipv6_option,socket_option
IPV6_ROUTER_ALERT_ISOLATE	30	30	ipv6_option,socket_option
IPV6_RTHDR	57	57	ipv6_option,socket_option
IPV6_RTHDRDSTOPTS	55	55	ipv6_option,socket_option
IPV6_TCLASS	67	67	ipv6_option,socket_option
IPV6_TLV_CALIPSO	7	7	ipv6_tlv
IPV6_TLV_HAO	201	201	ipv6_tlv
IPV6_TLV_IOAM	49	49	ipv6_tlv
IPV6_TLV_JUMBO	194	194	ipv6_tlv
IPV6_TLV_PAD1	0	0	ipv6_tlv
IPV6_TLV_PADN	1	1	ipv6_tlv
IPV6_TLV_ROUTERALERT	5	5	ipv6_tlv
IPV6_TRANSPARENT	75	75	ipv6_option,socket_option
IPV6_UNICAST_HOPS	16	16	ipv6_option,socket_option
IPV6_UNICAST_IF	76	76	ipv6_option,socket_option
IPV6_V6ONLY	26	26	ipv6_option,socket_option
IPV6_XFRM_POLICY	35	35	ipv6_option,socket_option
IP_ADD_MEMBERSHIP	35	35	ip_option,socket_option
IP_ADD_SOURCE_MEMBERSHIP	39	39	ip_option,socket_option
IP_BIND_ADDRESS_NO_PORT	24	24	ip_option,socket_option
IP_BLOCK_SOURCE	38	38	ip_option,socket_option
IP_CHECKSUM	23	23	ip_option,socket_option
IP_DROP_MEMBERSHIP	36	36	ip_option,socket_option
IP_DROP_SOURCE_MEMBERSHIP	40	40	ip_option,socket_option
IP_FREEBIND	15	15	ip_option,socket_option
IP_HDRINCL	3	3	ip_option,socket_option
IP_IPSEC_POLICY	16	16	ip_option,socket_option
IP_LOCAL_PORT_RANGE	51	51	ip_option,socket_option
IP_MINTTL	21	21	ip_option,socket_option
IP_MSFILTER	41	41	ip_option,socket_option
IP_MTU	14	14	ip_option,socket_option
IP_MTU_DISCOVER	10	10	ip_option,socket_option
IP_MULTICAST_ALL	49	49	ip_option,socket_option
IP_MULTICAST_IF	32	32	ip_option,socket_option
IP_MULTICAST_LOOP	34	34	ip_option,socket_option
IP_MULTICAST_TTL	33	33	ip_option,socket_option
IP_NODEFRAG	22	22	ip_option,socket_option
IP_OPTIONS	4	4	ip_option,socket_option
IP_ORIGDSTADDR	20	20	ip_option,socket_option
IP_PASSSEC	18	18	ip_option,socket_option
IP_PKTINFO	8	8	ip_option,socket_option
IP_PKTOPTIONS	9	9	ip_option,socket_option
IP_PMTUDISC_DO	2	2	ip_mtu_discover
IP_PMTUDISC_DONT	0	0	ip_mtu_discover
IP_PMTUDISC_INTERFACE	4	4	ip_mtu_discover
IP_PMTUDISC_OMIT	5	5	ip_mtu_discover
IP_PMTUDISC_PROBE	3	3	ip_mtu_discover
IP_PMTUDISC_WANT	1	1	ip_mtu_discover
IP_PROTOCOL	52	52	ip_option,socket_option
IP_RECVERR	11	11	ip_option,socket_option
IP_RECVERR_RFC4884	26	26	ip_option,socket_option
IP_RECVFRAGSIZE	25	25	ip_option,socket_option
IP_RECVOPTS	6	6	ip_option,socket_option
IP_RECVORIGDSTADDR	20	20	ip_option,socket_option
IP_RECVRETOPTS	7	7	ip_option,socket_option
IP_RECVTOS	13	13	ip_option,socket_option
IP_RECVTTL	12	12	ip_option,socket_option
IP_RETOPTS	7	7	ip_option,socket_option
IP_ROUTER_ALERT	5	5	ip_option,socket_option
IP_TOS	1	1	ip_option,socket_option
IP_TRANSPARENT	19	19	ip_option,socket_option
IP_TTL	2	2	ip_option,socket_option
IP_UNBLOCK_SOURCE	37	37	ip_option,socket_option
IP_UNICAST_IF	50	50	ip_option,socket_option
IP_XFRM_POLICY	17	17	ip_option,socket_option
ISIG	1	1	termios_lflag
ISOFS_SUPER_MAGIC	38496	38496	file_system_magic
ISTRIP	32	32	termios_iflag
ITIMER_PROF	2	2	itimer
ITIMER_REAL	0	0	itimer
ITIMER_VIRTUAL	1	1	itimer
IUCLC	512	512	termios_iflag
IUTF8	16384	16384	termios_iflag
IXANY	2048	2048	termios_iflag
IXOFF	4096	4096	termios_iflag
IXON	1024	1024	termios_iflag
JFFS2_SUPER_MAGIC	29366	29366	file_system_magic
KCMP_EPOLL_TFD	7	7	kcmp
KCMP_FILE	0	0	kcmp
KCMP_FILES	2	2	kcmp
KCMP_FS	3	3	kcmp
KCMP_IO	5	5	kcmp
KCMP_SIGHAND	4	4	kcmp
KCMP_SYSVSEM	6	6	kcmp
KCMP_VM	1	1	kcmp
KEXEC_CRASH_HOTPLUG_SUPPORT	8	8	kexec
KEXEC_FILE_DEBUG	8	8	kexec_file
KEXEC_FILE_FORCE_DTB	32	32	kexec_file
KEXEC_FILE_NO_CMA	16	16	kexec_file
KEXEC_FILE_NO_INITRAMFS	4	4	kexec_file
KEXEC_FILE_ON_CRASH	2	2	kexec_file
KEXEC_FILE_UNLOAD	1	1	kexec_file
KEXEC_ON_CRASH	1	1	kexec
KEXEC_PRESERVE_CONTEXT	2	2	kexec
KEXEC_UPDATE_ELFCOREHDR	4	4	kexec
KEYCTL_ASSUME_AUTHORITY	16	16	keyctl
KEYCTL_CAPABILITIES	31	31	keyctl
KEYCTL_CAPS0_BIG_KEY	16	16	keyctl_caps0
KEYCTL_CAPS0_CAPABILITIES	1	1	keyctl_caps0
KEYCTL_CAPS0_DIFFIE_HELLMAN	4	4	keyctl_caps0
KEYCTL_CAPS0_INVALIDATE	32	32	keyctl_caps0
KEYCTL_CAPS0_MOVE	128	128	keyctl_caps0
KEYCTL_CAPS0_PERSISTENT_KEYRINGS	2	2	keyctl_caps0
KEYCTL_CAPS0_PUBLIC_KEY	8	8	keyctl_caps0
KEYCTL_CAPS0_RESTRICT_KEYRING	64	64	keyctl_caps0
KEYCTL_CAPS1_NOTIFICATIONS	4	4	keyctl_caps1
KEYCTL_CAPS1_NS_KEYRING_NAME	1	1	keyctl_caps1
KEYCTL_CAPS1_NS_KEY_TAG	2	2	keyctl_caps1
KEYCTL_CHOWN	4	4	keyctl
KEYCTL_CLEAR	7	7	keyctl
KEYCTL_DESCRIBE	6	6	keyctl
KEYCTL_DH_COMPUTE	23	23	keyctl
KEYCTL_GET_KEYRING_ID	0	0	keyctl
KEYCTL_GET_PERSISTENT	22	22	keyctl
KEYCTL_GET_SECURITY	17	17	keyctl
KEYCTL_INSTANTIATE	12	12	keyctl
KEYCTL_INSTANTIATE_IOV	20	20	keyctl
KEYCTL_INVALIDATE	21	21	keyctl
KEYCTL_JOIN_SESSION_KEYRING	1	1	keyctl
KEYCTL_LINK	8	8	keyctl
KEYCTL_MOVE	30	30	keyctl
KEYCTL_MOVE_EXCL	1	1	keyctl_move
KEYCTL_NEGATE	13	13	keyctl
KEYCTL_PKEY_DECRYPT	26	26	keyctl
KEYCTL_PKEY_ENCRYPT	25	25	keyctl
KEYCTL_PKEY_QUERY	24	24	keyctl
KEYCTL_PKEY_SIGN	27	27	keyctl
KEYCTL_PKEY_VERIFY	28	28	keyctl
KEYCTL_READ	11	11	keyctl
KEYCTL_REJECT	19	19	keyctl
KEYCTL_RESTRICT_KEYRING	29	29	keyctl
KEYCTL_REVOKE	3	3	keyctl
KEYCTL_SEARCH	10	10	keyctl
KEYCTL_SESSION_TO_PARENT	18	18	keyctl
KEYCTL_SETPERM	5	5	keyctl
KEYCTL_SET_REQKEY_KEYRING	14	14	keyctl
KEYCTL_SET_TIMEOUT	15	15	keyctl
KEYCTL_SUPPORTS_DECRYPT	2	2	keyctl_support
KEYCTL_SUPPORTS_ENCRYPT	1	1	keyctl_support
KEYCTL_SUPPORTS_SIGN	4	4	keyctl_support
KEYCTL_SUPPORTS_VERIFY	8	8	keyctl_support
KEYCTL_UNLINK	9	9	keyctl
KEYCTL_UPDATE	2	2	keyctl
KEYCTL_WATCH_KEY	32	32	keyctl
KEY_REQKEY_DEFL_DEFAULT	0	0	reqkey_keyring
KEY_REQKEY_DEFL_GROUP_KEYRING	6	6	reqkey_keyring
KEY_REQKEY_DEFL_NO_CHANGE	-1	-1	reqkey_keyring
KEY_REQKEY_DEFL_PROCESS_KEYRING	2	2	reqkey_keyring
KEY_REQKEY_DEFL_REQUESTOR_KEYRING	7	7	reqkey_keyring
KEY_REQKEY_DEFL_SESSION_KEYRING	3	3	reqkey_keyring
KEY_REQKEY_DEFL_THREAD_KEYRING	1	1	reqkey_keyring
KEY_REQKEY_DEFL_USER_KEYRING	4	4	reqkey_keyring
KEY_REQKEY_DEFL_USER_SESSION_KEYRING	5	5	reqkey_keyring
KEY_SPEC_GROUP_KEYRING	-6	-6	keyring
KEY_SPEC_PROCESS_KEYRING	-2	-2	keyring
KEY_SPEC_REQKEY_AUTH_KEY	-7	-7	keyring
KEY_SPEC_REQUESTOR_KEYRING	-8	-8	keyring
KEY_SPEC_SESSION_KEYRING	-3	-3	keyring
KEY_SPEC_THREAD_KEYRING	-1	-1	keyring
KEY_SPEC_USER_KEYRING	-4	-4	keyring
KEY_SPEC_USER_SESSION_KEYRING	-5	-5	keyring
LANDLOCK_ACCESS_FS_EXECUTE	1	1	landlock_access_fs
LANDLOCK_ACCESS_FS_IOCTL_DEV	32768	32768	landlock_access_fs
LANDLOCK_ACCESS_FS_MAKE_BLOCK	2048	2048	landlock_access_fs
LANDLOCK_ACCESS_FS_MAKE_CHAR	64	64	landlock_access_fs
LANDLOCK_ACCESS_FS_MAKE_DIR	128	128	landlock_access_fs
LANDLOCK_ACCESS_FS_MAKE_FIFO	1024	1024	landlock_access_fs
LANDLOCK_ACCESS_FS_MAKE_REG	256	256	landlock_access_fs
LANDLOCK_ACCESS_FS_MAKE_SOCK	512	512	landlock_access_fs
LANDLOCK_ACCESS_FS_MAKE_SYM	4096	4096	landlock_access_fs
LANDLOCK_ACCESS_FS_READ_DIR	8	8	landlock_access_fs
LANDLOCK_ACCESS_FS_READ_FILE	4	4	landlock_access_fs
LANDLOCK_ACCESS_FS_REFER	8192	8192	landlock_access_fs
LANDLOCK_ACCESS_FS_REMOVE_DIR	16	16	landlock_access_fs
LANDLOCK_ACCESS_FS_REMOVE_FILE	32	32	landlock_access_fs
LANDLOCK_ACCESS_FS_RESOLVE_UNIX	65536	65536	landlock_access_fs
LANDLOCK_ACCESS_FS_TRUNCATE	16384	16384	landlock_access_fs
LANDLOCK_ACCESS_FS_WRITE_FILE	2	2	landlock_access_fs
LANDLOCK_ACCESS_NET_BIND_TCP	1	1	landlock_access_net
LANDLOCK_ACCESS_NET_BIND_UDP	4	4	landlock_access_net
LANDLOCK_ACCESS_NET_CONNECT_SEND_UDP	8	8	landlock_access_net
LANDLOCK_ACCESS_NET_CONNECT_TCP	2	2	landlock_access_net
LANDLOCK_ADD_RULE_QUIET	1	1	landlock_add_rule
LANDLOCK_CREATE_RULESET_ERRATA	2	2	landlock_create_ruleset
LANDLOCK_CREATE_RULESET_VERSION	1	1	landlock_create_ruleset
LANDLOCK_RESTRICT_SELF_LOG_NEW_EXEC_ON	2	2	landlock_restrict_self
LANDLOCK_RESTRICT_SELF_LOG_SAME_EXEC_OFF	1	1	landlock_restrict_self
LANDLOCK_RESTRICT_SELF_LOG_SUBDOMAINS_OFF	4	4	landlock_restrict_self
LANDLOCK_RESTRICT_SELF_TSYNC	8	8	landlock_restrict_self
LANDLOCK_RULE_NET_PORT	2	2	landlock_rule
LANDLOCK_RULE_PATH_BENEATH	1	1	landlock_rule
LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET	1	1	landlock_scope
LANDLOCK_SCOPE_SIGNAL	2	2	landlock_scope
LINUX_REBOOT_CMD_CAD_OFF	0	0	reboot
LINUX_REBOOT_CMD_CAD_ON	2309737967	2309737967	reboot
LINUX_REBOOT_CMD_HALT	3454992675	3454992675	reboot
LINUX_REBOOT_CMD_KEXEC	1163412803	1163412803	reboot
LINUX_REBOOT_CMD_POWER_OFF	1126301404	1126301404	reboot
LINUX_REBOOT_CMD_RESTART	19088743	19088743	reboot
LINUX_REBOOT_CMD_RESTART2	2712847316	2712847316	reboot
LINUX_REBOOT_CMD_SW_SUSPEND	3489725666	3489725666	reboot
LINUX_REBOOT_MAGIC1	4276215469	4276215469	reboot_magic
LINUX_REBOOT_MAGIC2	672274793	672274793	reboot_magic
LINUX_REBOOT_MAGIC2A	85072278	85072278	reboot_magic
LINUX_REBOOT_MAGIC2B	369367448	369367448	reboot_magic
LINUX_REBOOT_MAGIC2C	537993216	537993216	reboot_magic
LISTMOUNT_REVERSE	1	1	listmount
LOCK_EX	2	2	flock
LOCK_MAND	32	32	flock
LOCK_NB	4	4	flock
LOCK_READ	64	64	flock
LOCK_RW	192	192	flock
LOCK_SH	1	1	flock
LOCK_UN	8	8	flock
LOCK_WRITE	128	128	flock
LOOP_CHANGE_FD	19462	19462	ioctl
LOOP_CLR_FD	19457	19457	ioctl
LOOP_CONFIGURE	19466	19466	ioctl
LOOP_CTL_ADD	19584	19584	ioctl
LOOP_CTL_GET_FREE	19586	19586	ioctl
LOOP_CTL_REMOVE	19585	19585	ioctl
LOOP_GET_STATUS	19459	19459	ioctl
LOOP_SET_BLOCK_SIZE	19465	19465	ioctl
LOOP_SET_CAPACITY	19463	19463	ioctl
LOOP_SET_DIRECT_IO	19464	19464	ioctl
LOOP_SET_FD	19456	19456	ioctl
LOOP_SET_STATUS	19458	19458	ioctl
LO_FLAGS_AUTOCLEAR	4	4	loop_flags
LO_FLAGS_DIRECT_IO	16	16	loop_flags
LO_FLAGS_PARTSCAN	8	8	loop_flags
LO_FLAGS_READ_ONLY	1	1	loop_flags
LSMT_ROOT	-1	-1	mount_id
LSM_ATTR_CURRENT	100	100	lsm_attribute
LSM_ATTR_EXEC	101	101	lsm_attribute
LSM_ATTR_FSCREATE	102	102	lsm_attribute
LSM_ATTR_KEYCREATE	103	103	lsm_attribute
LSM_ATTR_PREV	104	104	lsm_attribute
LSM_ATTR_SOCKCREATE	105	105	lsm_attribute
LSM_ATTR_UNDEF	0	0	lsm_attribute
LSM_FLAG_SINGLE	1	1	lsm_flags
LSM_ID_APPARMOR	104	104	lsm_id
LSM_ID_BPF	109	109	lsm_id
LSM_ID_CAPABILITY	100	100	lsm_id
LSM_ID_EVM	112	112	lsm_id
LSM_ID_IMA	111	111	lsm_id
LSM_ID_IPE	113	113	lsm_id
LSM_ID_LANDLOCK	110	110	lsm_id
LSM_ID_LOADPIN	106	106	lsm_id
LSM_ID_LOCKDOWN	108	108	lsm_id
LSM_ID_SAFESETID	107	107	lsm_id
LSM_ID_SELINUX	101	101	lsm_id
LSM_ID_SMACK	102	102	lsm_id
LSM_ID_TOMOYO	103	103	lsm_id
LSM_ID_UNDEF	0	0	lsm_id
LSM_ID_YAMA	105	105	lsm_id
MADV_COLD	20	20	madvise
MADV_COLLAPSE	25	25	madvise
MADV_DODUMP	17	17	madvise
MADV_DOFORK	11	11	madvise
MADV_DONTDUMP	16	16	madvise
MADV_DONTFORK	10	10	madvise
MADV_DONTNEED	4	4	madvise
MADV_DONTNEED_LOCKED	24	24	madvise
MADV_FREE	8	8	madvise
MADV_GUARD_INSTALL	102	102	madvise
MADV_GUARD_REMOVE	103	103	madvise
MADV_HUGEPAGE	14	14	madvise
MADV_HWPOISON	100	100	madvise
MADV_KEEPONFORK	19	19	madvise
MADV_MERGEABLE	12	12	madvise
MADV_NOHUGEPAGE	15	15	madvise
MADV_NORMAL	0	0	madvise
MADV_PAGEOUT	21	21	madvise
MADV_POPULATE_READ	22	22	madvise
MADV_POPULATE_WRITE	23	23	madvise
MADV_RANDOM	1	1	madvise
MADV_REMOVE	9	9	madvise
MADV_SEQUENTIAL	2	2	madvise
MADV_SOFT_OFFLINE	101	101	madvise
MADV_UNMERGEABLE	13	13	madvise
MADV_WILLNEED	3	3	madvise
MADV_WIPEONFORK	18	18	madvise
MAP_32BIT	64	-	mmap_flags
MAP_ABOVE4G	128	-	mmap_flags
MAP_ANON	32	32	mmap_flags
MAP_ANONYMOUS	32	32	mmap_flags
MAP_DENYWRITE	2048	2048	mmap_flags
MAP_DROPPABLE	8	8	mmap_flags
MAP_EXECUTABLE	4096	4096	mmap_flags
MAP_FILE	0	0	mmap_flags
MAP_FIXED	16	16	mmap_flags
MAP_FIXED_NOREPLACE	1048576	1048576	mmap_flags
MAP_GROWSDOWN	256	256	mmap_flags
MAP_HUGETLB	262144	262144	mmap_flags
MAP_HUGE_16GB	2281701376	2281701376	mmap_flags
MAP_HUGE_16KB	939524096	939524096	mmap_flags
MAP_HUGE_16MB	1610612736	1610612736	mmap_flags
MAP_HUGE_1GB	2013265920	2013265920	mmap_flags
MAP_HUGE_1MB	1342177280	1342177280	mmap_flags
MAP_HUGE_256MB	1879048192	1879048192	mmap_flags
MAP_HUGE_2GB	2080374784	2080374784	mmap_flags
MAP_HUGE_2MB	1409286144	1409286144	mmap_flags
MAP_HUGE_32MB	1677721600	1677721600	mmap_flags
MAP_HUGE_512KB	1275068416	1275068416	mmap_flags
MAP_HUGE_512MB	1946157056	1946157056	mmap_flags
MAP_HUGE_64KB	1073741824	1073741824	mmap_flags
MAP_HUGE_8MB	1543503872	1543503872	mmap_flags
MAP_LOCKED	8192	8192	mmap_flags
MAP_NONBLOCK	65536	65536	mmap_flags,remap_file_pages
MAP_NORESERVE	16384	16384	mmap_flags
MAP_POPULATE	32768	32768	mmap_flags
MAP_PRIVATE	2	2	mmap_flags
MAP_SHARED	1	1	mmap_flags
MAP_SHARED_VALIDATE	3	3	mmap_flags
MAP_STACK	131072	131072	mmap_flags
MAP_SYNC	524288	524288	mmap_flags
MAP_TYPE	15	15	mmap_flags
MAP_UNINITIALIZED	67108864	67108864	mmap_flags
MAX_HANDLE_SZ	128	128	file_handle_limit
MCL_CURRENT	1	1	mlockall
MCL_FUTURE	2	2	mlockall
MCL_ONFAULT	4	4	mlockall
MEMBARRIER_CMD_FLAG_CPU	1	1	membarrier_flags
MEMBARRIER_CMD_GET_REGISTRATIONS	512	512	membarrier_cmd
MEMBARRIER_CMD_GLOBAL	1	1	membarrier_cmd
MEMBARRIER_CMD_GLOBAL_EXPEDITED	2	2	membarrier_cmd
MEMBARRIER_CMD_PRIVATE_EXPEDITED	8	8	membarrier_cmd
MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ	128	128	membarrier_cmd
MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE	32	32	membarrier_cmd
MEMBARRIER_CMD_QUERY	0	0	membarrier_cmd
MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED	4	4	membarrier_cmd
MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED	16	16	membarrier_cmd
MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ	256	256	membarrier_cmd
MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE	64	64	membarrier_cmd
MEMBARRIER_CMD_SHARED	1	1	membarrier_cmd
MFD_ALLOW_SEALING	2	2	memfd
MFD_CLOEXEC	1	1	memfd
MFD_EXEC	16	16	memfd
MFD_HUGETLB	4	4	memfd
MFD_HUGE_16GB	2281701376	2281701376	memfd
MFD_HUGE_16MB	1610612736	1610612736	memfd
MFD_HUGE_1GB	2013265920	2013265920	memfd
MFD_HUGE_1MB	1342177280	1342177280	memfd
MFD_HUGE_256MB	1879048192	1879048192	memfd
MFD_HUGE_2GB	2080374784	2080374784	memfd
MFD_HUGE_2MB	1409286144	1409286144	memfd
MFD_HUGE_32MB	1677721600	1677721600	memfd
MFD_HUGE_512KB	1275068416	1275068416	memfd
MFD_HUGE_512MB	1946157056	1946157056	memfd
MFD_HUGE_64KB	1073741824	1073741824	memfd
MFD_HUGE_8MB	1543503872	1543503872	memfd
MFD_NOEXEC_SEAL	8	8	memfd
MINIX2_SUPER_MAGIC	9320	9320	file_system_magic
MINIX3_SUPER_MAGIC	19802	19802	file_system_magic
MINIX_SUPER_MAGIC	4991	4991	file_system_magic
MLOCK_ONFAULT	1	1	mlock2
MMAP_PAGE_ZERO	1048576	1048576	personality
MNT_DETACH	2	2	umount
MNT_EXPIRE	4	4	umount
MNT_FORCE	1	1	umount
MNT_NS_INIT_ID	8	8	namespace_id
MNT_NS_INIT_INO	4026531832	4026531832	namespace_id
MODULE_INIT_COMPRESSED_FILE	4	4	finit_module
MODULE_INIT_IGNORE_MODVERSIONS	1	1	finit_module
MODULE_INIT_IGNORE_VERMAGIC	2	2	finit_module
MOUNT_ATTR_IDMAP	1048576	1048576	mount_attributes
MOUNT_ATTR_NOATIME	16	16	mount_attributes
MOUNT_ATTR_NODEV	4	4	mount_attributes
MOUNT_ATTR_NODIRATIME	128	128	mount_attributes
MOUNT_ATTR_NOEXEC	8	8	mount_attributes
MOUNT_ATTR_NOSUID	2	2	mount_attributes
MOUNT_ATTR_NOSYMFOLLOW	2097152	2097152	mount_attributes
MOUNT_ATTR_RDONLY	1	1	mount_attributes
MOUNT_ATTR_RELATIME	0	0	mount_attributes
MOUNT_ATTR_STRICTATIME	32	32	mount_attributes
MOUNT_ATTR__ATIME	112	112	mount_attributes
MOVE_MOUNT_BENEATH	512	512	move_mount
MOVE_MOUNT_F_AUTOMOUNTS	2	2	move_mount
MOVE_MOUNT_F_EMPTY_PATH	4	4	move_mount
MOVE_MOUNT_F_SYMLINKS	1	1	move_mount
MOVE_MOUNT_SET_GROUP	256	256	move_mount
MOVE_MOUNT_T_AUTOMOUNTS	32	32	move_mount
MOVE_MOUNT_T_EMPTY_PATH	64	64	move_mount
MOVE_MOUNT_T_SYMLINKS	16	16	move_mount
MPOL_BIND	2	2	mempolicy
MPOL_DEFAULT	0	0	mempolicy
MPOL_F_ADDR	2	2	get_mempolicy
MPOL_F_MEMS_ALLOWED	4	4	get_mempolicy
MPOL_F_NODE	1	1	get_mempolicy
MPOL_F_NUMA_BALANCING	8192	8192	mempolicy
MPOL_F_RELATIVE_NODES	16384	16384	mempolicy
MPOL_F_STATIC_NODES	32768	32768	mempolicy
MPOL_INTERLEAVE	3	3	mempolicy
MPOL_LOCAL	4	4	mempolicy
MPOL_MF_LAZY	8	8	mbind
MPOL_MF_MOVE	2	2	mbind,move_pages
MPOL_MF_MOVE_ALL	4	4	mbind,move_pages
MPOL_MF_STRICT	1	1	mbind
MPOL_PREFERRED	1	1	mempolicy
MPOL_PREFERRED_MANY	5	5	mempolicy
MPOL_WEIGHTED_INTERLEAVE	6	6	mempolicy
MREMAP_DONTUNMAP	4	4	mremap
MREMAP_FIXED	2	2	mremap
MREMAP_MAYMOVE	1	1	mremap
MSDOS_SUPER_MAGIC	19780	19780	file_system_magic
MSG_BATCH	262144	262144	msg_flags
MSG_CMSG_CLOEXEC	1073741824	1073741824	msg_flags
MSG_CONFIRM	2048	2048	msg_flags
MSG_COPY	16384	16384	msg_queue
MSG_CTRUNC	8	8	msg_flags
MSG_DONTROUTE	4	4	msg_flags
MSG_DONTWAIT	64	64	msg_flags
MSG_EOR	128	128	msg_flags
MSG_ERRQUEUE	8192	8192	msg_flags
MSG_EXCEPT	8192	8192	msg_queue
MSG_FASTOPEN	536870912	536870912	msg_flags
MSG_FIN	512	512	msg_flags
MSG_INFO	12	12	msgctl
MSG_MORE	32768	32768	msg_flags
MSG_NOERROR	4096	4096	msg_queue
MSG_NOSIGNAL	16384	16384	msg_flags
MSG_OOB	1	1	msg_flags
MSG_PEEK	2	2	msg_flags
MSG_PROBE	16	16	msg_flags
MSG_PROXY	16	16	msg_flags
MSG_RST	4096	4096	msg_flags
MSG_SOCK_DEVMEM	33554432	33554432	msg_flags
MSG_STAT	11	11	msgctl
MSG_STAT_ANY	13	13	msgctl
MSG_SYN	1024	1024	msg_flags
MSG_TRUNC	32	32	msg_flags
MSG_TRYHARD	4	4	msg_flags
MSG_WAITALL	256	256	msg_flags
MSG_WAITFORONE	65536	65536	msg_flags
MSG_ZEROCOPY	67108864	67108864	msg_flags
MS_ASYNC	1	1	msync
MS_BIND	4096	4096	mount_flags
MS_DIRSYNC	128	128	mount_flags
MS_INVALIDATE	2	2	msync
MS_I_VERSION	8388608	8388608	mount_flags
MS_KERNMOUNT	4194304	4194304	mount_flags
MS_LAZYTIME	33554432	33554432	mount_flags
MS_MANDLOCK	64	64	mount_flags
MS_MOVE	8192	8192	mount_flags
MS_NOATIME	1024	1024	mount_flags
MS_NODEV	4	4	mount_flags
MS_NODIRATIME	2048	2048	mount_flags
MS_NOEXEC	8	8	mount_flags
MS_NOSUID	2	2	mount_flags
MS_NOSYMFOLLOW	256	256	mount_flags
MS_POSIXACL	65536	65536	mount_flags
MS_PRIVATE	262144	262144	mount_flags
MS_RDONLY	1	1	mount_flags
MS_REC	16384	16384	mount_flags
MS_RELATIME	2097152	2097152	mount_flags
MS_REMOUNT	32	32	mount_flags
MS_SHARED	1048576	1048576	mount_flags
MS_SILENT	32768	32768	mount_flags
MS_SLAVE	524288	524288	mount_flags
MS_STRICTATIME	16777216	16777216	mount_flags
MS_SYNC	4	4	msync
MS_SYNCHRONOUS	16	16	mount_flags
MS_UNBINDABLE	131072	131072	mount_flags
MS_VERBOSE	32768	32768	mount_flags
MTD_INODE_FS_MAGIC	288389204	288389204	file_system_magic
NAME_MAX	255	255	limits
NCP_SUPER_MAGIC	22092	22092	file_system_magic
NDA_CACHEINFO	3	3	neighbour_attribute
NDA_DST	1	1	neighbour_attribute
NDA_FDB_EXT_ATTRS	14	14	neighbour_attribute
NDA_FLAGS_EXT	15	15	neighbour_attribute
NDA_IFINDEX	8	8	neighbour_attribute
NDA_LINK_NETNSID	10	10	neighbour_attribute
NDA_LLADDR	2	2	neighbour_attribute
NDA_MASTER	9	9	neighbour_attribute
NDA_NDM_FLAGS_MASK	17	17	neighbour_attribute
NDA_NDM_STATE_MASK	16	16	neighbour_attribute
NDA_NH_ID	13	13	neighbour_attribute
NDA_PORT	6	6	neighbour_attribute
NDA_PROBES	4	4	neighbour_attribute
NDA_PROTOCOL	12	12	neighbour_attribute
NDA_SRC_VNI	11	11	neighbour_attribute
NDA_UNSPEC	0	0	neighbour_attribute
NDA_VLAN	5	5	neighbour_attribute
NDA_VNI	7	7	neighbour_attribute
NETLINK_ADD_MEMBERSHIP	1	1	netlink_option,socket_option
NETLINK_AUDIT	9	9	netlink_protocol,socket_protocol
NETLINK_BROADCAST_ERROR	4	4	netlink_option,socket_option
NETLINK_CAP_ACK	10	10	netlink_option,socket_option
NETLINK_CONNECTED	1	1	netlink_state
NETLINK_CONNECTOR	11	11	netlink_protocol,socket_protocol
NETLINK_CRYPTO	21	21	netlink_protocol,socket_protocol
NETLINK_DNRTMSG	14	14	netlink_protocol,socket_protocol
NETLINK_DROP_MEMBERSHIP	2	2	netlink_option,socket_option
NETLINK_ECRYPTFS	19	19	netlink_protocol,socket_protocol
NETLINK_EXT_ACK	11	11	netlink_option,socket_option
NETLINK_FIB_LOOKUP	10	10	netlink_protocol,socket_protocol
NETLINK_GENERIC	16	16	netlink_protocol,socket_protocol
NETLINK_GET_STRICT_CHK	12	12	netlink_option,socket_option
NETLINK_IP6_FW	13	13	netlink_protocol,socket_protocol
NETLINK_ISCSI	8	8	netlink_protocol,socket_protocol
NETLINK_KOBJECT_UEVENT	15	15	netlink_protocol,socket_protocol
NETLINK_LISTEN_ALL_NSID	8	8	netlink_option,socket_option
NETLINK_LIST_MEMBERSHIPS	9	9	netlink_option,socket_option
NETLINK_NETFILTER	12	12	netlink_protocol,socket_protocol
NETLINK_NFLOG	5	5	netlink_protocol,socket_protocol
NETLINK_NO_ENOBUFS	5	5	netlink_option,socket_option
NETLINK_PKTINFO	3	3	netlink_option,socket_option
NETLINK_RDMA	20	20	netlink_protocol,socket_protocol
NETLINK_ROUTE	0	0	netlink_protocol,socket_protocol
NETLINK_SCSITRANSPORT	18	18	netlink_protocol,socket_protocol
NETLINK_SELINUX	7	7	netlink_protocol,socket_protocol
NETLINK_SMC	22	22	netlink_protocol,socket_protocol
NETLINK_SOCK_DIAG	4	4	netlink_protocol,socket_protocol
NETLINK_UNCONNECTED	0	0	netlink_state
NETLINK_USERSOCK	2	2	netlink_protocol,socket_protocol
NETLINK_XFRM	6	6	netlink_protocol,socket_protocol
NET_NS_INIT_ID	7	7	namespace_id
NET_NS_INIT_INO	4026531833	4026531833	namespace_id
NFS_SUPER_MAGIC	26985	26985	file_system_magic
NILFS_SUPER_MAGIC	13364	13364	file_system_magic
NLMSGERR_ATTR_COOKIE	3	3	netlink_error_attribute
NLMSGERR_ATTR_MISS_NEST	6	6	netlink_error_attribute
NLMSGERR_ATTR_MISS_TYPE	5	5	netlink_error_attribute
NLMSGERR_ATTR_MSG	1	1	netlink_error_attribute
NLMSGERR_ATTR_OFFS	2	2	netlink_error_attribute
NLMSGERR_ATTR_POLICY	4	4	netlink_error_attribute
NLMSGERR_ATTR_UNUSED	0	0	netlink_error_attribute
NLMSG_ALIGNTO	4	4	netlink_length
NLMSG_DONE	3	3	netlink_message
NLMSG_ERROR	2	2	netlink_message
NLMSG_HDRLEN	16	16	netlink_length
NLMSG_MIN_TYPE	16	16	netlink_length
NLMSG_NOOP	1	1	netlink_message
NLMSG_OVERRUN	4	4	netlink_message
NLM_F_ACK	4	4	netlink_flags
NLM_F_ACK_TLVS	512	512	netlink_flags
NLM_F_APPEND	2048	2048	netlink_flags
NLM_F_ATOMIC	1024	1024	netlink_flags
NLM_F_BULK	512	512	netlink_flags
NLM_F_CAPPED	256	256	netlink_flags
NLM_F_CREATE	1024	1024	netlink_flags
NLM_F_DUMP	768	768	netlink_flags
NLM_F_DUMP_FILTERED	32	32	netlink_flags
NLM_F_DUMP_INTR	16	16	netlink_flags
NLM_F_ECHO	8	8	netlink_flags
NLM_F_EXCL	512	512	netlink_flags
NLM_F_MATCH	512	512	netlink_flags
NLM_F_MULTI	2	2	netlink_flags
NLM_F_NONREC	256	256	netlink_flags
NLM_F_REPLACE	256	256	netlink_flags
NLM_F_REQUEST	1	1	netlink_flags
NLM_F_ROOT	256	256	netlink_flags
NOFLSH	128	128	termios_lflag
NSFS_MAGIC	1853056627	1853056627	file_system_magic
NS_GET_ID	2148054797	2148054797	ioctl
NS_GET_MNTNS_ID	2148054789	2148054789	ioctl
NS_GET_NSTYPE	46851	46851	ioctl
NS_GET_OWNER_UID	46852	46852	ioctl
NS_GET_PARENT	46850	46850	ioctl
NS_GET_PID_FROM_PIDNS	2147792646	2147792646	ioctl
NS_GET_PID_IN_PIDNS	2147792648	2147792648	ioctl
NS_GET_TGID_FROM_PIDNS	2147792647	2147792647	ioctl
NS_GET_TGID_IN_PIDNS	2147792649	2147792649	ioctl
NS_GET_USERNS	46849	46849	ioctl
NS_MNT_GET_INFO	2148579082	2148579082	ioctl
NS_MNT_GET_NEXT	2148579083	2148579083	ioctl
NS_MNT_GET_PREV	2148579084	2148579084	ioctl
NTF_EXT_LEARNED	16	16	neighbour_flags
NTF_EXT_MANAGED	1	1	neighbour_flags_ext
NTF_MASTER	4	4	neighbour_flags
NTF_OFFLOADED	32	32	neighbour_flags
NTF_PROXY	8	8	neighbour_flags
NTF_ROUTER	128	128	neighbour_flags
NTF_SELF	2	2	neighbour_flags
NTF_STICKY	64	64	neighbour_flags
NTF_USE	1	1	neighbour_flags
NUD_DELAY	8	8	neighbour_state
NUD_FAILED	32	32	neighbour_state
NUD_INCOMPLETE	1	1	neighbour_state
NUD_NOARP	64	64	neighbour_state
NUD_NONE	0	0	neighbour_state
NUD_PERMANENT	128	128	neighbour_state
NUD_PROBE	16	16	neighbour_state
NUD_REACHABLE	2	2	neighbour_state
NUD_STALE	4	4	neighbour_state
OCFS2_SUPER_MAGIC	1952539503	1952539503	file_system_magic
OCRNL	8	8	termios_oflag
OFDEL	128	128	termios_oflag
OFILL	64	64	termios_oflag
OLCUC	2	2	termios_oflag
ONLCR	4	4	termios_oflag
ONLRET	32	32	termios_oflag
ONOCR	16	16	termios_oflag
OPENAT2_REGULAR	4294967296	4294967296	openat2
OPENPROM_SUPER_MAGIC	40865	40865	file_system_magic
OPEN_TREE_CLOEXEC	524288	524288	open_tree
OPEN_TREE_CLONE	1	1	open_tree
OPEN_TREE_NAMESPACE	2	2	open_tree
OPOST	1	1	termios_oflag
OVERLAYFS_SUPER_MAGIC	2035054128	2035054128	file_system_magic
O_ACCMODE	3	3	open,openat2
O_APPEND	1024	1024	open,open_by_handle,openat2
O_ASYNC	8192	8192	open,openat2
O_CLOEXEC	524288	524288	dup3,memfd_secret,open,open_by_handle,openat2,pipe2,userfaultfd
O_CREAT	64	64	open,openat2
O_DIRECT	16384	65536	open,open_by_handle,openat2,pipe2
O_DIRECTORY	65536	16384	open,open_by_handle,openat2
O_DSYNC	4096	4096	open,open_by_handle,openat2
O_EXCL	128	128	open,openat2,pipe2
O_LARGEFILE	32768	131072	open,open_by_handle,openat2
O_NDELAY	2048	2048	open,openat2
O_NOATIME	262144	262144	open,open_by_handle,openat2
O_NOCTTY	256	256	open,openat2
O_NOFOLLOW	131072	32768	open,open_by_handle,openat2
O_NONBLOCK	2048	2048	delete_module,open,open_by_handle,openat2,pipe2,userfaultfd
O_NOTIFICATION_PIPE	128	128	pipe2
O_PATH	2097152	2097152	open,open_by_handle,openat2
O_RDONLY	0	0	open,open_by_handle,openat2
O_RDWR	2	2	open,open_by_handle,openat2
O_RSYNC	1052672	1052672	open,openat2
O_SYNC	1052672	1052672	open,open_by_handle,openat2
O_TMPFILE	4259840	4210688	open,openat2
O_TRUNC	512	512	delete_module,open,openat2
O_WRONLY	1	1	open,open_by_handle,openat2
PACKET_ADD_MEMBERSHIP	1	1	packet_option,socket_option
PACKET_AUXDATA	8	8	packet_option,socket_option
PACKET_BROADCAST	1	1	packet_type
PACKET_COPY_THRESH	7	7	packet_option,socket_option
PACKET_DROP_MEMBERSHIP	2	2	packet_option,socket_option
PACKET_FANOUT	18	18	packet_option,socket_option
PACKET_FANOUT_CBPF	6	6	packet_fanout
PACKET_FANOUT_CPU	2	2	packet_fanout
PACKET_FANOUT_DATA	22	22	packet_option,socket_option
PACKET_FANOUT_EBPF	7	7	packet_fanout
PACKET_FANOUT_FLAG_DEFRAG	32768	32768	packet_fanout
PACKET_FANOUT_FLAG_ROLLOVER	4096	4096	packet_fanout
PACKET_FANOUT_FLAG_UNIQUEID	8192	8192	packet_fanout
PACKET_FANOUT_HASH	0	0	packet_fanout
PACKET_FANOUT_LB	1	1	packet_fanout
PACKET_FANOUT_QM	5	5	packet_fanout
PACKET_FANOUT_RND	4	4	packet_fanout
PACKET_FANOUT_ROLLOVER	3	3	packet_fanout
PACKET_FASTROUTE	6	6	packet_type
PACKET_HDRLEN	11	11	packet_option,socket_option
PACKET_HOST	0	0	packet_type
PACKET_IGNORE_OUTGOING	23	23	packet_option,socket_option
PACKET_KERNEL	7	7	packet_type
PACKET_LOOPBACK	5	5	packet_type
PACKET_LOSS	14	14	packet_option,socket_option
PACKET_MR_ALLMULTI	2	2	packet_membership
PACKET_MR_MULTICAST	0	0	packet_membership
PACKET_MR_PROMISC	1	1	packet_membership
PACKET_MR_UNICAST	3	3	packet_membership
PACKET_MULTICAST	2	2	packet_type
PACKET_ORIGDEV	9	9	packet_option,socket_option
PACKET_OTHERHOST	3	3	packet_type
PACKET_OUTGOING	4	4	packet_type
PACKET_QDISC_BYPASS	20	20	packet_option,socket_option
PACKET_RECV_OUTPUT	3	3	packet_option,socket_option
PACKET_RESERVE	12	12	packet_option,socket_option
PACKET_ROLLOVER_STATS	21	21	packet_option,socket_option
PACKET_RX_RING	5	5	packet_option,socket_option
PACKET_STATISTICS	6	6	packet_option,socket_option
PACKET_TIMESTAMP	17	17	packet_option,socket_option
PACKET_TX_HAS_OFF	19	19	packet_option,socket_option
PACKET_TX_RING	13	13	packet_option,socket_option
PACKET_TX_TIMESTAMP	16	16	packet_option,socket_option
PACKET_USER	6	6	packet_type
PACKET_VERSION	10	10	packet_option,socket_option
PACKET_VNET_HDR	15	15	packet_option,socket_option
PAGEMAP_SCAN	3227543056	3227543056	ioctl
PAGE_IS_FILE	4	4	pagemap
PAGE_IS_HUGE	64	64	pagemap
PAGE_IS_PFNZERO	32	32	pagemap
PAGE_IS_PRESENT	8	8	pagemap
PAGE_IS_SWAPPED	16	16	pagemap
PAGE_IS_WPALLOWED	1	1	pagemap
PAGE_IS_WRITTEN	2	2	pagemap
PARENB	256	256	termios_cflag
PARMRK	8	8	termios_iflag
PARODD	512	512	termios_cflag
PATH_MAX	4096	4096	limits
PENDIN	16384	16384	termios_lflag
PERF_ATTR_SIZE_VER0	64	64	perf_attr_size
PERF_ATTR_SIZE_VER1	72	72	perf_attr_size
PERF_ATTR_SIZE_VER2	80	80	perf_attr_size
PERF_ATTR_SIZE_VER3	96	96	perf_attr_size
PERF_ATTR_SIZE_VER4	104	104	perf_attr_size
PERF_ATTR_SIZE_VER5	112	112	perf_attr_size
PERF_ATTR_SIZE_VER6	120	120	perf_attr_size
PERF_ATTR_SIZE_VER7	128	128	perf_attr_size
PERF_ATTR_SIZE_VER8	136	136	perf_attr_size
PERF_ATTR_SIZE_VER9	144	144	perf_attr_size
PERF_COUNT_HW_BRANCH_INSTRUCTIONS	4	4	perf_event
PERF_COUNT_HW_BRANCH_MISSES	5	5	perf_event
PERF_COUNT_HW_BUS_CYCLES	6	6	perf_event
PERF_COUNT_HW_CACHE_BPU	5	5	perf_event
PERF_COUNT_HW_CACHE_DTLB	3	3	perf_event
PERF_COUNT_HW_CACHE_ITLB	4	4	perf_event
PERF_COUNT_HW_CACHE_L1D	0	0	perf_event
PERF_COUNT_HW_CACHE_L1I	1	1	perf_event
PERF_COUNT_HW_CACHE_LL	2	2	perf_event
PERF_COUNT_HW_CACHE_MISSES	3	3	perf_event
PERF_COUNT_HW_CACHE_NODE	6	6	perf_event
PERF_COUNT_HW_CACHE_OP_PREFETCH	2	2	perf_event
PERF_COUNT_HW_CACHE_OP_READ	0	0	perf_event
PERF_COUNT_HW_CACHE_OP_WRITE	1	1	perf_event
PERF_COUNT_HW_CACHE_REFERENCES	2	2	perf_event
PERF_COUNT_HW_CACHE_RESULT_ACCESS	0	0	perf_event
PERF_COUNT_HW_CACHE_RESULT_MISS	1	1	perf_event
PERF_COUNT_HW_CPU_CYCLES	0	0	perf_event
PERF_COUNT_HW_INSTRUCTIONS	1	1	perf_event
PERF_COUNT_HW_REF_CPU_CYCLES	9	9	perf_event
PERF_COUNT_HW_STALLED_CYCLES_BACKEND	8	8	perf_event
PERF_COUNT_HW_STALLED_CYCLES_FRONTEND	7	7	perf_event
PERF_COUNT_SW_ALIGNMENT_FAULTS	7	7	perf_event
PERF_COUNT_SW_BPF_OUTPUT	10	10	perf_event
PERF_COUNT_SW_CGROUP_SWITCHES	11	11	perf_event
PERF_COUNT_SW_CONTEXT_SWITCHES	3	3	perf_event
PERF_COUNT_SW_CPU_CLOCK	0	0	perf_event
PERF_COUNT_SW_CPU_MIGRATIONS	4	4	perf_event
PERF_COUNT_SW_DUMMY	9	9	perf_event
PERF_COUNT_SW_EMULATION_FAULTS	8	8	perf_event
PERF_COUNT_SW_PAGE_FAULTS	2	2	perf_event
PERF_COUNT_SW_PAGE_FAULTS_MAJ	6	6	perf_event
PERF_COUNT_SW_PAGE_FAULTS_MIN	5	5	perf_event
PERF_COUNT_SW_TASK_CLOCK	1	1	perf_event
PERF_EVENT_IOC_DISABLE	9217	9217	ioctl
PERF_EVENT_IOC_ENABLE	9216	9216	ioctl
PERF_EVENT_IOC_ID	2148017159	2148017159	ioctl
PERF_EVENT_IOC_MODIFY_ATTRIBUTES	1074275339	1074275339	ioctl
PERF_EVENT_IOC_PAUSE_OUTPUT	1074013193	1074013193	ioctl
PERF_EVENT_IOC_PERIOD	1074275332	1074275332	ioctl
PERF_EVENT_IOC_QUERY_BPF	3221758986	3221758986	ioctl
PERF_EVENT_IOC_REFRESH	9218	9218	ioctl
PERF_EVENT_IOC_RESET	9219	9219	ioctl
PERF_EVENT_IOC_SET_BPF	1074013192	1074013192	ioctl
PERF_EVENT_IOC_SET_FILTER	1074275334	1074275334	ioctl
PERF_EVENT_IOC_SET_OUTPUT	9221	9221	ioctl
PERF_FLAG_FD_CLOEXEC	8	8	perf_open
PERF_FLAG_FD_NO_GROUP	1	1	perf_open
PERF_FLAG_FD_OUTPUT	2	2	perf_open
PERF_FLAG_PID_CGROUP	4	4	perf_open
PERF_FORMAT_GROUP	8	8	perf_format
PERF_FORMAT_ID	4	4	perf_format
PERF_FORMAT_LOST	16	16	perf_format
PERF_FORMAT_TOTAL_TIME_ENABLED	1	1	perf_format
PERF_FORMAT_TOTAL_TIME_RUNNING	2	2	perf_format
PERF_SAMPLE_ADDR	8	8	perf_sample
PERF_SAMPLE_AUX	1048576	1048576	perf_sample
PERF_SAMPLE_BRANCH_ABORT_TX	128	128	perf_branch
PERF_SAMPLE_BRANCH_ANY	8	8	perf_branch
PERF_SAMPLE_BRANCH_ANY_CALL	16	16	perf_branch
PERF_SAMPLE_BRANCH_ANY_RETURN	32	32	perf_branch
PERF_SAMPLE_BRANCH_CALL	8192	8192	perf_branch
PERF_SAMPLE_BRANCH_CALL_STACK	2048	2048	perf_branch
PERF_SAMPLE_BRANCH_COND	1024	1024	perf_branch
PERF_SAMPLE_BRANCH_COUNTERS	524288	524288	perf_branch
PERF_SAMPLE_BRANCH_HV	4	4	perf_branch
PERF_SAMPLE_BRANCH_HW_INDEX	131072	131072	perf_branch
PERF_SAMPLE_BRANCH_IND_CALL	64	64	perf_branch
PERF_SAMPLE_BRANCH_IND_JUMP	4096	4096	perf_branch
PERF_SAMPLE_BRANCH_IN_TX	256	256	perf_branch
PERF_SAMPLE_BRANCH_KERNEL	2	2	perf_branch
PERF_SAMPLE_BRANCH_NO_CYCLES	32768	32768	perf_branch
PERF_SAMPLE_BRANCH_NO_FLAGS	16384	16384	perf_branch
PERF_SAMPLE_BRANCH_NO_TX	512	512	perf_branch
PERF_SAMPLE_BRANCH_PLM_ALL	7	7	perf_branch
PERF_SAMPLE_BRANCH_PRIV_SAVE	262144	262144	perf_branch
PERF_SAMPLE_BRANCH_STACK	2048	2048	perf_sample
PERF_SAMPLE_BRANCH_TYPE_SAVE	65536	65536	perf_branch
PERF_SAMPLE_BRANCH_USER	1	1	perf_branch
PERF_SAMPLE_CALLCHAIN	32	32	perf_sample
PERF_SAMPLE_CGROUP	2097152	2097152	perf_sample
PERF_SAMPLE_CODE_PAGE_SIZE	8388608	8388608	perf_sample
PERF_SAMPLE_CPU	128	128	perf_sample
PERF_SAMPLE_DATA_PAGE_SIZE	4194304	4194304	perf_sample
PERF_SAMPLE_DATA_SRC	32768	32768	perf_sample
PERF_SAMPLE_ID	64	64	perf_sample
PERF_SAMPLE_IDENTIFIER	65536	65536	perf_sample
PERF_SAMPLE_IP	1	1	perf_sample
PERF_SAMPLE_PERIOD	256	256	perf_sample
PERF_SAMPLE_PHYS_ADDR	524288	524288	perf_sample
PERF_SAMPLE_RAW	1024	1024	perf_sample
PERF_SAMPLE_READ	16	16	perf_sample
PERF_SAMPLE_REGS_ABI_32	1	1	perf_sample
PERF_SAMPLE_REGS_ABI_64	2	2	perf_sample
PERF_SAMPLE_REGS_ABI_NONE	0	0	perf_sample
PERF_SAMPLE_REGS_INTR	262144	262144	perf_sample
PERF_SAMPLE_REGS_USER	4096	4096	perf_sample
PERF_SAMPLE_STACK_USER	8192	8192	perf_sample
PERF_SAMPLE_STREAM_ID	512	512	perf_sample
PERF_SAMPLE_TID	2	2	perf_sample
PERF_SAMPLE_TIME	4	4	perf_sample
PERF_SAMPLE_TRANSACTION	131072	131072	perf_sample
PERF_SAMPLE_WEIGHT	16384	16384	perf_sample
PERF_SAMPLE_WEIGHT_STRUCT	16777216	16777216	perf_sample
PERF_SAMPLE_WEIGHT_TYPE	16793600	16793600	perf_sample
PERF_TYPE_BREAKPOINT	5	5	perf_type
PERF_TYPE_HARDWARE	0	0	perf_type
PERF_TYPE_HW_CACHE	3	3	perf_type
PERF_TYPE_RAW	4	4	perf_type
PERF_TYPE_SOFTWARE	1	1	perf_type
PERF_TYPE_TRACEPOINT	2	2	perf_type
PER_BSD	6	6	personality
PER_LINUX	0	0	personality
PER_LINUX32	8	8	personality
PER_SVR4	68157441	68157441	personality
PF_ALG	38	38	address_family
PF_BLUETOOTH	31	31	address_family
PF_CAN	29	29	address_family
PF_INET	2	2	address_family
PF_INET6	10	10	address_family
PF_KEY	15	15	address_family
PF_LOCAL	1	1	address_family
PF_NETLINK	16	16	address_family
PF_PACKET	17	17	address_family
PF_ROUTE	16	16	address_family
PF_TIPC	30	30	address_family
PF_UNIX	1	1	address_family
PF_UNSPEC	0	0	address_family
PF_VSOCK	40	40	address_family
PF_XDP	44	44	address_family
PIDFD_GET_CGROUP_NAMESPACE	65281	65281	ioctl
PIDFD_GET_INFO	3227057931	3227057931	ioctl
PIDFD_GET_IPC_NAMESPACE	65282	65282	ioctl
PIDFD_GET_MNT_NAMESPACE	65283	65283	ioctl
PIDFD_GET_NET_NAMESPACE	65284	65284	ioctl
PIDFD_GET_PID_FOR_CHILDREN_NAMESPACE	65286	65286	ioctl
PIDFD_GET_PID_NAMESPACE	65285	65285	ioctl
PIDFD_GET_TIME_FOR_CHILDREN_NAMESPACE	65288	65288	ioctl
PIDFD_GET_TIME_NAMESPACE	65287	65287	ioctl
PIDFD_GET_USER_NAMESPACE	65289	65289	ioctl
PIDFD_GET_UTS_NAMESPACE	65290	65290	ioctl
PIDFD_INFO_CGROUPID	4	4	pidfd_info
PIDFD_INFO_COREDUMP	16	16	pidfd_info
PIDFD_INFO_COREDUMP_CODE	128	128	pidfd_info
PIDFD_INFO_COREDUMP_SIGNAL	64	64	pidfd_info
PIDFD_INFO_CREDS	2	2	pidfd_info
PIDFD_INFO_EXIT	8	8	pidfd_info
PIDFD_INFO_PID	1	1	pidfd_info
PIDFD_INFO_SUPPORTED_MASK	32	32	pidfd_info
PIDFD_NONBLOCK	2048	2048	pidfd_open
PIDFD_SELF	-10000	-10000	pidfd_self
PIDFD_SELF_PROCESS	-10001	-10001	pidfd_self
PIDFD_SELF_THREAD	-10000	-10000	pidfd_self
PIDFD_SELF_THREAD_GROUP	-10001	-10001	pidfd_self
PIDFD_SIGNAL_PROCESS_GROUP	4	4	pidfd_signal
PIDFD_SIGNAL_THREAD	1	1	pidfd_signal
PIDFD_SIGNAL_THREAD_GROUP	2	2	pidfd_signal
PIDFD_THREAD	128	128	pidfd_open
PID_NS_INIT_ID	4	4	namespace_id
PID_NS_INIT_INO	4026531836	4026531836	namespace_id
PIPEFS_MAGIC	1346981957	1346981957	file_system_magic
PIPE_BUF	4096	4096	limits
PKEY_DISABLE_ACCESS	1	1	pkey_rights
PKEY_DISABLE_EXECUTE	-	4	pkey_rights
PKEY_DISABLE_READ	-	8	pkey_rights
PKEY_DISABLE_WRITE	2	2	pkey_rights
POLLERR	8	8	poll_events
POLLHUP	16	16	poll_events
POLLIN	1	1	poll_events
POLLMSG	1024	1024	poll_events
POLLNVAL	32	32	poll_events
POLLOUT	4	4	poll_events
POLLPRI	2	2	poll_events
POLLRDBAND	128	128	poll_events
POLLRDHUP	8192	8192	poll_events
POLLRDNORM	64	64	poll_events
POLLREMOVE	4096	4096	poll_events
POLLWRBAND	512	512	poll_events
POLLWRNORM	256	256	poll_events
POLL_ERR	4	4	signal_code
POLL_HUP	6	6	signal_code
POLL_IN	1	1	signal_code
POLL_MSG	3	3	signal_code
POLL_OUT	2	2	signal_code
POLL_PRI	5	5	signal_code
POSIX_FADV_DONTNEED	4	4	fadvise
POSIX_FADV_NOREUSE	5	5	fadvise
POSIX_FADV_NORMAL	0	0	fadvise
POSIX_FADV_RANDOM	1	1	fadvise
POSIX_FADV_SEQUENTIAL	2	2	fadvise
POSIX_FADV_WILLNEED	3	3	fadvise
PRIO_PGRP	1	1	priority_which
PRIO_PROCESS	0	0	priority_which
PRIO_USER	2	2	priority_which
PRJQUOTA	2	2	quota_type
PROC_SUPER_MAGIC	40864	40864	file_system_magic
PROT_BTI	-	16	mmap_prot
PROT_EXEC	4	4	mmap_prot
PROT_GROWSDOWN	16777216	16777216	mmap_prot
PROT_GROWSUP	33554432	33554432	mmap_prot
PROT_MTE	-	32	mmap_prot
PROT_NONE	0	0	mmap_prot
PROT_READ	1	1	mmap_prot
PROT_SEM	8	8	mmap_prot
PROT_WRITE	2	2	mmap_prot
PR_CAPBSET_DROP	24	24	prctl
PR_CAPBSET_READ	23	23	prctl
PR_CAP_AMBIENT	47	47	prctl
PR_CAP_AMBIENT_CLEAR_ALL	4	4	prctl_value
PR_CAP_AMBIENT_IS_SET	1	1	prctl_value
PR_CAP_AMBIENT_LOWER	3	3	prctl_value
PR_CAP_AMBIENT_RAISE	2	2	prctl_value
PR_ENDIAN_BIG	0	0	prctl_endian
PR_ENDIAN_LITTLE	1	1	prctl_endian
PR_ENDIAN_PPC_LITTLE	2	2	prctl_endian
PR_FPEMU_NOPRINT	1	1	prctl_fpemu
PR_FPEMU_SIGFPE	2	2	prctl_fpemu
PR_FP_EXC_ASYNC	2	2	prctl_value
PR_FP_EXC_DISABLED	0	0	prctl_value
PR_FP_EXC_DIV	65536	65536	prctl_value
PR_FP_EXC_INV	1048576	1048576	prctl_value
PR_FP_EXC_NONRECOV	1	1	prctl_value
PR_FP_EXC_OVF	131072	131072	prctl_value
PR_FP_EXC_PRECISE	3	3	prctl_value
PR_FP_EXC_RES	524288	524288	prctl_value
PR_FP_EXC_SW_ENABLE	128	128	prctl_value
PR_FP_EXC_UND	262144	262144	prctl_value
PR_FP_MODE_FR	1	1	prctl_value
PR_FP_MODE_FRE	2	2	prctl_value
PR_FUTEX_HASH	78	78	prctl
PR_FUTEX_HASH_GET_SLOTS	2	2	prctl_value
PR_FUTEX_HASH_SET_SLOTS	1	1	prctl_value
PR_GET_AUXV	1096112214	1096112214	prctl
PR_GET_CFI	80	80	prctl
PR_GET_CHILD_SUBREAPER	37	37	prctl
PR_GET_DUMPABLE	3	3	prctl
PR_GET_ENDIAN	19	19	prctl
PR_GET_FPEMU	9	9	prctl
PR_GET_FPEXC	11	11	prctl
PR_GET_FP_MODE	46	46	prctl
PR_GET_IO_FLUSHER	58	58	prctl
PR_GET_KEEPCAPS	7	7	prctl
PR_GET_MDWE	66	66	prctl
PR_GET_MEMORY_MERGE	68	68	prctl
PR_GET_NAME	16	16	prctl
PR_GET_NO_NEW_PRIVS	39	39	prctl
PR_GET_PDEATHSIG	2	2	prctl
PR_GET_SECCOMP	21	21	prctl
PR_GET_SECUREBITS	27	27	prctl
PR_GET_SHADOW_STACK_STATUS	74	74	prctl
PR_GET_SPECULATION_CTRL	52	52	prctl
PR_GET_TAGGED_ADDR_CTRL	56	56	prctl
PR_GET_THP_DISABLE	42	42	prctl
PR_GET_TID_ADDRESS	40	40	prctl
PR_GET_TIMERSLACK	30	30	prctl
PR_GET_TIMING	13	13	prctl
PR_GET_TSC	25	25	prctl
PR_GET_UNALIGN	5	5	prctl
PR_LOCK_SHADOW_STACK_STATUS	76	76	prctl
PR_MCE_KILL	33	33	prctl
PR_MCE_KILL_CLEAR	0	0	prctl_value
PR_MCE_KILL_DEFAULT	2	2	prctl_value
PR_MCE_KILL_EARLY	1	1	prctl_value
PR_MCE_KILL_GET	34	34	prctl_value
PR_MCE_KILL_LATE	0	0	prctl_value
PR_MCE_KILL_SET	1	1	prctl_value
PR_MDWE_NO_INHERIT	2	2	prctl_value
PR_MDWE_REFUSE_EXEC_GAIN	1	1	prctl_value
PR_MPX_DISABLE_MANAGEMENT	44	44	prctl
PR_MPX_ENABLE_MANAGEMENT	43	43	prctl
PR_MTE_STORE_ONLY	524288	524288	prctl_value
PR_MTE_TAG_MASK	524280	524280	prctl_value
PR_MTE_TAG_SHIFT	3	3	prctl_value
PR_MTE_TCF_ASYNC	4	4	prctl_value
PR_MTE_TCF_MASK	6	6	prctl_value
PR_MTE_TCF_NONE	0	0	prctl_value
PR_MTE_TCF_SHIFT	1	1	prctl_value
PR_MTE_TCF_SYNC	2	2	prctl_value
PR_PAC_APDAKEY	4	4	prctl_value
PR_PAC_APDBKEY	8	8	prctl_value
PR_PAC_APGAKEY	16	16	prctl_value
PR_PAC_APIAKEY	1	1	prctl_value
PR_PAC_APIBKEY	2	2	prctl_value
PR_PAC_GET_ENABLED_KEYS	61	61	prctl
PR_PAC_RESET_KEYS	54	54	prctl
PR_PAC_SET_ENABLED_KEYS	60	60	prctl
PR_PPC_GET_DEXCR	72	72	prctl
PR_PPC_SET_DEXCR	73	73	prctl
PR_RISCV_SET_ICACHE_FLUSH_CTX	71	71	prctl
PR_RISCV_V_GET_CONTROL	70	70	prctl
PR_RISCV_V_SET_CONTROL	69	69	prctl
PR_RSEQ_SLICE_EXTENSION	79	79	prctl
PR_RSEQ_SLICE_EXTENSION_GET	1	1	prctl_value
PR_RSEQ_SLICE_EXTENSION_SET	2	2	prctl_value
PR_RSEQ_SLICE_EXT_ENABLE	1	1	prctl_value
PR_SCHED_CORE	62	62	prctl
PR_SCHED_CORE_CREATE	1	1	prctl_value
PR_SCHED_CORE_GET	0	0	prctl_value
PR_SCHED_CORE_SCOPE_PROCESS_GROUP	2	2	prctl_value
PR_SCHED_CORE_SCOPE_THREAD	0	0	prctl_value
PR_SCHED_CORE_SCOPE_THREAD_GROUP	1	1	prctl_value
PR_SCHED_CORE_SHARE_FROM	3	3	prctl_value
PR_SCHED_CORE_SHARE_TO	2	2	prctl_value
PR_SET_CFI	81	81	prctl
PR_SET_CHILD_SUBREAPER	36	36	prctl
PR_SET_DUMPABLE	4	4	prctl
PR_SET_ENDIAN	20	20	prctl
PR_SET_FPEMU	10	10	prctl
PR_SET_FPEXC	12	12	prctl
PR_SET_FP_MODE	45	45	prctl
PR_SET_IO_FLUSHER	57	57	prctl
PR_SET_KEEPCAPS	8	8	prctl
PR_SET_MDWE	65	65	prctl
PR_SET_MEMORY_MERGE	67	67	prctl
PR_SET_MM	35	35	prctl
PR_SET_MM_ARG_END	9	9	prctl_value
PR_SET_MM_ARG_START	8	8	prctl_value
PR_SET_MM_AUXV	12	12	prctl_value
PR_SET_MM_BRK	7	7	prctl_value
PR_SET_MM_END_CODE	2	2	prctl_value
PR_SET_MM_END_DATA	4	4	prctl_value
PR_SET_MM_ENV_END	11	11	prctl_value
PR_SET_MM_ENV_START	10	10	prctl_value
PR_SET_MM_EXE_FILE	13	13	prctl_value
PR_SET_MM_MAP	14	14	prctl_value
PR_SET_MM_MAP_SIZE	15	15	prctl_value
PR_SET_MM_START_BRK	6	6	prctl_value
PR_SET_MM_START_CODE	1	1	prctl_value
PR_SET_MM_START_DATA	3	3	prctl_value
PR_SET_MM_START_STACK	5	5	prctl_value
PR_SET_NAME	15	15	prctl
PR_SET_NO_NEW_PRIVS	38	38	prctl
PR_SET_PDEATHSIG	1	1	prctl
PR_SET_PTRACER	1499557217	1499557217	prctl
PR_SET_PTRACER_ANY	-1	-1	prctl_value
PR_SET_SECCOMP	22	22	prctl
PR_SET_SECUREBITS	28	28	prctl
PR_SET_SHADOW_STACK_STATUS	75	75	prctl
PR_SET_SPECULATION_CTRL	53	53	prctl
PR_SET_SYSCALL_USER_DISPATCH	59	59	prctl
PR_SET_TAGGED_ADDR_CTRL	55	55	prctl
PR_SET_THP_DISABLE	41	41	prctl
PR_SET_TIMERSLACK	29	29	prctl
PR_SET_TIMING	14	14	prctl
PR_SET_TSC	26	26	prctl
PR_SET_UNALIGN	6	6	prctl
PR_SET_VMA	1398164801	1398164801	prctl
PR_SET_VMA_ANON_NAME	0	0	prctl_value
PR_SHADOW_STACK_ENABLE	1	1	prctl_value
PR_SHADOW_STACK_PUSH	4	4	prctl_value
PR_SHADOW_STACK_WRITE	2	2	prctl_value
PR_SME_GET_VL	64	64	prctl_value
PR_SME_SET_VL	63	63	prctl_value
PR_SME_SET_VL_ONEXEC	262144	262144	prctl_value
PR_SME_VL_INHERIT	131072	131072	prctl_value
PR_SME_VL_LEN_MASK	65535	65535	prctl_value
PR_SPEC_DISABLE	4	4	prctl_value
PR_SPEC_DISABLE_NOEXEC	16	16	prctl_value
PR_SPEC_ENABLE	2	2	prctl_value
PR_SPEC_FORCE_DISABLE	8	8	prctl_value
PR_SPEC_INDIRECT_BRANCH	1	1	prctl_value
PR_SPEC_L1D_FLUSH	2	2	prctl_value
PR_SPEC_NOT_AFFECTED	0	0	prctl_value
PR_SPEC_PRCTL	1	1	prctl_value
PR_SPEC_STORE_BYPASS	0	0	prctl_value
PR_SVE_GET_VL	51	51	prctl_value
PR_SVE_SET_VL	50	50	prctl_value
PR_SVE_SET_VL_ONEXEC	262144	262144	prctl_value
PR_SVE_VL_INHERIT	131072	131072	prctl_value
PR_SVE_VL_LEN_MASK	65535	65535	prctl_value
PR_SYS_DISPATCH_EXCLUSIVE_ON	1	1	prctl_value
PR_SYS_DISPATCH_INCLUSIVE_ON	2	2	prctl_value
PR_SYS_DISPATCH_OFF	0	0	prctl_value
PR_SYS_DISPATCH_ON	1	1	prctl_value
PR_TAGGED_ADDR_ENABLE	1	1	prctl_value
PR_TASK_PERF_EVENTS_DISABLE	31	31	prctl
PR_TASK_PERF_EVENTS_ENABLE	32	32	prctl
PR_TIMER_CREATE_RESTORE_IDS	77	77	prctl_value
PR_TIMER_CREATE_RESTORE_IDS_GET	2	2	prctl_value
PR_TIMER_CREATE_RESTORE_IDS_OFF	0	0	prctl_value
PR_TIMER_CREATE_RESTORE_IDS_ON	1	1	prctl_value
PR_TIMING_STATISTICAL	0	0	prctl_value
PR_TIMING_TIMESTAMP	1	1	prctl_value
PR_TSC_ENABLE	1	1	prctl_value
PR_TSC_SIGSEGV	2	2	prctl_value
PR_UNALIGN_NOPRINT	1	1	prctl_value
PR_UNALIGN_SIGBUS	2	2	prctl_value
PSTOREFS_MAGIC	1634035564	1634035564	file_system_magic
PTRACE_ARCH_PRCTL	30	-	ptrace
PTRACE_ATTACH	16	16	ptrace
PTRACE_CONT	7	7	ptrace
PTRACE_DETACH	17	17	ptrace
PTRACE_EVENT_CLONE	3	3	ptrace_event
PTRACE_EVENT_EXEC	4	4	ptrace_event
PTRACE_EVENT_EXIT	6	6	ptrace_event
PTRACE_EVENT_FORK	1	1	ptrace_event
PTRACE_EVENT_SECCOMP	7	7	ptrace_event
PTRACE_EVENT_STOP	128	128	ptrace_event
PTRACE_EVENT_VFORK	2	2	ptrace_event
PTRACE_EVENT_VFORK_DONE	5	5	ptrace_event
PTRACE_GETEVENTMSG	16897	16897	ptrace
PTRACE_GETFPREGS	14	-	ptrace
PTRACE_GETFPXREGS	18	-	ptrace
PTRACE_GETREGS	12	-	ptrace
PTRACE_GETREGSET	16900	16900	ptrace
PTRACE_GETSIGINFO	16898	16898	ptrace
PTRACE_GETSIGMASK	16906	16906	ptrace
PTRACE_GET_RSEQ_CONFIGURATION	16911	16911	ptrace
PTRACE_GET_SYSCALL_INFO	16910	16910	ptrace
PTRACE_GET_THREAD_AREA	25	-	ptrace
PTRACE_INTERRUPT	16903	16903	ptrace
PTRACE_KILL	8	8	ptrace
PTRACE_LISTEN	16904	16904	ptrace
PTRACE_OLDSETOPTIONS	21	-	ptrace
PTRACE_O_EXITKILL	1048576	1048576	ptrace_options
PTRACE_O_SUSPEND_SECCOMP	2097152	2097152	ptrace_options
PTRACE_O_TRACECLONE	8	8	ptrace_options
PTRACE_O_TRACEEXEC	16	16	ptrace_options
PTRACE_O_TRACEEXIT	64	64	ptrace_options
PTRACE_O_TRACEFORK	2	2	ptrace_options
PTRACE_O_TRACESECCOMP	128	128	ptrace_options
PTRACE_O_TRACESYSGOOD	1	1	ptrace_options
PTRACE_O_TRACEVFORK	4	4	ptrace_options
PTRACE_O_TRACEVFORKDONE	32	32	ptrace_options
PTRACE_PEEKDATA	2	2	ptrace
PTRACE_PEEKSIGINFO	16905	16905	ptrace
PTRACE_PEEKSIGINFO_SHARED	1	1	ptrace_peek
PTRACE_PEEKTEXT	1	1	ptrace
PTRACE_PEEKUSR	3	3	ptrace
PTRACE_POKEDATA	5	5	ptrace
PTRACE_POKETEXT	4	4	ptrace
PTRACE_POKEUSR	6	6	ptrace
PTRACE_SECCOMP_GET_FILTER	16908	16908	ptrace
PTRACE_SECCOMP_GET_METADATA	16909	16909	ptrace
PTRACE_SEIZE	16902	16902	ptrace
PTRACE_SETFPREGS	15	-	ptrace
PTRACE_SETFPXREGS	19	-	ptrace
PTRACE_SETOPTIONS	16896	16896	ptrace
PTRACE_SETREGS	13	-	ptrace
PTRACE_SETREGSET	16901	16901	ptrace
PTRACE_SETSIGINFO	16899	16899	ptrace
PTRACE_SETSIGMASK	16907	16907	ptrace
PTRACE_SET_THREAD_AREA	26	-	ptrace
PTRACE_SINGLEBLOCK	33	-	ptrace
PTRACE_SINGLESTEP	9	9	ptrace
PTRACE_SYSCALL	24	24	ptrace
PTRACE_SYSCALL_INFO_ENTRY	1	1	ptrace_syscall_info
PTRACE_SYSCALL_INFO_EXIT	2	2	ptrace_syscall_info
PTRACE_SYSCALL_INFO_NONE	0	0	ptrace_syscall_info
PTRACE_SYSCALL_INFO_SECCOMP	3	3	ptrace_syscall_info
PTRACE_SYSEMU	31	-	ptrace
PTRACE_SYSEMU_SINGLESTEP	32	-	ptrace
PTRACE_TRACEME	0	0	ptrace
P_ALL	0	0	wait_id_type
P_PGID	2	2	wait_id_type
P_PID	1	1	wait_id_type
P_PIDFD	3	3	wait_id_type
QNX4_SUPER_MAGIC	47	47	file_system_magic
QNX6_SUPER_MAGIC	1746473250	1746473250	file_system_magic
Q_GETFMT	8388612	8388612	quota_command
Q_GETINFO	8388613	8388613	quota_command
Q_GETNEXTQUOTA	8388617	8388617	quota_command
Q_GETQUOTA	8388615	8388615	quota_command
Q_QUOTAOFF	8388611	8388611	quota_command
Q_QUOTAON	8388610	8388610	quota_command
Q_SETINFO	8388614	8388614	quota_command
Q_SETQUOTA	8388616	8388616	quota_command
Q_SYNC	8388609	8388609	quota_command
RAMFS_MAGIC	2240043254	2240043254	file_system_magic
RDTGROUP_SUPER_MAGIC	124082209	124082209	file_system_magic
READ_IMPLIES_EXEC	4194304	4194304	personality
REISERFS_SUPER_MAGIC	1382369651	1382369651	file_system_magic
RENAME_EXCHANGE	2	2	rename
RENAME_NOREPLACE	1	1	rename
RENAME_WHITEOUT	4	4	rename
RESOLVE_BENEATH	8	8	resolve
RESOLVE_CACHED	32	32	resolve
RESOLVE_IN_ROOT	16	16	resolve
RESOLVE_NO_MAGICLINKS	2	2	resolve
RESOLVE_NO_SYMLINKS	4	4	resolve
RESOLVE_NO_XDEV	1	1	resolve
RLIMIT_AS	9	9	rlimit
RLIMIT_CORE	4	4	rlimit
RLIMIT_CPU	0	0	rlimit
RLIMIT_DATA	2	2	rlimit
RLIMIT_FSIZE	1	1	rlimit
RLIMIT_LOCKS	10	10	rlimit
RLIMIT_MEMLOCK	8	8	rlimit
RLIMIT_MSGQUEUE	12	12	rlimit
RLIMIT_NICE	13	13	rlimit
RLIMIT_NOFILE	7	7	rlimit
RLIMIT_NPROC	6	6	rlimit
RLIMIT_RSS	5	5	rlimit
RLIMIT_RTPRIO	14	14	rlimit
RLIMIT_RTTIME	15	15	rlimit
RLIMIT_SIGPENDING	11	11	rlimit
RLIMIT_STACK	3	3	rlimit
RLIM_INFINITY	-1	-1	rlimit_value
RSEQ_FLAG_SLICE_EXT_DEFAULT_ON	2	2	rseq
RSEQ_FLAG_UNREGISTER	1	1	rseq
RTAX_ADVMSS	8	8	route_metric
RTAX_CC_ALGO	16	16	route_metric
RTAX_CWND	7	7	route_metric
RTAX_FASTOPEN_NO_COOKIE	17	17	route_metric
RTAX_FEATURES	12	12	route_metric
RTAX_FEATURE_ALLFRAG	8	8	route_feature
RTAX_FEATURE_ECN	1	1	route_feature
RTAX_FEATURE_SACK	2	2	route_feature
RTAX_FEATURE_TIMESTAMP	4	4	route_feature
RTAX_HOPLIMIT	10	10	route_metric
RTAX_INITCWND	11	11	route_metric
RTAX_INITRWND	14	14	route_metric
RTAX_LOCK	1	1	route_metric
RTAX_MTU	2	2	route_metric
RTAX_QUICKACK	15	15	route_metric
RTAX_REORDERING	9	9	route_metric
RTAX_RTO_MIN	13	13	route_metric
RTAX_RTT	4	4	route_metric
RTAX_RTTVAR	5	5	route_metric
RTAX_SSTHRESH	6	6	route_metric
RTAX_UNSPEC	0	0	route_metric
RTAX_WINDOW	3	3	route_metric
RTA_ALIGNTO	4	4	netlink_length
RTA_CACHEINFO	12	12	route_attribute
RTA_DPORT	29	29	route_attribute
RTA_DST	1	1	route_attribute
RTA_ENCAP	22	22	route_attribute
RTA_ENCAP_TYPE	21	21	route_attribute
RTA_EXPIRES	23	23	route_attribute
RTA_FLOW	11	11	route_attribute
RTA_GATEWAY	5	5	route_attribute
RTA_IIF	3	3	route_attribute
RTA_IP_PROTO	27	27	route_attribute
RTA_MARK	16	16	route_attribute
RTA_METRICS	8	8	route_attribute
RTA_MFC_STATS	17	17	route_attribute
RTA_MP_ALGO	14	14	route_attribute
RTA_MULTIPATH	9	9	route_attribute
RTA_NEWDST	19	19	route_attribute
RTA_NH_ID	30	30	route_attribute
RTA_OIF	4	4	route_attribute
RTA_PAD	24	24	route_attribute
RTA_PREF	20	20	route_attribute
RTA_PREFSRC	7	7	route_attribute
RTA_PRIORITY	6	6	route_attribute
RTA_PROTOINFO	10	10	route_attribute
RTA_SESSION	13	13	route_attribute
RTA_SPORT	28	28	route_attribute
RTA_SRC	2	2	route_attribute
RTA_TABLE	15	15	route_attribute
RTA_TTL_PROPAGATE	26	26	route_attribute
RTA_UID	25	25	route_attribute
RTA_UNSPEC	0	0	route_attribute
RTA_VIA	18	18	route_attribute
RTMGRP_DECnet_IFADDR	4096	4096	netlink_groups
RTMGRP_DECnet_ROUTE	16384	16384	netlink_groups
RTMGRP_IPV4_IFADDR	16	16	netlink_groups
RTMGRP_IPV4_MROUTE	32	32	netlink_groups
RTMGRP_IPV4_ROUTE	64	64	netlink_groups
RTMGRP_IPV4_RULE	128	128	netlink_groups
RTMGRP_IPV6_IFADDR	256	256	netlink_groups
RTMGRP_IPV6_IFINFO	2048	2048	netlink_groups
RTMGRP_IPV6_MROUTE	512	512	netlink_groups
RTMGRP_IPV6_PREFIX	131072	131072	netlink_groups
RTMGRP_IPV6_ROUTE	1024	1024	netlink_groups
RTMGRP_LINK	1	1	netlink_groups
RTMGRP_NEIGH	4	4	netlink_groups
RTMGRP_NOTIFY	2	2	netlink_groups
RTMGRP_TC	8	8	netlink_groups
RTM_DELACTION	49	49	netlink_message
RTM_DELADDR	21	21	netlink_message
RTM_DELADDRLABEL	73	73	netlink_message
RTM_DELANYCAST	61	61	netlink_message
RTM_DELCHAIN	101	101	netlink_message
RTM_DELLINK	17	17	netlink_message
RTM_DELLINKPROP	109	109	netlink_message
RTM_DELMDB	85	85	netlink_message
RTM_DELMULTICAST	57	57	netlink_message
RTM_DELNEIGH	29	29	netlink_message
RTM_DELNETCONF	81	81	netlink_message
RTM_DELNEXTHOP	105	105	netlink_message
RTM_DELNEXTHOPBUCKET	117	117	netlink_message
RTM_DELNSID	89	89	netlink_message
RTM_DELQDISC	37	37	netlink_message
RTM_DELROUTE	25	25	netlink_message
RTM_DELRULE	33	33	netlink_message
RTM_DELTCLASS	41	41	netlink_message
RTM_DELTFILTER	45	45	netlink_message
RTM_DELTUNNEL	121	121	netlink_message
RTM_DELVLAN	113	113	netlink_message
RTM_F_CLONED	512	512	route_flags
RTM_F_EQUALIZE	1024	1024	route_flags
RTM_F_FIB_MATCH	8192	8192	route_flags
RTM_F_LOOKUP_TABLE	4096	4096	route_flags
RTM_F_NOTIFY	256	256	route_flags
RTM_F_OFFLOAD	16384	16384	route_flags
RTM_F_OFFLOAD_FAILED	536870912	536870912	route_flags
RTM_F_PREFIX	2048	2048	route_flags
RTM_F_TRAP	32768	32768	route_flags
RTM_GETACTION	50	50	netlink_message
RTM_GETADDR	22	22	netlink_message
RTM_GETADDRLABEL	74	74	netlink_message
RTM_GETANYCAST	62	62	netlink_message
RTM_GETCHAIN	102	102	netlink_message
RTM_GETDCB	78	78	netlink_message
RTM_GETLINK	18	18	netlink_message
RTM_GETLINKPROP	110	110	netlink_message
RTM_GETMDB	86	86	netlink_message
RTM_GETMULTICAST	58	58	netlink_message
RTM_GETNEIGH	30	30	netlink_message
RTM_GETNEIGHTBL	66	66	netlink_message
RTM_GETNETCONF	82	82	netlink_message
RTM_GETNEXTHOP	106	106	netlink_message
RTM_GETNEXTHOPBUCKET	118	118	netlink_message
RTM_GETNSID	90	90	netlink_message
RTM_GETQDISC	38	38	netlink_message
RTM_GETROUTE	26	26	netlink_message
RTM_GETRULE	34	34	netlink_message
RTM_GETSTATS	94	94	netlink_message
RTM_GETTCLASS	42	42	netlink_message
RTM_GETTFILTER	46	46	netlink_message
RTM_GETTUNNEL	122	122	netlink_message
RTM_GETVLAN	114	114	netlink_message
RTM_NEWACTION	48	48	netlink_message
RTM_NEWADDR	20	20	netlink_message
RTM_NEWADDRLABEL	72	72	netlink_message
RTM_NEWANYCAST	60	60	netlink_message
RTM_NEWCACHEREPORT	96	96	netlink_message
RTM_NEWCHAIN	100	100	netlink_message
RTM_NEWLINK	16	16	netlink_message
RTM_NEWLINKPROP	108	108	netlink_message
RTM_NEWMDB	84	84	netlink_message
RTM_NEWMULTICAST	56	56	netlink_message
RTM_NEWNDUSEROPT	68	68	netlink_message
RTM_NEWNEIGH	28	28	netlink_message
RTM_NEWNEIGHTBL	64	64	netlink_message
RTM_NEWNETCONF	80	80	netlink_message
RTM_NEWNEXTHOP	104	104	netlink_message
RTM_NEWNEXTHOPBUCKET	116	116	netlink_message
RTM_NEWNSID	88	88	netlink_message
RTM_NEWPREFIX	52	52	netlink_message
RTM_NEWQDISC	36	36	netlink_message
RTM_NEWROUTE	24	24	netlink_message
RTM_NEWRULE	32	32	netlink_message
RTM_NEWSTATS	92	92	netlink_message
RTM_NEWTCLASS	40	40	netlink_message
RTM_NEWTFILTER	44	44	netlink_message
RTM_NEWTUNNEL	120	120	netlink_message
RTM_NEWVLAN	112	112	netlink_message
RTM_SETDCB	79	79	netlink_message
RTM_SETLINK	19	19	netlink_message
RTM_SETNEIGHTBL	67	67	netlink_message
RTM_SETSTATS	95	95	netlink_message
RTNH_F_DEAD	1	1	nexthop_flags
RTNH_F_LINKDOWN	16	16	nexthop_flags
RTNH_F_OFFLOAD	8	8	nexthop_flags
RTNH_F_ONLINK	4	4	nexthop_flags
RTNH_F_PERVASIVE	2	2	nexthop_flags
RTNH_F_TRAP	64	64	nexthop_flags
RTNH_F_UNRESOLVED	32	32	nexthop_flags
RTNLGRP_BRVLAN	33	33	netlink_group_number
RTNLGRP_DCB	23	23	netlink_group_number
RTNLGRP_DECnet_IFADDR	13	13	netlink_group_number
RTNLGRP_DECnet_ROUTE	15	15	netlink_group_number
RTNLGRP_DECnet_RULE	16	16	netlink_group_number
RTNLGRP_IPV4_IFADDR	5	5	netlink_group_number
RTNLGRP_IPV4_MROUTE	6	6	netlink_group_number
RTNLGRP_IPV4_MROUTE_R	30	30	netlink_group_number
RTNLGRP_IPV4_NETCONF	24	24	netlink_group_number
RTNLGRP_IPV4_ROUTE	7	7	netlink_group_number
RTNLGRP_IPV4_RULE	8	8	netlink_group_number
RTNLGRP_IPV6_IFADDR	9	9	netlink_group_number
RTNLGRP_IPV6_IFINFO	12	12	netlink_group_number
RTNLGRP_IPV6_MROUTE	10	10	netlink_group_number
RTNLGRP_IPV6_MROUTE_R	31	31	netlink_group_number
RTNLGRP_IPV6_NETCONF	25	25	netlink_group_number
RTNLGRP_IPV6_PREFIX	18	18	netlink_group_number
RTNLGRP_IPV6_ROUTE	11	11	netlink_group_number
RTNLGRP_IPV6_RULE	19	19	netlink_group_number
RTNLGRP_LINK	1	1	netlink_group_number
RTNLGRP_MCTP_IFADDR	34	34	netlink_group_number
RTNLGRP_MDB	26	26	netlink_group_number
RTNLGRP_MPLS_NETCONF	29	29	netlink_group_number
RTNLGRP_MPLS_ROUTE	27	27	netlink_group_number
RTNLGRP_ND_USEROPT	20	20	netlink_group_number
RTNLGRP_NEIGH	3	3	netlink_group_number
RTNLGRP_NEXTHOP	32	32	netlink_group_number
RTNLGRP_NONE	0	0	netlink_group_number
RTNLGRP_NOP2	14	14	netlink_group_number
RTNLGRP_NOP4	17	17	netlink_group_number
RTNLGRP_NOTIFY	2	2	netlink_group_number
RTNLGRP_NSID	28	28	netlink_group_number
RTNLGRP_PHONET_IFADDR	21	21	netlink_group_number
RTNLGRP_PHONET_ROUTE	22	22	netlink_group_number
RTNLGRP_STATS	36	36	netlink_group_number
RTNLGRP_TC	4	4	netlink_group_number
RTNLGRP_TUNNEL	35	35	netlink_group_number
RTN_ANYCAST	4	4	route_type
RTN_BLACKHOLE	6	6	route_type
RTN_BROADCAST	3	3	route_type
RTN_LOCAL	2	2	route_type
RTN_MULTICAST	5	5	route_type
RTN_NAT	10	10	route_type
RTN_PROHIBIT	8	8	route_type
RTN_THROW	9	9	route_type
RTN_UNICAST	1	1	route_type
RTN_UNREACHABLE	7	7	route_type
RTN_UNSPEC	0	0	route_type
RTN_XRESOLVE	11	11	route_type
RTPROT_BABEL	42	42	route_protocol
RTPROT_BGP	186	186	route_protocol
RTPROT_BIRD	12	12	route_protocol
RTPROT_BOOT	3	3	route_protocol
RTPROT_DHCP	16	16	route_protocol
RTPROT_DNROUTED	13	13	route_protocol
RTPROT_EIGRP	192	192	route_protocol
RTPROT_GATED	8	8	route_protocol
RTPROT_ISIS	187	187	route_protocol
RTPROT_KEEPALIVED	18	18	route_protocol
RTPROT_KERNEL	2	2	route_protocol
RTPROT_MROUTED	17	17	route_protocol
RTPROT_MRT	10	10	route_protocol
RTPROT_NTK	15	15	route_protocol
RTPROT_OPENR	99	99	route_protocol
RTPROT_OSPF	188	188	route_protocol
RTPROT_RA	9	9	route_protocol
RTPROT_REDIRECT	1	1	route_protocol
RTPROT_RIP	189	189	route_protocol
RTPROT_STATIC	4	4	route_protocol
RTPROT_UNSPEC	0	0	route_protocol
RTPROT_XORP	14	14	route_protocol
RTPROT_ZEBRA	11	11	route_protocol
RT_SCOPE_HOST	254	254	route_scope
RT_SCOPE_LINK	253	253	route_scope
RT_SCOPE_NOWHERE	255	255	route_scope
RT_SCOPE_SITE	200	200	route_scope
RT_SCOPE_UNIVERSE	0	0	route_scope
RT_TABLE_COMPAT	252	252	route_table
RT_TABLE_DEFAULT	253	253	route_table
RT_TABLE_LOCAL	255	255	route_table
RT_TABLE_MAIN	254	254	route_table
RT_TABLE_UNSPEC	0	0	route_table
RUSAGE_CHILDREN	-1	-1	rusage_who
RUSAGE_SELF	0	0	rusage_who
RUSAGE_THREAD	1	1	rusage_who
RWF_APPEND	16	16	rwf
RWF_ATOMIC	64	64	rwf
RWF_DONTCACHE	128	128	rwf
RWF_DSYNC	2	2	rwf
RWF_HIPRI	1	1	rwf
RWF_NOAPPEND	32	32	rwf
RWF_NOSIGNAL	256	256	rwf
RWF_NOWAIT	8	8	rwf
RWF_SYNC	4	4	rwf
RWF_WRITE_LIFE_NOT_SET	0	0	rw_hint
RWH_WRITE_LIFE_EXTREME	5	5	rw_hint
RWH_WRITE_LIFE_LONG	4	4	rw_hint
RWH_WRITE_LIFE_MEDIUM	3	3	rw_hint
RWH_WRITE_LIFE_NONE	1	1	rw_hint
RWH_WRITE_LIFE_NOT_SET	0	0	rw_hint
RWH_WRITE_LIFE_SHORT	2	2	rw_hint
R_OK	4	4	access
SA_EXPOSE_TAGBITS	2048	2048	sigaction
SA_NOCLDSTOP	1	1	sigaction
SA_NOCLDWAIT	2	2	sigaction
SA_NODEFER	1073741824	1073741824	sigaction
SA_NOMASK	1073741824	1073741824	sigaction
SA_ONESHOT	2147483648	2147483648	sigaction
SA_ONSTACK	134217728	134217728	sigaction
SA_RESETHAND	2147483648	2147483648	sigaction
SA_RESTART	268435456	268435456	sigaction
SA_RESTORER	67108864	67108864	sigaction
SA_SIGINFO	4	4	sigaction
SA_UNSUPPORTED	1024	1024	sigaction
SCHED_BATCH	3	3	scheduler
SCHED_DEADLINE	6	6	scheduler
SCHED_EXT	7	7	scheduler
SCHED_FIFO	1	1	scheduler
SCHED_FLAG_DL_OVERRUN	4	4	sched_attr_flags
SCHED_FLAG_KEEP_PARAMS	16	16	sched_attr_flags
SCHED_FLAG_KEEP_POLICY	8	8	sched_attr_flags
SCHED_FLAG_RECLAIM	2	2	sched_attr_flags
SCHED_FLAG_RESET_ON_FORK	1	1	sched_attr_flags
SCHED_FLAG_UTIL_CLAMP_MAX	64	64	sched_attr_flags
SCHED_FLAG_UTIL_CLAMP_MIN	32	32	sched_attr_flags
SCHED_IDLE	5	5	scheduler
SCHED_NORMAL	0	0	scheduler
SCHED_OTHER	0	0	scheduler
SCHED_RESET_ON_FORK	1073741824	1073741824	scheduler
SCHED_RR	2	2	scheduler
SCM_CREDENTIALS	2	2	scm_type
SCM_PIDFD	4	4	scm_type
SCM_RIGHTS	1	1	scm_type
SCM_SECURITY	3	3	scm_type
SCM_TIMESTAMP	29	29	scm_type
SCM_TIMESTAMPING	37	37	scm_type
SCM_TIMESTAMPING_OPT_STATS	54	54	scm_type
SCM_TIMESTAMPING_PKTINFO	58	58	scm_type
SCM_TIMESTAMPNS	35	35	scm_type
SCM_TXTIME	61	61	scm_type
SCM_WIFI_STATUS	41	41	scm_type
SECBIT_EXEC_DENY_INTERACTIVE	1024	1024	securebits
SECBIT_EXEC_DENY_INTERACTIVE_LOCKED	2048	2048	securebits
SECBIT_EXEC_RESTRICT_FILE	256	256	securebits
SECBIT_EXEC_RESTRICT_FILE_LOCKED	512	512	securebits
SECBIT_KEEP_CAPS	16	16	securebits
SECBIT_KEEP_CAPS_LOCKED	32	32	securebits
SECBIT_NOROOT	1	1	securebits
SECBIT_NOROOT_LOCKED	2	2	securebits
SECBIT_NO_CAP_AMBIENT_RAISE	64	64	securebits
SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED	128	128	securebits
SECBIT_NO_SETUID_FIXUP	4	4	securebits
SECBIT_NO_SETUID_FIXUP_LOCKED	8	8	securebits
SECCOMP_ADDFD_FLAG_SEND	2	2	seccomp_addfd
SECCOMP_ADDFD_FLAG_SETFD	1	1	seccomp_addfd
SECCOMP_FILTER_FLAG_LOG	2	2	seccomp_flags
SECCOMP_FILTER_FLAG_NEW_LISTENER	8	8	seccomp_flags
SECCOMP_FILTER_FLAG_SPEC_ALLOW	4	4	seccomp_flags
SECCOMP_FILTER_FLAG_TSYNC	1	1	seccomp_flags
SECCOMP_FILTER_FLAG_TSYNC_ESRCH	16	16	seccomp_flags
SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV	32	32	seccomp_flags
SECCOMP_GET_ACTION_AVAIL	2	2	seccomp
SECCOMP_GET_NOTIF_SIZES	3	3	seccomp
SECCOMP_IOCTL_NOTIF_ADDFD	1075323139	1075323139	ioctl
SECCOMP_IOCTL_NOTIF_ID_VALID	1074274562	1074274562	ioctl
SECCOMP_IOCTL_NOTIF_RECV	3226476800	3226476800	ioctl
SECCOMP_IOCTL_NOTIF_SEND	3222806785	3222806785	ioctl
SECCOMP_IOCTL_NOTIF_SET_FLAGS	1074274564	1074274564	ioctl
SECCOMP_MODE_DISABLED	0	0	seccomp_mode
SECCOMP_MODE_FILTER	2	2	seccomp_mode
SECCOMP_MODE_STRICT	1	1	seccomp_mode
SECCOMP_RET_ACTION	2147418112	2147418112	seccomp_action
SECCOMP_RET_ACTION_FULL	4294901760	4294901760	seccomp_action
SECCOMP_RET_ALLOW	2147418112	2147418112	seccomp_action
SECCOMP_RET_DATA	65535	65535	seccomp_action
SECCOMP_RET_ERRNO	327680	327680	seccomp_action
SECCOMP_RET_KILL	0	0	seccomp_action
SECCOMP_RET_KILL_PROCESS	2147483648	2147483648	seccomp_action
SECCOMP_RET_KILL_THREAD	0	0	seccomp_action
SECCOMP_RET_LOG	2147221504	2147221504	seccomp_action
SECCOMP_RET_TRACE	2146435072	2146435072	seccomp_action
SECCOMP_RET_TRAP	196608	196608	seccomp_action
SECCOMP_RET_USER_NOTIF	2143289344	2143289344	seccomp_action
SECCOMP_SET_MODE_FILTER	1	1	seccomp
SECCOMP_SET_MODE_STRICT	0	0	seccomp
SECCOMP_USER_NOTIF_FLAG_CONTINUE	1	1	seccomp_response
SECRETMEM_MAGIC	1397048141	1397048141	file_system_magic
SECURITYFS_MAGIC	1935894131	1935894131	file_system_magic
SEEK_CUR	1	1	seek
SEEK_DATA	3	3	seek
SEEK_END	2	2	seek
SEEK_HOLE	4	4	seek
SEEK_SET	0	0	seek
SEGV_ACCERR	2	2	signal_code
SEGV_BNDERR	3	3	signal_code
SEGV_MAPERR	1	1	signal_code
SEGV_PKUERR	4	4	signal_code
SELINUX_MAGIC	4185718668	4185718668	file_system_magic
SEM_INFO	19	19	semctl
SEM_STAT	18	18	semctl
SEM_STAT_ANY	20	20	semctl
SEM_UNDO	4096	4096	sem_flags
SETALL	17	17	semctl
SETVAL	16	16	semctl
SFD_CLOEXEC	524288	524288	signalfd
SFD_NONBLOCK	2048	2048	signalfd
SHADOW_STACK_SET_MARKER	2	2	shadow_stack
SHADOW_STACK_SET_TOKEN	1	1	shadow_stack
SHM_EXEC	32768	32768	shmat
SHM_HUGETLB	2048	2048	shmget
SHM_HUGE_16MB	1610612736	1610612736	shm_huge,shmget
SHM_HUGE_1GB	2013265920	2013265920	shmget
SHM_HUGE_1MB	1342177280	1342177280	shm_huge,shmget
SHM_HUGE_256MB	1879048192	1879048192	shm_huge,shmget
SHM_HUGE_2GB	2080374784	2080374784	shm_huge,shmget
SHM_HUGE_2MB	1409286144	1409286144	shmget
SHM_HUGE_32MB	1677721600	1677721600	shm_huge,shmget
SHM_HUGE_512KB	1275068416	1275068416	shm_huge,shmget
SHM_HUGE_512MB	1946157056	1946157056	shm_huge,shmget
SHM_HUGE_64KB	1073741824	1073741824	shm_huge,shmget
SHM_HUGE_8MB	1543503872	1543503872	shm_huge,shmget
SHM_INFO	14	14	shmctl
SHM_LOCK	11	11	shmctl
SHM_NORESERVE	4096	4096	shmget
SHM_R	256	256	shm_mode
SHM_RDONLY	4096	4096	shmat
SHM_REMAP	16384	16384	shmat
SHM_RND	8192	8192	shmat
SHM_STAT	13	13	shmctl
SHM_STAT_ANY	15	15	shmctl
SHM_UNLOCK	12	12	shmctl
SHM_W	128	128	shm_mode
SHORT_INODE	16777216	16777216	personality
SHUT_RD	0	0	shutdown
SHUT_RDWR	2	2	shutdown
SHUT_WR	1	1	shutdown
SIGABRT	6	6	signal
SIGALRM	14	14	signal
SIGBUS	7	7	signal
SIGCHLD	17	17	clone,signal
SIGCONT	18	18	signal
SIGEV_NONE	1	1	signal_notify
SIGEV_SIGNAL	0	0	signal_notify
SIGEV_THREAD	2	2	signal_notify
SIGEV_THREAD_ID	4	4	signal_notify
SIGFPE	8	8	signal
SIGHUP	1	1	signal
SIGILL	4	4	signal
SIGINT	2	2	signal
SIGIO	29	29	signal
SIGIOT	6	6	signal
SIGKILL	9	9	signal
SIGPIPE	13	13	signal
SIGPOLL	29	29	signal
SIGPROF	27	27	signal
SIGPWR	30	30	signal
SIGQUIT	3	3	signal
SIGRTMAX	64	64	signal
SIGRTMIN	34	34	signal
SIGSEGV	11	11	signal
SIGSTKFLT	16	16	signal
SIGSTOP	19	19	signal
SIGSYS	31	31	signal
SIGTERM	15	15	signal
SIGTRAP	5	5	signal
SIGTSTP	20	20	signal
SIGTTIN	21	21	signal
SIGTTOU	22	22	signal
SIGUNUSED	31	31	signal
SIGURG	23	23	signal
SIGUSR1	10	10	signal
SIGUSR2	12	12	signal
SIGVTALRM	26	26	signal
SIGWINCH	28	28	signal
SIGXCPU	24	24	signal
SIGXFSZ	25	25	signal
SIG_BLOCK	0	0	sigprocmask
SIG_DFL	0	0	signal_handler
SIG_ERR	-1	-1	signal_handler
SIG_IGN	1	1	signal_handler
SIG_SETMASK	2	2	sigprocmask
SIG_UNBLOCK	1	1	sigprocmask
SIOCADDDLCI	35200	35200	ioctl
SIOCADDMULTI	35121	35121	ioctl
SIOCADDRT	35083	35083	ioctl
SIOCATMARK	35077	35077	ioctl
SIOCBONDCHANGEACTIVE	35221	35221	ioctl
SIOCBONDENSLAVE	35216	35216	ioctl
SIOCBONDINFOQUERY	35220	35220	ioctl
SIOCBONDRELEASE	35217	35217	ioctl
SIOCBONDSETHWADDR	35218	35218	ioctl
SIOCBONDSLAVEINFOQUERY	35219	35219	ioctl
SIOCBRADDBR	35232	35232	ioctl
SIOCBRADDIF	35234	35234	ioctl
SIOCBRDELBR	35233	35233	ioctl
SIOCBRDELIF	35235	35235	ioctl
SIOCDARP	35155	35155	ioctl
SIOCDELDLCI	35201	35201	ioctl
SIOCDELMULTI	35122	35122	ioctl
SIOCDELRT	35084	35084	ioctl
SIOCDIFADDR	35126	35126	ioctl
SIOCDRARP	35168	35168	ioctl
SIOCETHTOOL	35142	35142	ioctl
SIOCGARP	35156	35156	ioctl
SIOCGHWTSTAMP	35249	35249	ioctl
SIOCGIFADDR	35093	35093	ioctl
SIOCGIFBR	35136	35136	ioctl
SIOCGIFBRDADDR	35097	35097	ioctl
SIOCGIFCONF	35090	35090	ioctl
SIOCGIFCOUNT	35128	35128	ioctl
SIOCGIFDSTADDR	35095	35095	ioctl
SIOCGIFENCAP	35109	35109	ioctl
SIOCGIFFLAGS	35091	35091	ioctl
SIOCGIFHWADDR	35111	35111	ioctl
SIOCGIFINDEX	35123	35123	ioctl
SIOCGIFMAP	35184	35184	ioctl
SIOCGIFMEM	35103	35103	ioctl
SIOCGIFMETRIC	35101	35101	ioctl
SIOCGIFMTU	35105	35105	ioctl
SIOCGIFNAME	35088	35088	ioctl
SIOCGIFNETMASK	35099	35099	ioctl
SIOCGIFPFLAGS	35125	35125	ioctl
SIOCGIFSLAVE	35113	35113	ioctl
SIOCGIFTXQLEN	35138	35138	ioctl
SIOCGIFVLAN	35202	35202	ioctl
SIOCGMIIPHY	35143	35143	ioctl
SIOCGMIIREG	35144	35144	ioctl
SIOCGPGRP	35076	35076	ioctl
SIOCGRARP	35169	35169	ioctl
SIOCGSKNS	35148	35148	ioctl
SIOCGSTAMP	35078	35078	ioctl
SIOCGSTAMPNS	35079	35079	ioctl
SIOCINQ	21531	21531	ioctl
SIOCOUTQ	21521	21521	ioctl
SIOCOUTQNSD	35147	35147	ioctl
SIOCRTMSG	35085	35085	ioctl
SIOCSARP	35157	35157	ioctl
SIOCSHWTSTAMP	35248	35248	ioctl
SIOCSIFADDR	35094	35094	ioctl
SIOCSIFBR	35137	35137	ioctl
SIOCSIFBRDADDR	35098	35098	ioctl
SIOCSIFDSTADDR	35096	35096	ioctl
SIOCSIFENCAP	35110	35110	ioctl
SIOCSIFFLAGS	35092	35092	ioctl
SIOCSIFHWADDR	35108	35108	ioctl
SIOCSIFHWBROADCAST	35127	35127	ioctl
SIOCSIFLINK	35089	35089	ioctl
SIOCSIFMAP	35185	35185	ioctl
SIOCSIFMEM	35104	35104	ioctl
SIOCSIFMETRIC	35102	35102	ioctl
SIOCSIFMTU	35106	35106	ioctl
SIOCSIFNAME	35107	35107	ioctl
SIOCSIFNETMASK	35100	35100	ioctl
SIOCSIFPFLAGS	35124	35124	ioctl
SIOCSIFSLAVE	35120	35120	ioctl
SIOCSIFTXQLEN	35139	35139	ioctl
SIOCSIFVLAN	35203	35203	ioctl
SIOCSMIIREG	35145	35145	ioctl
SIOCSPGRP	35074	35074	ioctl
SIOCSRARP	35170	35170	ioctl
SIOCUNIXFILE	35296	35296	ioctl
SIOCWANDEV	35146	35146	ioctl
SI_ASYNCIO	-4	-4	signal_code
SI_ASYNCNL	-60	-60	signal_code
SI_DETHREAD	-7	-7	signal_code
SI_KERNEL	128	128	signal_code
SI_MESGQ	-3	-3	signal_code
SI_QUEUE	-1	-1	signal_code
SI_SIGIO	-5	-5	signal_code
SI_TIMER	-2	-2	signal_code
SI_TKILL	-6	-6	signal_code
SI_USER	0	0	signal_code
SMACK_MAGIC	1128357203	1128357203	file_system_magic
SMB2_SUPER_MAGIC	4266872130	4266872130	file_system_magic
SMB_SUPER_MAGIC	20859	20859	file_system_magic
SOCKFS_MAGIC	1397703499	1397703499	file_system_magic
SOCK_CLOEXEC	524288	524288	accept4,socket_type
SOCK_DCCP	6	6	socket_type
SOCK_DGRAM	2	2	socket_type
SOCK_NONBLOCK	2048	2048	accept4,socket_type
SOCK_PACKET	10	10	socket_type
SOCK_RAW	3	3	socket_type
SOCK_RDM	4	4	socket_type
SOCK_SEQPACKET	5	5	socket_type
SOCK_STREAM	1	1	socket_type
SOF_TIMESTAMPING_BIND_PHC	32768	32768	timestamping
SOF_TIMESTAMPING_MASK	65535	65535	timestamping
SOF_TIMESTAMPING_OPT_CMSG	1024	1024	timestamping
SOF_TIMESTAMPING_OPT_ID	128	128	timestamping
SOF_TIMESTAMPING_OPT_PKTINFO	8192	8192	timestamping
SOF_TIMESTAMPING_OPT_STATS	4096	4096	timestamping
SOF_TIMESTAMPING_OPT_TSONLY	2048	2048	timestamping
SOF_TIMESTAMPING_OPT_TX_SWHW	16384	16384	timestamping
SOF_TIMESTAMPING_RAW_HARDWARE	64	64	timestamping
SOF_TIMESTAMPING_RX_HARDWARE	4	4	timestamping
SOF_TIMESTAMPING_RX_SOFTWARE	8	8	timestamping
SOF_TIMESTAMPING_SOFTWARE	16	16	timestamping
SOF_TIMESTAMPING_SYS_HARDWARE	32	32	timestamping
SOF_TIMESTAMPING_TX_ACK	512	512	timestamping
SOF_TIMESTAMPING_TX_HARDWARE	1	1	timestamping
SOF_TIMESTAMPING_TX_RECORD_MASK	771	771	timestamping
SOF_TIMESTAMPING_TX_SCHED	256	256	timestamping
SOF_TIMESTAMPING_TX_SOFTWARE	2	2	timestamping
SOL_AAL	265	265	socket_level
SOL_ALG	279	279	socket_level
SOL_ATM	264	264	socket_level
SOL_BLUETOOTH	274	274	socket_level
SOL_CAIF	278	278	socket_level
SOL_CAN_BASE	100	100	socket_level
SOL_CAN_RAW	101	101	socket_level
SOL_DCCP	269	269	socket_level
SOL_DECNET	261	261	socket_level
SOL_ICMPV6	58	58	socket_level
SOL_IP	0	0	socket_level
SOL_IPV6	41	41	socket_level
SOL_IRDA	266	266	socket_level
SOL_IUCV	277	277	socket_level
SOL_KCM	281	281	socket_level
SOL_LLC	268	268	socket_level
SOL_MCTP	285	285	socket_level
SOL_MPTCP	284	284	socket_level
SOL_NETBEUI	267	267	socket_level
SOL_NETLINK	270	270	socket_level
SOL_NFC	280	280	socket_level
SOL_PACKET	263	263	socket_level
SOL_PNPIPE	275	275	socket_level
SOL_PPPOL2TP	273	273	socket_level
SOL_RAW	255	255	socket_level
SOL_RDS	276	276	socket_level
SOL_RXRPC	272	272	socket_level
SOL_SCTP	132	132	socket_level
SOL_SMC	286	286	socket_level
SOL_SOCKET	1	1	socket_level
SOL_TCP	6	6	socket_level
SOL_TIPC	271	271	socket_level
SOL_TLS	282	282	socket_level
SOL_UDP	17	17	socket_level
SOL_UDPLITE	136	136	socket_level
SOL_VSOCK	287	287	socket_level
SOL_X25	262	262	socket_level
SOL_XDP	283	283	socket_level
SOMAXCONN	4096	4096	socket_limits
SO_ACCEPTCONN	30	30	socket_option,sol_socket_option
SO_ATTACH_BPF	50	50	socket_option,sol_socket_option
SO_ATTACH_FILTER	26	26	socket_option,sol_socket_option
SO_ATTACH_REUSEPORT_CBPF	51	51	socket_option,sol_socket_option
SO_ATTACH_REUSEPORT_EBPF	52	52	socket_option,sol_socket_option
SO_BINDTODEVICE	25	25	socket_option,sol_socket_option
SO_BINDTOIFINDEX	62	62	socket_option,sol_socket_option
SO_BPF_EXTENSIONS	48	48	socket_option,sol_socket_option
SO_BROADCAST	6	6	socket_option,sol_socket_option
SO_BSDCOMPAT	14	14	socket_option,sol_socket_option
SO_BUF_LOCK	72	72	socket_option,sol_socket_option
SO_BUSY_POLL	46	46	socket_option,sol_socket_option
SO_BUSY_POLL_BUDGET	70	70	socket_option,sol_socket_option
SO_CNX_ADVICE	53	53	socket_option,sol_socket_option
SO_COOKIE	57	57	socket_option,sol_socket_option
SO_DEBUG	1	1	socket_option,sol_socket_option
SO_DETACH_BPF	27	27	socket_option,sol_socket_option
SO_DETACH_FILTER	27	27	socket_option,sol_socket_option
SO_DETACH_REUSEPORT_BPF	68	68	socket_option,sol_socket_option
SO_DEVMEM_DMABUF	79	79	socket_option,sol_socket_option
SO_DEVMEM_DONTNEED	80	80	socket_option,sol_socket_option
SO_DEVMEM_LINEAR	78	78	socket_option,sol_socket_option
SO_DOMAIN	39	39	socket_option,sol_socket_option
SO_DONTROUTE	5	5	socket_option,sol_socket_option
SO_EE_CODE_TXTIME_INVALID_PARAM	1	1	so_ee_code
SO_EE_CODE_TXTIME_MISSED	2	2	so_ee_code
SO_EE_CODE_ZEROCOPY_COPIED	1	1	so_ee_code
SO_EE_ORIGIN_ICMP	2	2	so_ee_origin
SO_EE_ORIGIN_ICMP6	3	3	so_ee_origin
SO_EE_ORIGIN_LOCAL	1	1	so_ee_origin
SO_EE_ORIGIN_NONE	0	0	so_ee_origin
SO_EE_ORIGIN_TIMESTAMPING	4	4	so_ee_origin
SO_EE_ORIGIN_TXSTATUS	4	4	so_ee_origin
SO_EE_ORIGIN_TXTIME	6	6	so_ee_origin
SO_EE_ORIGIN_ZEROCOPY	5	5	so_ee_origin
SO_EE_RFC4884_FLAG_INVALID	1	1	so_ee_code
SO_ERROR	4	4	socket_option,sol_socket_option
SO_GET_FILTER	26	26	socket_option,sol_socket_option
SO_INCOMING_CPU	49	49	socket_option,sol_socket_option
SO_INCOMING_NAPI_ID	56	56	socket_option,sol_socket_option
SO_INQ	84	84	socket_option,sol_socket_option
SO_KEEPALIVE	9	9	socket_option,sol_socket_option
SO_LINGER	13	13	socket_option,sol_socket_option
SO_LOCK_FILTER	44	44	socket_option,sol_socket_option
SO_MARK	36	36	socket_option,sol_socket_option
SO_MAX_PACING_RATE	47	47	socket_option,sol_socket_option
SO_MEMINFO	55	55	socket_option,sol_socket_option
SO_NETNS_COOKIE	71	71	socket_option,sol_socket_option
SO_NOFCS	43	43	socket_option,sol_socket_option
SO_NO_CHECK	11	11	socket_option,sol_socket_option
SO_OOBINLINE	10	10	socket_option,sol_socket_option
SO_PASSCRED	16	16	socket_option,sol_socket_option
SO_PASSPIDFD	76	76	socket_option,sol_socket_option
SO_PASSRIGHTS	83	83	socket_option,sol_socket_option
SO_PASSSEC	34	34	socket_option,sol_socket_option
SO_PEEK_OFF	42	42	socket_option,sol_socket_option
SO_PEERCRED	17	17	socket_option,sol_socket_option
SO_PEERGROUPS	59	59	socket_option,sol_socket_option
SO_PEERNAME	28	28	socket_option,sol_socket_option
SO_PEERPIDFD	77	77	socket_option,sol_socket_option
SO_PEERSEC	31	31	socket_option,sol_socket_option
SO_PREFER_BUSY_POLL	69	69	socket_option,sol_socket_option
SO_PRIORITY	12	12	socket_option,sol_socket_option
SO_PROTOCOL	38	38	socket_option,sol_socket_option
SO_RCVBUF	8	8	socket_option,sol_socket_option
SO_RCVBUFFORCE	33	33	socket_option,sol_socket_option
SO_RCVLOWAT	18	18	socket_option,sol_socket_option
SO_RCVMARK	75	75	socket_option,sol_socket_option
SO_RCVPRIORITY	82	82	socket_option,sol_socket_option
SO_RCVTIMEO	20	20	socket_option,sol_socket_option
SO_RCVTIMEO_NEW	66	66	socket_option,sol_socket_option
SO_RCVTIMEO_OLD	20	20	socket_option,sol_socket_option
SO_RESERVE_MEM	73	73	socket_option,sol_socket_option
SO_REUSEADDR	2	2	socket_option,sol_socket_option
SO_REUSEPORT	15	15	socket_option,sol_socket_option
SO_RXQ_OVFL	40	40	socket_option,sol_socket_option
SO_SECURITY_AUTHENTICATION	22	22	socket_option,sol_socket_option
SO_SECURITY_ENCRYPTION_NETWORK	24	24	socket_option,sol_socket_option
SO_SECURITY_ENCRYPTION_TRANSPORT	23	23	socket_option,sol_socket_option
SO_SELECT_ERR_QUEUE	45	45	socket_option,sol_socket_option
SO_SNDBUF	7	7	socket_option,sol_socket_option
SO_SNDBUFFORCE	32	32	socket_option,sol_socket_option
SO_SNDLOWAT	19	19	socket_option,sol_socket_option
SO_SNDTIMEO	21	21	socket_option,sol_socket_option
SO_SNDTIMEO_NEW	67	67	socket_option,sol_socket_option
SO_SNDTIMEO_OLD	21	21	socket_option,sol_socket_option
SO_TIMESTAMP	29	29	socket_option,sol_socket_option
SO_TIMESTAMPING	37	37	socket_option,sol_socket_option
SO_TIMESTAMPING_NEW	65	65	socket_option,sol_socket_option
SO_TIMESTAMPING_OLD	37	37	socket_option,sol_socket_option
SO_TIMESTAMPNS	35	35	socket_option,sol_socket_option
SO_TIMESTAMPNS_NEW	64	64	socket_option,sol_socket_option
SO_TIMESTAMPNS_OLD	35	35	socket_option,sol_socket_option
SO_TIMESTAMP_NEW	63	63	socket_option,sol_socket_option
SO_TIMESTAMP_OLD	29	29	socket_option,sol_socket_option
SO_TXREHASH	74	74	socket_option,sol_socket_option
SO_TXTIME	61	61	socket_option,sol_socket_option
SO_TYPE	3	3	socket_option,sol_socket_option
SO_VM_SOCKETS_BUFFER_MAX_SIZE	2	2	socket_option,vsock_option
SO_VM_SOCKETS_BUFFER_MIN_SIZE	1	1	socket_option,vsock_option
SO_VM_SOCKETS_BUFFER_SIZE	0	0	socket_option,vsock_option
SO_VM_SOCKETS_CONNECT_TIMEOUT	6	6	socket_option,vsock_option
SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW	8	8	socket_option,vsock_option
SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD	6	6	socket_option,vsock_option
SO_VM_SOCKETS_NONBLOCK_TXRX	7	7	socket_option,vsock_option
SO_VM_SOCKETS_PEER_HOST_VM_ID	3	3	socket_option,vsock_option
SO_VM_SOCKETS_TRUSTED	5	5	socket_option,vsock_option
SO_WIFI_STATUS	41	41	socket_option,sol_socket_option
SO_ZEROCOPY	60	60	socket_option,sol_socket_option
SPLICE_F_GIFT	8	8	splice
SPLICE_F_MORE	4	4	splice
SPLICE_F_MOVE	1	1	splice
SPLICE_F_NONBLOCK	2	2	splice
SQUASHFS_MAGIC	1936814952	1936814952	file_system_magic
SS_AUTODISARM	2147483648	2147483648	sigaltstack
SS_DISABLE	2	2	sigaltstack
SS_ONSTACK	1	1	sigaltstack
STATMOUNT_BY_FD	1	1	statmount
STATMOUNT_FS_SUBTYPE	256	256	statmount_mask
STATMOUNT_FS_TYPE	32	32	statmount_mask
STATMOUNT_MNT_BASIC	2	2	statmount_mask
STATMOUNT_MNT_GIDMAP	16384	16384	statmount_mask
STATMOUNT_MNT_NS_ID	64	64	statmount_mask
STATMOUNT_MNT_OPTS	128	128	statmount_mask
STATMOUNT_MNT_POINT	16	16	statmount_mask
STATMOUNT_MNT_ROOT	8	8	statmount_mask
STATMOUNT_MNT_UIDMAP	8192	8192	statmount_mask
STATMOUNT_OPT_ARRAY	1024	1024	statmount_mask
STATMOUNT_OPT_SEC_ARRAY	2048	2048	statmount_mask
STATMOUNT_PROPAGATE_FROM	4	4	statmount_mask
STATMOUNT_SB_BASIC	1	1	statmount_mask
STATMOUNT_SB_SOURCE	512	512	statmount_mask
STATMOUNT_SUPPORTED_MASK	4096	4096	statmount_mask
STATX_ALL	4095	4095	statx_mask
STATX_ATIME	32	32	statx_mask
STATX_ATTR_APPEND	32	32	statx_attributes
STATX_ATTR_AUTOMOUNT	4096	4096	statx_attributes
STATX_ATTR_COMPRESSED	4	4	statx_attributes
STATX_ATTR_DAX	2097152	2097152	statx_attributes
STATX_ATTR_ENCRYPTED	2048	2048	statx_attributes
STATX_ATTR_IMMUTABLE	16	16	statx_attributes
STATX_ATTR_MOUNT_ROOT	8192	8192	statx_attributes
STATX_ATTR_NODUMP	64	64	statx_attributes
STATX_ATTR_VERITY	1048576	1048576	statx_attributes
STATX_ATTR_WRITE_ATOMIC	4194304	4194304	statx_attributes
STATX_BASIC_STATS	2047	2047	statx_mask
STATX_BLOCKS	1024	1024	statx_mask
STATX_BTIME	2048	2048	statx_mask
STATX_CTIME	128	128	statx_mask
STATX_DIOALIGN	8192	8192	statx_mask
STATX_DIO_READ_ALIGN	131072	131072	statx_mask
STATX_GID	16	16	statx_mask
STATX_INO	256	256	statx_mask
STATX_MNT_ID	4096	4096	statx_mask
STATX_MNT_ID_UNIQUE	16384	16384	statx_mask
STATX_MODE	2	2	statx_mask
STATX_MTIME	64	64	statx_mask
STATX_NLINK	4	4	statx_mask
STATX_SIZE	512	512	statx_mask
STATX_SUBVOL	32768	32768	statx_mask
STATX_TYPE	1	1	statx_mask
STATX_UID	8	8	statx_mask
STATX_WRITE_ATOMIC	65536	65536	statx_mask
STA_CLK	32768	32768	timex_status
STA_CLOCKERR	4096	4096	timex_status
STA_DEL	32	32	timex_status
STA_FLL	8	8	timex_status
STA_FREQHOLD	128	128	timex_status
STA_INS	16	16	timex_status
STA_MODE	16384	16384	timex_status
STA_NANO	8192	8192	timex_status
STA_PLL	1	1	timex_status
STA_PPSERROR	2048	2048	timex_status
STA_PPSFREQ	2	2	timex_status
STA_PPSJITTER	512	512	timex_status
STA_PPSSIGNAL	256	256	timex_status
STA_PPSTIME	4	4	timex_status
STA_PPSWANDER	1024	1024	timex_status
STA_RONLY	65280	65280	timex_status
STA_UNSYNC	64	64	timex_status
STICKY_TIMEOUTS	67108864	67108864	personality
ST_MANDLOCK	64	64	statfs_flags
ST_NOATIME	1024	1024	statfs_flags
ST_NODEV	4	4	statfs_flags
ST_NODIRATIME	2048	2048	statfs_flags
ST_NOEXEC	8	8	statfs_flags
ST_NOSUID	2	2	statfs_flags
ST_RDONLY	1	1	statfs_flags
ST_RELATIME	4096	4096	statfs_flags
ST_SYNCHRONOUS	16	16	statfs_flags
SWAP_FLAG_DISCARD	65536	65536	swapon
SWAP_FLAG_DISCARD_ONCE	131072	131072	swapon
SWAP_FLAG_DISCARD_PAGES	262144	262144	swapon
SWAP_FLAG_PREFER	32768	32768	swapon
SWAP_FLAG_PRIO_MASK	32767	32767	swapon
SWAP_FLAG_PRIO_SHIFT	0	0	swapon
SYNC_FILE_RANGE_WAIT_AFTER	4	4	sync_file_range
SYNC_FILE_RANGE_WAIT_BEFORE	1	1	sync_file_range
SYNC_FILE_RANGE_WRITE	2	2	sync_file_range
SYNC_FILE_RANGE_WRITE_AND_WAIT	7	7	sync_file_range
SYSFS_MAGIC	1650812274	1650812274	file_system_magic
SYSLOG_ACTION_CLEAR	5	5	syslog
SYSLOG_ACTION_CLOSE	0	0	syslog
SYSLOG_ACTION_CONSOLE_LEVEL	8	8	syslog
SYSLOG_ACTION_CONSOLE_OFF	6	6	syslog
SYSLOG_ACTION_CONSOLE_ON	7	7	syslog
SYSLOG_ACTION_OPEN	1	1	syslog
SYSLOG_ACTION_READ	2	2	syslog
SYSLOG_ACTION_READ_ALL	3	3	syslog
SYSLOG_ACTION_READ_CLEAR	4	4	syslog
SYSLOG_ACTION_SIZE_BUFFER	10	10	syslog
SYSLOG_ACTION_SIZE_UNREAD	9	9	syslog
SYS_SECCOMP	1	1	signal_code
S_IFBLK	24576	24576	ipc_get,mode,shmget
S_IFCHR	8192	8192	ipc_get,mode,shmget
S_IFDIR	16384	16384	ipc_get,mode,shmget
S_IFIFO	4096	4096	ipc_get,mode,shmget
S_IFLNK	40960	40960	ipc_get,mode,shmget
S_IFMT	61440	61440	ipc_get,mode,shmget
S_IFREG	32768	32768	ipc_get,mode,shmget
S_IFSOCK	49152	49152	ipc_get,mode,shmget
S_IRGRP	32	32	ipc_get,mode,shmget
S_IROTH	4	4	ipc_get,mode,shmget
S_IRUSR	256	256	ipc_get,mode,shmget
S_IRWXG	56	56	ipc_get,mode,shmget
S_IRWXO	7	7	ipc_get,mode,shmget
S_IRWXU	448	448	ipc_get,mode,shmget
S_ISGID	1024	1024	ipc_get,mode,shmget
S_ISUID	2048	2048	ipc_get,mode,shmget
S_ISVTX	512	512	ipc_get,mode,shmget
S_IWGRP	16	16	ipc_get,mode,shmget
S_IWOTH	2	2	ipc_get,mode,shmget
S_IWUSR	128	128	ipc_get,mode,shmget
S_IXGRP	8	8	ipc_get,mode,shmget
S_IXOTH	1	1	ipc_get,mode,shmget
S_IXUSR	64	64	ipc_get,mode,shmget
TCFLSH	21515	21515	ioctl
TCGETA	21509	21509	ioctl
TCGETS	21505	21505	ioctl
TCGETX	21554	21554	ioctl
TCIFLUSH	0	0	tcflush
TCIOFF	2	2	tcflow
TCIOFLUSH	2	2	tcflush
TCION	3	3	tcflow
TCOFLUSH	1	1	tcflush
TCOOFF	0	0	tcflow
TCOON	1	1	tcflow
TCP_AO_ADD_KEY	38	38	socket_option,tcp_option
TCP_AO_DEL_KEY	39	39	socket_option,tcp_option
TCP_AO_GET_KEYS	41	41	socket_option,tcp_option
TCP_AO_INFO	40	40	socket_option,tcp_option
TCP_AO_REPAIR	42	42	socket_option,tcp_option
TCP_CC_INFO	26	26	socket_option,tcp_option
TCP_CLOSE	7	7	tcp_state
TCP_CLOSE_WAIT	8	8	tcp_state
TCP_CLOSING	11	11	tcp_state
TCP_CM_INQ	36	36	tcp_control_message
TCP_CONGESTION	13	13	socket_option,tcp_option
TCP_CORK	3	3	socket_option,tcp_option
TCP_DEFER_ACCEPT	9	9	socket_option,tcp_option
TCP_DELACK_MAX_US	46	46	socket_option,tcp_option
TCP_ESTABLISHED	1	1	tcp_state
TCP_FASTOPEN	23	23	socket_option,tcp_option
TCP_FASTOPEN_CONNECT	30	30	socket_option,tcp_option
TCP_FASTOPEN_KEY	33	33	socket_option,tcp_option
TCP_FASTOPEN_NO_COOKIE	34	34	socket_option,tcp_option
TCP_FIN_WAIT1	4	4	tcp_state
TCP_FIN_WAIT2	5	5	tcp_state
TCP_INFO	11	11	socket_option,tcp_option
TCP_INQ	36	36	socket_option,tcp_option
TCP_IS_MPTCP	43	43	socket_option,tcp_option
TCP_KEEPCNT	6	6	socket_option,tcp_option
TCP_KEEPIDLE	4	4	socket_option,tcp_option
TCP_KEEPINTVL	5	5	socket_option,tcp_option
TCP_LAST_ACK	9	9	tcp_state
TCP_LINGER2	8	8	socket_option,tcp_option
TCP_LISTEN	10	10	tcp_state
TCP_MAXSEG	2	2	socket_option,tcp_option
TCP_MD5SIG	14	14	socket_option,tcp_option
TCP_MD5SIG_EXT	32	32	socket_option,tcp_option
TCP_MD5SIG_FLAG_IFINDEX	2	2	tcp_md5_flags
TCP_MD5SIG_FLAG_PREFIX	1	1	tcp_md5_flags
TCP_NLA_BUSY	1	1	tcp_statistic
TCP_NLA_BYTES_NOTSENT	24	24	tcp_statistic
TCP_NLA_BYTES_RETRANS	19	19	tcp_statistic
TCP_NLA_BYTES_SENT	18	18	tcp_statistic
TCP_NLA_CA_STATE	14	14	tcp_statistic
TCP_NLA_DATA_SEGS_OUT	4	4	tcp_statistic
TCP_NLA_DELIVERED	16	16	tcp_statistic
TCP_NLA_DELIVERED_CE	17	17	tcp_statistic
TCP_NLA_DELIVERY_RATE	7	7	tcp_statistic
TCP_NLA_DELIVERY_RATE_APP_LMT	12	12	tcp_statistic
TCP_NLA_DSACK_DUPS	20	20	tcp_statistic
TCP_NLA_EDT	25	25	tcp_statistic
TCP_NLA_MIN_RTT	10	10	tcp_statistic
TCP_NLA_PACING_RATE	6	6	tcp_statistic
TCP_NLA_PAD	0	0	tcp_statistic
TCP_NLA_RECUR_RETRANS	11	11	tcp_statistic
TCP_NLA_REORDERING	9	9	tcp_statistic
TCP_NLA_REORD_SEEN	21	21	tcp_statistic
TCP_NLA_RWND_LIMITED	2	2	tcp_statistic
TCP_NLA_SNDBUF_LIMITED	3	3	tcp_statistic
TCP_NLA_SNDQ_SIZE	13	13	tcp_statistic
TCP_NLA_SND_CWND	8	8	tcp_statistic
TCP_NLA_SND_SSTHRESH	15	15	tcp_statistic
TCP_NLA_SRTT	22	22	tcp_statistic
TCP_NLA_TIMEOUT_REHASH	23	23	tcp_statistic
TCP_NLA_TOTAL_RETRANS	5	5	tcp_statistic
TCP_NLA_TTL	26	26	tcp_statistic
TCP_NODELAY	1	1	socket_option,tcp_option
TCP_NOTSENT_LOWAT	25	25	socket_option,tcp_option
TCP_NO_QUEUE	0	0	tcp_queue
TCP_QUEUE_SEQ	21	21	socket_option,tcp_option
TCP_QUICKACK	12	12	socket_option,tcp_option
TCP_RECV_QUEUE	1	1	tcp_queue
TCP_REPAIR	19	19	socket_option,tcp_option
TCP_REPAIR_OFF	0	0	tcp_repair
TCP_REPAIR_OFF_NO_WP	-1	-1	tcp_repair
TCP_REPAIR_ON	1	1	tcp_repair
TCP_REPAIR_OPTIONS	22	22	socket_option,tcp_option
TCP_REPAIR_QUEUE	20	20	socket_option,tcp_option
TCP_REPAIR_WINDOW	29	29	socket_option,tcp_option
TCP_RTO_MAX_MS	44	44	socket_option,tcp_option
TCP_RTO_MIN_US	45	45	socket_option,tcp_option
TCP_SAVED_SYN	28	28	socket_option,tcp_option
TCP_SAVE_SYN	27	27	socket_option,tcp_option
TCP_SEND_QUEUE	2	2	tcp_queue
TCP_SYNCNT	7	7	socket_option,tcp_option
TCP_SYN_RECV	3	3	tcp_state
TCP_SYN_SENT	2	2	tcp_state
TCP_THIN_DUPACK	17	17	socket_option,tcp_option
TCP_THIN_LINEAR_TIMEOUTS	16	16	socket_option,tcp_option
TCP_TIMESTAMP	24	24	socket_option,tcp_option
TCP_TIME_WAIT	6	6	tcp_state
TCP_TX_DELAY	37	37	socket_option,tcp_option
TCP_ULP	31	31	socket_option,tcp_option
TCP_USER_TIMEOUT	18	18	socket_option,tcp_option
TCP_WINDOW_CLAMP	10	10	socket_option,tcp_option
TCP_ZEROCOPY_RECEIVE	35	35	socket_option,tcp_option
TCSBRK	21513	21513	ioctl
TCSBRKP	21541	21541	ioctl
TCSETA	21510	21510	ioctl
TCSETAF	21512	21512	ioctl
TCSETAW	21511	21511	ioctl
TCSETS	21506	21506	ioctl
TCSETSF	21508	21508	ioctl
TCSETSW	21507	21507	ioctl
TCSETX	21555	21555	ioctl
TCSETXF	21556	21556	ioctl
TCSETXW	21557	21557	ioctl
TCXONC	21514	21514	ioctl
TFD_CLOEXEC	524288	524288	timerfd_create
TFD_IOC_SET_TICKS	1074287616	1074287616	ioctl
TFD_NONBLOCK	2048	2048	timerfd_create
TFD_TIMER_ABSTIME	1	1	timerfd_settime
TFD_TIMER_CANCEL_ON_SET	2	2	timerfd_settime
TIMER_ABSTIME	1	1	timer_flags
TIME_DEL	2	2	timex_state
TIME_ERROR	5	5	timex_state
TIME_INS	1	1	timex_state
TIME_NS_INIT_ID	6	6	namespace_id
TIME_NS_INIT_INO	4026531834	4026531834	namespace_id
TIME_OK	0	0	timex_state
TIME_OOP	3	3	timex_state
TIME_WAIT	4	4	timex_state
TIOCCBRK	21544	21544	ioctl
TIOCCONS	21533	21533	ioctl
TIOCEXCL	21516	21516	ioctl
TIOCGDEV	2147767346	2147767346	ioctl
TIOCGETD	21540	21540	ioctl
TIOCGEXCL	2147767360	2147767360	ioctl
TIOCGICOUNT	21597	21597	ioctl
TIOCGLCKTRMIOS	21590	21590	ioctl
TIOCGPGRP	21519	21519	ioctl
TIOCGPKT	2147767352	2147767352	ioctl
TIOCGPTLCK	2147767353	2147767353	ioctl
TIOCGPTN	2147767344	2147767344	ioctl
TIOCGPTPEER	21569	21569	ioctl
TIOCGRS485	21550	21550	ioctl
TIOCGSERIAL	21534	21534	ioctl
TIOCGSID	21545	21545	ioctl
TIOCGSOFTCAR	21529	21529	ioctl
TIOCGWINSZ	21523	21523	ioctl
TIOCINQ	21531	21531	ioctl
TIOCLINUX	21532	21532	ioctl
TIOCMBIC	21527	21527	ioctl
TIOCMBIS	21526	21526	ioctl
TIOCMGET	21525	21525	ioctl
TIOCMIWAIT	21596	21596	ioctl
TIOCMSET	21528	21528	ioctl
TIOCM_CAR	64	64	modem_lines
TIOCM_CTS	32	32	modem_lines
TIOCM_DSR	256	256	modem_lines
TIOCM_DTR	2	2	modem_lines
TIOCM_LE	1	1	modem_lines
TIOCM_LOOP	32768	32768	modem_lines
TIOCM_OUT1	8192	8192	modem_lines
TIOCM_OUT2	16384	16384	modem_lines
TIOCM_RNG	128	128	modem_lines
TIOCM_RTS	4	4	modem_lines
TIOCM_SR	16	16	modem_lines
TIOCM_ST	8	8	modem_lines
TIOCNOTTY	21538	21538	ioctl
TIOCNXCL	21517	21517	ioctl
TIOCOUTQ	21521	21521	ioctl
TIOCPKT	21536	21536	ioctl
TIOCSBRK	21543	21543	ioctl
TIOCSCTTY	21518	21518	ioctl
TIOCSERCONFIG	21587	21587	ioctl
TIOCSERGETLSR	21593	21593	ioctl
TIOCSERGETMULTI	21594	21594	ioctl
TIOCSERGSTRUCT	21592	21592	ioctl
TIOCSERGWILD	21588	21588	ioctl
TIOCSERSETMULTI	21595	21595	ioctl
TIOCSERSWILD	21589	21589	ioctl
TIOCSETD	21539	21539	ioctl
TIOCSIG	1074025526	1074025526	ioctl
TIOCSLCKTRMIOS	21591	21591	ioctl
TIOCSPGRP	21520	21520	ioctl
TIOCSPTLCK	1074025521	1074025521	ioctl
TIOCSRS485	21551	21551	ioctl
TIOCSSERIAL	21535	21535	ioctl
TIOCSSOFTCAR	21530	21530	ioctl
TIOCSTI	21522	21522	ioctl
TIOCSWINSZ	21524	21524	ioctl
TIOCVHANGUP	21559	21559	ioctl
TLS_1_2_VERSION	771	771	tls_version
TLS_1_2_VERSION_MAJOR	3	3	tls_version
TLS_1_2_VERSION_MINOR	3	3	tls_version
TLS_1_3_VERSION	772	772	tls_version
TLS_1_3_VERSION_MAJOR	3	3	tls_version
TLS_1_3_VERSION_MINOR	4	4	tls_version
TLS_CIPHER_AES_CCM_128	53	53	tls_cipher
TLS_CIPHER_AES_CCM_128_IV_SIZE	8	8	tls_cipher_size
TLS_CIPHER_AES_CCM_128_KEY_SIZE	16	16	tls_cipher_size
TLS_CIPHER_AES_CCM_128_REC_SEQ_SIZE	8	8	tls_cipher_size
TLS_CIPHER_AES_CCM_128_SALT_SIZE	4	4	tls_cipher_size
TLS_CIPHER_AES_CCM_128_TAG_SIZE	16	16	tls_cipher_size
TLS_CIPHER_AES_GCM_128	51	51	tls_cipher
TLS_CIPHER_AES_GCM_128_IV_SIZE	8	8	tls_cipher_size
TLS_CIPHER_AES_GCM_128_KEY_SIZE	16	16	tls_cipher_size
TLS_CIPHER_AES_GCM_128_REC_SEQ_SIZE	8	8	tls_cipher_size
TLS_CIPHER_AES_GCM_128_SALT_SIZE	4	4	tls_cipher_size
TLS_CIPHER_AES_GCM_128_TAG_SIZE	16	16	tls_cipher_size
TLS_CIPHER_AES_GCM_256	52	52	tls_cipher
TLS_CIPHER_AES_GCM_256_IV_SIZE	8	8	tls_cipher_size
TLS_CIPHER_AES_GCM_256_KEY_SIZE	32	32	tls_cipher_size
TLS_CIPHER_AES_GCM_256_REC_SEQ_SIZE	8	8	tls_cipher_size
TLS_CIPHER_AES_GCM_256_SALT_SIZE	4	4	tls_cipher_size
TLS_CIPHER_AES_GCM_256_TAG_SIZE	16	16	tls_cipher_size
TLS_CIPHER_ARIA_GCM_128	57	57	tls_cipher
TLS_CIPHER_ARIA_GCM_128_IV_SIZE	8	8	tls_cipher_size
TLS_CIPHER_ARIA_GCM_128_KEY_SIZE	16	16	tls_cipher_size
TLS_CIPHER_ARIA_GCM_128_REC_SEQ_SIZE	8	8	tls_cipher_size
TLS_CIPHER_ARIA_GCM_128_SALT_SIZE	4	4	tls_cipher_size
TLS_CIPHER_ARIA_GCM_128_TAG_SIZE	16	16	tls_cipher_size
TLS_CIPHER_ARIA_GCM_256	58	58	tls_cipher
TLS_CIPHER_ARIA_GCM_256_IV_SIZE	8	8	tls_cipher_size
TLS_CIPHER_ARIA_GCM_256_KEY_SIZE	32	32	tls_cipher_size
TLS_CIPHER_ARIA_GCM_256_REC_SEQ_SIZE	8	8	tls_cipher_size
TLS_CIPHER_ARIA_GCM_256_SALT_SIZE	4	4	tls_cipher_size
TLS_CIPHER_ARIA_GCM_256_TAG_SIZE	16	16	tls_cipher_size
TLS_CIPHER_CHACHA20_POLY1305	54	54	tls_cipher
TLS_CIPHER_CHACHA20_POLY1305_IV_SIZE	12	12	tls_cipher_size
TLS_CIPHER_CHACHA20_POLY1305_KEY_SIZE	32	32	tls_cipher_size
TLS_CIPHER_CHACHA20_POLY1305_REC_SEQ_SIZE	8	8	tls_cipher_size
TLS_CIPHER_CHACHA20_POLY1305_SALT_SIZE	0	0	tls_cipher_size
TLS_CIPHER_CHACHA20_POLY1305_TAG_SIZE	16	16	tls_cipher_size
TLS_CIPHER_SM4_CCM	56	56	tls_cipher
TLS_CIPHER_SM4_CCM_IV_SIZE	8	8	tls_cipher_size
TLS_CIPHER_SM4_CCM_KEY_SIZE	16	16	tls_cipher_size
TLS_CIPHER_SM4_CCM_REC_SEQ_SIZE	8	8	tls_cipher_size
TLS_CIPHER_SM4_CCM_SALT_SIZE	4	4	tls_cipher_size
TLS_CIPHER_SM4_CCM_TAG_SIZE	16	16	tls_cipher_size
TLS_CIPHER_SM4_GCM	55	55	tls_cipher
TLS_CIPHER_SM4_GCM_IV_SIZE	8	8	tls_cipher_size
TLS_CIPHER_SM4_GCM_KEY_SIZE	16	16	tls_cipher_size
TLS_CIPHER_SM4_GCM_REC_SEQ_SIZE	8	8	tls_cipher_size
TLS_CIPHER_SM4_GCM_SALT_SIZE	4	4	tls_cipher_size
TLS_CIPHER_SM4_GCM_TAG_SIZE	16	16	tls_cipher_size
TLS_CONF_BASE	1	1	tls_conf
TLS_CONF_HW	3	3	tls_conf
TLS_CONF_HW_RECORD	4	4	tls_conf
TLS_CONF_SW	2	2	tls_conf
TLS_GET_RECORD_TYPE	2	2	tls_record
TLS_INFO_CIPHER	2	2	tls_info
TLS_INFO_RXCONF	4	4	tls_info
TLS_INFO_RX_NO_PAD	6	6	tls_info
TLS_INFO_TXCONF	3	3	tls_info
TLS_INFO_UNSPEC	0	0	tls_info
TLS_INFO_VERSION	1	1	tls_info
TLS_INFO_ZC_RO_TX	5	5	tls_info
TLS_RX	2	2	socket_option,tls_option
TLS_RX_EXPECT_NO_PAD	4	4	socket_option,tls_option
TLS_SET_RECORD_TYPE	1	1	tls_record
TLS_TX	1	1	socket_option,tls_option
TLS_TX_MAX_PAYLOAD_LEN	5	5	socket_option,tls_option
TLS_TX_ZEROCOPY_RO	3	3	socket_option,tls_option
TMPFS_MAGIC	16914836	16914836	file_system_magic
TOSTOP	256	256	termios_lflag
TP_STATUS_AVAILABLE	0	0	packet_status
TP_STATUS_BLK_TMO	32	32	packet_status
TP_STATUS_COPY	2	2	packet_status
TP_STATUS_CSUMNOTREADY	8	8	packet_status
TP_STATUS_CSUM_VALID	128	128	packet_status
TP_STATUS_KERNEL	0	0	packet_status
TP_STATUS_LOSING	4	4	packet_status
TP_STATUS_SENDING	2	2	packet_status
TP_STATUS_SEND_REQUEST	1	1	packet_status
TP_STATUS_TS_RAW_HARDWARE	2147483648	2147483648	packet_status
TP_STATUS_TS_SOFTWARE	536870912	536870912	packet_status
TP_STATUS_TS_SYS_HARDWARE	1073741824	1073741824	packet_status
TP_STATUS_USER	1	1	packet_status
TP_STATUS_VLAN_TPID_VALID	64	64	packet_status
TP_STATUS_VLAN_VALID	16	16	packet_status
TP_STATUS_WRONG_FORMAT	4	4	packet_status
TRACEFS_MAGIC	1953653091	1953653091	file_system_magic
TRAP_BRANCH	3	3	signal_code
TRAP_BRKPT	1	1	signal_code
TRAP_HWBKPT	4	4	signal_code
TRAP_TRACE	2	2	signal_code
UDF_SUPER_MAGIC	352400198	352400198	file_system_magic
UDP_CORK	1	1	socket_option,udp_option
UDP_ENCAP	100	100	socket_option,udp_option
UDP_ENCAP_ESPINUDP	2	2	udp_encap
UDP_ENCAP_ESPINUDP_NON_IKE	1	1	udp_encap
UDP_ENCAP_GTP0	4	4	udp_encap
UDP_ENCAP_GTP1U	5	5	udp_encap
UDP_ENCAP_L2TPINUDP	3	3	udp_encap
UDP_ENCAP_RXRPC	6	6	udp_encap
UDP_GRO	104	104	socket_option,udp_option
UDP_NO_CHECK6_RX	102	102	socket_option,udp_option
UDP_NO_CHECK6_TX	101	101	socket_option,udp_option
UDP_SEGMENT	103	103	socket_option,udp_option
UFFDIO_API	3222841919	3222841919	ioctl
UFFDIO_CONTINUE	3223366151	3223366151	ioctl
UFFDIO_COPY	3223890435	3223890435	ioctl
UFFDIO_COPY_MODE_DONTWAKE	1	1	uffd_mode
UFFDIO_COPY_MODE_WP	2	2	uffd_mode
UFFDIO_MOVE	3223890437	3223890437	ioctl
UFFDIO_POISON	3223366152	3223366152	ioctl
UFFDIO_REGISTER	3223366144	3223366144	ioctl
UFFDIO_REGISTER_MODE_MINOR	4	4	uffd_register_mode
UFFDIO_REGISTER_MODE_MISSING	1	1	uffd_register_mode
UFFDIO_REGISTER_MODE_WP	2	2	uffd_register_mode
UFFDIO_UNREGISTER	2148575745	2148575745	ioctl
UFFDIO_WAKE	2148575746	2148575746	ioctl
UFFDIO_WRITEPROTECT	3222841862	3222841862	ioctl
UFFDIO_WRITEPROTECT_MODE_DONTWAKE	2	2	uffd_writeprotect
UFFDIO_WRITEPROTECT_MODE_WP	1	1	uffd_writeprotect
UFFDIO_ZEROPAGE	3223366148	3223366148	ioctl
UFFD_API	170	170	uffd_api
UFFD_EVENT_FORK	19	19	uffd_event
UFFD_EVENT_PAGEFAULT	18	18	uffd_event
UFFD_EVENT_REMAP	20	20	uffd_event
UFFD_EVENT_REMOVE	21	21	uffd_event
UFFD_EVENT_UNMAP	22	22	uffd_event
UFFD_FEATURE_EVENT_FORK	2	2	uffd_features
UFFD_FEATURE_EVENT_REMAP	4	4	uffd_features
UFFD_FEATURE_EVENT_REMOVE	8	8	uffd_features
UFFD_FEATURE_EVENT_UNMAP	64	64	uffd_features
UFFD_FEATURE_EXACT_ADDRESS	2048	2048	uffd_features
UFFD_FEATURE_MINOR_HUGETLBFS	512	512	uffd_features
UFFD_FEATURE_MINOR_SHMEM	1024	1024	uffd_features
UFFD_FEATURE_MISSING_HUGETLBFS	16	16	uffd_features
UFFD_FEATURE_MISSING_SHMEM	32	32	uffd_features
UFFD_FEATURE_MOVE	65536	65536	uffd_features
UFFD_FEATURE_PAGEFAULT_FLAG_WP	1	1	uffd_features
UFFD_FEATURE_POISON	16384	16384	uffd_features
UFFD_FEATURE_SIGBUS	128	128	uffd_features
UFFD_FEATURE_THREAD_ID	256	256	uffd_features
UFFD_FEATURE_WP_ASYNC	32768	32768	uffd_features
UFFD_FEATURE_WP_HUGETLBFS_SHMEM	4096	4096	uffd_features
UFFD_FEATURE_WP_UNPOPULATED	8192	8192	uffd_features
UFFD_PAGEFAULT_FLAG_MINOR	4	4	uffd_pagefault
UFFD_PAGEFAULT_FLAG_WP	2	2	uffd_pagefault
UFFD_PAGEFAULT_FLAG_WRITE	1	1	uffd_pagefault
UFFD_USER_MODE_ONLY	1	1	userfaultfd
UIO_MAXIOV	1024	1024	limits
UMOUNT_NOFOLLOW	8	8	umount
UNAME26	131072	131072	personality
UNSHARE_EMPTY_MNTNS	1048576	1048576	unshare
USBDEVICE_SUPER_MAGIC	40866	40866	file_system_magic
USERFAULTFD_IOC_NEW	43520	43520	ioctl
USER_NS_INIT_ID	3	3	namespace_id
USER_NS_INIT_INO	4026531837	4026531837	namespace_id
USRQUOTA	0	0	quota_type
UTIME_NOW	1073741823	1073741823	utime_nsec
UTIME_OMIT	1073741822	1073741822	utime_nsec
UTS_NS_INIT_ID	2	2	namespace_id
UTS_NS_INIT_INO	4026531838	4026531838	namespace_id
V9FS_MAGIC	16914839	16914839	file_system_magic
VMADDR_CID_ANY	4294967295	4294967295	vsock_cid
VMADDR_CID_HOST	2	2	vsock_cid
VMADDR_CID_HYPERVISOR	0	0	vsock_cid
VMADDR_CID_LOCAL	1	1	vsock_cid
VMADDR_FLAG_TO_HOST	1	1	vsock_flags
VMADDR_PORT_ANY	4294967295	4294967295	vsock_cid
WCONTINUED	8	8	wait4,waitid
WEXITED	4	4	waitid
WHOLE_SECONDS	33554432	33554432	personality
WNOHANG	1	1	wait4,waitid
WNOWAIT	16777216	16777216	waitid
WSTOPPED	2	2	waitid
WUNTRACED	2	2	wait4
W_OK	2	2	access
XATTR_CREATE	1	1	xattr
XATTR_REPLACE	2	2	xattr
XCASE	4	4	termios_lflag
XENFS_SUPER_MAGIC	2881100148	2881100148	file_system_magic
XFS_SUPER_MAGIC	1481003842	1481003842	file_system_magic
X_OK	1	1	access
ZONEFS_MAGIC	1515144787	1515144787	file_system_magic
_LINUX_CAPABILITY_VERSION_1	429392688	429392688	capability_version
_LINUX_CAPABILITY_VERSION_2	537333798	537333798	capability_version
_LINUX_CAPABILITY_VERSION_3	537396514	537396514	capability_version
__O_SYNC	1048576	1048576	open,openat2
__O_TMPFILE	4194304	4194304	open,openat2
__WALL	1073741824	1073741824	wait4,waitid
__WCLONE	2147483648	2147483648	wait4,waitid
__WNOTHREAD	536870912	536870912	wait4,waitid
"""#
    }
    static var constantIndex: StaticString {
#"""
0000000c001R002?002n003Z004I004f005D005a006A006`007;007i008T0096009S009o00:P00;000;_00<T00=L00=h\#
00>H00>d00?A00?`00@;00@]00A:00AW00B300BR00C100CL00Co00DJ00Dh00EB00E_00F<00FY00G500GQ00Gm00HI00Hf\#
00IC00Ic00JC00J`00K<00K[00L:00LX00M800MT00N100NO00Nm00ON00Oj00PF00Pc00Q>00Q[00R900RY00S300SO00T0\#
00TQ00UD00V700Vi00WQ00X:00Y100YY00ZS00[>00[g00\H00\f00]D00]m00^T00_@00_f00`L00`o00aR00b600bb00cH\#
00ci00dG00de00eK00f000fS00g800g]00hB00he00iG00ig00jH00jg00kE00kf00lH00li00mH00mk00nN00o200oU0105\#
010Y0119011X0129012[013A013c014E014g015I015k016N0171017U0186018]019J01::01:b01;R01<:01<`01=D01=g\#
01>J01>l01?N01@401@Z01A<01A`01BE01Be01CK01Co01DX01E<01E]01F=01Fb01GE01Gg01HJ01Hk01IM01Io01JR01K6\#
01K[01LA01Lg01MH01Mi01P901Pa01Q>01Qj01RR01S@01TF01U701UX01V@01Vg01WJ01X201Xj01Zb01[O01[o01\J01\e\#
01]D01]^01^S01_P01`G01`c01aI01ao01bJ01bk01cE01c_01d901dc01e>01eg01f@01fY01g401gM01gf01h?01hX01i6\#
01iP01in01jI01jd01k>01k\01l901lZ01m501mM01mg01n?01nW01o101oK01of020C020b021:021Y0227022N022k023Q\#
024=024g025V026I027<027m028W029F02:902:l02;]02<H02=402=d02>W02?C02?k02@S02AA02Ao02B]02CK02Ce02D>\#
02DY02E502ER02Eo02FX02GM02H402H^02IE02Ig02JO02Jm02KT02L:02L^02M@02Mm02NL02O402OW02P<02Pe02QO02R6\#
02R_02S@02Sh02TQ02U502UK02Uc02V=02VW02Vn02WH02Wb02X<02XX02Y402YL02Yf02Z@02Z[02[802[S02\002\M02\c\#
02]:02]R02]n02^H02^b02_B02_a02`;02``02a:02a_02bA02bX02c702cS02cl02dK02di02eF02f002fY02g802gT02h:\#
02h^02iL02j902jd02kS02l@02lg02mN02n:02n]02oJ0308030c031L0323032c033N034D034n035]036F036l037`038H\#
0393039\03:D03:j03;T03<?03<l03=Q03>>03>e03?D03?`03@:03@S03@o03AW03B303BO03Bi03CE03Cd03D803DY03Dm\#
03EF03Ek03FO03Fg03GC03G[03H;03HZ03I003II03I`03JE03Ja03KQ03L<03Lh03MY03NL03O<03Ob03PS03Q:03Qg03RM\#
03S603S`03TP03U;03Ug03VR03WC03X=03Xg03YQ03Z=03Zf03[U03\>03\l03]W03^D03^n03_Y03`C03`j03aN03b003bH\#
03bd03cH03co03d]03eV03fC03g103gZ03h103hI03hc03i?03iW03j203jY03k?03kd03lQ03m803mT03mj03n@03n^03oC\#
03oh040D040]041W042P042k043F043d044B044]045@045`046A046d047=047e048>048^049A049[04:504:S04;204;J\#
04;h04<C04<f04=E04=g04>B04>a04?G04?j04@G04@d04AA04A[04B604BP04Bl04CK04Ci04DI04Di04EG04Ef04FF04Fe\#
04GG04Ge04HI04Hi04I^04JZ04K=04L304Lh04Ma04N?04NZ04O504OP04Ol04PH04Pg04Q=04QX04R104RP04Rj04SK04Si\#
04TL04Te04UD04Ud04V@04VV04W804Wc04XN04Y904Yg04ZY04[K04\<04\h04]S04^904^h04_T04`U04aU04bW04cP04dP\#
04e?04f@04g>04gg04hM04i>04ia04jU04k904ka04lN04m?04mm04nY04o>04od050H050l051W052P053C053_054K054a\#
0559055Q055i056?056Y0574057h058^059S05:B05;805;M05;d05<905<N05<c05=M05=d05>;05>R05>i05?A05?Z05@1\#
05@K05@f05A?05AO05Ab05B905BS05Bd05C=05CP05Cg05D905DI05D\05E005EB05EV05Ej05F=05FO05Fg05G:05GQ05Go\#
05HI05Hc05IB05I]05J=05JP05Jb05K=05KX05L105Ld05M805MN05Mg05N805NL05Na05O405OG05OY05P;05PZ05Q405Qk\#
05R]05S505SP05Sh05T:05TM05Tg05U705UJ05UX05Un05VA05VV05W005WK05We05X805XM05X`05Y305YG05Y[05Z005ZD\#
05ZX05Zk05[=05[W05[j05\=05\R05\h05]A05]W05]n05^F05^`05_305_F05_\05_o05`C05`V05`g05a905aN05aa05b5\#
05bM05b`05c305cF05cY05d105dD05dV05di05e<05eP05eg05f;05fQ05fg05gE05gZ05gn05hE05hX05hm05i=05iT05ij\#
05jC05jS05jl05k>05kX05lC05m305mO05mh05nH05ne05oU05oo060I060j061L061k062X0639063Z064C064^0659065T\#
065g066C066Z066m067A067U067m068B068X068j069B069^06:106:A06:T06:i06;>06<006<d06=X06>L06??06@206@]\#
06AH06B=06C206Cd06DY06EB06F306Fa06GP06HC06I806Im06JW06KK06L:06Lh06MS06N@06Nm06O^06PM06Q?06Qj06R[\#
06SM06TA06U506Ui06VT06WK06XB06Y006Yb06ZV06[I06\?06]106]b06^S06_?06`006`b06aV06bI06c>06co06d]06eO\#
06f@06fl06g]06hS06iE06j406j`06kV06lJ06m706me06nT06oI070>070o071a072U073G0748074n075_076R077B0781\#
078g079S07:H07;=07<307<d07=Q07>@07?307?f07@Y07AK07B@07C107Cc07DM07E?07F007Fb07GQ07HA07I007I]07JO\#
07K>07Kl07L`07M207MJ07Me07N907NO07Nc07O607ON07O`07PX07Pk07QZ07RI07S807SZ07TS07U:07Ua07VH07Vj07WP\#
07X307X[07YD07Yi07ZF07[207[R07[o07\Q07]507]W07^?07^]07_;07_a07`C07`d07aE07am07bL07c107cN07d907di\#
07eU07f?07g507gk07hW07iL07j307jR07k907kb07lL07m107mY07nC07o407oa080B080g081J081m082O083>083m084J\#
084i085L085o086U0870087O087m088[0898089^08:M08;508;b08<K08=808=e08>Y08?D08@008@U08A>08Af08BM08C;\#
08C`08DH08E008EN08F708F\08Fm08GQ08H:08Hd08IW08JG08K708K`08LH08Lm08MZ08NJ08O708O_08PO08Pl08QH08Qe\#
08RJ08R]08S808SR08Sn08TH08Tc08U>08UY08V508VX08W;08WZ08X508XP08Xk08YF08Ya08Z<08ZW08[208[S08\908\_\#
08]@08]]08^<08^[08_@08_a08`=08`[08a508aO08al08bK08bn08cM08co08d`08eC08e_08fG08fm08gM08h808h\08iH\#
08io08jY08k<08k^08l@08m208m\08nJ08o808od090R091D0921092_093K0949094g095R0964096W097?097^098C0995\#
099f09:B09:]09;D09;_09<H09<e09=L09><09>c09?C09?e09@L09A309Aa09B?09B]09C@09C_09DD09Da09EE09Eb09FD\#
09F_09GD09H=09HT09Hk09II09Ie09J@09J[09K609KP09LJ09L^09MX09N>09N]09OA09Oo09PZ09Q009QK09Qi09RQ09S8\#
09SW09T709TZ09U=09U`09VC09Vf09WI09X009XN09Xm09YL09Z>09Zb09[=09[d09\T09]209]\09^909^b09_:09_i09`H\#
09a309aW09b<09bk09cC09cd09dO09dj09eQ09f509fU09g409gX09gn09hR09i409iJ09ii09j?09jU09k409kJ09ka09lA\#
09l]09m>09mW09n>09n`09o@09o]0:090:0U0:120:1B0:1^0:290:2T0:2j0:3A0:3`0:450:4J0:4a0:570:5V0:5l0:6B\#
0:6a0:770:7N0:7e0:8A0:8b0:9;0:9b0::D0::Z0:;00:;F0:;Z0:;o0:<C0:<W0:<l0:=H0:=d0:>>0:>V0:?M0:@F0:A>\#
0:A\0:BD0:Bm0:C[0:DS0:EG0:F:0:G10:Gd0:H^0:IR0:JG0:K?0:L30:Lf0:MX0:NA0:O30:OY0:P90:PX0:Q@0:Qi0:RB\#
0:R^0:S?0:Sa0:TC0:Tg0:UK0:Uk0:VM0:W20:WX0:XC0:Xl0:YJ0:Z40:ZW0:[=0:[_0:\L0:\n0:]R0:^20:^R0:_60:_X\#
0:`>0:`i0:aJ0:ao0:bY0:c;0:cY0:dC0:dk0:eR0:f30:f\0:gA0:gi0:hK0:i00:iV0:j<0:j`0:kB0:kf0:lA0:la0:mC\#
0:mf0:nK0:o30:oa0;0D0;0n0;1S0;280;2b0;3N0;400;4b0;5U0;6G0;7;0;7o0;8^0;9G0;9n0;:R0;;=0;;i0;<S0;=8\#
0;=^0;>C0;>m0;?O0;@70;@]0;A<0;A`0;B=0;Be0;CN0;D:0;De0;EG0;F20;FX0;GN0;HK0;I@0;J;0;K80;L70;Ln0;M]\#
0;NM0;O60;Oc0;PM0;Q80;Qa0;R@0;R`0;SD0;So0;TQ0;U;0;Ue0;VM0;W:0;W[0;XI0;Y70;Y^0;ZB0;[40;[a0;\C0;\l\#
0;]M0;^40;^Y0;_E0;_j0;`\0;aP0;b:0;bg0;cW0;d80;db0;eN0;f=0;fj0;gK0;gm0;hR0;i60;i]0;jI0;jo0;kQ0;lC\#
0;lm0;mP0;n:0;nZ0;o:0;oZ0<0<0<0[0<1<0<1_0<2>0<2`0<3<0<3h0<4Q0<5=0<5k0<6X0<7@0<7d0<8N0<980<9`0<:Q\#
0<;>0<;a0<<F0<=40<=d0<>N0<?20<?Z0<@B0<@i0<AC0<A`0<B>0<Bc0<CC0<Ca0<DA0<Dg0<EV0<FB0<F]0<GE0<Gh0<HJ\#
0<I30<I]0<J?0<Ji0<KV0<LA0<L^0<M;0<MX0<N80<Nc0<OM0<P00<PV0<Q50<Q\0<R=0<R`0<SM0<Sn0<TM0<U?0<Uc0<VD\#
0<Vg0<WK0<Wk0<XK0<Y50<YZ0<ZJ0<[80<[[0<\;0<\b0<]I0<^00<^U0<^o0<_I0<_l0<`P0<`k0<aH0<am0<bL0<bi0<cF\#
0<cc0<dJ0<dg0<eE0<eg0<fF0<fk0<gS0<h70<hV0<i60<i[0<j;0<j\0<k<0<k\0<l=0<lZ0<m90<mV0<n30<nV0<o90<oX\#
0=070=0V0=150=1V0=270=2Y0=3:0=3]0=4:0=4]0=5@0=5g0=6P0=780=7\0=8=0=8a0=9E0=9k0=:M0=:n0=;R0=<?0=<a\#
0==A0==d0=>M0=?00=?[0=@K0=@o0=AU0=BA0=Bl0=CW0=D:0=D_0=E=0=E^0=F@0=F\0=G;0=G]0=H90=H]0=IB0=Ih0=JN\#
0=K60=K^0=L?0=M30=Mi0=Ng0=Od0=P_0=QT0=RG0=Rk0=SI0=T70=Ta0=UH0=Uo0=VX0=WA0=Wc0=XI0=Xi0=YI0=Yj0=ZI\#
0=Zh0=[C0=[d0=\A0=\^0=]?0=]e0=^I0=^l0=_Q0=`=0=a40=am0=be0=cC0=cc0=dD0=de0=eC0=ee0=fG0=fo0=gU0=h7\#
0=he0=iK0=j70=jm0=kN0=l70=l^0=mE0=ma0=nC0=nm0=oN0=oj0>0H0>0a0>1<0>1Y0>280>2Y0>380>3^0>4>0>4a0>5D\#
0>5]0>6B0>6a0>7P0>8B0>930>9K0>9d0>:@0>:e0>;>0>;_0><<0><V0>=@0>=j0>>N0>?70>?b0>@M0>A60>Aa0>BL0>Bf\#
0>CB0>C]0>D60>DY0>EC0>Eh0>FK0>Fi0>GD0>Gh0>HI0>I10>IX0>J70>J]0>KD0>K`0>L=0>L^0>MK0>Mj0>NJ0>Nj0>OJ\#
0>Om0>PJ0>Pm0>QP0>R20>RU0>S50>ST0>T40>TW0>U80>U_0>VA0>Vo0>WV0>X=0>X]0>Y;0>YY0>ZA0>Zf0>[T0>\B0>\c\#
0>]I0>]j0>^M0>^k0>_J0>_l0>`N0>`g0>aC0>ad0>bB0>bd0>cA0>cj0>dH0>de0>eD0>ec0>f?0>fe0>gG0>gf0>hE0>h_\#
0>i80>iT0>im0>jH0>jc0>k>0>kY0>l40>lO0>lj0>mE0>me0>n`0>oZ0?0X0?120?1d0?2V0?3G0?4C0?500?5i0?6C0?6]\#
0?780?7]0?880?8^0?9:0?9^0?:>0?:]0?;<0?;b0?<P0?=>0?=b0?>N0??;0??k0?@F0?@c0?AD0?Ae0?BI0?Bl0?CZ0?DD\#
0?D_0?EF0?Eh0?FH0?Fg0?GE0?Gc0?HB0?Hb0?IB0?Ic0?JB0?J`0?KA0?Kd0?LG0?Lh0?MN0?Mm0?NO0?Nn0?OZ0?PB0?Q0\#
0?QZ0?RH0?S:0?Sb0?TL0?U=0?V10?V_0?WM0?XA0?Y70?Yl0?ZU0?[K0?\;0?]50?]j0?^\0?_N0?`;0?`i0?a_0?bO0?cF\#
0?dA0?e50?e\0?f?0?fh0?gI0?gk0?hO0?i50?i\0?j@0?jf0?kL0?l50?lb0?mH0?mh0?nN0?o50?o]0@0D0@0i0@1L0@25\#
0@2X0@3<0@3`0@4E0@4c0@5F0@5i0@6M0@6n0@7Q0@870@8c0@9D0@9d0@:L0@;10@;\0@<=0@<a0@=E0@>00@>U0@?60@?X\#
0@@?0@@c0@AH0@Am0@BP0@C30@CU0@D;0@De0@EE0@Ei0@FT0@G90@G_0@HH0@Hk0@IM0@In0@JW0@K=0@L00@L^0@MO0@NF\#
0@O40@Oj0@P\0@QQ0@R?0@S30@S_0@TN0@UA0@V70@W00@Wa0@XZ0@YM0@Z:0@Zl0@[`0@\R0@]>0@]l0@^a0@_V0@`G0@a=\#
0@b20@bf0@d20@dd0@eU0@fA0@fi0@gZ0@hF0@i:0@ia0@jU0@kM0@l40@ld0@mW0@nR0@o?0A030A0`0A1T0A2;0A2b0A3X\#
0A4G0A580A5h0A6X0A7F0A890A8h0A9\0A:R0A;E0A;d0A<K0A=50A=W0A>70A>Z0A?90A?]0A@>0A@`0AAB0AB30ABS0ACF\#
0AC^0AD@0ADa0AEC0AF70AFd0AGU0AHF0AI50AIg0AJS0AKC0AL10ALf0AMY0ANG0AO70AP10APo0AQ]0ARJ0ASB0ASo0ATk\#
0AU\0AVK0AW<0AX;0AXi0AYX0AZH0A[60A\30A\e0A]T0A^R0A_B0A`;0A`h0Aac0Abd0AcS0AdC0Ae20Aea0AfS0Ag@0Agl\#
0Ahb0AiV0AjC0Ak60Akb0AlP0AmE0An20An`0AoS0B0F0B0o0B1X0B2C0B2n0B3W0B4C0B4n0B5Z0B6C0B6l0B7X0B8A0B8o\#
0B9\0B:J0B;70B;i0B<[0B=N0B>?0B>h0B?Z0B@M0BAA0BB30BBg0BCR0BDC0BE00BE]0BFD0BFm0BG[0BHD0BHn0BIW0BJB\#
0BJm0BK_0BLS0BMA0BN;0BNf0BOW0BPD0BQ90BQk0BR]0BSN0BTC0BU40BUe0BVT0BWD0BX60BY00BY[0BZM0B[90B[W0B\5\#
0B\R0B]20B]M0B]h0B^J0B_;0B_m0B`]0BaI0Bb:0Bbj0Bca0BdW0BeE0Beo0Bf`0BgX0BhB0Bhi0BiW0BjI0Bk10Bk[0Bl@\#
0Bln0Bm]0BnK0Bo;0Boj0C0T0C1;0C1h0C2Q0C380C3b0C4E0C4j0C5T0C690C6_0C7D0C7n0C8W0C9H0C:60C:^0C;O0C<:\#
0C<c0C=L0C>30C>_0C?B0C?o0C@R0CAB0CAn0CB[0CC20CCb0CD=0CDT0CDk0CEE0CEa0CFA0CF_0CG=0CGZ0CHJ0CHb0CI5\#
0CII0CIZ0CIk0CJA0CJW0CJh0CKN0CKn0CLT0CM70CM^0CNA0CNb0CO;0CO\0CP>0CPc0CQD0CQl0CRW0CSD0CSo0CTV0CUH\#
0CV10CVb0CWN0CX<0CXe0CY=0CYU0CZ00CZO0C[00C[S0C\40C\T0C]80C]W0C^>0C^U0C^n0C_O0C_j0C`K0C`l0CaK0Cai\#
0CbI0Cbb0Cc=0Ccb0Cd;0CdV0Ce<0CeV0Cf=0Cf]0CgH0Ch30Ch[0CiE0Ci^0Cj70CjU0Ck@0Cl10Cl`0CmS0CnH0Co;0Com\#
0D0]0D1U0D2:0D2a0D3H0D410D4X0D5>0D5b0D6N0D7@0D8<0D970D9m0D:d0D;^0D<U0D=M0D>F0D?90D?m0D@c0DAZ0DBR\#
0DCQ0DDL0DEA0DF60DFk0DGh0DH`0DIN0DJI0DKE0DLG0DMK0DNP0DOH0DP10DP^0DQU0DR>0DRb0DSW0DTJ0DU>0DV60DVh\#
0DW_0DXX0DYO0DZD0D[80D[n0D\d0D]D0D]V0D]l0D^>0D^T0D^j0D_<0D_N0D_g0D`H0D`f0DaG0Daf0DbJ0Dbl0DcN0Dd4\#
0DdX0De=0De[0Df=0Df_0DgC0Dgd0DhF0Dh_0DiF0Dij0DjR0Dk;0Dk_0DlI0Dlj0DmH0Dmg0DnA0Dnb0Do<0DoV0E000E0O\#
0E0m0E1L0E1l0E2J0E2f0E3C0E3[0E460E4N0E4j0E5D0E5^0E6:0E6V0E700E7S0E7i0E8L0E8n0E9J0E9h0E:F0E:c0E;A\#
0E;Y0E<40E<U0E=70E=O0E=g0E>C0E>e0E?D0E?^0E@<0E@V0EA30EAM0EAl0EBO0EBl0ECP0ECh0EDC0EE20EES0EF80EFg\#
0EGT0EHC0EI10EI_0EJO0EK=0EKk0ELZ0EMJ0EN:0ENi0EOW0EP70EPl0EQQ0ER50ERP0ERj0ESM0ET00ETR0ETl0EU[0EVC\#
0EV\0EW40EWM0EX:0EY20EY[0EZN0E[B0E\?0E]?0E]g0E^c0E_b0E`h0Eb10EbZ0Ec60EcL0Eca0Ed70Eda0EeK0Ef40Ef]\#
0EgH0Eh10EhZ0EiD0Eio0EjZ0EkD0Ekm0ElG0Em60Emg0EnU0Enn0EoY0Eoo0F0E0F0Z0F1:0F1m0F2Z0F3J0F470F4i0F5S\#
0F690F6h0F7O0F860F8n0F9U0F:>0F:l0F;W0F<=0F<d0F=K0F>00F>X0F?A0F?j0F@Q0F@i0FAD0FAb0FBH0FBf0FCP0FD<\#
0FDf0FED0FE]0FF40FFV0FG<0FGU0FH20FHT0FI;0FIW0FIo0FJI0FK90FK[0FLL0FLl0FMK0FMd0FN@0FN]0FO70FOX0FP7\#
0FPb0FQ<0FQR0FR10FRQ0FS40FSJ0FSa0FT;0FTU0FU10FU]0FV30FVM0FVi0FWC0FW]0FX;0FX`0FYI0FY\0FZ:0FZY0F[1\#
0F[Z0F\C0F\m0F]K0F]i0F^J0F^c0F_G0F_a0F`;0F`^0FaB0Fag0FbA0Fb`0FcH0Fce0FdK0Fdm0FeP0Ff=0FfO0Fg00FgX\#
0Fh;0Fi40FiL0Fj:0Fj`0Fk@0Fkl0FlT0Fm80Fmc0FnF0Fni0FoV0G0C0G0g0G1H0G1k0G2R0G380G3[0G4<0G4\0G5T0G6G\#
0G7@0G830G8W0G9P0G:F0G;=0G<60G<n0G=a0G>[0G?R0G@L0GAB0GB50GC30GCl0GDf0GE_0GFR0GGF0GH70GHk0GI^0GJ[\#
0GKP0GLC0GM:0GM`0GNV0GOH0GOh0GP[0GQI0GR90GRj0GS^0GTR0GU@0GUo0GV`0GWQ0GX20GXQ0GY10GYS0GZ70GZV0G[8\#
0G[T0G\90G\^0G]C0G]d0G^G0G^l0G_M0G`50G`Y0Ga60GaW0Gb90GbW0Gc:0Gc^0Gd>0Gd_0Ge<0Geo0GfU0GgA0Gga0GhD\#
0Ghd0GiV0GjF0Gk90Gkj0GlJ0Gm60Gmb0GnN0Go40Go\0H0;0H0_0H1=0H1`0H2=0H2^0H3:0H3X0H490H4\0H5<0H5Y0H6?\#
0H6_0H7A0H7_0H8Y0H910H9M0H9g0H:?0H:W0H;20H;L0H<:0H<m0H=W0H>50H>W0H>o0H?m0H@H0HA70HAV0HBn0HCI0HD@\#
0HE40HEb0HFD0HG90HGY0HHM0HHk0HI_0HK00HKR0HLE0HLn0HMU0HN:0HNm0HOT0HP?0HPh0HQ^0HRM0HRn0HSa0HTX0HUH\#
0HUm0HVQ0HWF0HWk0HX_0HYS0HZG0HZl0H[O0H\20H\V0H]?0H]`0H^P0H^l0H_e0H`C0H`c0HaQ0Hb:0Hbd0HcL0Hd40HdU\#
0HeD0Hee0HfE0Hg;0Hgn0Hh_0HiW0HjF0Hk80Hkk0Hl_0HmP0HnF0Hnb0HoS0I0E0I0n0I1G0I1b0I2@0I2\0I3:0I3X0I44\#
0I4Q0I4j0I5G0I5a0I6B0I6k0I7T0I8=0I8f0I9Q0I:<0I:g0I;R0I<=0I<h0I=Y0I>D0I>l0I?S0I@;0I@c0IAJ0IB10IBW\#
0ICA0ICi0IDX0IEC0IEo0IF]0IGN0IH=0IHe0IIO0IJ;0IJo0IKd0ILR0IM<0IMk0INY0IO@0IOl0IPO0IQ=0IQf0IRS0IS@\#
0ISh0ITO0IU50IUc0IV`0IWX0IXJ0IY?0IYf0IZK0I[>0I\40I\^0I]A0I]e0I^G0I^j0I_L0I_k0I`N0Ia=0Ial0IbM0Ic9\#
0Ici0IdP0Ie>0Ien0If\0IgP0Ih>0Ii40IiZ0IjP0Ik>0Il00Il]0ImG0In<0Io00Io]0J0H0J1?0J1n0J2c0J3K0J430J4b\#
0J5Y0J6=0J740J7a0J8B0J910J9P0J:70J:g0J;M0J<00J<X0J=@0J=j0J>Z0J?F0J@30J@]0JA=0JA^0JBP0JC;0JD30JDi\#
0JEL0JEm0JFN0JFj0JGK0JGn0JHF0JH`0JI<0JIc0JJ?0JJa0JK=0JKX0JL60JLR0JLn0JMN0JMm0JNK0JNh0JOC0JO`0JP>\#
0JPZ0JQG0JR20JR\0JSF0JT00JTg0JUQ0JVI0JW40JW_0JXI0JXl0JYQ0JZ=0JZi0J[I0J[h0J\F0J]10J]U0J^90J^e0J_P\#
0J`A0J`m0JaR0Jb=0Jb]0Jc=0Jd00Jde0Je?0Jec0JfH0Jfj0JgM0Jge0Jh?0JhV0Ji40JiO0Jig0Jj?0Jj^0Jk>0Jk[0Jl<\#
0Jl[0Jm:0JmS0Jml0JnD0Jn]0Jo60JoO0Joo0K0N0K0l0K1J0K1l0K2L0K2i0K3I0K3f0K4>0K4m0K5E0K5]0K6H0K710K7I\#
0K7a0K890K8P0K8i0K9E0K9a0K:<0K:e0K;K0K<00K<U0K=40K=V0K><0K>]0K?=0K?]0K@@0K@f0KAP0KB30KB[0KC=0KCe\#
0KDM0KE50KES0KF20KFL0KG40KG\0KHD0KH[0KI>0KIX0KJ20KJI0KJb0KK=0KK[0KL50KLM0KLm0KME0KMe0KN@0KN[0KO9\#
0KO`0KPD0KPh0KQG0KQf0KRD0KR^0KS50KSN0KT60KTN0KU00KUT0KV60KVX0KW90KWY0KX<0KXe0KYK0KZ00KZ\0K[F0K[g\#
0K\H0K\h0K]H0K]i0K^I0K^h0K_G0K_h0K`G0K`f0KaJ0Kah0KbL0Kbi0KcF0Kd00KdS0Ke60KeZ0KfF0Kg20Kg[0Kh50KhZ\#
0Ki<0Kin0KjY0KkJ0Kl30KlZ0Km10KmT0Kmn0KnH0Kna0Ko:0KoU0L030L0M0L0e0L1E0L1[0L2=0L2a0L3B0L3`0L4C0L4f\#
0L5J0L600L6U0L750L7Z0L8>0L8c0L9H0L9n0L:F0L:f0L;A0L;l0L<Q0L<l0L=J0L>10L>U0L?>0L?b0L@A0L@_0LA90LAP\#
0LAi0LBP0LC50LC\0LDA0LDg0LEG0LEg0LFV0LGB0LGm0LHM0LI60LIU0LJ;0LJc0LKE0LKj0LLH0LLm0LMM0LMm0LN\0LOH\#
0LP30LP`0LQM0LR10LRT0LS:0LSb0LTI0LU70LUg0LVW0LWF0LWl0LXP0LXn0LYM0LZ00LZR0L[I0L[g0L\B0L\Y0L]40L]X\#
0L^;0L^^0L_A0L_g0L`N0La20La[0LbA0Lb^0Lc<0LcW0Ld;0Ld`0LeE0Lf60Lfa0LgD0Lgh0Lh?0Lh`0LiA0Lj20Ljj0LkQ\#
0Ll90Lla0LmG0Ln40Ln]0LoD0M010M0L0M120M1\0M270M2Q0M2l0M3G0M3a0M4N0M5=0M5]0M6:0M6X0M7=0M7X0M8<0M8a\#
0M9F0M9i0M:H0M:e0M;A0M<30M<d0M=U0M>I0M>c0M?H0M?b0M@90M@Q0M@h0MAA0MAj0MBc0MCJ0MD20MD_0MEH0MF10MFY\#
0MGA0MGj0MHO0MIC0MJ>0MJl0MKi0MLD0ML`0MM;0MMW0MN40MNR0MO40MOT0MP00MPE0MP\0MQ20MQI0MQa0MR;0MRU0MS2\#
0MSK0MSd0MT<0MTR0MTm0MUH0MUg0MV?0MV`0MWH0MWf0MXC0MXc0MY>0MYi0MZJ0M[10M[T0M\80M\a0M]B0M]c0M^D0M^_\#
0M_90M_Z0M`;0M`[0Ma50MaR0Mb10MbN0Mbk0McJ0Mcn0MdN0Mdj0MeJ0Meo0MfQ0Mg00MgP0Mgl0MhO0Mhn0MiN0Mj20MjT\#
0Mk60MkW0Ml70MlS0Mm10MmP0Mn00MnQ0Mo50MoW0N070N0S0N130N1[0N290N2X0N360N3d0N4S0N5;0N5c0N6J0N720N7\\#
0N8H0N920N9b0N:M0N:l0N;L0N;m0N<J0N<n0N=P0N>70N>\0N?A0N?c0N@K0N@l0NAS0NB60NB[0NCB0NCo0NDQ0NE40NEW\#
0NF90NF]0NGB0NGh0NHL0NHm0NIR0NJ80NJa0NKB0NKh0NL]0NM@0NMc0NNG0NNi0NOP0NP50NPZ0NQ;0NQ]0NRE0NRf0NSM\#
0NT00NTV0NU;0NUb0NVO0NW10NWT0NX70NXY0NY<0NY`0NZE0NZk0N[O0N\30N\U0N]<0N]a0N^J0N^o0N_Q0N`90N`Z0NaA\#
0Nah0NbK0Nc10NcV0Nd=0Ndj0NeL0Nf00NfS0Ng60NgX0Nh;0Nh_0NiD0Nij0NjN0Njo0NkQ0Nl70NlZ0Nm80Nm\0Nn=0Nn]\#
0No@0No`0O0F0O100O1W0O2H0O380O3g0O4T0O5A0O620O6b0O7N0O890O8f0O9U0O:D0O;50O;e0O<T0O=B0O=o0O>U0O?D\#
0O?k0O@[0OAI0OB70OB^0OCI0OCo0ODW0OE?0OEg0OFO0OG@0OH00OHY0OI=0OIg0OJB0OJ_0OK<0OKU0OL20OLK0OLg0OM@\#
0OM[0ON:0ONT0OO20OOT0OP60OPW0OQ60OQW0OR<0OR`0OS@0OSc0OTJ0OTk0OUO0OUo0OVO0OW10OWT0OX10OXT0OY60OYW\#
0OZ80OZY0O[;0O[]0O\?0O\d0O]F0O]h0O^L0O_10O_T0O`60O`V0Oa70OaR0Oao0ObD0ObY0Oc30OcE0OcW0Ocn0OdG0OdZ\#
0Odk0OeN0Of10OfQ0Og30OgS0Oh60OhW0Ohg0OiM0Oih0OjC0Ojn0OkX0OlC0Oll0OmY0OnB0Onj0OoC0Oof0P0@0P0]0P15\#
0P1N0P290P2g0P3S0P4;0P4i0P5Z0P6K0P6d0P7?0P7Y0P8M0P8d0P9A0P9X0P:00P:J0P:g0P;G0P<10P<Y0P=80P=R0P>1\#
0P>c0P?\0P@I0PA=0PA_0PBH0PBe0PCI0PD60PDl0PER0PF?0PFi0PGT0PH>0PI10PIb0PJN0PKB0PL=0PLb0PMF0PN<0PO5\#
0POj0PP_0PQY0PR@0PRe0PSJ0PTB0PU?0PV60PVb0PWQ0PX50PY30PY^0PZS0P[J0P\80P]40P]X0P^<0P_20P_j0P`c0Pa5\#
0PaH0PaZ0Pam0Pb?0Pb[0Pc70PcS0Pco0Pde0Pe;0PeQ0Pek0PfH0Pf\0Pg00PgS0Ph30Ph\0PiD0Pi_0Pj<0Pk00PkZ0PlM\#
0PmB0Pn50Pn_0PoS0Q0H0Q1=0Q210Q2d0Q3:0Q3P0Q3o0Q4F0Q4a0Q5=0Q5U0Q5k0Q6E0Q6]0Q740Q7^0Q830Q8J0Q8_0Q92\#
0Q9G0Q9Y0Q:40Q:I0Q:f0Q;E0Q;d0Q<F0Q<X0Q<j0Q=<0Q=N0Q=a0Q>30Q>F0Q>[0Q?00Q?E0Q?Y0Q?l0Q@B0Q@X0Q@m0QAD\#
0QAY0QAm0QBB0QBU0QBj0QC?0QCT0QCk0QD?0QDT0QDi0QE@0QEV0QEk0QF@0QFZ0QG50QGR0QGm0QHI0QHe0QIC0QIb0QJ>\#
0QJ[0QKB0QKd0QLH0QLj0QMN0QN70QNU0QO30QOQ0QOo0QPJ0QPh0QQG0QQc0QRA0QR]0QS;0QSV0QT60QTT0QU00QUQ0QUo\#
0QVN0QVo0QWN0QWm0QXM0QXl0QYI0QYf0QZF0QZc0Q[A0Q[b0Q\B0Q\a0Q]A0Q]_0Q^=0Q^[0Q_70Q_S0Q_o0Q`L0Q`k0QaE\#
0Qa`0Qb>0QbZ0Qc50QcU0Qd30QdO0Qe00QeQ0Qf00QfO0Qfo0QgT0Qh20QhO0Qhl0QiL0Qii0QjG0Qjh0QkH0Qkg0QlG0Qle\#
0QmC0Qm_0Qn;0QnZ0Qo70QoT0R030R0Q0R0o0R1J0R1e0R2@0R2[0R360R3N0R4B0R5;0R5i0R6^0R7M0R7g0R8B0R8n0R9L\#
0R9e0R:>0R:]0R;90R;l0R<[0R=L0R>90R>m0R?_0R@R0RAH0RB90RBg0RCU0RDB0RE30RE`0RFN0RGC0RH20RH`0RI=0RIZ\#
0RJ70RJZ0RK80RKZ0RL;0RLY0RM90RMW0RMo0RNK0RNi0ROG0ROd0RPA0RP_0RQ>0RQ_0RR@0RR]0RS=0RS]0RT?0RT\0RU9\#
0RUX0RV60RVS0RVo0RWH0RWf0RXC0RX^0RY?0RY^0RZ;0RZX0R[:0R[n0R\b0R]Y0R^X0R_W0R`M0RaD0Rb<0Rbm0Rc`0RdR\#
0ReE0Rf?0Rg30Rgc0RhP0RiD0Rj;0Rk90Rl00Rli0Rm`0RnP0RoA0S000S0X0S1B0S1e0S2I0S2m0S3P0S4;0S4b0S5G0S5n\#
0S6X0S7E0S890S8o0S9i0S:V0S;G0S<70S<l0S=Z0S>S0S?D0S@:0S@i0SA[0SBN0SC@0SD30SDg0SEX0SFJ0SG<0SH00SHb\#
0SIU0SJF0SK@0SL20SLd0SMR0SNG0SO90SOj0SP_0SQQ0SRG0SS=0ST20STc0SUV0SVH0SWI0SXN0SYU0SZO0S[=0S\20S\d\#
0S]V0S^L0S_B0S`50S`k0Sae0Sb_0ScT0SdM0SeF0Sf=0Sg40Sgf0ShV0SiB0Sj?0Sk<0Sl50Sm20Sn30So40Soo0T0l0T1a\#
0T2V0T3H0T3a0T4:0T4S0T500T5g0T6W0T720T7M0T7k0T8W0T9>0T9e0T:U0T;>0T;h0T<Q0T=70T=e0T>R0T?C0T?o0T@U\#
0TA@0TB20TBQ0TBn0TCW0TDG0TE20TEb0TFR0TG>0TGo0THX0TIK0TJD0TJk0TKM0TKn0TLM0TM10TM_0TN:0TNW0TO90TOd\#
0TP>0TP[0TQ60TQT0TR80TRR0TRk0TSU0TT60TTZ0TU50TUN0TV00TVK0TVm0TWM0TWf0TXJ0TXg0TYJ0TYm0TZJ0TZo0T[R\#
0T\00T\^0T]=0T]_0T^90T^^0T_90T_T0T_o0T`R0Ta40TaY0TbE0Tc20TcV0Td=0Td]0TeL0Tf<0Tff0TgY0ThM0Thl0TiK\#
0Tj20TjW0Tk;0TkY0Tl70TlY0Tm=0Tmd0TnI0Tne0ToM0U030U0[0U1A0U1i0U2P0U380U3a0U4C0U4c0U5G0U5i0U6I0U6m\#
0U7S0U890U8]0U9?0U9_0U:C0U:c0U;C0U;e0U<>0U<W0U=00U=I0U=^0U>00U>F0U>W0U>l0U?>0U?O0U@=0U@k0UAZ0UBE\#
0UC20UC]0UD50UDR0UDn0UES0UFA0UFg0UGU0UHF0UHd0UIP0UJD0UK40UKj0ULF0ULb0UMJ0UN10UN]0UOF0UP00UP[0UQ6\#
0UQ_0UR:0URb0USL0UT:0UTd0UUM0UUl0UVV0UW@0UWg0UXL0UY40UYZ0UZC0UZk0U[]0U\D0U\d0U]H0U]n0U^L0U_60U_[\#
0U`B0U`i0UaR0Ub80Ub[0UcD0Uce0UdP0Ue80UeX0UfA0Ug20UgM0Uh:0Uhf0UiC0Uim0UjK0Uk10UkN0Ul@0Um00Uma0UnO\#
0Uo=0Uoj0V0V0V130V1[0V260V2Q0V3@0V480V4e0V5A0V5m0V6T0V7D0V840V8h0V9A0V9[0V:40V:N0V:h0V;A0V;[0V<5\#
0V<N0V<h0V=B0V=[0V>D0V?20V?X0V@>0V@j0VAH0VAa0VB<0VBU0VC60VCj0VDB0VD[0VE50VEP0VEk0VFF0VFk0VGF0VGl\#
0VHJ0VHk0VIG0VIl0VJS0VK80VKV0VL30VLQ0VLl0VMK0VMh0VNB0VN^0VO90VOT0VOo0VPL0VPg0VQC0VQ_0VR=0VRW0VS0\#
0VSS0VT40VTW0VU50VUO0VUj0VVC0VV_0VW:0VWU0VWo0VXJ0VXf0VYF0VYf0VZH0VZi0V[H0V[j0V\I0V\d0V]H0V]i0V^E\#
0V^l0V_I0V_g0V`F0V``0Va=0Va[0Vb?0Vbe0VcK0Vco0VdU0Ve;0Vec0VfV0VgL0VhD0Vi90Vio0VjW0VkJ0Vl@0Vm80Vmm\#
0Vnc0VoK0W0>0W140W1l0W2a0W3W0W4@0W540W5k0W6d0W7Z0W8Q0W9:0W9n0W:e0W;^0W<T0W=K0W>90W?40W@00W@n0WAi\#
0WBe0WCI0WD80WDj0WE^0WFO0WGA0WGe0WHT0WIF0WJ:0WJk0WK]0WL80WLQ0WM10WMJ0WMm0WNJ0WNg0WOG0WOd0WPA0WP_\#
0WQ>0WQb0WRT0WS70WS[0WTO0WU?0WUo0WVL0WW20WWX0WX90WXb0WYM0WZ00WZS0W[70W[`0W\^0W]V0W^T0W_50W_c0W`L\#
0Wa50Wak0WbG0Wbb0Wc>0WcY0WdO0We50We`0WfA0Wfj0WgG0Wge0WhG0Whe0WiN0Wj@0Wk20Wk_0WlF0Wm20WmZ0WnB0Wnd\#
0WoL0X060X0b0X1T0X2H0X370X3e0X4M0X5=0X650X6g0X7S0X7m0X8N0X940X9V0X:90X:[0X;E0X<00X<\0X=I0X><0X>o\#
0X?`0X@S0XAB0XAn0XB_0XCM0XD70XDd0XET0XFL0XG@0XGm0XHW0XID0XIh0XJD0XJ_0XKA0XKm0XLa0XMG0XMh0XN\0XO4\#
0XO_0XPK0XPk0XQ^0XRM0XS<0XSZ0XT>0XT]0XUA0XV10XVM0XV`0XWL0XWe0XXF0XXZ0XXn0XY>0XYU0XYm0XZE0X[?0X\7\#
0X\G0X]<0X^?0X_B0X`E0X`k0XaT0Xb>0Xbj
"""#
    }

    static var constantSets: StaticString {
#"""
accept4	f	0	0	SOCK_CLOEXEC,SOCK_NONBLOCK
access	f	0	0	R_OK,W_OK,X_OK,F_OK
address_attribute	e	0	0	IFA_UNSPEC,IFA_ADDRESS,IFA_LOCAL,IFA_LABEL,IFA_BROADCAST,IFA_ANYCAST,IFA_CACHEINFO,IFA_MULTICAST,IFA_FLAGS,IFA_RT_PRIORITY,IFA_TARGET_NETNSID,IFA_PROTO
address_family	e	0	0	AF_UNSPEC,AF_UNIX,AF_LOCAL,AF_INET,AF_INET6,AF_NETLINK,AF_ROUTE,AF_PACKET,AF_ALG,AF_VSOCK,AF_BLUETOOTH,AF_CAN,AF_TIPC,AF_KEY,AF_NFC,AF_XDP,AF_SMC,AF_QIPCRTR,AF_AX25,AF_IPX,AF_APPLETALK,AF_NETROM,AF_BRIDGE,AF_ATMPVC,AF_X25,AF_ROSE,AF_DECnet,AF_NETBEUI,AF_SECURITY,AF_ASH,AF_ECONET,AF_ATMSVC,AF_RDS,AF_SNA,AF_IRDA,AF_PPPOX,AF_WANPIPE,AF_LLC,AF_IB,AF_MPLS,AF_IUCV,AF_RXRPC,AF_ISDN,AF_PHONET,AF_IEEE802154,AF_CAIF,AF_KCM,AF_MCTP,PF_UNSPEC,PF_UNIX,PF_LOCAL,PF_INET,PF_INET6,PF_NETLINK,PF_ROUTE,PF_PACKET,PF_ALG,PF_VSOCK,PF_BLUETOOTH,PF_CAN,PF_TIPC,PF_KEY,PF_XDP
address_flags	f	0	0	IFA_F_SECONDARY,IFA_F_TEMPORARY,IFA_F_NODAD,IFA_F_OPTIMISTIC,IFA_F_DADFAILED,IFA_F_HOMEADDRESS,IFA_F_DEPRECATED,IFA_F_TENTATIVE,IFA_F_PERMANENT,IFA_F_MANAGETEMPADDR,IFA_F_NOPREFIXROUTE,IFA_F_MCAUTOJOIN,IFA_F_STABLE_PRIVACY
aio_command	e	0	0	IOCB_CMD_PREAD,IOCB_CMD_PWRITE,IOCB_CMD_FSYNC,IOCB_CMD_FDSYNC,IOCB_CMD_POLL,IOCB_CMD_NOOP,IOCB_CMD_PREADV,IOCB_CMD_PWRITEV
aio_flags	f	0	0	IOCB_FLAG_RESFD,IOCB_FLAG_IOPRIO
alg_operation	e	0	0	ALG_OP_DECRYPT,ALG_OP_ENCRYPT
alg_option	e	0	0	ALG_SET_KEY,ALG_SET_IV,ALG_SET_OP,ALG_SET_AEAD_ASSOCLEN,ALG_SET_AEAD_AUTHSIZE,ALG_SET_DRBG_ENTROPY,ALG_SET_KEY_BY_KEY_SERIAL
arch_prctl	e	0	0	ARCH_SET_GS,ARCH_SET_FS,ARCH_GET_FS,ARCH_GET_GS,ARCH_GET_CPUID,ARCH_SET_CPUID,ARCH_GET_XCOMP_SUPP,ARCH_GET_XCOMP_PERM,ARCH_REQ_XCOMP_PERM,ARCH_GET_XCOMP_GUEST_PERM,ARCH_REQ_XCOMP_GUEST_PERM,ARCH_MAP_VDSO_X32,ARCH_MAP_VDSO_32,ARCH_MAP_VDSO_64,ARCH_GET_UNTAG_MASK,ARCH_ENABLE_TAGGED_ADDR,ARCH_GET_MAX_TAG_BITS,ARCH_FORCE_TAGGED_SVA,ARCH_SHSTK_ENABLE,ARCH_SHSTK_DISABLE,ARCH_SHSTK_LOCK,ARCH_SHSTK_UNLOCK,ARCH_SHSTK_STATUS
at_execveat	f	0	0	AT_EMPTY_PATH,AT_SYMLINK_NOFOLLOW,AT_EXECVE_CHECK
at_faccessat2	f	0	0	AT_SYMLINK_NOFOLLOW,AT_EACCESS,AT_EMPTY_PATH
at_fstatat	f	0	0	AT_SYMLINK_NOFOLLOW,AT_EMPTY_PATH,AT_NO_AUTOMOUNT
at_linkat	f	0	0	AT_SYMLINK_FOLLOW,AT_EMPTY_PATH
at_name_to_handle	f	0	0	AT_SYMLINK_FOLLOW,AT_EMPTY_PATH,AT_HANDLE_FID,AT_HANDLE_MNT_ID_UNIQUE,AT_HANDLE_CONNECTABLE
at_nofollow	f	0	0	AT_SYMLINK_NOFOLLOW,AT_EMPTY_PATH
at_statx	f	24576	24576	AT_STATX_SYNC_AS_STAT,AT_STATX_FORCE_SYNC,AT_STATX_DONT_SYNC,AT_STATX_SYNC_TYPE,AT_SYMLINK_NOFOLLOW,AT_EMPTY_PATH,AT_NO_AUTOMOUNT
at_unlinkat	f	0	0	AT_REMOVEDIR
bpf	e	0	0	BPF_MAP_CREATE,BPF_MAP_LOOKUP_ELEM,BPF_MAP_UPDATE_ELEM,BPF_MAP_DELETE_ELEM,BPF_MAP_GET_NEXT_KEY,BPF_PROG_LOAD,BPF_OBJ_PIN,BPF_OBJ_GET,BPF_PROG_ATTACH,BPF_PROG_DETACH,BPF_PROG_TEST_RUN,BPF_PROG_RUN,BPF_PROG_GET_NEXT_ID,BPF_MAP_GET_NEXT_ID,BPF_PROG_GET_FD_BY_ID,BPF_MAP_GET_FD_BY_ID,BPF_OBJ_GET_INFO_BY_FD,BPF_PROG_QUERY,BPF_RAW_TRACEPOINT_OPEN,BPF_BTF_LOAD,BPF_BTF_GET_FD_BY_ID,BPF_TASK_FD_QUERY,BPF_MAP_LOOKUP_AND_DELETE_ELEM,BPF_MAP_FREEZE,BPF_BTF_GET_NEXT_ID,BPF_MAP_LOOKUP_BATCH,BPF_MAP_LOOKUP_AND_DELETE_BATCH,BPF_MAP_UPDATE_BATCH,BPF_MAP_DELETE_BATCH,BPF_LINK_CREATE,BPF_LINK_UPDATE,BPF_LINK_GET_FD_BY_ID,BPF_LINK_GET_NEXT_ID,BPF_ENABLE_STATS,BPF_ITER_CREATE,BPF_LINK_DETACH,BPF_PROG_BIND_MAP,BPF_TOKEN_CREATE,BPF_PROG_STREAM_READ_BY_FD,BPF_PROG_ASSOC_STRUCT_OPS
bpf_attach_flags	f	0	0	BPF_F_ALLOW_OVERRIDE,BPF_F_ALLOW_MULTI,BPF_F_REPLACE
bpf_attach_type	e	0	0	BPF_CGROUP_INET_INGRESS,BPF_CGROUP_INET_EGRESS,BPF_CGROUP_INET_SOCK_CREATE,BPF_CGROUP_SOCK_OPS,BPF_SK_SKB_STREAM_PARSER,BPF_SK_SKB_STREAM_VERDICT,BPF_CGROUP_DEVICE,BPF_SK_MSG_VERDICT,BPF_CGROUP_INET4_BIND,BPF_CGROUP_INET6_BIND,BPF_CGROUP_INET4_CONNECT,BPF_CGROUP_INET6_CONNECT,BPF_CGROUP_INET4_POST_BIND,BPF_CGROUP_INET6_POST_BIND,BPF_CGROUP_UDP4_SENDMSG,BPF_CGROUP_UDP6_SENDMSG,BPF_LIRC_MODE2,BPF_FLOW_DISSECTOR,BPF_CGROUP_SYSCTL,BPF_CGROUP_UDP4_RECVMSG,BPF_CGROUP_UDP6_RECVMSG,BPF_CGROUP_GETSOCKOPT,BPF_CGROUP_SETSOCKOPT,BPF_TRACE_RAW_TP,BPF_TRACE_FENTRY,BPF_TRACE_FEXIT,BPF_MODIFY_RETURN,BPF_LSM_MAC,BPF_TRACE_ITER,BPF_CGROUP_INET4_GETPEERNAME,BPF_CGROUP_INET6_GETPEERNAME,BPF_CGROUP_INET4_GETSOCKNAME,BPF_CGROUP_INET6_GETSOCKNAME,BPF_XDP_DEVMAP,BPF_CGROUP_INET_SOCK_RELEASE,BPF_XDP_CPUMAP,BPF_SK_LOOKUP,BPF_XDP,BPF_SK_SKB_VERDICT,BPF_SK_REUSEPORT_SELECT,BPF_SK_REUSEPORT_SELECT_OR_MIGRATE,BPF_PERF_EVENT,BPF_TRACE_KPROBE_MULTI,BPF_LSM_CGROUP
bpf_map_flags	f	0	0	BPF_F_NO_PREALLOC,BPF_F_NO_COMMON_LRU,BPF_F_NUMA_NODE,BPF_F_RDONLY,BPF_F_WRONLY,BPF_F_STACK_BUILD_ID,BPF_F_ZERO_SEED,BPF_F_RDONLY_PROG,BPF_F_WRONLY_PROG,BPF_F_CLONE,BPF_F_MMAPABLE,BPF_F_PRESERVE_ELEMS,BPF_F_INNER_MAP
bpf_map_type	e	0	0	BPF_MAP_TYPE_UNSPEC,BPF_MAP_TYPE_HASH,BPF_MAP_TYPE_ARRAY,BPF_MAP_TYPE_PROG_ARRAY,BPF_MAP_TYPE_PERF_EVENT_ARRAY,BPF_MAP_TYPE_PERCPU_HASH,BPF_MAP_TYPE_PERCPU_ARRAY,BPF_MAP_TYPE_STACK_TRACE,BPF_MAP_TYPE_CGROUP_ARRAY,BPF_MAP_TYPE_LRU_HASH,BPF_MAP_TYPE_LRU_PERCPU_HASH,BPF_MAP_TYPE_LPM_TRIE,BPF_MAP_TYPE_ARRAY_OF_MAPS,BPF_MAP_TYPE_HASH_OF_MAPS,BPF_MAP_TYPE_DEVMAP,BPF_MAP_TYPE_SOCKMAP,BPF_MAP_TYPE_CPUMAP,BPF_MAP_TYPE_XSKMAP,BPF_MAP_TYPE_SOCKHASH,BPF_MAP_TYPE_CGROUP_STORAGE,BPF_MAP_TYPE_REUSEPORT_SOCKARRAY,BPF_MAP_TYPE_PERCPU_CGROUP_STORAGE,BPF_MAP_TYPE_QUEUE,BPF_MAP_TYPE_STACK,BPF_MAP_TYPE_SK_STORAGE,BPF_MAP_TYPE_DEVMAP_HASH,BPF_MAP_TYPE_STRUCT_OPS,BPF_MAP_TYPE_RINGBUF,BPF_MAP_TYPE_INODE_STORAGE,BPF_MAP_TYPE_TASK_STORAGE,BPF_MAP_TYPE_BLOOM_FILTER,BPF_MAP_TYPE_USER_RINGBUF,BPF_MAP_TYPE_CGRP_STORAGE,BPF_MAP_TYPE_ARENA,BPF_MAP_TYPE_INSN_ARRAY
bpf_map_update	e	0	0	BPF_ANY,BPF_NOEXIST,BPF_EXIST,BPF_F_LOCK
bpf_prog_flags	f	0	0	BPF_F_STRICT_ALIGNMENT,BPF_F_ANY_ALIGNMENT,BPF_F_TEST_RND_HI32,BPF_F_TEST_STATE_FREQ,BPF_F_SLEEPABLE,BPF_F_XDP_HAS_FRAGS
bpf_prog_type	e	0	0	BPF_PROG_TYPE_UNSPEC,BPF_PROG_TYPE_SOCKET_FILTER,BPF_PROG_TYPE_KPROBE,BPF_PROG_TYPE_SCHED_CLS,BPF_PROG_TYPE_SCHED_ACT,BPF_PROG_TYPE_TRACEPOINT,BPF_PROG_TYPE_XDP,BPF_PROG_TYPE_PERF_EVENT,BPF_PROG_TYPE_CGROUP_SKB,BPF_PROG_TYPE_CGROUP_SOCK,BPF_PROG_TYPE_LWT_IN,BPF_PROG_TYPE_LWT_OUT,BPF_PROG_TYPE_LWT_XMIT,BPF_PROG_TYPE_SOCK_OPS,BPF_PROG_TYPE_SK_SKB,BPF_PROG_TYPE_CGROUP_DEVICE,BPF_PROG_TYPE_SK_MSG,BPF_PROG_TYPE_RAW_TRACEPOINT,BPF_PROG_TYPE_CGROUP_SOCK_ADDR,BPF_PROG_TYPE_LWT_SEG6LOCAL,BPF_PROG_TYPE_LIRC_MODE2,BPF_PROG_TYPE_SK_REUSEPORT,BPF_PROG_TYPE_FLOW_DISSECTOR,BPF_PROG_TYPE_CGROUP_SYSCTL,BPF_PROG_TYPE_RAW_TRACEPOINT_WRITABLE,BPF_PROG_TYPE_CGROUP_SOCKOPT,BPF_PROG_TYPE_TRACING,BPF_PROG_TYPE_STRUCT_OPS,BPF_PROG_TYPE_EXT,BPF_PROG_TYPE_LSM,BPF_PROG_TYPE_SK_LOOKUP,BPF_PROG_TYPE_SYSCALL,BPF_PROG_TYPE_NETFILTER
capability	e	0	0	CAP_CHOWN,CAP_DAC_OVERRIDE,CAP_DAC_READ_SEARCH,CAP_FOWNER,CAP_FSETID,CAP_KILL,CAP_SETGID,CAP_SETUID,CAP_SETPCAP,CAP_LINUX_IMMUTABLE,CAP_NET_BIND_SERVICE,CAP_NET_BROADCAST,CAP_NET_ADMIN,CAP_NET_RAW,CAP_IPC_LOCK,CAP_IPC_OWNER,CAP_SYS_MODULE,CAP_SYS_RAWIO,CAP_SYS_CHROOT,CAP_SYS_PTRACE,CAP_SYS_PACCT,CAP_SYS_ADMIN,CAP_SYS_BOOT,CAP_SYS_NICE,CAP_SYS_RESOURCE,CAP_SYS_TIME,CAP_SYS_TTY_CONFIG,CAP_MKNOD,CAP_LEASE,CAP_AUDIT_WRITE,CAP_AUDIT_CONTROL,CAP_SETFCAP,CAP_MAC_OVERRIDE,CAP_MAC_ADMIN,CAP_SYSLOG,CAP_WAKE_ALARM,CAP_BLOCK_SUSPEND,CAP_AUDIT_READ,CAP_PERFMON,CAP_BPF,CAP_CHECKPOINT_RESTORE,CAP_LAST_CAP
capability_version	e	0	0	_LINUX_CAPABILITY_VERSION_1,_LINUX_CAPABILITY_VERSION_2,_LINUX_CAPABILITY_VERSION_3
clock	e	0	0	CLOCK_REALTIME,CLOCK_MONOTONIC,CLOCK_PROCESS_CPUTIME_ID,CLOCK_THREAD_CPUTIME_ID,CLOCK_MONOTONIC_RAW,CLOCK_REALTIME_COARSE,CLOCK_MONOTONIC_COARSE,CLOCK_BOOTTIME,CLOCK_REALTIME_ALARM,CLOCK_BOOTTIME_ALARM,CLOCK_TAI,CLOCK_SGI_CYCLE,CLOCK_AUX,CLOCK_AUX_LAST
clone	f	255	255	SIGCHLD,CSIGNAL,CLONE_VM,CLONE_FS,CLONE_FILES,CLONE_SIGHAND,CLONE_PIDFD,CLONE_PTRACE,CLONE_VFORK,CLONE_PARENT,CLONE_THREAD,CLONE_NEWNS,CLONE_SYSVSEM,CLONE_SETTLS,CLONE_PARENT_SETTID,CLONE_CHILD_CLEARTID,CLONE_DETACHED,CLONE_UNTRACED,CLONE_CHILD_SETTID,CLONE_NEWCGROUP,CLONE_NEWUTS,CLONE_NEWIPC,CLONE_NEWUSER,CLONE_NEWPID,CLONE_NEWNET,CLONE_IO
clone3	f	0	0	CLONE_CLEAR_SIGHAND,CLONE_INTO_CGROUP,CLONE_AUTOREAP,CLONE_NNP,CLONE_PIDFD_AUTOKILL,CLONE_NEWTIME,CLONE_VM,CLONE_FS,CLONE_FILES,CLONE_SIGHAND,CLONE_PIDFD,CLONE_PTRACE,CLONE_VFORK,CLONE_PARENT,CLONE_THREAD,CLONE_NEWNS,CLONE_SYSVSEM,CLONE_SETTLS,CLONE_PARENT_SETTID,CLONE_CHILD_CLEARTID,CLONE_DETACHED,CLONE_UNTRACED,CLONE_CHILD_SETTID,CLONE_NEWCGROUP,CLONE_NEWUTS,CLONE_NEWIPC,CLONE_NEWUSER,CLONE_NEWPID,CLONE_NEWNET,CLONE_IO
clone_args_size	e	0	0	CLONE_ARGS_SIZE_VER0,CLONE_ARGS_SIZE_VER1,CLONE_ARGS_SIZE_VER2
close_range	f	0	0	CLOSE_RANGE_UNSHARE,CLOSE_RANGE_CLOEXEC
delete_module	f	0	0	O_NONBLOCK,O_TRUNC
directory	e	0	0	AT_FDCWD
dirent_type	e	0	0	DT_UNKNOWN,DT_FIFO,DT_CHR,DT_DIR,DT_BLK,DT_REG,DT_LNK,DT_SOCK,DT_WHT
dup3	f	0	0	O_CLOEXEC
epoll_create	f	0	0	EPOLL_CLOEXEC
epoll_events	f	0	0	EPOLLIN,EPOLLPRI,EPOLLOUT,EPOLLERR,EPOLLHUP,EPOLLNVAL,EPOLLRDNORM,EPOLLRDBAND,EPOLLWRNORM,EPOLLWRBAND,EPOLLMSG,EPOLLRDHUP,EPOLLEXCLUSIVE,EPOLLWAKEUP,EPOLLONESHOT,EPOLLET
epoll_op	e	0	0	EPOLL_CTL_ADD,EPOLL_CTL_DEL,EPOLL_CTL_MOD
errno	e	0	0	EPERM,ENOENT,ESRCH,EINTR,EIO,ENXIO,E2BIG,ENOEXEC,EBADF,ECHILD,EAGAIN,ENOMEM,EACCES,EFAULT,ENOTBLK,EBUSY,EEXIST,EXDEV,ENODEV,ENOTDIR,EISDIR,EINVAL,ENFILE,EMFILE,ENOTTY,ETXTBSY,EFBIG,ENOSPC,ESPIPE,EROFS,EMLINK,EPIPE,EDOM,ERANGE,EDEADLK,ENAMETOOLONG,ENOLCK,ENOSYS,ENOTEMPTY,ELOOP,ENOMSG,EIDRM,ECHRNG,EL2NSYNC,EL3HLT,EL3RST,ELNRNG,EUNATCH,ENOCSI,EL2HLT,EBADE,EBADR,EXFULL,ENOANO,EBADRQC,EBADSLT,EBFONT,ENOSTR,ENODATA,ETIME,ENOSR,ENONET,ENOPKG,EREMOTE,ENOLINK,EADV,ESRMNT,ECOMM,EPROTO,EMULTIHOP,EDOTDOT,EBADMSG,EOVERFLOW,ENOTUNIQ,EBADFD,EREMCHG,ELIBACC,ELIBBAD,ELIBSCN,ELIBMAX,ELIBEXEC,EILSEQ,ERESTART,ESTRPIPE,EUSERS,ENOTSOCK,EDESTADDRREQ,EMSGSIZE,EPROTOTYPE,ENOPROTOOPT,EPROTONOSUPPORT,ESOCKTNOSUPPORT,EOPNOTSUPP,EPFNOSUPPORT,EAFNOSUPPORT,EADDRINUSE,EADDRNOTAVAIL,ENETDOWN,ENETUNREACH,ENETRESET,ECONNABORTED,ECONNRESET,ENOBUFS,EISCONN,ENOTCONN,ESHUTDOWN,ETOOMANYREFS,ETIMEDOUT,ECONNREFUSED,EHOSTDOWN,EHOSTUNREACH,EALREADY,EINPROGRESS,ESTALE,EUCLEAN,ENOTNAM,ENAVAIL,EISNAM,EREMOTEIO,EDQUOT,ENOMEDIUM,EMEDIUMTYPE,ECANCELED,ENOKEY,EKEYEXPIRED,EKEYREVOKED,EKEYREJECTED,EOWNERDEAD,ENOTRECOVERABLE,ERFKILL,EHWPOISON,ENOTSUPP,EWOULDBLOCK,EDEADLOCK,ENOTSUP
ether_type	e	0	0	ETH_P_802_3,ETH_P_AX25,ETH_P_ALL,ETH_P_802_2,ETH_P_SNAP,ETH_P_DDCMP,ETH_P_WAN_PPP,ETH_P_PPP_MP,ETH_P_LOCALTALK,ETH_P_CAN,ETH_P_CANFD,ETH_P_CANXL,ETH_P_PPPTALK,ETH_P_TR_802_2,ETH_P_MOBITEX,ETH_P_CONTROL,ETH_P_IRDA,ETH_P_ECONET,ETH_P_HDLC,ETH_P_ARCNET,ETH_P_DSA,ETH_P_TRAILER,ETH_P_LOOP,ETH_P_PHONET,ETH_P_IEEE802154,ETH_P_CAIF,ETH_P_XDSA,ETH_P_MAP,ETH_P_MCTP,ETH_P_GRE_OSI,ETH_P_PUP,ETH_P_PUPAT,ETH_P_802_3_MIN,ETH_P_IP,ETH_P_X25,ETH_P_ARP,ETH_P_BPQ,ETH_P_IEEEPUP,ETH_P_IEEEPUPAT,ETH_P_ERSPAN2,ETH_P_TSN,ETH_P_BATMAN,ETH_P_DEC,ETH_P_DNA_DL,ETH_P_DNA_RC,ETH_P_DNA_RT,ETH_P_LAT,ETH_P_DIAG,ETH_P_CUST,ETH_P_SCA,ETH_P_TEB,ETH_P_RARP,ETH_P_ATALK,ETH_P_AARP,ETH_P_8021Q,ETH_P_IPX,ETH_P_IPV6,ETH_P_PAUSE,ETH_P_SLOW,ETH_P_WCCP,ETH_P_MPLS_UC,ETH_P_MPLS_MC,ETH_P_ATMMPOA,ETH_P_PPP_DISC,ETH_P_PPP_SES,ETH_P_LINK_CTL,ETH_P_8021AC,ETH_P_ATMFATE,ETH_P_PAE,ETH_P_PROFINET,ETH_P_REALTEK,ETH_P_AOE,ETH_P_ETHERCAT,ETH_P_8021AD,ETH_P_802_EX1,ETH_P_ERSPAN,ETH_P_MXLGSW,ETH_P_PREAUTH,ETH_P_TIPC,ETH_P_LLDP,ETH_P_MRP,ETH_P_MACSEC,ETH_P_8021AH,ETH_P_MVRP,ETH_P_1588,ETH_P_NCSI,ETH_P_PRP,ETH_P_CFM,ETH_P_FCOE,ETH_P_TDLS,ETH_P_FIP,ETH_P_IBOE,ETH_P_80221,ETH_P_HSR,ETH_P_NSH,ETH_P_LOOPBACK,ETH_P_QINQ1,ETH_P_QINQ2,ETH_P_QINQ3,ETH_P_YT921X,ETH_P_EDSA,ETH_P_DSA_8021Q,ETH_P_DSA_A5PSW,ETH_P_IFE,ETH_P_AF_IUCV,ETH_P_NXP_NETC
eventfd	f	0	0	EFD_SEMAPHORE,EFD_CLOEXEC,EFD_NONBLOCK
fadvise	e	0	0	POSIX_FADV_NORMAL,POSIX_FADV_RANDOM,POSIX_FADV_SEQUENTIAL,POSIX_FADV_WILLNEED,POSIX_FADV_DONTNEED,POSIX_FADV_NOREUSE
fallocate	f	0	0	FALLOC_FL_ALLOCATE_RANGE,FALLOC_FL_KEEP_SIZE,FALLOC_FL_PUNCH_HOLE,FALLOC_FL_NO_HIDE_STALE,FALLOC_FL_COLLAPSE_RANGE,FALLOC_FL_ZERO_RANGE,FALLOC_FL_INSERT_RANGE,FALLOC_FL_UNSHARE_RANGE,FALLOC_FL_WRITE_ZEROES
fanotify_fd	e	0	0	FAN_NOFD,FAN_NOPIDFD,FAN_EPIDFD
fanotify_info	e	0	0	FAN_EVENT_INFO_TYPE_FID,FAN_EVENT_INFO_TYPE_DFID_NAME,FAN_EVENT_INFO_TYPE_DFID,FAN_EVENT_INFO_TYPE_PIDFD,FAN_EVENT_INFO_TYPE_ERROR,FAN_EVENT_INFO_TYPE_OLD_DFID_NAME,FAN_EVENT_INFO_TYPE_NEW_DFID_NAME
fanotify_init	f	0	0	FAN_CLASS_NOTIF,FAN_CLASS_CONTENT,FAN_CLASS_PRE_CONTENT,FAN_CLOEXEC,FAN_NONBLOCK,FAN_UNLIMITED_QUEUE,FAN_UNLIMITED_MARKS,FAN_ENABLE_AUDIT,FAN_REPORT_PIDFD,FAN_REPORT_TID,FAN_REPORT_FID,FAN_REPORT_DIR_FID,FAN_REPORT_NAME,FAN_REPORT_DFID_NAME,FAN_REPORT_TARGET_FID,FAN_REPORT_DFID_NAME_TARGET,FAN_REPORT_FD_ERROR,FAN_REPORT_MNT
fanotify_mark	f	0	0	FAN_MARK_ADD,FAN_MARK_REMOVE,FAN_MARK_FLUSH,FAN_MARK_DONT_FOLLOW,FAN_MARK_ONLYDIR,FAN_MARK_MOUNT,FAN_MARK_FILESYSTEM,FAN_MARK_IGNORED_MASK,FAN_MARK_IGNORED_SURV_MODIFY,FAN_MARK_EVICTABLE,FAN_MARK_IGNORE,FAN_MARK_IGNORE_SURV,FAN_MARK_INODE,FAN_MARK_MNTNS
fanotify_mask	f	0	0	FAN_ACCESS,FAN_MODIFY,FAN_ATTRIB,FAN_CLOSE_WRITE,FAN_CLOSE_NOWRITE,FAN_CLOSE,FAN_OPEN,FAN_MOVED_FROM,FAN_MOVED_TO,FAN_MOVE,FAN_CREATE,FAN_DELETE,FAN_DELETE_SELF,FAN_MOVE_SELF,FAN_OPEN_EXEC,FAN_Q_OVERFLOW,FAN_FS_ERROR,FAN_OPEN_PERM,FAN_ACCESS_PERM,FAN_OPEN_EXEC_PERM,FAN_PRE_ACCESS,FAN_MNT_ATTACH,FAN_MNT_DETACH,FAN_EVENT_ON_CHILD,FAN_RENAME,FAN_ONDIR
fanotify_response	f	0	0	FAN_ALLOW,FAN_DENY,FAN_AUDIT
fcntl_cmd	e	0	0	F_DUPFD,F_DUPFD_CLOEXEC,F_DUPFD_QUERY,F_CREATED_QUERY,F_GETFD,F_SETFD,F_GETFL,F_SETFL,F_GETLK,F_SETLK,F_SETLKW,F_OFD_GETLK,F_OFD_SETLK,F_OFD_SETLKW,F_SETOWN,F_GETOWN,F_SETOWN_EX,F_GETOWN_EX,F_GETOWNER_UIDS,F_SETSIG,F_GETSIG,F_SETLEASE,F_GETLEASE,F_CANCELLK,F_NOTIFY,F_SETPIPE_SZ,F_GETPIPE_SZ,F_ADD_SEALS,F_GET_SEALS,F_GET_RW_HINT,F_SET_RW_HINT,F_GET_FILE_RW_HINT,F_SET_FILE_RW_HINT,F_SETDELEG,F_GETDELEG
fd_flags	f	0	0	FD_CLOEXEC
fiemap	f	0	0	FIEMAP_FLAG_SYNC,FIEMAP_FLAG_XATTR,FIEMAP_FLAG_CACHE
fiemap_extent	f	0	0	FIEMAP_EXTENT_LAST,FIEMAP_EXTENT_UNKNOWN,FIEMAP_EXTENT_DELALLOC,FIEMAP_EXTENT_ENCODED,FIEMAP_EXTENT_DATA_ENCRYPTED,FIEMAP_EXTENT_NOT_ALIGNED,FIEMAP_EXTENT_DATA_INLINE,FIEMAP_EXTENT_DATA_TAIL,FIEMAP_EXTENT_UNWRITTEN,FIEMAP_EXTENT_MERGED,FIEMAP_EXTENT_SHARED
file_attr	f	0	0	AT_SYMLINK_NOFOLLOW,AT_EMPTY_PATH
file_handle_limit	e	0	0	MAX_HANDLE_SZ
file_system_magic	e	0	0	QNX4_SUPER_MAGIC,AUTOFS_SUPER_MAGIC,MINIX_SUPER_MAGIC,DEVPTS_SUPER_MAGIC,MINIX2_SUPER_MAGIC,NILFS_SUPER_MAGIC,MSDOS_SUPER_MAGIC,MINIX3_SUPER_MAGIC,SMB_SUPER_MAGIC,NCP_SUPER_MAGIC,NFS_SUPER_MAGIC,JFFS2_SUPER_MAGIC,ISOFS_SUPER_MAGIC,PROC_SUPER_MAGIC,OPENPROM_SUPER_MAGIC,USBDEVICE_SUPER_MAGIC,ADFS_SUPER_MAGIC,AFFS_SUPER_MAGIC,EXT2_SUPER_MAGIC,EXT3_SUPER_MAGIC,EXT4_SUPER_MAGIC,ECRYPTFS_SUPER_MAGIC,CGROUP_SUPER_MAGIC,EFS_SUPER_MAGIC,HOSTFS_SUPER_MAGIC,CEPH_SUPER_MAGIC,TMPFS_MAGIC,V9FS_MAGIC,RDTGROUP_SUPER_MAGIC,ANON_INODE_FS_MAGIC,FUTEXFS_SUPER_MAGIC,MTD_INODE_FS_MAGIC,UDF_SUPER_MAGIC,EXFAT_SUPER_MAGIC,CRAMFS_MAGIC,BINFMTFS_MAGIC,SMACK_MAGIC,DMA_BUF_MAGIC,DEVMEM_MAGIC,PIPEFS_MAGIC,REISERFS_SUPER_MAGIC,SECRETMEM_MAGIC,AFS_SUPER_MAGIC,SOCKFS_MAGIC,XFS_SUPER_MAGIC,AAFS_MAGIC,ZONEFS_MAGIC,PSTOREFS_MAGIC,BDEVFS_MAGIC,SYSFS_MAGIC,CGROUP2_SUPER_MAGIC,DEBUGFS_MAGIC,DAXFS_MAGIC,FUSE_SUPER_MAGIC,QNX6_SUPER_MAGIC,AFS_FS_MAGIC,BINDERFS_SUPER_MAGIC,NSFS_MAGIC,SECURITYFS_MAGIC,SQUASHFS_MAGIC,BTRFS_TEST_MAGIC,CODA_SUPER_MAGIC,OCFS2_SUPER_MAGIC,TRACEFS_MAGIC,OVERLAYFS_SUPER_MAGIC,RAMFS_MAGIC,BTRFS_SUPER_MAGIC,HUGETLBFS_MAGIC,XENFS_SUPER_MAGIC,BPF_FS_MAGIC,EFIVARFS_MAGIC,F2FS_SUPER_MAGIC,SELINUX_MAGIC,HPFS_SUPER_MAGIC,SMB2_SUPER_MAGIC,CIFS_SUPER_MAGIC
filter_code	e	0	0	BPF_LD,BPF_LDX,BPF_ST,BPF_STX,BPF_ALU,BPF_JMP,BPF_RET,BPF_MISC,BPF_W,BPF_H,BPF_B,BPF_DW,BPF_IMM,BPF_ABS,BPF_IND,BPF_MEM,BPF_LEN,BPF_MSH,BPF_ADD,BPF_SUB,BPF_MUL,BPF_DIV,BPF_OR,BPF_AND,BPF_LSH,BPF_RSH,BPF_NEG,BPF_MOD,BPF_XOR,BPF_JA,BPF_JEQ,BPF_JGT,BPF_JGE,BPF_JSET,BPF_K,BPF_X,BPF_A,BPF_TAX,BPF_TXA,BPF_JMP32,BPF_ALU64,BPF_MOV,BPF_ARSH,BPF_END,BPF_JNE,BPF_JSGT,BPF_JSGE,BPF_CALL,BPF_EXIT,BPF_JLT,BPF_JLE,BPF_JSLT,BPF_JSLE,BPF_ATOMIC
finit_module	f	0	0	MODULE_INIT_IGNORE_MODVERSIONS,MODULE_INIT_IGNORE_VERMAGIC,MODULE_INIT_COMPRESSED_FILE
flock	f	0	0	LOCK_SH,LOCK_EX,LOCK_UN,LOCK_NB,LOCK_MAND,LOCK_RW,LOCK_READ,LOCK_WRITE
fsconfig	e	0	0	FSCONFIG_SET_FLAG,FSCONFIG_SET_STRING,FSCONFIG_SET_BINARY,FSCONFIG_SET_PATH,FSCONFIG_SET_PATH_EMPTY,FSCONFIG_SET_FD,FSCONFIG_CMD_CREATE,FSCONFIG_CMD_RECONFIGURE,FSCONFIG_CMD_CREATE_EXCL
fsmount	f	0	0	FSMOUNT_CLOEXEC,FSMOUNT_NAMESPACE
fsopen	f	0	0	FSOPEN_CLOEXEC
fspick	f	0	0	FSPICK_CLOEXEC,FSPICK_SYMLINK_NOFOLLOW,FSPICK_NO_AUTOMOUNT,FSPICK_EMPTY_PATH
futex2	f	3	3	FUTEX2_SIZE_U8,FUTEX2_SIZE_U16,FUTEX2_SIZE_U32,FUTEX2_SIZE_U64,FUTEX2_SIZE_MASK,FUTEX2_NUMA,FUTEX2_MPOL,FUTEX2_PRIVATE,FUTEX_32
futex_bitset	e	0	0	FUTEX_BITSET_MATCH_ANY
futex_op	f	127	127	FUTEX_WAIT,FUTEX_WAKE,FUTEX_FD,FUTEX_REQUEUE,FUTEX_CMP_REQUEUE,FUTEX_WAKE_OP,FUTEX_LOCK_PI,FUTEX_UNLOCK_PI,FUTEX_TRYLOCK_PI,FUTEX_WAIT_BITSET,FUTEX_WAKE_BITSET,FUTEX_WAIT_REQUEUE_PI,FUTEX_CMP_REQUEUE_PI,FUTEX_LOCK_PI2,FUTEX_PRIVATE_FLAG,FUTEX_CLOCK_REALTIME,FUTEX_WAIT_PRIVATE,FUTEX_WAKE_PRIVATE,FUTEX_REQUEUE_PRIVATE,FUTEX_CMP_REQUEUE_PRIVATE,FUTEX_WAKE_OP_PRIVATE,FUTEX_LOCK_PI_PRIVATE,FUTEX_LOCK_PI2_PRIVATE,FUTEX_UNLOCK_PI_PRIVATE,FUTEX_TRYLOCK_PI_PRIVATE,FUTEX_WAIT_BITSET_PRIVATE,FUTEX_WAKE_BITSET_PRIVATE,FUTEX_WAIT_REQUEUE_PI_PRIVATE,FUTEX_CMP_REQUEUE_PI_PRIVATE
futex_wake_cmp	e	0	0	FUTEX_OP_CMP_EQ,FUTEX_OP_CMP_NE,FUTEX_OP_CMP_LT,FUTEX_OP_CMP_LE,FUTEX_OP_CMP_GT,FUTEX_OP_CMP_GE
futex_wake_op	e	0	0	FUTEX_OP_SET,FUTEX_OP_ADD,FUTEX_OP_OR,FUTEX_OP_ANDN,FUTEX_OP_XOR,FUTEX_OP_OPARG_SHIFT
futex_word	f	0	0	FUTEX_WAITERS,FUTEX_OWNER_DIED,FUTEX_TID_MASK
get_mempolicy	f	0	0	MPOL_F_NODE,MPOL_F_ADDR,MPOL_F_MEMS_ALLOWED
getrandom	f	0	0	GRND_NONBLOCK,GRND_RANDOM,GRND_INSECURE
hardware_type	e	0	0	ARPHRD_NETROM,ARPHRD_ETHER,ARPHRD_EETHER,ARPHRD_AX25,ARPHRD_PRONET,ARPHRD_CHAOS,ARPHRD_IEEE802,ARPHRD_ARCNET,ARPHRD_APPLETLK,ARPHRD_DLCI,ARPHRD_ATM,ARPHRD_METRICOM,ARPHRD_IEEE1394,ARPHRD_EUI64,ARPHRD_INFINIBAND,ARPHRD_SLIP,ARPHRD_CSLIP,ARPHRD_SLIP6,ARPHRD_CSLIP6,ARPHRD_RSRVD,ARPHRD_ADAPT,ARPHRD_ROSE,ARPHRD_X25,ARPHRD_HWX25,ARPHRD_CAN,ARPHRD_MCTP,ARPHRD_PPP,ARPHRD_CISCO,ARPHRD_HDLC,ARPHRD_LAPB,ARPHRD_DDCMP,ARPHRD_RAWHDLC,ARPHRD_RAWIP,ARPHRD_TUNNEL,ARPHRD_TUNNEL6,ARPHRD_FRAD,ARPHRD_SKIP,ARPHRD_LOOPBACK,ARPHRD_LOCALTLK,ARPHRD_FDDI,ARPHRD_BIF,ARPHRD_SIT,ARPHRD_IPDDP,ARPHRD_IPGRE,ARPHRD_PIMREG,ARPHRD_HIPPI,ARPHRD_ASH,ARPHRD_ECONET,ARPHRD_IRDA,ARPHRD_FCPP,ARPHRD_FCAL,ARPHRD_FCPL,ARPHRD_FCFABRIC,ARPHRD_IEEE802_TR,ARPHRD_IEEE80211,ARPHRD_IEEE80211_PRISM,ARPHRD_IEEE80211_RADIOTAP,ARPHRD_IEEE802154,ARPHRD_IEEE802154_MONITOR,ARPHRD_PHONET,ARPHRD_PHONET_PIPE,ARPHRD_CAIF,ARPHRD_IP6GRE,ARPHRD_NETLINK,ARPHRD_6LOWPAN,ARPHRD_VSOCKMON,ARPHRD_NONE,ARPHRD_VOID
hwtstamp_filter	e	0	0	HWTSTAMP_FILTER_NONE,HWTSTAMP_FILTER_ALL,HWTSTAMP_FILTER_SOME,HWTSTAMP_FILTER_PTP_V1_L4_EVENT,HWTSTAMP_FILTER_PTP_V1_L4_SYNC,HWTSTAMP_FILTER_PTP_V1_L4_DELAY_REQ,HWTSTAMP_FILTER_PTP_V2_L4_EVENT,HWTSTAMP_FILTER_PTP_V2_L4_SYNC,HWTSTAMP_FILTER_PTP_V2_L4_DELAY_REQ,HWTSTAMP_FILTER_PTP_V2_L2_EVENT,HWTSTAMP_FILTER_PTP_V2_L2_SYNC,HWTSTAMP_FILTER_PTP_V2_L2_DELAY_REQ,HWTSTAMP_FILTER_PTP_V2_EVENT,HWTSTAMP_FILTER_PTP_V2_SYNC,HWTSTAMP_FILTER_PTP_V2_DELAY_REQ,HWTSTAMP_FILTER_NTP_ALL
hwtstamp_flags	f	0	0	HWTSTAMP_FLAG_BONDED_PHC_INDEX,HWTSTAMP_FLAG_MASK
hwtstamp_tx	e	0	0	HWTSTAMP_TX_OFF,HWTSTAMP_TX_ON,HWTSTAMP_TX_ONESTEP_SYNC,HWTSTAMP_TX_ONESTEP_P2P
in_address	e	0	0	INADDR_ANY,INADDR_BROADCAST,INADDR_NONE,INADDR_LOOPBACK
inode_flags	f	0	0	FS_SECRM_FL,FS_UNRM_FL,FS_COMPR_FL,FS_SYNC_FL,FS_IMMUTABLE_FL,FS_APPEND_FL,FS_NODUMP_FL,FS_NOATIME_FL,FS_DIRTY_FL,FS_COMPRBLK_FL,FS_NOCOMP_FL,FS_ENCRYPT_FL,FS_BTREE_FL,FS_INDEX_FL,FS_IMAGIC_FL,FS_JOURNAL_DATA_FL,FS_NOTAIL_FL,FS_DIRSYNC_FL,FS_TOPDIR_FL,FS_HUGE_FILE_FL,FS_EXTENT_FL,FS_VERITY_FL,FS_EA_INODE_FL,FS_EOFBLOCKS_FL,FS_NOCOW_FL,FS_DAX_FL,FS_INLINE_DATA_FL,FS_PROJINHERIT_FL,FS_CASEFOLD_FL,FS_RESERVED_FL
inotify_init	f	0	0	IN_NONBLOCK,IN_CLOEXEC
inotify_mask	f	0	0	IN_ACCESS,IN_MODIFY,IN_ATTRIB,IN_CLOSE_WRITE,IN_CLOSE_NOWRITE,IN_CLOSE,IN_OPEN,IN_MOVED_FROM,IN_MOVED_TO,IN_MOVE,IN_CREATE,IN_DELETE,IN_DELETE_SELF,IN_MOVE_SELF,IN_UNMOUNT,IN_Q_OVERFLOW,IN_IGNORED,IN_ONLYDIR,IN_DONT_FOLLOW,IN_EXCL_UNLINK,IN_MASK_CREATE,IN_MASK_ADD,IN_ISDIR,IN_ONESHOT,IN_ALL_EVENTS
interface_flags	f	0	0	IFF_UP,IFF_BROADCAST,IFF_DEBUG,IFF_LOOPBACK,IFF_POINTOPOINT,IFF_NOTRAILERS,IFF_RUNNING,IFF_NOARP,IFF_PROMISC,IFF_ALLMULTI,IFF_MASTER,IFF_SLAVE,IFF_MULTICAST,IFF_PORTSEL,IFF_AUTOMEDIA,IFF_DYNAMIC,IFF_LOWER_UP,IFF_DORMANT,IFF_ECHO
internet_group	e	0	0	INADDR_DUMMY,INADDR_UNSPEC_GROUP,INADDR_ALLHOSTS_GROUP,INADDR_ALLRTRS_GROUP,INADDR_ALLSNOOPERS_GROUP,INADDR_MAX_LOCAL_GROUP
io_uring_enter	f	0	0	IORING_ENTER_GETEVENTS,IORING_ENTER_SQ_WAKEUP,IORING_ENTER_SQ_WAIT,IORING_ENTER_EXT_ARG,IORING_ENTER_REGISTERED_RING,IORING_ENTER_ABS_TIMER,IORING_ENTER_EXT_ARG_REG,IORING_ENTER_NO_IOWAIT
io_uring_features	f	0	0	IORING_FEAT_SINGLE_MMAP,IORING_FEAT_NODROP,IORING_FEAT_SUBMIT_STABLE,IORING_FEAT_RW_CUR_POS,IORING_FEAT_CUR_PERSONALITY,IORING_FEAT_FAST_POLL,IORING_FEAT_POLL_32BITS,IORING_FEAT_SQPOLL_NONFIXED,IORING_FEAT_EXT_ARG,IORING_FEAT_NATIVE_WORKERS,IORING_FEAT_RSRC_TAGS,IORING_FEAT_CQE_SKIP,IORING_FEAT_LINKED_FILE,IORING_FEAT_REG_REG_RING,IORING_FEAT_RECVSEND_BUNDLE,IORING_FEAT_MIN_TIMEOUT,IORING_FEAT_RW_ATTR,IORING_FEAT_NO_IOWAIT
io_uring_offset	e	0	0	IORING_OFF_SQ_RING,IORING_OFF_CQ_RING,IORING_OFF_SQES,IORING_OFF_PBUF_RING
io_uring_op	e	0	0	IORING_OP_NOP,IORING_OP_READV,IORING_OP_WRITEV,IORING_OP_FSYNC,IORING_OP_READ_FIXED,IORING_OP_WRITE_FIXED,IORING_OP_POLL_ADD,IORING_OP_POLL_REMOVE,IORING_OP_SYNC_FILE_RANGE,IORING_OP_SENDMSG,IORING_OP_RECVMSG,IORING_OP_TIMEOUT,IORING_OP_TIMEOUT_REMOVE,IORING_OP_ACCEPT,IORING_OP_ASYNC_CANCEL,IORING_OP_LINK_TIMEOUT,IORING_OP_CONNECT,IORING_OP_FALLOCATE,IORING_OP_OPENAT,IORING_OP_CLOSE,IORING_OP_FILES_UPDATE,IORING_OP_STATX,IORING_OP_READ,IORING_OP_WRITE,IORING_OP_FADVISE,IORING_OP_MADVISE,IORING_OP_SEND,IORING_OP_RECV,IORING_OP_OPENAT2,IORING_OP_EPOLL_CTL,IORING_OP_SPLICE,IORING_OP_PROVIDE_BUFFERS,IORING_OP_REMOVE_BUFFERS,IORING_OP_TEE,IORING_OP_SHUTDOWN,IORING_OP_RENAMEAT,IORING_OP_UNLINKAT,IORING_OP_MKDIRAT,IORING_OP_SYMLINKAT,IORING_OP_LINKAT,IORING_OP_MSG_RING,IORING_OP_FSETXATTR,IORING_OP_SETXATTR,IORING_OP_FGETXATTR,IORING_OP_GETXATTR,IORING_OP_SOCKET,IORING_OP_URING_CMD,IORING_OP_SEND_ZC,IORING_OP_SENDMSG_ZC,IORING_OP_READ_MULTISHOT,IORING_OP_WAITID,IORING_OP_FUTEX_WAIT,IORING_OP_FUTEX_WAKE,IORING_OP_FUTEX_WAITV,IORING_OP_FIXED_FD_INSTALL,IORING_OP_FTRUNCATE,IORING_OP_BIND,IORING_OP_LISTEN,IORING_OP_RECV_ZC,IORING_OP_EPOLL_WAIT,IORING_OP_READV_FIXED,IORING_OP_WRITEV_FIXED,IORING_OP_PIPE,IORING_OP_NOP128,IORING_OP_URING_CMD128
io_uring_register	f	2147483647	2147483647	IORING_REGISTER_BUFFERS,IORING_UNREGISTER_BUFFERS,IORING_REGISTER_SRC_REGISTERED,IORING_REGISTER_FILES,IORING_REGISTER_DST_REPLACE,IORING_UNREGISTER_FILES,IORING_REGISTER_EVENTFD,IORING_UNREGISTER_EVENTFD,IORING_REGISTER_FILES_UPDATE,IORING_REGISTER_EVENTFD_ASYNC,IORING_REGISTER_PROBE,IORING_REGISTER_PERSONALITY,IORING_UNREGISTER_PERSONALITY,IORING_REGISTER_RESTRICTIONS,IORING_REGISTER_ENABLE_RINGS,IORING_REGISTER_FILES2,IORING_REGISTER_FILES_UPDATE2,IORING_REGISTER_BUFFERS2,IORING_REGISTER_BUFFERS_UPDATE,IORING_REGISTER_IOWQ_AFF,IORING_UNREGISTER_IOWQ_AFF,IORING_REGISTER_IOWQ_MAX_WORKERS,IORING_REGISTER_RING_FDS,IORING_UNREGISTER_RING_FDS,IORING_REGISTER_PBUF_RING,IORING_UNREGISTER_PBUF_RING,IORING_REGISTER_SYNC_CANCEL,IORING_REGISTER_FILE_ALLOC_RANGE,IORING_REGISTER_PBUF_STATUS,IORING_REGISTER_NAPI,IORING_UNREGISTER_NAPI,IORING_REGISTER_CLOCK,IORING_REGISTER_CLONE_BUFFERS,IORING_REGISTER_SEND_MSG_RING,IORING_REGISTER_ZCRX_IFQ,IORING_REGISTER_RESIZE_RINGS,IORING_REGISTER_MEM_REGION,IORING_REGISTER_QUERY,IORING_REGISTER_ZCRX_CTRL,IORING_REGISTER_BPF_FILTER,IORING_REGISTER_USE_REGISTERED_RING
io_uring_setup	f	0	0	IORING_SETUP_IOPOLL,IORING_SETUP_SQPOLL,IORING_SETUP_SQ_AFF,IORING_SETUP_CQSIZE,IORING_SETUP_CLAMP,IORING_SETUP_ATTACH_WQ,IORING_SETUP_R_DISABLED,IORING_SETUP_SUBMIT_ALL,IORING_SETUP_COOP_TASKRUN,IORING_SETUP_TASKRUN_FLAG,IORING_SETUP_SQE128,IORING_SETUP_CQE32,IORING_SETUP_SINGLE_ISSUER,IORING_SETUP_DEFER_TASKRUN,IORING_SETUP_NO_MMAP,IORING_SETUP_REGISTERED_FD_ONLY,IORING_SETUP_NO_SQARRAY,IORING_SETUP_HYBRID_IOPOLL,IORING_SETUP_CQE_MIXED,IORING_SETUP_SQE_MIXED,IORING_SETUP_SQ_REWIND
io_uring_sqe	f	0	0	IOSQE_FIXED_FILE,IOSQE_IO_DRAIN,IOSQE_IO_LINK,IOSQE_IO_HARDLINK,IOSQE_ASYNC,IOSQE_BUFFER_SELECT,IOSQE_CQE_SKIP_SUCCESS
ioctl	e	0	0	FIBMAP,FIGETBSZ,FIFREEZE,FITHAW,FITRIM,FS_IOC_GETFLAGS,FS_IOC_SETFLAGS,FS_IOC_GETVERSION,FS_IOC_SETVERSION,FS_IOC_FIEMAP,FS_IOC_FSGETXATTR,FS_IOC_FSSETXATTR,FS_IOC_GETFSLABEL,FS_IOC_SETFSLABEL,FS_IOC_GETFSUUID,FS_IOC_GETFSSYSFSPATH,PAGEMAP_SCAN,FICLONE,USERFAULTFD_IOC_NEW,BLKROSET,BLKROGET,BLKRRPART,BLKGETSIZE,BLKFLSBUF,BLKRASET,BLKRAGET,BLKFRASET,BLKFRAGET,BLKSECTSET,BLKSECTGET,BLKSSZGET,BLKTRACESTART,BLKTRACESTOP,BLKTRACETEARDOWN,BLKDISCARD,BLKIOMIN,BLKIOOPT,BLKALIGNOFF,BLKPBSZGET,BLKDISCARDZEROES,BLKSECDISCARD,BLKROTATIONAL,BLKZEROOUT,PERF_EVENT_IOC_ENABLE,PERF_EVENT_IOC_DISABLE,PERF_EVENT_IOC_REFRESH,PERF_EVENT_IOC_RESET,PERF_EVENT_IOC_SET_OUTPUT,LOOP_SET_FD,LOOP_CLR_FD,LOOP_SET_STATUS,LOOP_GET_STATUS,LOOP_CHANGE_FD,LOOP_SET_CAPACITY,LOOP_SET_DIRECT_IO,LOOP_SET_BLOCK_SIZE,LOOP_CONFIGURE,LOOP_CTL_ADD,LOOP_CTL_REMOVE,LOOP_CTL_GET_FREE,TCGETS,TCSETS,TCSETSW,TCSETSF,TCGETA,TCSETA,TCSETAW,TCSETAF,TCSBRK,TCXONC,TCFLSH,TIOCEXCL,TIOCNXCL,TIOCSCTTY,TIOCGPGRP,TIOCSPGRP,TIOCOUTQ,SIOCOUTQ,TIOCSTI,TIOCGWINSZ,TIOCSWINSZ,TIOCMGET,TIOCMBIS,TIOCMBIC,TIOCMSET,TIOCGSOFTCAR,TIOCSSOFTCAR,FIONREAD,TIOCINQ,SIOCINQ,TIOCLINUX,TIOCCONS,TIOCGSERIAL,TIOCSSERIAL,TIOCPKT,FIONBIO,TIOCNOTTY,TIOCSETD,TIOCGETD,TCSBRKP,TIOCSBRK,TIOCCBRK,TIOCGSID,TIOCGRS485,TIOCSRS485,TCGETX,TCSETX,TCSETXF,TCSETXW,TIOCVHANGUP,TIOCGPTPEER,FIONCLEX,FIOCLEX,FIOASYNC,TIOCSERCONFIG,TIOCSERGWILD,TIOCSERSWILD,TIOCGLCKTRMIOS,TIOCSLCKTRMIOS,TIOCSERGSTRUCT,TIOCSERGETLSR,TIOCSERGETMULTI,TIOCSERSETMULTI,TIOCMIWAIT,TIOCGICOUNT,FIOQSIZE,FIOSETOWN,SIOCSPGRP,FIOGETOWN,SIOCGPGRP,SIOCATMARK,SIOCGSTAMP,SIOCGSTAMPNS,SIOCADDRT,SIOCDELRT,SIOCRTMSG,SIOCGIFNAME,SIOCSIFLINK,SIOCGIFCONF,SIOCGIFFLAGS,SIOCSIFFLAGS,SIOCGIFADDR,SIOCSIFADDR,SIOCGIFDSTADDR,SIOCSIFDSTADDR,SIOCGIFBRDADDR,SIOCSIFBRDADDR,SIOCGIFNETMASK,SIOCSIFNETMASK,SIOCGIFMETRIC,SIOCSIFMETRIC,SIOCGIFMEM,SIOCSIFMEM,SIOCGIFMTU,SIOCSIFMTU,SIOCSIFNAME,SIOCSIFHWADDR,SIOCGIFENCAP,SIOCSIFENCAP,SIOCGIFHWADDR,SIOCGIFSLAVE,SIOCSIFSLAVE,SIOCADDMULTI,SIOCDELMULTI,SIOCGIFINDEX,SIOCSIFPFLAGS,SIOCGIFPFLAGS,SIOCDIFADDR,SIOCSIFHWBROADCAST,SIOCGIFCOUNT,SIOCGIFBR,SIOCSIFBR,SIOCGIFTXQLEN,SIOCSIFTXQLEN,SIOCETHTOOL,SIOCGMIIPHY,SIOCGMIIREG,SIOCSMIIREG,SIOCWANDEV,SIOCOUTQNSD,SIOCGSKNS,SIOCDARP,SIOCGARP,SIOCSARP,SIOCDRARP,SIOCGRARP,SIOCSRARP,SIOCGIFMAP,SIOCSIFMAP,SIOCADDDLCI,SIOCDELDLCI,SIOCGIFVLAN,SIOCSIFVLAN,SIOCBONDENSLAVE,SIOCBONDRELEASE,SIOCBONDSETHWADDR,SIOCBONDSLAVEINFOQUERY,SIOCBONDINFOQUERY,SIOCBONDCHANGEACTIVE,SIOCBRADDBR,SIOCBRDELBR,SIOCBRADDIF,SIOCBRDELIF,SIOCSHWTSTAMP,SIOCGHWTSTAMP,SIOCUNIXFILE,NS_GET_USERNS,NS_GET_PARENT,NS_GET_NSTYPE,NS_GET_OWNER_UID,PIDFD_GET_CGROUP_NAMESPACE,PIDFD_GET_IPC_NAMESPACE,PIDFD_GET_MNT_NAMESPACE,PIDFD_GET_NET_NAMESPACE,PIDFD_GET_PID_NAMESPACE,PIDFD_GET_PID_FOR_CHILDREN_NAMESPACE,PIDFD_GET_TIME_NAMESPACE,PIDFD_GET_TIME_FOR_CHILDREN_NAMESPACE,PIDFD_GET_USER_NAMESPACE,PIDFD_GET_UTS_NAMESPACE,PERF_EVENT_IOC_SET_BPF,PERF_EVENT_IOC_PAUSE_OUTPUT,TIOCSPTLCK,TIOCSIG,BLKBSZSET,TFD_IOC_SET_TICKS,SECCOMP_IOCTL_NOTIF_ID_VALID,SECCOMP_IOCTL_NOTIF_SET_FLAGS,PERF_EVENT_IOC_PERIOD,PERF_EVENT_IOC_SET_FILTER,PERF_EVENT_IOC_MODIFY_ATTRIBUTES,SECCOMP_IOCTL_NOTIF_ADDFD,FICLONERANGE,TIOCGPTN,TIOCGDEV,TIOCGPKT,TIOCGPTLCK,TIOCGEXCL,NS_GET_PID_FROM_PIDNS,NS_GET_TGID_FROM_PIDNS,NS_GET_PID_IN_PIDNS,NS_GET_TGID_IN_PIDNS,BLKBSZGET,BLKGETSIZE64,BLKGETDISKSEQ,PERF_EVENT_IOC_ID,NS_GET_MNTNS_ID,NS_GET_ID,UFFDIO_UNREGISTER,UFFDIO_WAKE,NS_MNT_GET_INFO,NS_MNT_GET_NEXT,NS_MNT_GET_PREV,PERF_EVENT_IOC_QUERY_BPF,SECCOMP_IOCTL_NOTIF_SEND,FIDEDUPERANGE,UFFDIO_WRITEPROTECT,UFFDIO_API,UFFDIO_REGISTER,UFFDIO_ZEROPAGE,UFFDIO_CONTINUE,UFFDIO_POISON,UFFDIO_COPY,UFFDIO_MOVE,SECCOMP_IOCTL_NOTIF_RECV,PIDFD_GET_INFO
ioprio_class	e	0	0	IOPRIO_CLASS_NONE,IOPRIO_CLASS_RT,IOPRIO_CLASS_BE,IOPRIO_CLASS_IDLE,IOPRIO_CLASS_SHIFT
ioprio_who	e	0	0	IOPRIO_WHO_PROCESS,IOPRIO_WHO_PGRP,IOPRIO_WHO_USER
ip_mtu_discover	e	0	0	IP_PMTUDISC_DONT,IP_PMTUDISC_WANT,IP_PMTUDISC_DO,IP_PMTUDISC_PROBE,IP_PMTUDISC_INTERFACE,IP_PMTUDISC_OMIT
ip_option	e	0	0	IP_TOS,IP_TTL,IP_HDRINCL,IP_OPTIONS,IP_ROUTER_ALERT,IP_RECVOPTS,IP_RETOPTS,IP_RECVRETOPTS,IP_PKTINFO,IP_PKTOPTIONS,IP_MTU_DISCOVER,IP_RECVERR,IP_RECVTTL,IP_RECVTOS,IP_MTU,IP_FREEBIND,IP_IPSEC_POLICY,IP_XFRM_POLICY,IP_PASSSEC,IP_TRANSPARENT,IP_ORIGDSTADDR,IP_RECVORIGDSTADDR,IP_MINTTL,IP_NODEFRAG,IP_CHECKSUM,IP_BIND_ADDRESS_NO_PORT,IP_RECVFRAGSIZE,IP_RECVERR_RFC4884,IP_MULTICAST_IF,IP_MULTICAST_TTL,IP_MULTICAST_LOOP,IP_ADD_MEMBERSHIP,IP_DROP_MEMBERSHIP,IP_UNBLOCK_SOURCE,IP_BLOCK_SOURCE,IP_ADD_SOURCE_MEMBERSHIP,IP_DROP_SOURCE_MEMBERSHIP,IP_MSFILTER,IP_MULTICAST_ALL,IP_UNICAST_IF,IP_LOCAL_PORT_RANGE,IP_PROTOCOL
ip_protocol	e	0	0	IPPROTO_IP,IPPROTO_HOPOPTS,IPPROTO_ICMP,IPPROTO_IGMP,IPPROTO_IPIP,IPPROTO_TCP,IPPROTO_EGP,IPPROTO_PUP,IPPROTO_UDP,IPPROTO_IDP,IPPROTO_TP,IPPROTO_DCCP,IPPROTO_IPV6,IPPROTO_ROUTING,IPPROTO_FRAGMENT,IPPROTO_RSVP,IPPROTO_GRE,IPPROTO_ESP,IPPROTO_AH,IPPROTO_ICMPV6,IPPROTO_NONE,IPPROTO_DSTOPTS,IPPROTO_MTP,IPPROTO_BEETPH,IPPROTO_ENCAP,IPPROTO_PIM,IPPROTO_COMP,IPPROTO_L2TP,IPPROTO_SCTP,IPPROTO_MH,IPPROTO_UDPLITE,IPPROTO_MPLS,IPPROTO_ETHERNET,IPPROTO_AGGFRAG,IPPROTO_RAW,IPPROTO_SMC,IPPROTO_MPTCP
ipc_get	f	0	0	IPC_CREAT,IPC_EXCL,IPC_NOWAIT,S_IFREG,S_IFDIR,S_IFLNK,S_IFCHR,S_IFBLK,S_IFIFO,S_IFSOCK,S_IFMT,S_ISUID,S_ISGID,S_ISVTX,S_IRWXU,S_IRUSR,S_IWUSR,S_IXUSR,S_IRWXG,S_IRGRP,S_IWGRP,S_IXGRP,S_IRWXO,S_IROTH,S_IWOTH,S_IXOTH
ipc_key	e	0	0	IPC_PRIVATE
ipv6_flow_label_action	e	0	0	IPV6_FL_A_GET,IPV6_FL_A_PUT,IPV6_FL_A_RENEW
ipv6_flow_label_flags	f	0	0	IPV6_FL_F_CREATE,IPV6_FL_F_EXCL,IPV6_FL_F_REFLECT,IPV6_FL_F_REMOTE
ipv6_flow_label_share	e	0	0	IPV6_FL_S_NONE,IPV6_FL_S_EXCL,IPV6_FL_S_PROCESS,IPV6_FL_S_USER,IPV6_FL_S_ANY
ipv6_mtu_discover	e	0	0	IPV6_PMTUDISC_DONT,IPV6_PMTUDISC_WANT,IPV6_PMTUDISC_DO,IPV6_PMTUDISC_PROBE,IPV6_PMTUDISC_INTERFACE,IPV6_PMTUDISC_OMIT
ipv6_option	e	0	0	IPV6_ADDRFORM,IPV6_2292PKTINFO,IPV6_2292HOPOPTS,IPV6_2292DSTOPTS,IPV6_2292RTHDR,IPV6_2292PKTOPTIONS,IPV6_CHECKSUM,IPV6_2292HOPLIMIT,IPV6_NEXTHOP,IPV6_AUTHHDR,IPV6_UNICAST_HOPS,IPV6_MULTICAST_IF,IPV6_MULTICAST_HOPS,IPV6_MULTICAST_LOOP,IPV6_ADD_MEMBERSHIP,IPV6_DROP_MEMBERSHIP,IPV6_ROUTER_ALERT,IPV6_MTU_DISCOVER,IPV6_MTU,IPV6_RECVERR,IPV6_V6ONLY,IPV6_JOIN_ANYCAST,IPV6_LEAVE_ANYCAST,IPV6_MULTICAST_ALL,IPV6_ROUTER_ALERT_ISOLATE,IPV6_RECVERR_RFC4884,IPV6_IPSEC_POLICY,IPV6_XFRM_POLICY,IPV6_HDRINCL,IPV6_RECVPKTINFO,IPV6_PKTINFO,IPV6_RECVHOPLIMIT,IPV6_HOPLIMIT,IPV6_RECVHOPOPTS,IPV6_HOPOPTS,IPV6_RTHDRDSTOPTS,IPV6_RECVRTHDR,IPV6_RTHDR,IPV6_RECVDSTOPTS,IPV6_DSTOPTS,IPV6_RECVPATHMTU,IPV6_PATHMTU,IPV6_DONTFRAG,IPV6_RECVTCLASS,IPV6_TCLASS,IPV6_AUTOFLOWLABEL,IPV6_ADDR_PREFERENCES,IPV6_MINHOPCOUNT,IPV6_ORIGDSTADDR,IPV6_RECVORIGDSTADDR,IPV6_TRANSPARENT,IPV6_UNICAST_IF,IPV6_RECVFRAGSIZE,IPV6_FREEBIND,IPV6_FLOWINFO,IPV6_FLOWLABEL_MGR,IPV6_FLOWINFO_SEND
ipv6_prefer_source	f	0	0	IPV6_PREFER_SRC_TMP,IPV6_PREFER_SRC_PUBLIC,IPV6_PREFER_SRC_COA,IPV6_PREFER_SRC_CGA,IPV6_PREFER_SRC_PUBTMP_DEFAULT,IPV6_PREFER_SRC_HOME,IPV6_PREFER_SRC_NONCGA
ipv6_tlv	e	0	0	IPV6_TLV_PAD1,IPV6_TLV_PADN,IPV6_TLV_ROUTERALERT,IPV6_TLV_CALIPSO,IPV6_TLV_IOAM,IPV6_TLV_JUMBO,IPV6_TLV_HAO
itimer	e	0	0	ITIMER_REAL,ITIMER_VIRTUAL,ITIMER_PROF
kcmp	e	0	0	KCMP_FILE,KCMP_VM,KCMP_FILES,KCMP_FS,KCMP_SIGHAND,KCMP_IO,KCMP_SYSVSEM,KCMP_EPOLL_TFD
kexec	f	0	0	KEXEC_ON_CRASH,KEXEC_PRESERVE_CONTEXT,KEXEC_UPDATE_ELFCOREHDR,KEXEC_CRASH_HOTPLUG_SUPPORT
kexec_file	f	0	0	KEXEC_FILE_UNLOAD,KEXEC_FILE_ON_CRASH,KEXEC_FILE_NO_INITRAMFS,KEXEC_FILE_DEBUG,KEXEC_FILE_NO_CMA,KEXEC_FILE_FORCE_DTB
key_permission	f	0	0	
keyctl	e	0	0	KEYCTL_GET_KEYRING_ID,KEYCTL_JOIN_SESSION_KEYRING,KEYCTL_UPDATE,KEYCTL_REVOKE,KEYCTL_CHOWN,KEYCTL_SETPERM,KEYCTL_DESCRIBE,KEYCTL_CLEAR,KEYCTL_LINK,KEYCTL_UNLINK,KEYCTL_SEARCH,KEYCTL_READ,KEYCTL_INSTANTIATE,KEYCTL_NEGATE,KEYCTL_SET_REQKEY_KEYRING,KEYCTL_SET_TIMEOUT,KEYCTL_ASSUME_AUTHORITY,KEYCTL_GET_SECURITY,KEYCTL_SESSION_TO_PARENT,KEYCTL_REJECT,KEYCTL_INSTANTIATE_IOV,KEYCTL_INVALIDATE,KEYCTL_GET_PERSISTENT,KEYCTL_DH_COMPUTE,KEYCTL_PKEY_QUERY,KEYCTL_PKEY_ENCRYPT,KEYCTL_PKEY_DECRYPT,KEYCTL_PKEY_SIGN,KEYCTL_PKEY_VERIFY,KEYCTL_RESTRICT_KEYRING,KEYCTL_MOVE,KEYCTL_CAPABILITIES,KEYCTL_WATCH_KEY
keyctl_caps0	f	0	0	KEYCTL_CAPS0_CAPABILITIES,KEYCTL_CAPS0_PERSISTENT_KEYRINGS,KEYCTL_CAPS0_DIFFIE_HELLMAN,KEYCTL_CAPS0_PUBLIC_KEY,KEYCTL_CAPS0_BIG_KEY,KEYCTL_CAPS0_INVALIDATE,KEYCTL_CAPS0_RESTRICT_KEYRING,KEYCTL_CAPS0_MOVE
keyctl_caps1	f	0	0	KEYCTL_CAPS1_NS_KEYRING_NAME,KEYCTL_CAPS1_NS_KEY_TAG,KEYCTL_CAPS1_NOTIFICATIONS
keyctl_move	f	0	0	KEYCTL_MOVE_EXCL
keyctl_support	f	0	0	KEYCTL_SUPPORTS_ENCRYPT,KEYCTL_SUPPORTS_DECRYPT,KEYCTL_SUPPORTS_SIGN,KEYCTL_SUPPORTS_VERIFY
keyring	e	0	0	KEY_SPEC_GROUP_KEYRING,KEY_SPEC_PROCESS_KEYRING,KEY_SPEC_REQKEY_AUTH_KEY,KEY_SPEC_REQUESTOR_KEYRING,KEY_SPEC_SESSION_KEYRING,KEY_SPEC_THREAD_KEYRING,KEY_SPEC_USER_KEYRING,KEY_SPEC_USER_SESSION_KEYRING
landlock_access_fs	f	0	0	LANDLOCK_ACCESS_FS_EXECUTE,LANDLOCK_ACCESS_FS_WRITE_FILE,LANDLOCK_ACCESS_FS_READ_FILE,LANDLOCK_ACCESS_FS_READ_DIR,LANDLOCK_ACCESS_FS_REMOVE_DIR,LANDLOCK_ACCESS_FS_REMOVE_FILE,LANDLOCK_ACCESS_FS_MAKE_CHAR,LANDLOCK_ACCESS_FS_MAKE_DIR,LANDLOCK_ACCESS_FS_MAKE_REG,LANDLOCK_ACCESS_FS_MAKE_SOCK,LANDLOCK_ACCESS_FS_MAKE_FIFO,LANDLOCK_ACCESS_FS_MAKE_BLOCK,LANDLOCK_ACCESS_FS_MAKE_SYM,LANDLOCK_ACCESS_FS_REFER,LANDLOCK_ACCESS_FS_TRUNCATE,LANDLOCK_ACCESS_FS_IOCTL_DEV,LANDLOCK_ACCESS_FS_RESOLVE_UNIX
landlock_access_net	f	0	0	LANDLOCK_ACCESS_NET_BIND_TCP,LANDLOCK_ACCESS_NET_CONNECT_TCP,LANDLOCK_ACCESS_NET_BIND_UDP,LANDLOCK_ACCESS_NET_CONNECT_SEND_UDP
landlock_add_rule	f	0	0	LANDLOCK_ADD_RULE_QUIET
landlock_create_ruleset	f	0	0	LANDLOCK_CREATE_RULESET_VERSION,LANDLOCK_CREATE_RULESET_ERRATA
landlock_restrict_self	f	0	0	LANDLOCK_RESTRICT_SELF_LOG_SAME_EXEC_OFF,LANDLOCK_RESTRICT_SELF_LOG_NEW_EXEC_ON,LANDLOCK_RESTRICT_SELF_LOG_SUBDOMAINS_OFF,LANDLOCK_RESTRICT_SELF_TSYNC
landlock_rule	e	0	0	LANDLOCK_RULE_PATH_BENEATH,LANDLOCK_RULE_NET_PORT
landlock_scope	f	0	0	LANDLOCK_SCOPE_ABSTRACT_UNIX_SOCKET,LANDLOCK_SCOPE_SIGNAL
limits	e	0	0	PIPE_BUF,PATH_MAX,NAME_MAX,UIO_MAXIOV
link_attribute	e	0	0	IFLA_UNSPEC,IFLA_ADDRESS,IFLA_BROADCAST,IFLA_IFNAME,IFLA_MTU,IFLA_LINK,IFLA_QDISC,IFLA_STATS,IFLA_COST,IFLA_PRIORITY,IFLA_MASTER,IFLA_WIRELESS,IFLA_PROTINFO,IFLA_TXQLEN,IFLA_MAP,IFLA_WEIGHT,IFLA_OPERSTATE,IFLA_LINKMODE,IFLA_LINKINFO,IFLA_NET_NS_PID,IFLA_IFALIAS,IFLA_NUM_VF,IFLA_VFINFO_LIST,IFLA_STATS64,IFLA_AF_SPEC,IFLA_GROUP,IFLA_NET_NS_FD,IFLA_EXT_MASK,IFLA_PROMISCUITY,IFLA_NUM_TX_QUEUES,IFLA_NUM_RX_QUEUES,IFLA_CARRIER,IFLA_PHYS_PORT_ID,IFLA_CARRIER_CHANGES,IFLA_PHYS_SWITCH_ID,IFLA_LINK_NETNSID,IFLA_PHYS_PORT_NAME,IFLA_PROTO_DOWN,IFLA_GSO_MAX_SEGS,IFLA_GSO_MAX_SIZE,IFLA_PAD,IFLA_XDP,IFLA_EVENT,IFLA_NEW_NETNSID,IFLA_IF_NETNSID,IFLA_TARGET_NETNSID,IFLA_CARRIER_UP_COUNT,IFLA_CARRIER_DOWN_COUNT,IFLA_NEW_IFINDEX,IFLA_MIN_MTU,IFLA_MAX_MTU,IFLA_PROP_LIST,IFLA_ALT_IFNAME,IFLA_PERM_ADDRESS,IFLA_PROTO_DOWN_REASON,IFLA_PARENT_DEV_NAME,IFLA_PARENT_DEV_BUS_NAME,IFLA_GRO_MAX_SIZE,IFLA_TSO_MAX_SIZE,IFLA_TSO_MAX_SEGS,IFLA_ALLMULTI
link_bareudp	e	0	0	IFLA_BAREUDP_UNSPEC,IFLA_BAREUDP_PORT,IFLA_BAREUDP_ETHERTYPE,IFLA_BAREUDP_SRCPORT_MIN,IFLA_BAREUDP_MULTIPROTO_MODE
link_bond	e	0	0	IFLA_BOND_UNSPEC,IFLA_BOND_MODE,IFLA_BOND_ACTIVE_SLAVE,IFLA_BOND_MIIMON,IFLA_BOND_UPDELAY,IFLA_BOND_DOWNDELAY,IFLA_BOND_USE_CARRIER,IFLA_BOND_ARP_INTERVAL,IFLA_BOND_ARP_IP_TARGET,IFLA_BOND_ARP_VALIDATE,IFLA_BOND_ARP_ALL_TARGETS,IFLA_BOND_PRIMARY,IFLA_BOND_PRIMARY_RESELECT,IFLA_BOND_FAIL_OVER_MAC,IFLA_BOND_XMIT_HASH_POLICY,IFLA_BOND_RESEND_IGMP,IFLA_BOND_NUM_PEER_NOTIF,IFLA_BOND_ALL_SLAVES_ACTIVE,IFLA_BOND_MIN_LINKS,IFLA_BOND_LP_INTERVAL,IFLA_BOND_PACKETS_PER_SLAVE,IFLA_BOND_AD_LACP_RATE,IFLA_BOND_AD_SELECT,IFLA_BOND_AD_INFO,IFLA_BOND_AD_ACTOR_SYS_PRIO,IFLA_BOND_AD_USER_PORT_KEY,IFLA_BOND_AD_ACTOR_SYSTEM,IFLA_BOND_TLB_DYNAMIC_LB,IFLA_BOND_PEER_NOTIF_DELAY,IFLA_BOND_AD_LACP_ACTIVE,IFLA_BOND_NS_IP6_TARGET,IFLA_BOND_COUPLED_CONTROL
link_bond_ad_info	e	0	0	IFLA_BOND_AD_INFO_UNSPEC,IFLA_BOND_AD_INFO_AGGREGATOR,IFLA_BOND_AD_INFO_NUM_PORTS,IFLA_BOND_AD_INFO_ACTOR_KEY,IFLA_BOND_AD_INFO_PARTNER_KEY,IFLA_BOND_AD_INFO_PARTNER_MAC
link_bond_slave	e	0	0	IFLA_BOND_SLAVE_UNSPEC,IFLA_BOND_SLAVE_STATE,IFLA_BOND_SLAVE_MII_STATUS,IFLA_BOND_SLAVE_LINK_FAILURE_COUNT,IFLA_BOND_SLAVE_PERM_HWADDR,IFLA_BOND_SLAVE_QUEUE_ID,IFLA_BOND_SLAVE_AD_AGGREGATOR_ID,IFLA_BOND_SLAVE_AD_ACTOR_OPER_PORT_STATE,IFLA_BOND_SLAVE_AD_PARTNER_OPER_PORT_STATE,IFLA_BOND_SLAVE_PRIO,IFLA_BOND_SLAVE_ACTOR_PORT_PRIO,IFLA_BOND_SLAVE_AD_CHURN_ACTOR_STATE,IFLA_BOND_SLAVE_AD_CHURN_PARTNER_STATE
link_br	e	0	0	IFLA_BR_UNSPEC,IFLA_BR_FORWARD_DELAY,IFLA_BR_HELLO_TIME,IFLA_BR_MAX_AGE,IFLA_BR_AGEING_TIME,IFLA_BR_STP_STATE,IFLA_BR_PRIORITY,IFLA_BR_VLAN_FILTERING,IFLA_BR_VLAN_PROTOCOL,IFLA_BR_GROUP_FWD_MASK,IFLA_BR_ROOT_ID,IFLA_BR_BRIDGE_ID,IFLA_BR_ROOT_PORT,IFLA_BR_ROOT_PATH_COST,IFLA_BR_TOPOLOGY_CHANGE,IFLA_BR_TOPOLOGY_CHANGE_DETECTED,IFLA_BR_HELLO_TIMER,IFLA_BR_TCN_TIMER,IFLA_BR_TOPOLOGY_CHANGE_TIMER,IFLA_BR_GC_TIMER,IFLA_BR_GROUP_ADDR,IFLA_BR_FDB_FLUSH,IFLA_BR_MCAST_ROUTER,IFLA_BR_MCAST_SNOOPING,IFLA_BR_MCAST_QUERY_USE_IFADDR,IFLA_BR_MCAST_QUERIER,IFLA_BR_MCAST_HASH_ELASTICITY,IFLA_BR_MCAST_LAST_MEMBER_CNT,IFLA_BR_MCAST_STARTUP_QUERY_CNT,IFLA_BR_MCAST_LAST_MEMBER_INTVL,IFLA_BR_MCAST_MEMBERSHIP_INTVL,IFLA_BR_MCAST_QUERIER_INTVL,IFLA_BR_MCAST_QUERY_INTVL,IFLA_BR_MCAST_QUERY_RESPONSE_INTVL,IFLA_BR_MCAST_STARTUP_QUERY_INTVL,IFLA_BR_NF_CALL_IPTABLES,IFLA_BR_NF_CALL_IP6TABLES,IFLA_BR_NF_CALL_ARPTABLES,IFLA_BR_VLAN_DEFAULT_PVID,IFLA_BR_PAD,IFLA_BR_VLAN_STATS_ENABLED,IFLA_BR_MCAST_STATS_ENABLED,IFLA_BR_MCAST_IGMP_VERSION,IFLA_BR_MCAST_MLD_VERSION,IFLA_BR_VLAN_STATS_PER_PORT,IFLA_BR_MULTI_BOOLOPT,IFLA_BR_MCAST_QUERIER_STATE
link_brport	e	0	0	IFLA_BRPORT_UNSPEC,IFLA_BRPORT_STATE,IFLA_BRPORT_PRIORITY,IFLA_BRPORT_COST,IFLA_BRPORT_MODE,IFLA_BRPORT_GUARD,IFLA_BRPORT_PROTECT,IFLA_BRPORT_FAST_LEAVE,IFLA_BRPORT_LEARNING,IFLA_BRPORT_UNICAST_FLOOD,IFLA_BRPORT_PROXYARP,IFLA_BRPORT_LEARNING_SYNC,IFLA_BRPORT_PROXYARP_WIFI,IFLA_BRPORT_ROOT_ID,IFLA_BRPORT_BRIDGE_ID,IFLA_BRPORT_DESIGNATED_PORT,IFLA_BRPORT_DESIGNATED_COST,IFLA_BRPORT_ID,IFLA_BRPORT_NO,IFLA_BRPORT_TOPOLOGY_CHANGE_ACK,IFLA_BRPORT_CONFIG_PENDING,IFLA_BRPORT_MESSAGE_AGE_TIMER,IFLA_BRPORT_FORWARD_DELAY_TIMER,IFLA_BRPORT_HOLD_TIMER,IFLA_BRPORT_FLUSH,IFLA_BRPORT_MULTICAST_ROUTER,IFLA_BRPORT_PAD,IFLA_BRPORT_MCAST_FLOOD,IFLA_BRPORT_MCAST_TO_UCAST,IFLA_BRPORT_VLAN_TUNNEL,IFLA_BRPORT_BCAST_FLOOD,IFLA_BRPORT_GROUP_FWD_MASK,IFLA_BRPORT_NEIGH_SUPPRESS,IFLA_BRPORT_ISOLATED,IFLA_BRPORT_BACKUP_PORT,IFLA_BRPORT_MRP_RING_OPEN,IFLA_BRPORT_MRP_IN_OPEN,IFLA_BRPORT_MCAST_EHT_HOSTS_LIMIT,IFLA_BRPORT_MCAST_EHT_HOSTS_CNT,IFLA_BRPORT_LOCKED
link_dsa	e	0	0	IFLA_DSA_UNSPEC,IFLA_DSA_MASTER
link_event	e	0	0	IFLA_EVENT_NONE,IFLA_EVENT_REBOOT,IFLA_EVENT_FEATURES,IFLA_EVENT_BONDING_FAILOVER,IFLA_EVENT_NOTIFY_PEERS,IFLA_EVENT_IGMP_RESEND,IFLA_EVENT_BONDING_OPTIONS
link_geneve	e	0	0	IFLA_GENEVE_UNSPEC,IFLA_GENEVE_ID,IFLA_GENEVE_REMOTE,IFLA_GENEVE_TTL,IFLA_GENEVE_TOS,IFLA_GENEVE_PORT,IFLA_GENEVE_COLLECT_METADATA,IFLA_GENEVE_REMOTE6,IFLA_GENEVE_UDP_CSUM,IFLA_GENEVE_UDP_ZERO_CSUM6_TX,IFLA_GENEVE_UDP_ZERO_CSUM6_RX,IFLA_GENEVE_LABEL,IFLA_GENEVE_TTL_INHERIT,IFLA_GENEVE_DF,IFLA_GENEVE_INNER_PROTO_INHERIT
link_gtp	e	0	0	IFLA_GTP_UNSPEC,IFLA_GTP_FD0,IFLA_GTP_FD1,IFLA_GTP_PDP_HASHSIZE,IFLA_GTP_ROLE,IFLA_GTP_CREATE_SOCKETS,IFLA_GTP_RESTART_COUNT
link_hsr	e	0	0	IFLA_HSR_UNSPEC,IFLA_HSR_SLAVE1,IFLA_HSR_SLAVE2,IFLA_HSR_MULTICAST_SPEC,IFLA_HSR_SUPERVISION_ADDR,IFLA_HSR_SEQ_NR,IFLA_HSR_VERSION,IFLA_HSR_PROTOCOL
link_inet	e	0	0	IFLA_INET_UNSPEC,IFLA_INET_CONF
link_inet6	e	0	0	IFLA_INET6_UNSPEC,IFLA_INET6_FLAGS,IFLA_INET6_CONF,IFLA_INET6_STATS,IFLA_INET6_MCAST,IFLA_INET6_CACHEINFO,IFLA_INET6_ICMP6STATS,IFLA_INET6_TOKEN,IFLA_INET6_ADDR_GEN_MODE,IFLA_INET6_RA_MTU
link_info	e	0	0	IFLA_INFO_UNSPEC,IFLA_INFO_KIND,IFLA_INFO_DATA,IFLA_INFO_XSTATS,IFLA_INFO_SLAVE_KIND,IFLA_INFO_SLAVE_DATA
link_ipoib	e	0	0	IFLA_IPOIB_UNSPEC,IFLA_IPOIB_PKEY,IFLA_IPOIB_MODE,IFLA_IPOIB_UMCAST
link_ipvlan	e	0	0	IFLA_IPVLAN_UNSPEC,IFLA_IPVLAN_MODE,IFLA_IPVLAN_FLAGS
link_macsec	e	0	0	IFLA_MACSEC_UNSPEC,IFLA_MACSEC_SCI,IFLA_MACSEC_PORT,IFLA_MACSEC_ICV_LEN,IFLA_MACSEC_CIPHER_SUITE,IFLA_MACSEC_WINDOW,IFLA_MACSEC_ENCODING_SA,IFLA_MACSEC_ENCRYPT,IFLA_MACSEC_PROTECT,IFLA_MACSEC_INC_SCI,IFLA_MACSEC_ES,IFLA_MACSEC_SCB,IFLA_MACSEC_REPLAY_PROTECT,IFLA_MACSEC_VALIDATION,IFLA_MACSEC_PAD,IFLA_MACSEC_OFFLOAD
link_macvlan	e	0	0	IFLA_MACVLAN_UNSPEC,IFLA_MACVLAN_MODE,IFLA_MACVLAN_FLAGS,IFLA_MACVLAN_MACADDR_MODE,IFLA_MACVLAN_MACADDR,IFLA_MACVLAN_MACADDR_DATA,IFLA_MACVLAN_MACADDR_COUNT,IFLA_MACVLAN_BC_QUEUE_LEN,IFLA_MACVLAN_BC_QUEUE_LEN_USED
link_mctp	e	0	0	IFLA_MCTP_UNSPEC,IFLA_MCTP_NET
link_offload_xstats	e	0	0	IFLA_OFFLOAD_XSTATS_HW_S_INFO_UNSPEC,IFLA_OFFLOAD_XSTATS_UNSPEC,IFLA_OFFLOAD_XSTATS_CPU_HIT,IFLA_OFFLOAD_XSTATS_HW_S_INFO_REQUEST,IFLA_OFFLOAD_XSTATS_HW_S_INFO,IFLA_OFFLOAD_XSTATS_HW_S_INFO_USED,IFLA_OFFLOAD_XSTATS_L3_STATS
link_port	e	0	0	IFLA_PORT_UNSPEC,IFLA_PORT_VF,IFLA_PORT_PROFILE,IFLA_PORT_VSI_TYPE,IFLA_PORT_INSTANCE_UUID,IFLA_PORT_HOST_UUID,IFLA_PORT_REQUEST,IFLA_PORT_RESPONSE,IFLA_PORT_SELF
link_ppp	e	0	0	IFLA_PPP_UNSPEC,IFLA_PPP_DEV_FD
link_proto_down_reason	e	0	0	IFLA_PROTO_DOWN_REASON_UNSPEC,IFLA_PROTO_DOWN_REASON_MASK,IFLA_PROTO_DOWN_REASON_VALUE
link_rmnet	e	0	0	IFLA_RMNET_UNSPEC,IFLA_RMNET_MUX_ID,IFLA_RMNET_FLAGS
link_state	e	0	0	IF_OPER_UNKNOWN,IF_OPER_NOTPRESENT,IF_OPER_DOWN,IF_OPER_LOWERLAYERDOWN,IF_OPER_TESTING,IF_OPER_DORMANT,IF_OPER_UP
link_stats	e	0	0	IFLA_STATS_GETSET_UNSPEC,IFLA_STATS_UNSPEC,IFLA_STATS_GET_FILTERS,IFLA_STATS_LINK_64,IFLA_STATS_LINK_XSTATS,IFLA_STATS_SET_OFFLOAD_XSTATS_L3_STATS,IFLA_STATS_LINK_XSTATS_SLAVE,IFLA_STATS_LINK_OFFLOAD_XSTATS,IFLA_STATS_AF_SPEC
link_tun	e	0	0	IFLA_TUN_UNSPEC,IFLA_TUN_OWNER,IFLA_TUN_GROUP,IFLA_TUN_TYPE,IFLA_TUN_PI,IFLA_TUN_VNET_HDR,IFLA_TUN_PERSIST,IFLA_TUN_MULTI_QUEUE,IFLA_TUN_NUM_QUEUES,IFLA_TUN_NUM_DISABLED_QUEUES
link_vf	e	0	0	IFLA_VF_UNSPEC,IFLA_VF_INFO,IFLA_VF_MAC,IFLA_VF_PORT,IFLA_VF_VLAN,IFLA_VF_TX_RATE,IFLA_VF_SPOOFCHK,IFLA_VF_LINK_STATE,IFLA_VF_RATE,IFLA_VF_RSS_QUERY_EN,IFLA_VF_STATS,IFLA_VF_TRUST,IFLA_VF_IB_NODE_GUID,IFLA_VF_IB_PORT_GUID,IFLA_VF_BROADCAST,IFLA_VF_PORTS
link_vf_info	e	0	0	IFLA_VF_INFO_UNSPEC
link_vf_link_state	e	0	0	IFLA_VF_LINK_STATE_AUTO,IFLA_VF_LINK_STATE_ENABLE,IFLA_VF_LINK_STATE_DISABLE
link_vf_port	e	0	0	IFLA_VF_PORT_UNSPEC
link_vf_stats	e	0	0	IFLA_VF_STATS_RX_PACKETS,IFLA_VF_STATS_TX_PACKETS,IFLA_VF_STATS_RX_BYTES,IFLA_VF_STATS_TX_BYTES,IFLA_VF_STATS_BROADCAST,IFLA_VF_STATS_MULTICAST,IFLA_VF_STATS_PAD,IFLA_VF_STATS_RX_DROPPED,IFLA_VF_STATS_TX_DROPPED
link_vf_vlan	e	0	0	IFLA_VF_VLAN_INFO_UNSPEC,IFLA_VF_VLAN_INFO,IFLA_VF_VLAN_LIST
link_vlan	e	0	0	IFLA_VLAN_UNSPEC,IFLA_VLAN_ID,IFLA_VLAN_FLAGS,IFLA_VLAN_EGRESS_QOS,IFLA_VLAN_INGRESS_QOS,IFLA_VLAN_PROTOCOL
link_vlan_qos	e	0	0	IFLA_VLAN_QOS_UNSPEC,IFLA_VLAN_QOS_MAPPING
link_vrf	e	0	0	IFLA_VRF_UNSPEC,IFLA_VRF_TABLE
link_vrf_port	e	0	0	IFLA_VRF_PORT_UNSPEC,IFLA_VRF_PORT_TABLE
link_vxlan	e	0	0	IFLA_VXLAN_UNSPEC,IFLA_VXLAN_ID,IFLA_VXLAN_GROUP,IFLA_VXLAN_LINK,IFLA_VXLAN_LOCAL,IFLA_VXLAN_TTL,IFLA_VXLAN_TOS,IFLA_VXLAN_LEARNING,IFLA_VXLAN_AGEING,IFLA_VXLAN_LIMIT,IFLA_VXLAN_PORT_RANGE,IFLA_VXLAN_PROXY,IFLA_VXLAN_RSC,IFLA_VXLAN_L2MISS,IFLA_VXLAN_L3MISS,IFLA_VXLAN_PORT,IFLA_VXLAN_GROUP6,IFLA_VXLAN_LOCAL6,IFLA_VXLAN_UDP_CSUM,IFLA_VXLAN_UDP_ZERO_CSUM6_TX,IFLA_VXLAN_UDP_ZERO_CSUM6_RX,IFLA_VXLAN_REMCSUM_TX,IFLA_VXLAN_REMCSUM_RX,IFLA_VXLAN_GBP,IFLA_VXLAN_REMCSUM_NOPARTIAL,IFLA_VXLAN_COLLECT_METADATA,IFLA_VXLAN_LABEL,IFLA_VXLAN_GPE,IFLA_VXLAN_TTL_INHERIT,IFLA_VXLAN_DF,IFLA_VXLAN_VNIFILTER
link_xdp	e	0	0	IFLA_XDP_UNSPEC,IFLA_XDP_FD,IFLA_XDP_ATTACHED,IFLA_XDP_FLAGS,IFLA_XDP_PROG_ID,IFLA_XDP_DRV_PROG_ID,IFLA_XDP_SKB_PROG_ID,IFLA_XDP_HW_PROG_ID,IFLA_XDP_EXPECTED_FD
link_xfrm	e	0	0	IFLA_XFRM_UNSPEC,IFLA_XFRM_LINK,IFLA_XFRM_IF_ID,IFLA_XFRM_COLLECT_METADATA
listmount	f	0	0	LISTMOUNT_REVERSE
lock_type	e	0	0	F_RDLCK,F_WRLCK,F_UNLCK,F_EXLCK,F_SHLCK
loop_flags	f	0	0	LO_FLAGS_READ_ONLY,LO_FLAGS_AUTOCLEAR,LO_FLAGS_PARTSCAN,LO_FLAGS_DIRECT_IO
lsm_attribute	e	0	0	LSM_ATTR_UNDEF,LSM_ATTR_CURRENT,LSM_ATTR_EXEC,LSM_ATTR_FSCREATE,LSM_ATTR_KEYCREATE,LSM_ATTR_PREV,LSM_ATTR_SOCKCREATE
lsm_flags	f	0	0	LSM_FLAG_SINGLE
lsm_id	e	0	0	LSM_ID_UNDEF,LSM_ID_CAPABILITY,LSM_ID_SELINUX,LSM_ID_SMACK,LSM_ID_TOMOYO,LSM_ID_APPARMOR,LSM_ID_YAMA,LSM_ID_LOADPIN,LSM_ID_SAFESETID,LSM_ID_LOCKDOWN,LSM_ID_BPF,LSM_ID_LANDLOCK,LSM_ID_IMA,LSM_ID_EVM,LSM_ID_IPE
madvise	e	0	0	MADV_NORMAL,MADV_RANDOM,MADV_SEQUENTIAL,MADV_WILLNEED,MADV_DONTNEED,MADV_FREE,MADV_REMOVE,MADV_DONTFORK,MADV_DOFORK,MADV_MERGEABLE,MADV_UNMERGEABLE,MADV_HUGEPAGE,MADV_NOHUGEPAGE,MADV_DONTDUMP,MADV_DODUMP,MADV_WIPEONFORK,MADV_KEEPONFORK,MADV_COLD,MADV_PAGEOUT,MADV_POPULATE_READ,MADV_POPULATE_WRITE,MADV_DONTNEED_LOCKED,MADV_COLLAPSE,MADV_HWPOISON,MADV_SOFT_OFFLINE,MADV_GUARD_INSTALL,MADV_GUARD_REMOVE
mbind	f	0	0	MPOL_MF_STRICT,MPOL_MF_MOVE,MPOL_MF_MOVE_ALL,MPOL_MF_LAZY
membarrier_cmd	e	0	0	MEMBARRIER_CMD_QUERY,MEMBARRIER_CMD_GLOBAL,MEMBARRIER_CMD_SHARED,MEMBARRIER_CMD_GLOBAL_EXPEDITED,MEMBARRIER_CMD_REGISTER_GLOBAL_EXPEDITED,MEMBARRIER_CMD_PRIVATE_EXPEDITED,MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED,MEMBARRIER_CMD_PRIVATE_EXPEDITED_SYNC_CORE,MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_SYNC_CORE,MEMBARRIER_CMD_PRIVATE_EXPEDITED_RSEQ,MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED_RSEQ,MEMBARRIER_CMD_GET_REGISTRATIONS
membarrier_flags	f	0	0	MEMBARRIER_CMD_FLAG_CPU
memfd	f	0	0	MFD_CLOEXEC,MFD_ALLOW_SEALING,MFD_HUGETLB,MFD_NOEXEC_SEAL,MFD_EXEC,MFD_HUGE_64KB,MFD_HUGE_512KB,MFD_HUGE_1MB,MFD_HUGE_2MB,MFD_HUGE_8MB,MFD_HUGE_16MB,MFD_HUGE_32MB,MFD_HUGE_256MB,MFD_HUGE_512MB,MFD_HUGE_1GB,MFD_HUGE_2GB,MFD_HUGE_16GB
memfd_secret	f	0	0	FD_CLOEXEC,O_CLOEXEC
mempolicy	f	255	255	MPOL_DEFAULT,MPOL_PREFERRED,MPOL_BIND,MPOL_INTERLEAVE,MPOL_LOCAL,MPOL_PREFERRED_MANY,MPOL_WEIGHTED_INTERLEAVE,MPOL_F_STATIC_NODES,MPOL_F_RELATIVE_NODES,MPOL_F_NUMA_BALANCING
mlock2	f	0	0	MLOCK_ONFAULT
mlockall	f	0	0	MCL_CURRENT,MCL_FUTURE,MCL_ONFAULT
mmap_flags	f	15	15	MAP_SHARED,MAP_PRIVATE,MAP_SHARED_VALIDATE,MAP_TYPE,MAP_FIXED,MAP_ANONYMOUS,MAP_ANON,MAP_FILE,MAP_GROWSDOWN,MAP_DENYWRITE,MAP_EXECUTABLE,MAP_LOCKED,MAP_NORESERVE,MAP_POPULATE,MAP_NONBLOCK,MAP_STACK,MAP_HUGETLB,MAP_SYNC,MAP_FIXED_NOREPLACE,MAP_UNINITIALIZED,MAP_DROPPABLE,MAP_32BIT,MAP_ABOVE4G,MAP_HUGE_16KB,MAP_HUGE_64KB,MAP_HUGE_512KB,MAP_HUGE_1MB,MAP_HUGE_2MB,MAP_HUGE_8MB,MAP_HUGE_16MB,MAP_HUGE_32MB,MAP_HUGE_256MB,MAP_HUGE_512MB,MAP_HUGE_1GB,MAP_HUGE_2GB,MAP_HUGE_16GB
mmap_prot	f	0	0	PROT_NONE,PROT_READ,PROT_WRITE,PROT_EXEC,PROT_SEM,PROT_GROWSDOWN,PROT_GROWSUP,PROT_BTI,PROT_MTE
mode	f	61440	61440	S_IFREG,S_IFDIR,S_IFLNK,S_IFCHR,S_IFBLK,S_IFIFO,S_IFSOCK,S_IFMT,S_ISUID,S_ISGID,S_ISVTX,S_IRWXU,S_IRUSR,S_IWUSR,S_IXUSR,S_IRWXG,S_IRGRP,S_IWGRP,S_IXGRP,S_IRWXO,S_IROTH,S_IWOTH,S_IXOTH
modem_lines	f	0	0	TIOCM_LE,TIOCM_DTR,TIOCM_RTS,TIOCM_ST,TIOCM_SR,TIOCM_CTS,TIOCM_CAR,TIOCM_RNG,TIOCM_DSR,TIOCM_OUT1,TIOCM_OUT2,TIOCM_LOOP
mount_attributes	f	112	112	MOUNT_ATTR_RELATIME,MOUNT_ATTR_NOATIME,MOUNT_ATTR_STRICTATIME,MOUNT_ATTR__ATIME,MOUNT_ATTR_RDONLY,MOUNT_ATTR_NOSUID,MOUNT_ATTR_NODEV,MOUNT_ATTR_NOEXEC,MOUNT_ATTR_NODIRATIME,MOUNT_ATTR_IDMAP,MOUNT_ATTR_NOSYMFOLLOW
mount_flags	f	0	0	MS_RDONLY,MS_NOSUID,MS_NODEV,MS_NOEXEC,MS_SYNCHRONOUS,MS_REMOUNT,MS_MANDLOCK,MS_DIRSYNC,MS_NOSYMFOLLOW,MS_NOATIME,MS_NODIRATIME,MS_BIND,MS_MOVE,MS_REC,MS_SILENT,MS_VERBOSE,MS_POSIXACL,MS_UNBINDABLE,MS_PRIVATE,MS_SLAVE,MS_SHARED,MS_RELATIME,MS_KERNMOUNT,MS_I_VERSION,MS_STRICTATIME,MS_LAZYTIME
mount_id	e	0	0	LSMT_ROOT
mount_setattr	f	0	0	AT_EMPTY_PATH,AT_RECURSIVE,AT_SYMLINK_NOFOLLOW,AT_NO_AUTOMOUNT
move_mount	f	0	0	MOVE_MOUNT_F_SYMLINKS,MOVE_MOUNT_F_AUTOMOUNTS,MOVE_MOUNT_F_EMPTY_PATH,MOVE_MOUNT_T_SYMLINKS,MOVE_MOUNT_T_AUTOMOUNTS,MOVE_MOUNT_T_EMPTY_PATH,MOVE_MOUNT_SET_GROUP,MOVE_MOUNT_BENEATH
move_pages	f	0	0	MPOL_MF_MOVE,MPOL_MF_MOVE_ALL
mremap	f	0	0	MREMAP_MAYMOVE,MREMAP_FIXED,MREMAP_DONTUNMAP
msg_flags	f	0	0	MSG_OOB,MSG_PEEK,MSG_DONTROUTE,MSG_CTRUNC,MSG_PROBE,MSG_TRUNC,MSG_DONTWAIT,MSG_EOR,MSG_WAITALL,MSG_FIN,MSG_SYN,MSG_CONFIRM,MSG_RST,MSG_ERRQUEUE,MSG_NOSIGNAL,MSG_MORE,MSG_WAITFORONE,MSG_BATCH,MSG_ZEROCOPY,MSG_FASTOPEN,MSG_CMSG_CLOEXEC,MSG_SOCK_DEVMEM,MSG_TRYHARD,MSG_PROXY
msg_queue	f	0	0	IPC_NOWAIT,MSG_NOERROR,MSG_EXCEPT,MSG_COPY
msgctl	f	255	255	IPC_RMID,IPC_SET,IPC_STAT,IPC_INFO,MSG_STAT,MSG_INFO,MSG_STAT_ANY,IPC_64
msync	f	0	0	MS_ASYNC,MS_INVALIDATE,MS_SYNC
namespace	f	0	0	CLONE_NEWNS,CLONE_NEWCGROUP,CLONE_NEWUTS,CLONE_NEWIPC,CLONE_NEWUSER,CLONE_NEWPID,CLONE_NEWNET,CLONE_NEWTIME
namespace_id	e	0	0	IPC_NS_INIT_ID,UTS_NS_INIT_ID,USER_NS_INIT_ID,PID_NS_INIT_ID,CGROUP_NS_INIT_ID,TIME_NS_INIT_ID,NET_NS_INIT_ID,MNT_NS_INIT_ID,MNT_NS_INIT_INO,NET_NS_INIT_INO,TIME_NS_INIT_INO,CGROUP_NS_INIT_INO,PID_NS_INIT_INO,USER_NS_INIT_INO,UTS_NS_INIT_INO,IPC_NS_INIT_INO
neighbour_attribute	e	0	0	NDA_UNSPEC,NDA_DST,NDA_LLADDR,NDA_CACHEINFO,NDA_PROBES,NDA_VLAN,NDA_PORT,NDA_VNI,NDA_IFINDEX,NDA_MASTER,NDA_LINK_NETNSID,NDA_SRC_VNI,NDA_PROTOCOL,NDA_NH_ID,NDA_FDB_EXT_ATTRS,NDA_FLAGS_EXT,NDA_NDM_STATE_MASK,NDA_NDM_FLAGS_MASK
neighbour_flags	f	0	0	NTF_USE,NTF_SELF,NTF_MASTER,NTF_PROXY,NTF_EXT_LEARNED,NTF_OFFLOADED,NTF_STICKY,NTF_ROUTER
neighbour_flags_ext	f	0	0	NTF_EXT_MANAGED
neighbour_state	f	0	0	NUD_NONE,NUD_INCOMPLETE,NUD_REACHABLE,NUD_STALE,NUD_DELAY,NUD_PROBE,NUD_FAILED,NUD_NOARP,NUD_PERMANENT
netlink_error_attribute	e	0	0	NLMSGERR_ATTR_UNUSED,NLMSGERR_ATTR_MSG,NLMSGERR_ATTR_OFFS,NLMSGERR_ATTR_COOKIE,NLMSGERR_ATTR_POLICY,NLMSGERR_ATTR_MISS_TYPE,NLMSGERR_ATTR_MISS_NEST
netlink_flags	f	0	0	NLM_F_REQUEST,NLM_F_MULTI,NLM_F_ACK,NLM_F_ECHO,NLM_F_DUMP_INTR,NLM_F_DUMP_FILTERED,NLM_F_DUMP,NLM_F_ROOT,NLM_F_MATCH,NLM_F_ATOMIC,NLM_F_REPLACE,NLM_F_EXCL,NLM_F_CREATE,NLM_F_APPEND,NLM_F_NONREC,NLM_F_BULK,NLM_F_CAPPED,NLM_F_ACK_TLVS
netlink_group_number	e	0	0	RTNLGRP_NONE,RTNLGRP_LINK,RTNLGRP_NOTIFY,RTNLGRP_NEIGH,RTNLGRP_TC,RTNLGRP_IPV4_IFADDR,RTNLGRP_IPV4_MROUTE,RTNLGRP_IPV4_ROUTE,RTNLGRP_IPV4_RULE,RTNLGRP_IPV6_IFADDR,RTNLGRP_IPV6_MROUTE,RTNLGRP_IPV6_ROUTE,RTNLGRP_IPV6_IFINFO,RTNLGRP_DECnet_IFADDR,RTNLGRP_NOP2,RTNLGRP_DECnet_ROUTE,RTNLGRP_DECnet_RULE,RTNLGRP_NOP4,RTNLGRP_IPV6_PREFIX,RTNLGRP_IPV6_RULE,RTNLGRP_ND_USEROPT,RTNLGRP_PHONET_IFADDR,RTNLGRP_PHONET_ROUTE,RTNLGRP_DCB,RTNLGRP_IPV4_NETCONF,RTNLGRP_IPV6_NETCONF,RTNLGRP_MDB,RTNLGRP_MPLS_ROUTE,RTNLGRP_NSID,RTNLGRP_MPLS_NETCONF,RTNLGRP_IPV4_MROUTE_R,RTNLGRP_IPV6_MROUTE_R,RTNLGRP_NEXTHOP,RTNLGRP_BRVLAN,RTNLGRP_MCTP_IFADDR,RTNLGRP_TUNNEL,RTNLGRP_STATS
netlink_groups	f	0	0	RTMGRP_LINK,RTMGRP_NOTIFY,RTMGRP_NEIGH,RTMGRP_TC,RTMGRP_IPV4_IFADDR,RTMGRP_IPV4_MROUTE,RTMGRP_IPV4_ROUTE,RTMGRP_IPV4_RULE,RTMGRP_IPV6_IFADDR,RTMGRP_IPV6_MROUTE,RTMGRP_IPV6_ROUTE,RTMGRP_IPV6_IFINFO,RTMGRP_DECnet_IFADDR,RTMGRP_DECnet_ROUTE,RTMGRP_IPV6_PREFIX
netlink_length	e	0	0	NLMSG_ALIGNTO,RTA_ALIGNTO,NLMSG_HDRLEN,NLMSG_MIN_TYPE
netlink_message	e	0	0	NLMSG_NOOP,NLMSG_ERROR,NLMSG_DONE,NLMSG_OVERRUN,RTM_NEWLINK,RTM_DELLINK,RTM_GETLINK,RTM_SETLINK,RTM_NEWADDR,RTM_DELADDR,RTM_GETADDR,RTM_NEWROUTE,RTM_DELROUTE,RTM_GETROUTE,RTM_NEWNEIGH,RTM_DELNEIGH,RTM_GETNEIGH,RTM_NEWRULE,RTM_DELRULE,RTM_GETRULE,RTM_NEWQDISC,RTM_DELQDISC,RTM_GETQDISC,RTM_NEWTCLASS,RTM_DELTCLASS,RTM_GETTCLASS,RTM_NEWTFILTER,RTM_DELTFILTER,RTM_GETTFILTER,RTM_NEWACTION,RTM_DELACTION,RTM_GETACTION,RTM_NEWPREFIX,RTM_NEWMULTICAST,RTM_DELMULTICAST,RTM_GETMULTICAST,RTM_NEWANYCAST,RTM_DELANYCAST,RTM_GETANYCAST,RTM_NEWNEIGHTBL,RTM_GETNEIGHTBL,RTM_SETNEIGHTBL,RTM_NEWNDUSEROPT,RTM_NEWADDRLABEL,RTM_DELADDRLABEL,RTM_GETADDRLABEL,RTM_GETDCB,RTM_SETDCB,RTM_NEWNETCONF,RTM_DELNETCONF,RTM_GETNETCONF,RTM_NEWMDB,RTM_DELMDB,RTM_GETMDB,RTM_NEWNSID,RTM_DELNSID,RTM_GETNSID,RTM_NEWSTATS,RTM_GETSTATS,RTM_SETSTATS,RTM_NEWCACHEREPORT,RTM_NEWCHAIN,RTM_DELCHAIN,RTM_GETCHAIN,RTM_NEWNEXTHOP,RTM_DELNEXTHOP,RTM_GETNEXTHOP,RTM_NEWLINKPROP,RTM_DELLINKPROP,RTM_GETLINKPROP,RTM_NEWVLAN,RTM_DELVLAN,RTM_GETVLAN,RTM_NEWNEXTHOPBUCKET,RTM_DELNEXTHOPBUCKET,RTM_GETNEXTHOPBUCKET,RTM_NEWTUNNEL,RTM_DELTUNNEL,RTM_GETTUNNEL
netlink_option	e	0	0	NETLINK_ADD_MEMBERSHIP,NETLINK_DROP_MEMBERSHIP,NETLINK_PKTINFO,NETLINK_BROADCAST_ERROR,NETLINK_NO_ENOBUFS,NETLINK_LISTEN_ALL_NSID,NETLINK_LIST_MEMBERSHIPS,NETLINK_CAP_ACK,NETLINK_EXT_ACK,NETLINK_GET_STRICT_CHK
netlink_protocol	e	0	0	NETLINK_ROUTE,NETLINK_USERSOCK,NETLINK_SOCK_DIAG,NETLINK_NFLOG,NETLINK_XFRM,NETLINK_SELINUX,NETLINK_ISCSI,NETLINK_AUDIT,NETLINK_FIB_LOOKUP,NETLINK_CONNECTOR,NETLINK_NETFILTER,NETLINK_IP6_FW,NETLINK_DNRTMSG,NETLINK_KOBJECT_UEVENT,NETLINK_GENERIC,NETLINK_SCSITRANSPORT,NETLINK_ECRYPTFS,NETLINK_RDMA,NETLINK_CRYPTO,NETLINK_SMC
netlink_state	e	0	0	NETLINK_UNCONNECTED,NETLINK_CONNECTED
nexthop_flags	f	0	0	RTNH_F_DEAD,RTNH_F_PERVASIVE,RTNH_F_ONLINK,RTNH_F_OFFLOAD,RTNH_F_LINKDOWN,RTNH_F_UNRESOLVED,RTNH_F_TRAP
notify	f	0	0	DN_ACCESS,DN_MODIFY,DN_CREATE,DN_DELETE,DN_RENAME,DN_ATTRIB,DN_MULTISHOT
open	f	3	3	O_RDONLY,O_WRONLY,O_RDWR,O_ACCMODE,O_CREAT,O_EXCL,O_NOCTTY,O_TRUNC,O_APPEND,O_NONBLOCK,O_NDELAY,O_DSYNC,FASYNC,O_ASYNC,O_DIRECT,O_LARGEFILE,O_NOFOLLOW,O_NOATIME,O_CLOEXEC,O_SYNC,O_RSYNC,O_PATH,O_TMPFILE,__O_SYNC,O_DIRECTORY,__O_TMPFILE
open_by_handle	f	3	3	O_RDONLY,O_WRONLY,O_RDWR,O_APPEND,O_NONBLOCK,O_DSYNC,O_DIRECT,O_LARGEFILE,O_DIRECTORY,O_NOFOLLOW,O_NOATIME,O_CLOEXEC,O_SYNC,O_PATH
open_tree	f	0	0	OPEN_TREE_CLONE,OPEN_TREE_NAMESPACE,OPEN_TREE_CLOEXEC,AT_EMPTY_PATH,AT_NO_AUTOMOUNT,AT_RECURSIVE,AT_SYMLINK_NOFOLLOW
openat2	f	3	3	O_RDONLY,O_WRONLY,O_RDWR,O_ACCMODE,O_CREAT,O_EXCL,O_NOCTTY,O_TRUNC,O_APPEND,O_NONBLOCK,O_NDELAY,O_DSYNC,FASYNC,O_ASYNC,O_DIRECT,O_LARGEFILE,O_NOFOLLOW,O_NOATIME,O_CLOEXEC,O_SYNC,O_RSYNC,O_PATH,O_TMPFILE,__O_SYNC,O_DIRECTORY,__O_TMPFILE,OPENAT2_REGULAR
owner_type	e	0	0	F_OWNER_TID,F_OWNER_PID,F_OWNER_PGRP
packet_fanout	e	0	0	PACKET_FANOUT_HASH,PACKET_FANOUT_LB,PACKET_FANOUT_CPU,PACKET_FANOUT_ROLLOVER,PACKET_FANOUT_RND,PACKET_FANOUT_QM,PACKET_FANOUT_CBPF,PACKET_FANOUT_EBPF,PACKET_FANOUT_FLAG_ROLLOVER,PACKET_FANOUT_FLAG_UNIQUEID,PACKET_FANOUT_FLAG_DEFRAG
packet_membership	e	0	0	PACKET_MR_MULTICAST,PACKET_MR_PROMISC,PACKET_MR_ALLMULTI,PACKET_MR_UNICAST
packet_option	e	0	0	PACKET_ADD_MEMBERSHIP,PACKET_DROP_MEMBERSHIP,PACKET_RECV_OUTPUT,PACKET_RX_RING,PACKET_STATISTICS,PACKET_COPY_THRESH,PACKET_AUXDATA,PACKET_ORIGDEV,PACKET_VERSION,PACKET_HDRLEN,PACKET_RESERVE,PACKET_TX_RING,PACKET_LOSS,PACKET_VNET_HDR,PACKET_TX_TIMESTAMP,PACKET_TIMESTAMP,PACKET_FANOUT,PACKET_TX_HAS_OFF,PACKET_QDISC_BYPASS,PACKET_ROLLOVER_STATS,PACKET_FANOUT_DATA,PACKET_IGNORE_OUTGOING
packet_status	f	0	0	TP_STATUS_AVAILABLE,TP_STATUS_KERNEL,TP_STATUS_SEND_REQUEST,TP_STATUS_USER,TP_STATUS_COPY,TP_STATUS_SENDING,TP_STATUS_LOSING,TP_STATUS_WRONG_FORMAT,TP_STATUS_CSUMNOTREADY,TP_STATUS_VLAN_VALID,TP_STATUS_BLK_TMO,TP_STATUS_VLAN_TPID_VALID,TP_STATUS_CSUM_VALID,TP_STATUS_TS_SOFTWARE,TP_STATUS_TS_SYS_HARDWARE,TP_STATUS_TS_RAW_HARDWARE
packet_type	e	0	0	PACKET_HOST,PACKET_BROADCAST,PACKET_MULTICAST,PACKET_OTHERHOST,PACKET_OUTGOING,PACKET_LOOPBACK,PACKET_USER,PACKET_KERNEL,PACKET_FASTROUTE
pagemap	f	0	0	PAGE_IS_WPALLOWED,PAGE_IS_WRITTEN,PAGE_IS_FILE,PAGE_IS_PRESENT,PAGE_IS_SWAPPED,PAGE_IS_PFNZERO,PAGE_IS_HUGE
perf_attr_size	e	0	0	PERF_ATTR_SIZE_VER0,PERF_ATTR_SIZE_VER1,PERF_ATTR_SIZE_VER2,PERF_ATTR_SIZE_VER3,PERF_ATTR_SIZE_VER4,PERF_ATTR_SIZE_VER5,PERF_ATTR_SIZE_VER6,PERF_ATTR_SIZE_VER7,PERF_ATTR_SIZE_VER8,PERF_ATTR_SIZE_VER9
perf_branch	f	0	0	PERF_SAMPLE_BRANCH_USER,PERF_SAMPLE_BRANCH_KERNEL,PERF_SAMPLE_BRANCH_HV,PERF_SAMPLE_BRANCH_PLM_ALL,PERF_SAMPLE_BRANCH_ANY,PERF_SAMPLE_BRANCH_ANY_CALL,PERF_SAMPLE_BRANCH_ANY_RETURN,PERF_SAMPLE_BRANCH_IND_CALL,PERF_SAMPLE_BRANCH_ABORT_TX,PERF_SAMPLE_BRANCH_IN_TX,PERF_SAMPLE_BRANCH_NO_TX,PERF_SAMPLE_BRANCH_COND,PERF_SAMPLE_BRANCH_CALL_STACK,PERF_SAMPLE_BRANCH_IND_JUMP,PERF_SAMPLE_BRANCH_CALL,PERF_SAMPLE_BRANCH_NO_FLAGS,PERF_SAMPLE_BRANCH_NO_CYCLES,PERF_SAMPLE_BRANCH_TYPE_SAVE,PERF_SAMPLE_BRANCH_HW_INDEX,PERF_SAMPLE_BRANCH_PRIV_SAVE,PERF_SAMPLE_BRANCH_COUNTERS
perf_event	e	0	0	PERF_COUNT_HW_CPU_CYCLES,PERF_COUNT_HW_CACHE_L1D,PERF_COUNT_HW_CACHE_OP_READ,PERF_COUNT_HW_CACHE_RESULT_ACCESS,PERF_COUNT_SW_CPU_CLOCK,PERF_COUNT_HW_INSTRUCTIONS,PERF_COUNT_HW_CACHE_L1I,PERF_COUNT_HW_CACHE_OP_WRITE,PERF_COUNT_HW_CACHE_RESULT_MISS,PERF_COUNT_SW_TASK_CLOCK,PERF_COUNT_HW_CACHE_REFERENCES,PERF_COUNT_HW_CACHE_LL,PERF_COUNT_HW_CACHE_OP_PREFETCH,PERF_COUNT_SW_PAGE_FAULTS,PERF_COUNT_HW_CACHE_MISSES,PERF_COUNT_HW_CACHE_DTLB,PERF_COUNT_SW_CONTEXT_SWITCHES,PERF_COUNT_HW_BRANCH_INSTRUCTIONS,PERF_COUNT_HW_CACHE_ITLB,PERF_COUNT_SW_CPU_MIGRATIONS,PERF_COUNT_HW_BRANCH_MISSES,PERF_COUNT_HW_CACHE_BPU,PERF_COUNT_SW_PAGE_FAULTS_MIN,PERF_COUNT_HW_BUS_CYCLES,PERF_COUNT_HW_CACHE_NODE,PERF_COUNT_SW_PAGE_FAULTS_MAJ,PERF_COUNT_HW_STALLED_CYCLES_FRONTEND,PERF_COUNT_SW_ALIGNMENT_FAULTS,PERF_COUNT_HW_STALLED_CYCLES_BACKEND,PERF_COUNT_SW_EMULATION_FAULTS,PERF_COUNT_HW_REF_CPU_CYCLES,PERF_COUNT_SW_DUMMY,PERF_COUNT_SW_BPF_OUTPUT,PERF_COUNT_SW_CGROUP_SWITCHES
perf_format	f	0	0	PERF_FORMAT_TOTAL_TIME_ENABLED,PERF_FORMAT_TOTAL_TIME_RUNNING,PERF_FORMAT_ID,PERF_FORMAT_GROUP,PERF_FORMAT_LOST
perf_open	f	0	0	PERF_FLAG_FD_NO_GROUP,PERF_FLAG_FD_OUTPUT,PERF_FLAG_PID_CGROUP,PERF_FLAG_FD_CLOEXEC
perf_sample	f	0	0	PERF_SAMPLE_BRANCH_STACK,PERF_SAMPLE_REGS_ABI_NONE,PERF_SAMPLE_IP,PERF_SAMPLE_REGS_ABI_32,PERF_SAMPLE_TID,PERF_SAMPLE_REGS_ABI_64,PERF_SAMPLE_TIME,PERF_SAMPLE_ADDR,PERF_SAMPLE_READ,PERF_SAMPLE_CALLCHAIN,PERF_SAMPLE_ID,PERF_SAMPLE_CPU,PERF_SAMPLE_PERIOD,PERF_SAMPLE_STREAM_ID,PERF_SAMPLE_RAW,PERF_SAMPLE_REGS_USER,PERF_SAMPLE_STACK_USER,PERF_SAMPLE_WEIGHT,PERF_SAMPLE_DATA_SRC,PERF_SAMPLE_IDENTIFIER,PERF_SAMPLE_TRANSACTION,PERF_SAMPLE_REGS_INTR,PERF_SAMPLE_PHYS_ADDR,PERF_SAMPLE_AUX,PERF_SAMPLE_CGROUP,PERF_SAMPLE_DATA_PAGE_SIZE,PERF_SAMPLE_CODE_PAGE_SIZE,PERF_SAMPLE_WEIGHT_STRUCT,PERF_SAMPLE_WEIGHT_TYPE
perf_type	e	0	0	PERF_TYPE_HARDWARE,PERF_TYPE_SOFTWARE,PERF_TYPE_TRACEPOINT,PERF_TYPE_HW_CACHE,PERF_TYPE_RAW,PERF_TYPE_BREAKPOINT
personality	f	255	255	PER_LINUX,PER_LINUX32,PER_SVR4,PER_BSD,ADDR_NO_RANDOMIZE,MMAP_PAGE_ZERO,ADDR_COMPAT_LAYOUT,READ_IMPLIES_EXEC,ADDR_LIMIT_32BIT,SHORT_INODE,WHOLE_SECONDS,STICKY_TIMEOUTS,ADDR_LIMIT_3GB,UNAME26,FDPIC_FUNCPTRS
pidfd_info	f	0	0	PIDFD_INFO_PID,PIDFD_INFO_CREDS,PIDFD_INFO_CGROUPID,PIDFD_INFO_EXIT,PIDFD_INFO_COREDUMP,PIDFD_INFO_SUPPORTED_MASK,PIDFD_INFO_COREDUMP_SIGNAL,PIDFD_INFO_COREDUMP_CODE
pidfd_open	f	0	0	PIDFD_NONBLOCK,PIDFD_THREAD
pidfd_self	e	0	0	PIDFD_SELF,PIDFD_SELF_PROCESS,PIDFD_SELF_THREAD,PIDFD_SELF_THREAD_GROUP
pidfd_signal	f	0	0	PIDFD_SIGNAL_THREAD,PIDFD_SIGNAL_THREAD_GROUP,PIDFD_SIGNAL_PROCESS_GROUP
pipe2	f	0	0	O_EXCL,O_NOTIFICATION_PIPE,O_NONBLOCK,O_DIRECT,O_CLOEXEC
pkey_rights	f	0	0	PKEY_DISABLE_ACCESS,PKEY_DISABLE_WRITE,PKEY_DISABLE_EXECUTE,PKEY_DISABLE_READ
poll_events	f	0	0	POLLIN,POLLPRI,POLLOUT,POLLERR,POLLHUP,POLLNVAL,POLLRDNORM,POLLRDBAND,POLLWRNORM,POLLWRBAND,POLLMSG,POLLREMOVE,POLLRDHUP
prctl	e	0	0	PR_RSEQ_SLICE_EXTENSION,PR_RISCV_V_SET_CONTROL,PR_RISCV_V_GET_CONTROL,PR_RISCV_SET_ICACHE_FLUSH_CTX,PR_PPC_GET_DEXCR,PR_PPC_SET_DEXCR,PR_SET_PDEATHSIG,PR_GET_PDEATHSIG,PR_GET_DUMPABLE,PR_SET_DUMPABLE,PR_GET_UNALIGN,PR_SET_UNALIGN,PR_GET_KEEPCAPS,PR_SET_KEEPCAPS,PR_GET_FPEMU,PR_SET_FPEMU,PR_GET_FPEXC,PR_SET_FPEXC,PR_GET_TIMING,PR_SET_TIMING,PR_SET_NAME,PR_GET_NAME,PR_GET_ENDIAN,PR_SET_ENDIAN,PR_GET_SECCOMP,PR_SET_SECCOMP,PR_CAPBSET_READ,PR_CAPBSET_DROP,PR_GET_TSC,PR_SET_TSC,PR_GET_SECUREBITS,PR_SET_SECUREBITS,PR_SET_TIMERSLACK,PR_GET_TIMERSLACK,PR_SET_MM,PR_SET_CHILD_SUBREAPER,PR_GET_CHILD_SUBREAPER,PR_SET_NO_NEW_PRIVS,PR_GET_NO_NEW_PRIVS,PR_GET_TID_ADDRESS,PR_SET_THP_DISABLE,PR_GET_THP_DISABLE,PR_MPX_ENABLE_MANAGEMENT,PR_MPX_DISABLE_MANAGEMENT,PR_SET_FP_MODE,PR_GET_FP_MODE,PR_CAP_AMBIENT,PR_GET_SPECULATION_CTRL,PR_SET_SPECULATION_CTRL,PR_PAC_RESET_KEYS,PR_SET_TAGGED_ADDR_CTRL,PR_GET_TAGGED_ADDR_CTRL,PR_SET_IO_FLUSHER,PR_GET_IO_FLUSHER,PR_SET_SYSCALL_USER_DISPATCH,PR_PAC_SET_ENABLED_KEYS,PR_PAC_GET_ENABLED_KEYS,PR_SCHED_CORE,PR_SET_MDWE,PR_GET_MDWE,PR_SET_MEMORY_MERGE,PR_GET_MEMORY_MERGE,PR_GET_SHADOW_STACK_STATUS,PR_SET_SHADOW_STACK_STATUS,PR_LOCK_SHADOW_STACK_STATUS,PR_FUTEX_HASH,PR_GET_CFI,PR_SET_CFI,PR_GET_AUXV,PR_SET_VMA,PR_SET_PTRACER,PR_TASK_PERF_EVENTS_DISABLE,PR_TASK_PERF_EVENTS_ENABLE,PR_MCE_KILL
prctl_endian	e	0	0	PR_ENDIAN_BIG,PR_ENDIAN_LITTLE,PR_ENDIAN_PPC_LITTLE
prctl_fpemu	e	0	0	PR_FPEMU_NOPRINT,PR_FPEMU_SIGFPE
prctl_value	e	0	0	PR_FP_EXC_DISABLED,PR_MCE_KILL_CLEAR,PR_MCE_KILL_LATE,PR_MTE_TCF_NONE,PR_SCHED_CORE_GET,PR_SCHED_CORE_SCOPE_THREAD,PR_SET_VMA_ANON_NAME,PR_SPEC_NOT_AFFECTED,PR_SPEC_STORE_BYPASS,PR_SYS_DISPATCH_OFF,PR_TIMER_CREATE_RESTORE_IDS_OFF,PR_TIMING_STATISTICAL,PR_CAP_AMBIENT_IS_SET,PR_FP_EXC_NONRECOV,PR_FP_MODE_FR,PR_FUTEX_HASH_SET_SLOTS,PR_MCE_KILL_EARLY,PR_MCE_KILL_SET,PR_MDWE_REFUSE_EXEC_GAIN,PR_MTE_TCF_SHIFT,PR_PAC_APIAKEY,PR_RSEQ_SLICE_EXTENSION_GET,PR_RSEQ_SLICE_EXT_ENABLE,PR_SCHED_CORE_CREATE,PR_SCHED_CORE_SCOPE_THREAD_GROUP,PR_SET_MM_START_CODE,PR_SHADOW_STACK_ENABLE,PR_SPEC_INDIRECT_BRANCH,PR_SPEC_PRCTL,PR_SYS_DISPATCH_EXCLUSIVE_ON,PR_SYS_DISPATCH_ON,PR_TAGGED_ADDR_ENABLE,PR_TIMER_CREATE_RESTORE_IDS_ON,PR_TIMING_TIMESTAMP,PR_TSC_ENABLE,PR_UNALIGN_NOPRINT,PR_CAP_AMBIENT_RAISE,PR_FP_EXC_ASYNC,PR_FP_MODE_FRE,PR_FUTEX_HASH_GET_SLOTS,PR_MCE_KILL_DEFAULT,PR_MDWE_NO_INHERIT,PR_MTE_TCF_SYNC,PR_PAC_APIBKEY,PR_RSEQ_SLICE_EXTENSION_SET,PR_SCHED_CORE_SCOPE_PROCESS_GROUP,PR_SCHED_CORE_SHARE_TO,PR_SET_MM_END_CODE,PR_SHADOW_STACK_WRITE,PR_SPEC_ENABLE,PR_SPEC_L1D_FLUSH,PR_SYS_DISPATCH_INCLUSIVE_ON,PR_TIMER_CREATE_RESTORE_IDS_GET,PR_TSC_SIGSEGV,PR_UNALIGN_SIGBUS,PR_CAP_AMBIENT_LOWER,PR_FP_EXC_PRECISE,PR_MTE_TAG_SHIFT,PR_SCHED_CORE_SHARE_FROM,PR_SET_MM_START_DATA,PR_CAP_AMBIENT_CLEAR_ALL,PR_MTE_TCF_ASYNC,PR_PAC_APDAKEY,PR_SET_MM_END_DATA,PR_SHADOW_STACK_PUSH,PR_SPEC_DISABLE,PR_SET_MM_START_STACK,PR_MTE_TCF_MASK,PR_SET_MM_START_BRK,PR_SET_MM_BRK,PR_PAC_APDBKEY,PR_SET_MM_ARG_START,PR_SPEC_FORCE_DISABLE,PR_SET_MM_ENV_START,PR_SET_MM_AUXV,PR_SET_MM_EXE_FILE,PR_SET_MM_MAP,PR_SET_MM_MAP_SIZE,PR_PAC_APGAKEY,PR_SPEC_DISABLE_NOEXEC,PR_MCE_KILL_GET,PR_SVE_SET_VL,PR_SVE_GET_VL,PR_SME_SET_VL,PR_SME_GET_VL,PR_TIMER_CREATE_RESTORE_IDS,PR_FP_EXC_SW_ENABLE,PR_SME_VL_LEN_MASK,PR_SVE_VL_LEN_MASK,PR_FP_EXC_DIV,PR_FP_EXC_OVF,PR_SME_VL_INHERIT,PR_SVE_VL_INHERIT,PR_FP_EXC_UND,PR_SME_SET_VL_ONEXEC,PR_SVE_SET_VL_ONEXEC,PR_MTE_TAG_MASK,PR_FP_EXC_RES,PR_MTE_STORE_ONLY,PR_FP_EXC_INV,PR_SET_PTRACER_ANY,PR_SET_MM_ARG_END,PR_SET_MM_ENV_END
priority_which	e	0	0	PRIO_PROCESS,PRIO_PGRP,PRIO_USER
ptrace	e	0	0	PTRACE_TRACEME,PTRACE_PEEKTEXT,PTRACE_PEEKDATA,PTRACE_PEEKUSR,PTRACE_POKETEXT,PTRACE_POKEDATA,PTRACE_POKEUSR,PTRACE_CONT,PTRACE_KILL,PTRACE_SINGLESTEP,PTRACE_GETREGS,PTRACE_SETREGS,PTRACE_GETFPREGS,PTRACE_SETFPREGS,PTRACE_ATTACH,PTRACE_DETACH,PTRACE_GETFPXREGS,PTRACE_SETFPXREGS,PTRACE_OLDSETOPTIONS,PTRACE_SYSCALL,PTRACE_GET_THREAD_AREA,PTRACE_SET_THREAD_AREA,PTRACE_ARCH_PRCTL,PTRACE_SYSEMU,PTRACE_SYSEMU_SINGLESTEP,PTRACE_SINGLEBLOCK,PTRACE_SETOPTIONS,PTRACE_GETEVENTMSG,PTRACE_GETSIGINFO,PTRACE_SETSIGINFO,PTRACE_GETREGSET,PTRACE_SETREGSET,PTRACE_SEIZE,PTRACE_INTERRUPT,PTRACE_LISTEN,PTRACE_PEEKSIGINFO,PTRACE_GETSIGMASK,PTRACE_SETSIGMASK,PTRACE_SECCOMP_GET_FILTER,PTRACE_SECCOMP_GET_METADATA,PTRACE_GET_SYSCALL_INFO,PTRACE_GET_RSEQ_CONFIGURATION
ptrace_event	e	0	0	PTRACE_EVENT_FORK,PTRACE_EVENT_VFORK,PTRACE_EVENT_CLONE,PTRACE_EVENT_EXEC,PTRACE_EVENT_VFORK_DONE,PTRACE_EVENT_EXIT,PTRACE_EVENT_SECCOMP,PTRACE_EVENT_STOP
ptrace_options	f	0	0	PTRACE_O_TRACESYSGOOD,PTRACE_O_TRACEFORK,PTRACE_O_TRACEVFORK,PTRACE_O_TRACECLONE,PTRACE_O_TRACEEXEC,PTRACE_O_TRACEVFORKDONE,PTRACE_O_TRACEEXIT,PTRACE_O_TRACESECCOMP,PTRACE_O_EXITKILL,PTRACE_O_SUSPEND_SECCOMP
ptrace_peek	f	0	0	PTRACE_PEEKSIGINFO_SHARED
ptrace_syscall_info	e	0	0	PTRACE_SYSCALL_INFO_NONE,PTRACE_SYSCALL_INFO_ENTRY,PTRACE_SYSCALL_INFO_EXIT,PTRACE_SYSCALL_INFO_SECCOMP
quota_command	e	0	0	Q_SYNC,Q_QUOTAON,Q_QUOTAOFF,Q_GETFMT,Q_GETINFO,Q_SETINFO,Q_GETQUOTA,Q_SETQUOTA,Q_GETNEXTQUOTA
quota_type	e	0	0	USRQUOTA,GRPQUOTA,PRJQUOTA
reboot	e	0	0	LINUX_REBOOT_CMD_CAD_OFF,LINUX_REBOOT_CMD_RESTART,LINUX_REBOOT_CMD_POWER_OFF,LINUX_REBOOT_CMD_KEXEC,LINUX_REBOOT_CMD_CAD_ON,LINUX_REBOOT_CMD_RESTART2,LINUX_REBOOT_CMD_HALT,LINUX_REBOOT_CMD_SW_SUSPEND
reboot_magic	e	0	0	LINUX_REBOOT_MAGIC1,LINUX_REBOOT_MAGIC2,LINUX_REBOOT_MAGIC2A,LINUX_REBOOT_MAGIC2B,LINUX_REBOOT_MAGIC2C
remap_file_pages	f	0	0	MAP_NONBLOCK
rename	f	0	0	RENAME_NOREPLACE,RENAME_EXCHANGE,RENAME_WHITEOUT
reqkey_keyring	e	0	0	KEY_REQKEY_DEFL_NO_CHANGE,KEY_REQKEY_DEFL_DEFAULT,KEY_REQKEY_DEFL_THREAD_KEYRING,KEY_REQKEY_DEFL_PROCESS_KEYRING,KEY_REQKEY_DEFL_SESSION_KEYRING,KEY_REQKEY_DEFL_USER_KEYRING,KEY_REQKEY_DEFL_USER_SESSION_KEYRING,KEY_REQKEY_DEFL_GROUP_KEYRING,KEY_REQKEY_DEFL_REQUESTOR_KEYRING
resolve	f	0	0	RESOLVE_NO_XDEV,RESOLVE_NO_MAGICLINKS,RESOLVE_NO_SYMLINKS,RESOLVE_BENEATH,RESOLVE_IN_ROOT,RESOLVE_CACHED
rlimit	e	0	0	RLIMIT_CPU,RLIMIT_FSIZE,RLIMIT_DATA,RLIMIT_STACK,RLIMIT_CORE,RLIMIT_RSS,RLIMIT_NPROC,RLIMIT_NOFILE,RLIMIT_MEMLOCK,RLIMIT_AS,RLIMIT_LOCKS,RLIMIT_SIGPENDING,RLIMIT_MSGQUEUE,RLIMIT_NICE,RLIMIT_RTPRIO,RLIMIT_RTTIME
rlimit_value	e	0	0	RLIM_INFINITY
route_attribute	e	0	0	RTA_UNSPEC,RTA_DST,RTA_SRC,RTA_IIF,RTA_OIF,RTA_GATEWAY,RTA_PRIORITY,RTA_PREFSRC,RTA_METRICS,RTA_MULTIPATH,RTA_PROTOINFO,RTA_FLOW,RTA_CACHEINFO,RTA_SESSION,RTA_MP_ALGO,RTA_TABLE,RTA_MARK,RTA_MFC_STATS,RTA_VIA,RTA_NEWDST,RTA_PREF,RTA_ENCAP_TYPE,RTA_ENCAP,RTA_EXPIRES,RTA_PAD,RTA_UID,RTA_TTL_PROPAGATE,RTA_IP_PROTO,RTA_SPORT,RTA_DPORT,RTA_NH_ID
route_feature	f	0	0	RTAX_FEATURE_ECN,RTAX_FEATURE_SACK,RTAX_FEATURE_TIMESTAMP,RTAX_FEATURE_ALLFRAG
route_flags	f	0	0	RTM_F_NOTIFY,RTM_F_CLONED,RTM_F_EQUALIZE,RTM_F_PREFIX,RTM_F_LOOKUP_TABLE,RTM_F_FIB_MATCH,RTM_F_OFFLOAD,RTM_F_TRAP,RTM_F_OFFLOAD_FAILED
route_metric	e	0	0	RTAX_UNSPEC,RTAX_LOCK,RTAX_MTU,RTAX_WINDOW,RTAX_RTT,RTAX_RTTVAR,RTAX_SSTHRESH,RTAX_CWND,RTAX_ADVMSS,RTAX_REORDERING,RTAX_HOPLIMIT,RTAX_INITCWND,RTAX_FEATURES,RTAX_RTO_MIN,RTAX_INITRWND,RTAX_QUICKACK,RTAX_CC_ALGO,RTAX_FASTOPEN_NO_COOKIE
route_protocol	e	0	0	RTPROT_UNSPEC,RTPROT_REDIRECT,RTPROT_KERNEL,RTPROT_BOOT,RTPROT_STATIC,RTPROT_GATED,RTPROT_RA,RTPROT_MRT,RTPROT_ZEBRA,RTPROT_BIRD,RTPROT_DNROUTED,RTPROT_XORP,RTPROT_NTK,RTPROT_DHCP,RTPROT_MROUTED,RTPROT_KEEPALIVED,RTPROT_BABEL,RTPROT_OPENR,RTPROT_BGP,RTPROT_ISIS,RTPROT_OSPF,RTPROT_RIP,RTPROT_EIGRP
route_scope	e	0	0	RT_SCOPE_UNIVERSE,RT_SCOPE_SITE,RT_SCOPE_LINK,RT_SCOPE_HOST,RT_SCOPE_NOWHERE
route_table	e	0	0	RT_TABLE_UNSPEC,RT_TABLE_COMPAT,RT_TABLE_DEFAULT,RT_TABLE_MAIN,RT_TABLE_LOCAL
route_type	e	0	0	RTN_UNSPEC,RTN_UNICAST,RTN_LOCAL,RTN_BROADCAST,RTN_ANYCAST,RTN_MULTICAST,RTN_BLACKHOLE,RTN_UNREACHABLE,RTN_PROHIBIT,RTN_THROW,RTN_NAT,RTN_XRESOLVE
rseq	f	0	0	RSEQ_FLAG_UNREGISTER,RSEQ_FLAG_SLICE_EXT_DEFAULT_ON
rusage_who	e	0	0	RUSAGE_SELF,RUSAGE_CHILDREN,RUSAGE_THREAD
rw_hint	e	0	0	RWH_WRITE_LIFE_NOT_SET,RWH_WRITE_LIFE_NONE,RWH_WRITE_LIFE_SHORT,RWH_WRITE_LIFE_MEDIUM,RWH_WRITE_LIFE_LONG,RWH_WRITE_LIFE_EXTREME,RWF_WRITE_LIFE_NOT_SET
rwf	f	0	0	RWF_HIPRI,RWF_DSYNC,RWF_SYNC,RWF_NOWAIT,RWF_APPEND,RWF_NOAPPEND,RWF_ATOMIC,RWF_DONTCACHE,RWF_NOSIGNAL
sched_attr_flags	f	0	0	SCHED_FLAG_RESET_ON_FORK,SCHED_FLAG_RECLAIM,SCHED_FLAG_DL_OVERRUN,SCHED_FLAG_KEEP_POLICY,SCHED_FLAG_KEEP_PARAMS,SCHED_FLAG_UTIL_CLAMP_MIN,SCHED_FLAG_UTIL_CLAMP_MAX
scheduler	f	255	255	SCHED_NORMAL,SCHED_OTHER,SCHED_FIFO,SCHED_RR,SCHED_BATCH,SCHED_IDLE,SCHED_DEADLINE,SCHED_EXT,SCHED_RESET_ON_FORK
scm_type	e	0	0	SCM_RIGHTS,SCM_CREDENTIALS,SCM_SECURITY,SCM_PIDFD,SCM_TIMESTAMP,SCM_TIMESTAMPNS,SCM_TIMESTAMPING,SCM_WIFI_STATUS,SCM_TIMESTAMPING_OPT_STATS,SCM_TIMESTAMPING_PKTINFO,SCM_TXTIME
seal	f	0	0	F_SEAL_SEAL,F_SEAL_SHRINK,F_SEAL_GROW,F_SEAL_WRITE,F_SEAL_FUTURE_WRITE,F_SEAL_EXEC
seccomp	e	0	0	SECCOMP_SET_MODE_STRICT,SECCOMP_SET_MODE_FILTER,SECCOMP_GET_ACTION_AVAIL,SECCOMP_GET_NOTIF_SIZES
seccomp_action	e	0	0	SECCOMP_RET_KILL,SECCOMP_RET_KILL_THREAD,SECCOMP_RET_DATA,SECCOMP_RET_TRAP,SECCOMP_RET_ERRNO,SECCOMP_RET_USER_NOTIF,SECCOMP_RET_TRACE,SECCOMP_RET_LOG,SECCOMP_RET_ACTION,SECCOMP_RET_ALLOW,SECCOMP_RET_KILL_PROCESS,SECCOMP_RET_ACTION_FULL
seccomp_addfd	f	0	0	SECCOMP_ADDFD_FLAG_SETFD,SECCOMP_ADDFD_FLAG_SEND
seccomp_flags	f	0	0	SECCOMP_FILTER_FLAG_TSYNC,SECCOMP_FILTER_FLAG_LOG,SECCOMP_FILTER_FLAG_SPEC_ALLOW,SECCOMP_FILTER_FLAG_NEW_LISTENER,SECCOMP_FILTER_FLAG_TSYNC_ESRCH,SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV
seccomp_mode	e	0	0	SECCOMP_MODE_DISABLED,SECCOMP_MODE_STRICT,SECCOMP_MODE_FILTER
seccomp_response	f	0	0	SECCOMP_USER_NOTIF_FLAG_CONTINUE
securebits	f	0	0	SECBIT_NOROOT,SECBIT_NOROOT_LOCKED,SECBIT_NO_SETUID_FIXUP,SECBIT_NO_SETUID_FIXUP_LOCKED,SECBIT_KEEP_CAPS,SECBIT_KEEP_CAPS_LOCKED,SECBIT_NO_CAP_AMBIENT_RAISE,SECBIT_NO_CAP_AMBIENT_RAISE_LOCKED,SECBIT_EXEC_RESTRICT_FILE,SECBIT_EXEC_RESTRICT_FILE_LOCKED,SECBIT_EXEC_DENY_INTERACTIVE,SECBIT_EXEC_DENY_INTERACTIVE_LOCKED
seek	e	0	0	SEEK_SET,SEEK_CUR,SEEK_END,SEEK_DATA,SEEK_HOLE
sem_flags	f	0	0	IPC_NOWAIT,SEM_UNDO
semctl	f	255	255	IPC_RMID,IPC_SET,IPC_STAT,IPC_INFO,GETPID,GETVAL,GETALL,GETNCNT,GETZCNT,SETVAL,SETALL,SEM_STAT,SEM_INFO,SEM_STAT_ANY,IPC_64
shadow_stack	f	0	0	SHADOW_STACK_SET_TOKEN,SHADOW_STACK_SET_MARKER
shm_huge	f	0	0	SHM_HUGE_64KB,SHM_HUGE_512KB,SHM_HUGE_1MB,SHM_HUGE_8MB,SHM_HUGE_16MB,SHM_HUGE_32MB,SHM_HUGE_256MB,SHM_HUGE_512MB,SHM_HUGE_2GB
shm_mode	f	0	0	SHM_W,SHM_R
shmat	f	0	0	SHM_RDONLY,SHM_RND,SHM_REMAP,SHM_EXEC
shmctl	f	255	255	IPC_RMID,IPC_SET,IPC_STAT,IPC_INFO,SHM_LOCK,SHM_UNLOCK,SHM_STAT,SHM_INFO,SHM_STAT_ANY,IPC_64
shmget	f	0	0	IPC_CREAT,IPC_EXCL,SHM_HUGETLB,SHM_NORESERVE,SHM_HUGE_2MB,SHM_HUGE_1GB,SHM_HUGE_64KB,SHM_HUGE_512KB,SHM_HUGE_1MB,SHM_HUGE_8MB,SHM_HUGE_16MB,SHM_HUGE_32MB,SHM_HUGE_256MB,SHM_HUGE_512MB,SHM_HUGE_2GB,S_IFREG,S_IFDIR,S_IFLNK,S_IFCHR,S_IFBLK,S_IFIFO,S_IFSOCK,S_IFMT,S_ISUID,S_ISGID,S_ISVTX,S_IRWXU,S_IRUSR,S_IWUSR,S_IXUSR,S_IRWXG,S_IRGRP,S_IWGRP,S_IXGRP,S_IRWXO,S_IROTH,S_IWOTH,S_IXOTH
shutdown	e	0	0	SHUT_RD,SHUT_WR,SHUT_RDWR
sigaction	f	0	0	SA_NOCLDSTOP,SA_NOCLDWAIT,SA_SIGINFO,SA_UNSUPPORTED,SA_EXPOSE_TAGBITS,SA_RESTORER,SA_ONSTACK,SA_RESTART,SA_NODEFER,SA_RESETHAND,SA_NOMASK,SA_ONESHOT
sigaltstack	f	0	0	SS_ONSTACK,SS_DISABLE,SS_AUTODISARM
signal	e	0	0	SIGHUP,SIGINT,SIGQUIT,SIGILL,SIGTRAP,SIGABRT,SIGIOT,SIGBUS,SIGFPE,SIGKILL,SIGUSR1,SIGSEGV,SIGUSR2,SIGPIPE,SIGALRM,SIGTERM,SIGSTKFLT,SIGCHLD,SIGCONT,SIGSTOP,SIGTSTP,SIGTTIN,SIGTTOU,SIGURG,SIGXCPU,SIGXFSZ,SIGVTALRM,SIGPROF,SIGWINCH,SIGIO,SIGPOLL,SIGPWR,SIGSYS,SIGUNUSED,SIGRTMIN,SIGRTMAX
signal_code	e	0	0	SI_USER,SI_KERNEL,SI_QUEUE,SI_TIMER,SI_MESGQ,SI_ASYNCIO,SI_SIGIO,SI_TKILL,SI_DETHREAD,SI_ASYNCNL,CLD_EXITED,CLD_KILLED,CLD_DUMPED,CLD_TRAPPED,CLD_STOPPED,CLD_CONTINUED,ILL_ILLOPC,ILL_ILLOPN,ILL_ILLADR,ILL_ILLTRP,ILL_PRVOPC,ILL_PRVREG,ILL_COPROC,ILL_BADSTK,FPE_INTDIV,FPE_INTOVF,FPE_FLTDIV,FPE_FLTOVF,FPE_FLTUND,FPE_FLTRES,FPE_FLTINV,FPE_FLTSUB,SEGV_MAPERR,SEGV_ACCERR,SEGV_BNDERR,SEGV_PKUERR,BUS_ADRALN,BUS_ADRERR,BUS_OBJERR,BUS_MCEERR_AR,BUS_MCEERR_AO,TRAP_BRKPT,TRAP_TRACE,TRAP_BRANCH,TRAP_HWBKPT,POLL_IN,POLL_OUT,POLL_MSG,POLL_ERR,POLL_PRI,POLL_HUP,SYS_SECCOMP
signal_handler	e	0	0	SIG_DFL,SIG_IGN,SIG_ERR
signal_notify	e	0	0	SIGEV_SIGNAL,SIGEV_NONE,SIGEV_THREAD,SIGEV_THREAD_ID
signalfd	f	0	0	SFD_CLOEXEC,SFD_NONBLOCK
sigprocmask	e	0	0	SIG_BLOCK,SIG_UNBLOCK,SIG_SETMASK
so_ee_code	e	0	0	SO_EE_CODE_TXTIME_INVALID_PARAM,SO_EE_CODE_ZEROCOPY_COPIED,SO_EE_RFC4884_FLAG_INVALID,SO_EE_CODE_TXTIME_MISSED
so_ee_origin	e	0	0	SO_EE_ORIGIN_NONE,SO_EE_ORIGIN_LOCAL,SO_EE_ORIGIN_ICMP,SO_EE_ORIGIN_ICMP6,SO_EE_ORIGIN_TIMESTAMPING,SO_EE_ORIGIN_TXSTATUS,SO_EE_ORIGIN_ZEROCOPY,SO_EE_ORIGIN_TXTIME
socket_level	e	0	0	SOL_SOCKET,SOL_IP,SOL_TCP,SOL_UDP,SOL_UDPLITE,SOL_IPV6,SOL_ICMPV6,SOL_SCTP,SOL_RAW,SOL_PACKET,SOL_NETLINK,SOL_TIPC,SOL_BLUETOOTH,SOL_ALG,SOL_KCM,SOL_TLS,SOL_XDP,SOL_MPTCP,SOL_VSOCK,SOL_CAN_BASE,SOL_CAN_RAW,IPPROTO_IP,IPPROTO_IPV6,IPPROTO_TCP,IPPROTO_UDP,IPPROTO_ICMP,IPPROTO_ICMPV6,IPPROTO_RAW,IPPROTO_SCTP,IPPROTO_UDPLITE,IPPROTO_MPTCP,SOL_X25,SOL_ATM,SOL_AAL,SOL_IRDA,SOL_LLC,SOL_DCCP,SOL_RXRPC,SOL_PPPOL2TP,SOL_PNPIPE,SOL_RDS,SOL_IUCV,SOL_CAIF,SOL_NFC,SOL_MCTP,SOL_SMC,SOL_DECNET,SOL_NETBEUI
socket_limits	e	0	0	SOMAXCONN
socket_option	e	0	0	SO_DEBUG,SO_REUSEADDR,SO_TYPE,SO_ERROR,SO_DONTROUTE,SO_BROADCAST,SO_SNDBUF,SO_RCVBUF,SO_SNDBUFFORCE,SO_RCVBUFFORCE,SO_KEEPALIVE,SO_OOBINLINE,SO_NO_CHECK,SO_PRIORITY,SO_LINGER,SO_BSDCOMPAT,SO_REUSEPORT,SO_PASSCRED,SO_PEERCRED,SO_RCVLOWAT,SO_SNDLOWAT,SO_RCVTIMEO_OLD,SO_SNDTIMEO_OLD,SO_RCVTIMEO,SO_SNDTIMEO,SO_BINDTODEVICE,SO_ATTACH_FILTER,SO_DETACH_FILTER,SO_PEERNAME,SO_ACCEPTCONN,SO_PEERSEC,SO_PASSSEC,SO_MARK,SO_PROTOCOL,SO_DOMAIN,SO_RXQ_OVFL,SO_WIFI_STATUS,SO_PEEK_OFF,SO_NOFCS,SO_LOCK_FILTER,SO_SELECT_ERR_QUEUE,SO_BUSY_POLL,SO_MAX_PACING_RATE,SO_BPF_EXTENSIONS,SO_INCOMING_CPU,SO_ATTACH_BPF,SO_DETACH_BPF,SO_ATTACH_REUSEPORT_CBPF,SO_ATTACH_REUSEPORT_EBPF,SO_CNX_ADVICE,SO_MEMINFO,SO_INCOMING_NAPI_ID,SO_COOKIE,SO_PEERGROUPS,SO_ZEROCOPY,SO_TXTIME,SO_BINDTOIFINDEX,SO_TIMESTAMP_OLD,SO_TIMESTAMP,SO_TIMESTAMPNS_OLD,SO_TIMESTAMPNS,SO_TIMESTAMPING_OLD,SO_TIMESTAMPING,SO_TIMESTAMP_NEW,SO_TIMESTAMPNS_NEW,SO_TIMESTAMPING_NEW,SO_RCVTIMEO_NEW,SO_SNDTIMEO_NEW,SO_DETACH_REUSEPORT_BPF,SO_PREFER_BUSY_POLL,SO_BUSY_POLL_BUDGET,SO_NETNS_COOKIE,SO_BUF_LOCK,SO_RESERVE_MEM,SO_TXREHASH,SO_RCVMARK,SO_PASSPIDFD,SO_PEERPIDFD,SO_DEVMEM_LINEAR,SO_DEVMEM_DMABUF,SO_DEVMEM_DONTNEED,SO_RCVPRIORITY,SO_PASSRIGHTS,SO_INQ,SO_SECURITY_AUTHENTICATION,SO_SECURITY_ENCRYPTION_TRANSPORT,SO_SECURITY_ENCRYPTION_NETWORK,SO_GET_FILTER,IP_TOS,IP_TTL,IP_HDRINCL,IP_OPTIONS,IP_ROUTER_ALERT,IP_RECVOPTS,IP_RETOPTS,IP_RECVRETOPTS,IP_PKTINFO,IP_PKTOPTIONS,IP_MTU_DISCOVER,IP_RECVERR,IP_RECVTTL,IP_RECVTOS,IP_MTU,IP_FREEBIND,IP_IPSEC_POLICY,IP_XFRM_POLICY,IP_PASSSEC,IP_TRANSPARENT,IP_ORIGDSTADDR,IP_RECVORIGDSTADDR,IP_MINTTL,IP_NODEFRAG,IP_CHECKSUM,IP_BIND_ADDRESS_NO_PORT,IP_RECVFRAGSIZE,IP_RECVERR_RFC4884,IP_MULTICAST_IF,IP_MULTICAST_TTL,IP_MULTICAST_LOOP,IP_ADD_MEMBERSHIP,IP_DROP_MEMBERSHIP,IP_UNBLOCK_SOURCE,IP_BLOCK_SOURCE,IP_ADD_SOURCE_MEMBERSHIP,IP_DROP_SOURCE_MEMBERSHIP,IP_MSFILTER,IP_MULTICAST_ALL,IP_UNICAST_IF,IP_LOCAL_PORT_RANGE,IP_PROTOCOL,IPV6_ADDRFORM,IPV6_2292PKTINFO,IPV6_2292HOPOPTS,IPV6_2292DSTOPTS,IPV6_2292RTHDR,IPV6_2292PKTOPTIONS,IPV6_CHECKSUM,IPV6_2292HOPLIMIT,IPV6_NEXTHOP,IPV6_AUTHHDR,IPV6_UNICAST_HOPS,IPV6_MULTICAST_IF,IPV6_MULTICAST_HOPS,IPV6_MULTICAST_LOOP,IPV6_ADD_MEMBERSHIP,IPV6_DROP_MEMBERSHIP,IPV6_ROUTER_ALERT,IPV6_MTU_DISCOVER,IPV6_MTU,IPV6_RECVERR,IPV6_V6ONLY,IPV6_JOIN_ANYCAST,IPV6_LEAVE_ANYCAST,IPV6_MULTICAST_ALL,IPV6_ROUTER_ALERT_ISOLATE,IPV6_RECVERR_RFC4884,IPV6_IPSEC_POLICY,IPV6_XFRM_POLICY,IPV6_HDRINCL,IPV6_RECVPKTINFO,IPV6_PKTINFO,IPV6_RECVHOPLIMIT,IPV6_HOPLIMIT,IPV6_RECVHOPOPTS,IPV6_HOPOPTS,IPV6_RTHDRDSTOPTS,IPV6_RECVRTHDR,IPV6_RTHDR,IPV6_RECVDSTOPTS,IPV6_DSTOPTS,IPV6_RECVPATHMTU,IPV6_PATHMTU,IPV6_DONTFRAG,IPV6_RECVTCLASS,IPV6_TCLASS,IPV6_AUTOFLOWLABEL,IPV6_ADDR_PREFERENCES,IPV6_MINHOPCOUNT,IPV6_ORIGDSTADDR,IPV6_RECVORIGDSTADDR,IPV6_TRANSPARENT,IPV6_UNICAST_IF,IPV6_RECVFRAGSIZE,IPV6_FREEBIND,IPV6_FLOWINFO,IPV6_FLOWLABEL_MGR,IPV6_FLOWINFO_SEND,TCP_NODELAY,TCP_MAXSEG,TCP_CORK,TCP_KEEPIDLE,TCP_KEEPINTVL,TCP_KEEPCNT,TCP_SYNCNT,TCP_LINGER2,TCP_DEFER_ACCEPT,TCP_WINDOW_CLAMP,TCP_INFO,TCP_QUICKACK,TCP_CONGESTION,TCP_MD5SIG,TCP_THIN_LINEAR_TIMEOUTS,TCP_THIN_DUPACK,TCP_USER_TIMEOUT,TCP_REPAIR,TCP_REPAIR_QUEUE,TCP_QUEUE_SEQ,TCP_REPAIR_OPTIONS,TCP_FASTOPEN,TCP_TIMESTAMP,TCP_NOTSENT_LOWAT,TCP_CC_INFO,TCP_SAVE_SYN,TCP_SAVED_SYN,TCP_REPAIR_WINDOW,TCP_FASTOPEN_CONNECT,TCP_ULP,TCP_MD5SIG_EXT,TCP_FASTOPEN_KEY,TCP_FASTOPEN_NO_COOKIE,TCP_ZEROCOPY_RECEIVE,TCP_INQ,TCP_TX_DELAY,TCP_AO_ADD_KEY,TCP_AO_DEL_KEY,TCP_AO_INFO,TCP_AO_GET_KEYS,TCP_AO_REPAIR,TCP_IS_MPTCP,TCP_RTO_MAX_MS,TCP_RTO_MIN_US,TCP_DELACK_MAX_US,UDP_CORK,UDP_ENCAP,UDP_NO_CHECK6_TX,UDP_NO_CHECK6_RX,UDP_SEGMENT,UDP_GRO,NETLINK_ADD_MEMBERSHIP,NETLINK_DROP_MEMBERSHIP,NETLINK_PKTINFO,NETLINK_BROADCAST_ERROR,NETLINK_NO_ENOBUFS,NETLINK_LISTEN_ALL_NSID,NETLINK_LIST_MEMBERSHIPS,NETLINK_CAP_ACK,NETLINK_EXT_ACK,NETLINK_GET_STRICT_CHK,PACKET_ADD_MEMBERSHIP,PACKET_DROP_MEMBERSHIP,PACKET_RECV_OUTPUT,PACKET_RX_RING,PACKET_STATISTICS,PACKET_COPY_THRESH,PACKET_AUXDATA,PACKET_ORIGDEV,PACKET_VERSION,PACKET_HDRLEN,PACKET_RESERVE,PACKET_TX_RING,PACKET_LOSS,PACKET_VNET_HDR,PACKET_TX_TIMESTAMP,PACKET_TIMESTAMP,PACKET_FANOUT,PACKET_TX_HAS_OFF,PACKET_QDISC_BYPASS,PACKET_ROLLOVER_STATS,PACKET_FANOUT_DATA,PACKET_IGNORE_OUTGOING,TLS_TX,TLS_RX,TLS_TX_ZEROCOPY_RO,TLS_RX_EXPECT_NO_PAD,TLS_TX_MAX_PAYLOAD_LEN,ALG_SET_KEY,ALG_SET_IV,ALG_SET_OP,ALG_SET_AEAD_ASSOCLEN,ALG_SET_AEAD_AUTHSIZE,ALG_SET_DRBG_ENTROPY,ALG_SET_KEY_BY_KEY_SERIAL,SO_VM_SOCKETS_BUFFER_SIZE,SO_VM_SOCKETS_BUFFER_MIN_SIZE,SO_VM_SOCKETS_BUFFER_MAX_SIZE,SO_VM_SOCKETS_PEER_HOST_VM_ID,SO_VM_SOCKETS_TRUSTED,SO_VM_SOCKETS_CONNECT_TIMEOUT,SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD,SO_VM_SOCKETS_NONBLOCK_TXRX,SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW
socket_protocol	e	0	0	IPPROTO_IP,IPPROTO_HOPOPTS,IPPROTO_ICMP,IPPROTO_IGMP,IPPROTO_IPIP,IPPROTO_TCP,IPPROTO_EGP,IPPROTO_PUP,IPPROTO_UDP,IPPROTO_IDP,IPPROTO_TP,IPPROTO_DCCP,IPPROTO_IPV6,IPPROTO_ROUTING,IPPROTO_FRAGMENT,IPPROTO_RSVP,IPPROTO_GRE,IPPROTO_ESP,IPPROTO_AH,IPPROTO_ICMPV6,IPPROTO_NONE,IPPROTO_DSTOPTS,IPPROTO_MTP,IPPROTO_BEETPH,IPPROTO_ENCAP,IPPROTO_PIM,IPPROTO_COMP,IPPROTO_L2TP,IPPROTO_SCTP,IPPROTO_MH,IPPROTO_UDPLITE,IPPROTO_MPLS,IPPROTO_ETHERNET,IPPROTO_AGGFRAG,IPPROTO_RAW,IPPROTO_SMC,IPPROTO_MPTCP,NETLINK_ROUTE,NETLINK_USERSOCK,NETLINK_SOCK_DIAG,NETLINK_NFLOG,NETLINK_XFRM,NETLINK_SELINUX,NETLINK_ISCSI,NETLINK_AUDIT,NETLINK_FIB_LOOKUP,NETLINK_CONNECTOR,NETLINK_NETFILTER,NETLINK_IP6_FW,NETLINK_DNRTMSG,NETLINK_KOBJECT_UEVENT,NETLINK_GENERIC,NETLINK_SCSITRANSPORT,NETLINK_ECRYPTFS,NETLINK_RDMA,NETLINK_CRYPTO,NETLINK_SMC,ETH_P_802_3,ETH_P_AX25,ETH_P_ALL,ETH_P_802_2,ETH_P_SNAP,ETH_P_DDCMP,ETH_P_WAN_PPP,ETH_P_PPP_MP,ETH_P_LOCALTALK,ETH_P_CAN,ETH_P_CANFD,ETH_P_CANXL,ETH_P_PPPTALK,ETH_P_TR_802_2,ETH_P_MOBITEX,ETH_P_CONTROL,ETH_P_IRDA,ETH_P_ECONET,ETH_P_HDLC,ETH_P_ARCNET,ETH_P_DSA,ETH_P_TRAILER,ETH_P_LOOP,ETH_P_PHONET,ETH_P_IEEE802154,ETH_P_CAIF,ETH_P_XDSA,ETH_P_MAP,ETH_P_MCTP,ETH_P_GRE_OSI,ETH_P_PUP,ETH_P_PUPAT,ETH_P_802_3_MIN,ETH_P_IP,ETH_P_X25,ETH_P_ARP,ETH_P_BPQ,ETH_P_IEEEPUP,ETH_P_IEEEPUPAT,ETH_P_ERSPAN2,ETH_P_TSN,ETH_P_BATMAN,ETH_P_DEC,ETH_P_DNA_DL,ETH_P_DNA_RC,ETH_P_DNA_RT,ETH_P_LAT,ETH_P_DIAG,ETH_P_CUST,ETH_P_SCA,ETH_P_TEB,ETH_P_RARP,ETH_P_ATALK,ETH_P_AARP,ETH_P_8021Q,ETH_P_IPX,ETH_P_IPV6,ETH_P_PAUSE,ETH_P_SLOW,ETH_P_WCCP,ETH_P_MPLS_UC,ETH_P_MPLS_MC,ETH_P_ATMMPOA,ETH_P_PPP_DISC,ETH_P_PPP_SES,ETH_P_LINK_CTL,ETH_P_8021AC,ETH_P_ATMFATE,ETH_P_PAE,ETH_P_PROFINET,ETH_P_REALTEK,ETH_P_AOE,ETH_P_ETHERCAT,ETH_P_8021AD,ETH_P_802_EX1,ETH_P_ERSPAN,ETH_P_MXLGSW,ETH_P_PREAUTH,ETH_P_TIPC,ETH_P_LLDP,ETH_P_MRP,ETH_P_MACSEC,ETH_P_8021AH,ETH_P_MVRP,ETH_P_1588,ETH_P_NCSI,ETH_P_PRP,ETH_P_CFM,ETH_P_FCOE,ETH_P_TDLS,ETH_P_FIP,ETH_P_IBOE,ETH_P_80221,ETH_P_HSR,ETH_P_NSH,ETH_P_LOOPBACK,ETH_P_QINQ1,ETH_P_QINQ2,ETH_P_QINQ3,ETH_P_YT921X,ETH_P_EDSA,ETH_P_DSA_8021Q,ETH_P_DSA_A5PSW,ETH_P_IFE,ETH_P_AF_IUCV,ETH_P_NXP_NETC
socket_type	f	15	15	SOCK_STREAM,SOCK_DGRAM,SOCK_RAW,SOCK_RDM,SOCK_SEQPACKET,SOCK_DCCP,SOCK_PACKET,SOCK_CLOEXEC,SOCK_NONBLOCK
sol_socket_option	e	0	0	SO_DEBUG,SO_REUSEADDR,SO_TYPE,SO_ERROR,SO_DONTROUTE,SO_BROADCAST,SO_SNDBUF,SO_RCVBUF,SO_SNDBUFFORCE,SO_RCVBUFFORCE,SO_KEEPALIVE,SO_OOBINLINE,SO_NO_CHECK,SO_PRIORITY,SO_LINGER,SO_BSDCOMPAT,SO_REUSEPORT,SO_PASSCRED,SO_PEERCRED,SO_RCVLOWAT,SO_SNDLOWAT,SO_RCVTIMEO_OLD,SO_SNDTIMEO_OLD,SO_RCVTIMEO,SO_SNDTIMEO,SO_BINDTODEVICE,SO_ATTACH_FILTER,SO_DETACH_FILTER,SO_PEERNAME,SO_ACCEPTCONN,SO_PEERSEC,SO_PASSSEC,SO_MARK,SO_PROTOCOL,SO_DOMAIN,SO_RXQ_OVFL,SO_WIFI_STATUS,SO_PEEK_OFF,SO_NOFCS,SO_LOCK_FILTER,SO_SELECT_ERR_QUEUE,SO_BUSY_POLL,SO_MAX_PACING_RATE,SO_BPF_EXTENSIONS,SO_INCOMING_CPU,SO_ATTACH_BPF,SO_DETACH_BPF,SO_ATTACH_REUSEPORT_CBPF,SO_ATTACH_REUSEPORT_EBPF,SO_CNX_ADVICE,SO_MEMINFO,SO_INCOMING_NAPI_ID,SO_COOKIE,SO_PEERGROUPS,SO_ZEROCOPY,SO_TXTIME,SO_BINDTOIFINDEX,SO_TIMESTAMP_OLD,SO_TIMESTAMP,SO_TIMESTAMPNS_OLD,SO_TIMESTAMPNS,SO_TIMESTAMPING_OLD,SO_TIMESTAMPING,SO_TIMESTAMP_NEW,SO_TIMESTAMPNS_NEW,SO_TIMESTAMPING_NEW,SO_RCVTIMEO_NEW,SO_SNDTIMEO_NEW,SO_DETACH_REUSEPORT_BPF,SO_PREFER_BUSY_POLL,SO_BUSY_POLL_BUDGET,SO_NETNS_COOKIE,SO_BUF_LOCK,SO_RESERVE_MEM,SO_TXREHASH,SO_RCVMARK,SO_PASSPIDFD,SO_PEERPIDFD,SO_DEVMEM_LINEAR,SO_DEVMEM_DMABUF,SO_DEVMEM_DONTNEED,SO_RCVPRIORITY,SO_PASSRIGHTS,SO_INQ,SO_SECURITY_AUTHENTICATION,SO_SECURITY_ENCRYPTION_TRANSPORT,SO_SECURITY_ENCRYPTION_NETWORK,SO_GET_FILTER
splice	f	0	0	SPLICE_F_MOVE,SPLICE_F_NONBLOCK,SPLICE_F_MORE,SPLICE_F_GIFT
statfs_flags	f	0	0	ST_RDONLY,ST_NOSUID,ST_NODEV,ST_NOEXEC,ST_SYNCHRONOUS,ST_MANDLOCK,ST_NOATIME,ST_NODIRATIME,ST_RELATIME
statmount	f	0	0	STATMOUNT_BY_FD
statmount_mask	f	0	0	STATMOUNT_SB_BASIC,STATMOUNT_MNT_BASIC,STATMOUNT_PROPAGATE_FROM,STATMOUNT_MNT_ROOT,STATMOUNT_MNT_POINT,STATMOUNT_FS_TYPE,STATMOUNT_MNT_NS_ID,STATMOUNT_MNT_OPTS,STATMOUNT_FS_SUBTYPE,STATMOUNT_SB_SOURCE,STATMOUNT_OPT_ARRAY,STATMOUNT_OPT_SEC_ARRAY,STATMOUNT_SUPPORTED_MASK,STATMOUNT_MNT_UIDMAP,STATMOUNT_MNT_GIDMAP
statx_attributes	f	0	0	STATX_ATTR_COMPRESSED,STATX_ATTR_IMMUTABLE,STATX_ATTR_APPEND,STATX_ATTR_NODUMP,STATX_ATTR_ENCRYPTED,STATX_ATTR_AUTOMOUNT,STATX_ATTR_MOUNT_ROOT,STATX_ATTR_VERITY,STATX_ATTR_DAX,STATX_ATTR_WRITE_ATOMIC
statx_mask	f	0	0	STATX_ALL,STATX_BASIC_STATS,STATX_TYPE,STATX_MODE,STATX_NLINK,STATX_UID,STATX_GID,STATX_ATIME,STATX_MTIME,STATX_CTIME,STATX_INO,STATX_SIZE,STATX_BLOCKS,STATX_BTIME,STATX_MNT_ID,STATX_DIOALIGN,STATX_MNT_ID_UNIQUE,STATX_SUBVOL,STATX_WRITE_ATOMIC,STATX_DIO_READ_ALIGN
swapon	f	32767	32767	SWAP_FLAG_PREFER,SWAP_FLAG_PRIO_MASK,SWAP_FLAG_PRIO_SHIFT,SWAP_FLAG_DISCARD,SWAP_FLAG_DISCARD_ONCE,SWAP_FLAG_DISCARD_PAGES
sync_file_range	f	0	0	SYNC_FILE_RANGE_WAIT_BEFORE,SYNC_FILE_RANGE_WRITE,SYNC_FILE_RANGE_WAIT_AFTER,SYNC_FILE_RANGE_WRITE_AND_WAIT
syslog	e	0	0	SYSLOG_ACTION_CLOSE,SYSLOG_ACTION_OPEN,SYSLOG_ACTION_READ,SYSLOG_ACTION_READ_ALL,SYSLOG_ACTION_READ_CLEAR,SYSLOG_ACTION_CLEAR,SYSLOG_ACTION_CONSOLE_OFF,SYSLOG_ACTION_CONSOLE_ON,SYSLOG_ACTION_CONSOLE_LEVEL,SYSLOG_ACTION_SIZE_UNREAD,SYSLOG_ACTION_SIZE_BUFFER
tcflow	e	0	0	TCOOFF,TCOON,TCIOFF,TCION
tcflush	e	0	0	TCIFLUSH,TCOFLUSH,TCIOFLUSH
tcp_control_message	e	0	0	TCP_CM_INQ
tcp_md5_flags	f	0	0	TCP_MD5SIG_FLAG_PREFIX,TCP_MD5SIG_FLAG_IFINDEX
tcp_option	e	0	0	TCP_NODELAY,TCP_MAXSEG,TCP_CORK,TCP_KEEPIDLE,TCP_KEEPINTVL,TCP_KEEPCNT,TCP_SYNCNT,TCP_LINGER2,TCP_DEFER_ACCEPT,TCP_WINDOW_CLAMP,TCP_INFO,TCP_QUICKACK,TCP_CONGESTION,TCP_MD5SIG,TCP_THIN_LINEAR_TIMEOUTS,TCP_THIN_DUPACK,TCP_USER_TIMEOUT,TCP_REPAIR,TCP_REPAIR_QUEUE,TCP_QUEUE_SEQ,TCP_REPAIR_OPTIONS,TCP_FASTOPEN,TCP_TIMESTAMP,TCP_NOTSENT_LOWAT,TCP_CC_INFO,TCP_SAVE_SYN,TCP_SAVED_SYN,TCP_REPAIR_WINDOW,TCP_FASTOPEN_CONNECT,TCP_ULP,TCP_MD5SIG_EXT,TCP_FASTOPEN_KEY,TCP_FASTOPEN_NO_COOKIE,TCP_ZEROCOPY_RECEIVE,TCP_INQ,TCP_TX_DELAY,TCP_AO_ADD_KEY,TCP_AO_DEL_KEY,TCP_AO_INFO,TCP_AO_GET_KEYS,TCP_AO_REPAIR,TCP_IS_MPTCP,TCP_RTO_MAX_MS,TCP_RTO_MIN_US,TCP_DELACK_MAX_US
tcp_queue	e	0	0	TCP_NO_QUEUE,TCP_RECV_QUEUE,TCP_SEND_QUEUE
tcp_repair	e	0	0	TCP_REPAIR_OFF_NO_WP,TCP_REPAIR_OFF,TCP_REPAIR_ON
tcp_state	e	0	0	TCP_ESTABLISHED,TCP_SYN_SENT,TCP_SYN_RECV,TCP_FIN_WAIT1,TCP_FIN_WAIT2,TCP_TIME_WAIT,TCP_CLOSE,TCP_CLOSE_WAIT,TCP_LAST_ACK,TCP_LISTEN,TCP_CLOSING
tcp_statistic	e	0	0	TCP_NLA_PAD,TCP_NLA_BUSY,TCP_NLA_RWND_LIMITED,TCP_NLA_SNDBUF_LIMITED,TCP_NLA_DATA_SEGS_OUT,TCP_NLA_TOTAL_RETRANS,TCP_NLA_PACING_RATE,TCP_NLA_DELIVERY_RATE,TCP_NLA_SND_CWND,TCP_NLA_REORDERING,TCP_NLA_MIN_RTT,TCP_NLA_RECUR_RETRANS,TCP_NLA_DELIVERY_RATE_APP_LMT,TCP_NLA_SNDQ_SIZE,TCP_NLA_CA_STATE,TCP_NLA_SND_SSTHRESH,TCP_NLA_DELIVERED,TCP_NLA_DELIVERED_CE,TCP_NLA_BYTES_SENT,TCP_NLA_BYTES_RETRANS,TCP_NLA_DSACK_DUPS,TCP_NLA_REORD_SEEN,TCP_NLA_SRTT,TCP_NLA_TIMEOUT_REHASH,TCP_NLA_BYTES_NOTSENT,TCP_NLA_EDT,TCP_NLA_TTL
termios_cflag	f	48	48	CS5,CS6,CS7,CS8,CSIZE,CSTOPB,CREAD,PARENB,PARODD,HUPCL,CLOCAL,CRTSCTS,CMSPAR,B9600,B19200,B38400,B57600,B115200
termios_iflag	f	0	0	IGNBRK,BRKINT,IGNPAR,PARMRK,INPCK,ISTRIP,INLCR,IGNCR,ICRNL,IUCLC,IXON,IXANY,IXOFF,IMAXBEL,IUTF8
termios_lflag	f	0	0	ISIG,ICANON,XCASE,ECHO,ECHOE,ECHOK,ECHONL,NOFLSH,TOSTOP,ECHOCTL,ECHOPRT,ECHOKE,FLUSHO,PENDIN,IEXTEN,EXTPROC
termios_oflag	f	0	0	OPOST,OLCUC,ONLCR,OCRNL,ONOCR,ONLRET,OFILL,OFDEL
timer_flags	f	0	0	TIMER_ABSTIME
timerfd_create	f	0	0	TFD_CLOEXEC,TFD_NONBLOCK
timerfd_settime	f	0	0	TFD_TIMER_ABSTIME,TFD_TIMER_CANCEL_ON_SET
timestamping	f	0	0	SOF_TIMESTAMPING_TX_HARDWARE,SOF_TIMESTAMPING_TX_SOFTWARE,SOF_TIMESTAMPING_RX_HARDWARE,SOF_TIMESTAMPING_RX_SOFTWARE,SOF_TIMESTAMPING_SOFTWARE,SOF_TIMESTAMPING_SYS_HARDWARE,SOF_TIMESTAMPING_RAW_HARDWARE,SOF_TIMESTAMPING_OPT_ID,SOF_TIMESTAMPING_TX_SCHED,SOF_TIMESTAMPING_TX_ACK,SOF_TIMESTAMPING_TX_RECORD_MASK,SOF_TIMESTAMPING_OPT_CMSG,SOF_TIMESTAMPING_OPT_TSONLY,SOF_TIMESTAMPING_OPT_STATS,SOF_TIMESTAMPING_OPT_PKTINFO,SOF_TIMESTAMPING_OPT_TX_SWHW,SOF_TIMESTAMPING_BIND_PHC,SOF_TIMESTAMPING_MASK
timex_modes	f	0	0	ADJ_OFFSET,ADJ_FREQUENCY,ADJ_MAXERROR,ADJ_ESTERROR,ADJ_STATUS,ADJ_TIMECONST,ADJ_TAI,ADJ_SETOFFSET,ADJ_MICRO,ADJ_NANO,ADJ_TICK,ADJ_OFFSET_SINGLESHOT,ADJ_OFFSET_SS_READ
timex_state	e	0	0	TIME_OK,TIME_INS,TIME_DEL,TIME_OOP,TIME_WAIT,TIME_ERROR
timex_status	f	0	0	STA_PLL,STA_PPSFREQ,STA_PPSTIME,STA_FLL,STA_INS,STA_DEL,STA_UNSYNC,STA_FREQHOLD,STA_PPSSIGNAL,STA_PPSJITTER,STA_PPSWANDER,STA_PPSERROR,STA_CLOCKERR,STA_NANO,STA_MODE,STA_CLK,STA_RONLY
tls_cipher	e	0	0	TLS_CIPHER_AES_GCM_128,TLS_CIPHER_AES_GCM_256,TLS_CIPHER_AES_CCM_128,TLS_CIPHER_CHACHA20_POLY1305,TLS_CIPHER_SM4_GCM,TLS_CIPHER_SM4_CCM,TLS_CIPHER_ARIA_GCM_128,TLS_CIPHER_ARIA_GCM_256
tls_cipher_size	e	0	0	TLS_CIPHER_CHACHA20_POLY1305_SALT_SIZE,TLS_CIPHER_AES_CCM_128_SALT_SIZE,TLS_CIPHER_AES_GCM_128_SALT_SIZE,TLS_CIPHER_AES_GCM_256_SALT_SIZE,TLS_CIPHER_ARIA_GCM_128_SALT_SIZE,TLS_CIPHER_ARIA_GCM_256_SALT_SIZE,TLS_CIPHER_SM4_CCM_SALT_SIZE,TLS_CIPHER_SM4_GCM_SALT_SIZE,TLS_CIPHER_AES_CCM_128_IV_SIZE,TLS_CIPHER_AES_CCM_128_REC_SEQ_SIZE,TLS_CIPHER_AES_GCM_128_IV_SIZE,TLS_CIPHER_AES_GCM_128_REC_SEQ_SIZE,TLS_CIPHER_AES_GCM_256_IV_SIZE,TLS_CIPHER_AES_GCM_256_REC_SEQ_SIZE,TLS_CIPHER_ARIA_GCM_128_IV_SIZE,TLS_CIPHER_ARIA_GCM_128_REC_SEQ_SIZE,TLS_CIPHER_ARIA_GCM_256_IV_SIZE,TLS_CIPHER_ARIA_GCM_256_REC_SEQ_SIZE,TLS_CIPHER_CHACHA20_POLY1305_REC_SEQ_SIZE,TLS_CIPHER_SM4_CCM_IV_SIZE,TLS_CIPHER_SM4_CCM_REC_SEQ_SIZE,TLS_CIPHER_SM4_GCM_IV_SIZE,TLS_CIPHER_SM4_GCM_REC_SEQ_SIZE,TLS_CIPHER_CHACHA20_POLY1305_IV_SIZE,TLS_CIPHER_AES_CCM_128_KEY_SIZE,TLS_CIPHER_AES_CCM_128_TAG_SIZE,TLS_CIPHER_AES_GCM_128_KEY_SIZE,TLS_CIPHER_AES_GCM_128_TAG_SIZE,TLS_CIPHER_AES_GCM_256_TAG_SIZE,TLS_CIPHER_ARIA_GCM_128_KEY_SIZE,TLS_CIPHER_ARIA_GCM_128_TAG_SIZE,TLS_CIPHER_ARIA_GCM_256_TAG_SIZE,TLS_CIPHER_CHACHA20_POLY1305_TAG_SIZE,TLS_CIPHER_SM4_CCM_KEY_SIZE,TLS_CIPHER_SM4_CCM_TAG_SIZE,TLS_CIPHER_SM4_GCM_KEY_SIZE,TLS_CIPHER_SM4_GCM_TAG_SIZE,TLS_CIPHER_AES_GCM_256_KEY_SIZE,TLS_CIPHER_ARIA_GCM_256_KEY_SIZE,TLS_CIPHER_CHACHA20_POLY1305_KEY_SIZE
tls_conf	e	0	0	TLS_CONF_BASE,TLS_CONF_SW,TLS_CONF_HW,TLS_CONF_HW_RECORD
tls_info	e	0	0	TLS_INFO_UNSPEC,TLS_INFO_VERSION,TLS_INFO_CIPHER,TLS_INFO_TXCONF,TLS_INFO_RXCONF,TLS_INFO_ZC_RO_TX,TLS_INFO_RX_NO_PAD
tls_option	e	0	0	TLS_TX,TLS_RX,TLS_TX_ZEROCOPY_RO,TLS_RX_EXPECT_NO_PAD,TLS_TX_MAX_PAYLOAD_LEN
tls_record	e	0	0	TLS_SET_RECORD_TYPE,TLS_GET_RECORD_TYPE
tls_version	e	0	0	TLS_1_2_VERSION_MAJOR,TLS_1_2_VERSION_MINOR,TLS_1_3_VERSION_MAJOR,TLS_1_3_VERSION_MINOR,TLS_1_2_VERSION,TLS_1_3_VERSION
udp_encap	e	0	0	UDP_ENCAP_ESPINUDP_NON_IKE,UDP_ENCAP_ESPINUDP,UDP_ENCAP_L2TPINUDP,UDP_ENCAP_GTP0,UDP_ENCAP_GTP1U,UDP_ENCAP_RXRPC
udp_option	e	0	0	UDP_CORK,UDP_ENCAP,UDP_NO_CHECK6_TX,UDP_NO_CHECK6_RX,UDP_SEGMENT,UDP_GRO
uffd_api	e	0	0	UFFD_API
uffd_event	e	0	0	UFFD_EVENT_PAGEFAULT,UFFD_EVENT_FORK,UFFD_EVENT_REMAP,UFFD_EVENT_REMOVE,UFFD_EVENT_UNMAP
uffd_features	f	0	0	UFFD_FEATURE_PAGEFAULT_FLAG_WP,UFFD_FEATURE_EVENT_FORK,UFFD_FEATURE_EVENT_REMAP,UFFD_FEATURE_EVENT_REMOVE,UFFD_FEATURE_MISSING_HUGETLBFS,UFFD_FEATURE_MISSING_SHMEM,UFFD_FEATURE_EVENT_UNMAP,UFFD_FEATURE_SIGBUS,UFFD_FEATURE_THREAD_ID,UFFD_FEATURE_MINOR_HUGETLBFS,UFFD_FEATURE_MINOR_SHMEM,UFFD_FEATURE_EXACT_ADDRESS,UFFD_FEATURE_WP_HUGETLBFS_SHMEM,UFFD_FEATURE_WP_UNPOPULATED,UFFD_FEATURE_POISON,UFFD_FEATURE_WP_ASYNC,UFFD_FEATURE_MOVE
uffd_mode	f	0	0	UFFDIO_COPY_MODE_DONTWAKE,UFFDIO_COPY_MODE_WP
uffd_pagefault	f	0	0	UFFD_PAGEFAULT_FLAG_WRITE,UFFD_PAGEFAULT_FLAG_WP,UFFD_PAGEFAULT_FLAG_MINOR
uffd_register_mode	f	0	0	UFFDIO_REGISTER_MODE_MISSING,UFFDIO_REGISTER_MODE_WP,UFFDIO_REGISTER_MODE_MINOR
uffd_writeprotect	f	0	0	UFFDIO_WRITEPROTECT_MODE_WP,UFFDIO_WRITEPROTECT_MODE_DONTWAKE
umount	f	0	0	MNT_FORCE,MNT_DETACH,MNT_EXPIRE,UMOUNT_NOFOLLOW
unshare	f	0	0	CLONE_FILES,CLONE_FS,CLONE_SYSVSEM,CLONE_NEWNS,CLONE_NEWCGROUP,CLONE_NEWUTS,CLONE_NEWIPC,CLONE_NEWUSER,CLONE_NEWPID,CLONE_NEWNET,CLONE_NEWTIME,CLONE_THREAD,CLONE_SIGHAND,CLONE_VM,UNSHARE_EMPTY_MNTNS
userfaultfd	f	0	0	O_CLOEXEC,O_NONBLOCK,UFFD_USER_MODE_ONLY
utime_nsec	e	0	0	UTIME_NOW,UTIME_OMIT
vsock_cid	e	0	0	VMADDR_CID_ANY,VMADDR_CID_HYPERVISOR,VMADDR_CID_LOCAL,VMADDR_CID_HOST,VMADDR_PORT_ANY
vsock_flags	f	0	0	VMADDR_FLAG_TO_HOST
vsock_option	e	0	0	SO_VM_SOCKETS_BUFFER_SIZE,SO_VM_SOCKETS_BUFFER_MIN_SIZE,SO_VM_SOCKETS_BUFFER_MAX_SIZE,SO_VM_SOCKETS_PEER_HOST_VM_ID,SO_VM_SOCKETS_TRUSTED,SO_VM_SOCKETS_CONNECT_TIMEOUT,SO_VM_SOCKETS_CONNECT_TIMEOUT_OLD,SO_VM_SOCKETS_NONBLOCK_TXRX,SO_VM_SOCKETS_CONNECT_TIMEOUT_NEW
wait4	f	0	0	WNOHANG,WUNTRACED,WCONTINUED,__WNOTHREAD,__WALL,__WCLONE
wait_id_type	e	0	0	P_ALL,P_PID,P_PGID,P_PIDFD
waitid	f	0	0	WNOHANG,WEXITED,WSTOPPED,WCONTINUED,WNOWAIT,__WNOTHREAD,__WALL,__WCLONE
xattr	f	0	0	XATTR_CREATE,XATTR_REPLACE
xflags	f	0	0	FS_XFLAG_REALTIME,FS_XFLAG_PREALLOC,FS_XFLAG_IMMUTABLE,FS_XFLAG_APPEND,FS_XFLAG_SYNC,FS_XFLAG_NOATIME,FS_XFLAG_NODUMP,FS_XFLAG_RTINHERIT,FS_XFLAG_PROJINHERIT,FS_XFLAG_NOSYMLINKS,FS_XFLAG_EXTSIZE,FS_XFLAG_EXTSZINHERIT,FS_XFLAG_NODEFRAG,FS_XFLAG_FILESTREAM,FS_XFLAG_DAX,FS_XFLAG_COWEXTSIZE,FS_XFLAG_VERITY,FS_XFLAG_CASEFOLD,FS_XFLAG_CASENONPRESERVING,FS_XFLAG_HASATTR
"""#
    }
    static var constantSetIndex: StaticString {
#"""
0000000Y001:003j00<l00@_00Bl00C]00DO00F]00MQ00NU00OV00PY00QI00S=00T100VJ00Vi00c300d?013G017401DS\#
01EQ01G_01T`01^G01`401d=01id020Z021o022i023P023i025@025U02660293029l02L202`Q02aF02cI02fg02gY02k4\#
030N034`03:S03;H03Al03BF03CH03G]03HO03I503\o03d003eZ03fm03j603jf03kB03l\03ni03oS048a04:V04<@04=?\#
04>?04?704NF04V504W<04X^04Yg04`V04a@04f>04j904lJ04o[056^058?05L405^305f005h:06a906bc06cg06eg06o^\#
077[07;?07;Y07<b07>A07?j07B807Q=07T407Uo07Vc07XD07Yj07\107\G07eh07iG07jj07kM07m>080U088X08;108;a\#
08=>08@208A808BG08C:08R208T808_j08bl08iX09;K09JJ09K909Mf09S909UE09Wi09XY09[f09]`09_509`=09eL09i5\#
09id09m^0:0Q0:1@0:340:4:0:6=0::00:=00:A<0:Ac0:CI0:D00:GX0:Hh0:Jd0:Kc0:LQ0:MN0:W00:Y`0:[;0:[]0:\U\#
0:^10:`:0:`Z0:d80:jX0:k^0;2]0;3L0;7A0;7i0;:k0;;F0;<80;Cd0;ET0;H_0;Ji0;NY0;SP0;Si0;U<0;XA0;Y00;Yj\#
0;^J0;_E0;`_0;aJ0;cF0;g[0;kW0;mG0;n10;on0<2`0<6]0<AF0<E\0<Fg0<XP0<\70<aR0<bL0<dH0<e^0<iU0<km0<n2\#
0=2<0=320=6n0=8Q0=>g0=DF0=Fb0=H\0=L90=U>0=dM0=fO0=h30>1c0>3d0>7H0>:?0>:l0><E0>=a0>>f0>@F0>BQ0>WL\#
0>XS0>YF0?9D0?::0?F60?Hd0?LI0?M50?O70?Pi0?QU0?Tj0?Vd0?WH0?XF0?\n0?^e0?bE0?bf0?hR0?j50?lN0@0M0@5L\#
0@6k0@8K0@:o0@;n0@<i0@?O0@A?0@D:0@F?0@I>0@J\0@LK0@PL0@QQ0@T^0@Uo0@Vg0@\40@\n0@]R0@__0@`a0@bn0@cI\#
0@d;0@ei0@l30@l\0@oA0A070A4b0A=h0A>U0A?^0A@F0AA:0AC:0AF10AN30ANQ0BWX0C8k0C:h0COZ0CPc0CR]0CS=0CXJ\#
0C[i0C`C0CbS0CdU0Chc0CiJ0Cj40CjY0Ck\0D6=0D780D8;0D:\0DC30DE90DFm0DHm0DJ20DJR0DK@0DL@0DTB0DW;0DXE\#
0D[P0D^Y0E3O0E4W0E6\0E8:0E930E;=0E=>0E>X0E?00E@Z0EG_0EH]0EJ=0EKf0EM<0EN90EQN0ERI0ERo0ETU0EU;0EYV\#
0EZ[0E[I0E\^0E]E
"""#
    }

    static var errnos: StaticString {
#"""
0001	EPERM	Operation not permitted
0002	ENOENT	No such file or directory
0003	ESRCH	No such process
0004	EINTR	Interrupted system call
0005	EIO	Input/output error
0006	ENXIO	No such device or address
0007	E2BIG	Argument list too long
0008	ENOEXEC	Exec format error
0009	EBADF	Bad file descriptor
0010	ECHILD	No child processes
0011	EAGAIN	Resource temporarily unavailable
0012	ENOMEM	Cannot allocate memory
0013	EACCES	Permission denied
0014	EFAULT	Bad address
0015	ENOTBLK	Block device required
0016	EBUSY	Device or resource busy
0017	EEXIST	File exists
0018	EXDEV	Invalid cross-device link
0019	ENODEV	No such device
0020	ENOTDIR	Not a directory
0021	EISDIR	Is a directory
0022	EINVAL	Invalid argument
0023	ENFILE	Too many open files in system
0024	EMFILE	Too many open files
0025	ENOTTY	Inappropriate ioctl for device
0026	ETXTBSY	Text file busy
0027	EFBIG	File too large
0028	ENOSPC	No space left on device
0029	ESPIPE	Illegal seek
0030	EROFS	Read-only file system
0031	EMLINK	Too many links
0032	EPIPE	Broken pipe
0033	EDOM	Numerical argument out of domain
0034	ERANGE	Numerical result out of range
0035	EDEADLK	Resource deadlock avoided
0036	ENAMETOOLONG	File name too long
0037	ENOLCK	No locks available
0038	ENOSYS	Function not implemented
0039	ENOTEMPTY	Directory not empty
0040	ELOOP	Too many levels of symbolic links
0042	ENOMSG	No message of desired type
0043	EIDRM	Identifier removed
0044	ECHRNG	Channel number out of range
0045	EL2NSYNC	Level 2 not synchronized
0046	EL3HLT	Level 3 halted
0047	EL3RST	Level 3 reset
0048	ELNRNG	Link number out of range
0049	EUNATCH	Protocol driver not attached
0050	ENOCSI	No CSI structure available
0051	EL2HLT	Level 2 halted
0052	EBADE	Invalid exchange
0053	EBADR	Invalid request descriptor
0054	EXFULL	Exchange full
0055	ENOANO	No anode
0056	EBADRQC	Invalid request code
0057	EBADSLT	Invalid slot
0059	EBFONT	Bad font file format
0060	ENOSTR	Device not a stream
0061	ENODATA	No data available
0062	ETIME	Timer expired
0063	ENOSR	Out of streams resources
0064	ENONET	Machine is not on the network
0065	ENOPKG	Package not installed
0066	EREMOTE	Object is remote
0067	ENOLINK	Link has been severed
0068	EADV	Advertise error
0069	ESRMNT	Srmount error
0070	ECOMM	Communication error on send
0071	EPROTO	Protocol error
0072	EMULTIHOP	Multihop attempted
0073	EDOTDOT	RFS specific error
0074	EBADMSG	Bad message
0075	EOVERFLOW	Value too large for defined data type
0076	ENOTUNIQ	Name not unique on network
0077	EBADFD	File descriptor in bad state
0078	EREMCHG	Remote address changed
0079	ELIBACC	Can not access a needed shared library
0080	ELIBBAD	Accessing a corrupted shared library
0081	ELIBSCN	.lib section in a.out corrupted
0082	ELIBMAX	Attempting to link in too many shared libraries
0083	ELIBEXEC	Cannot exec a shared library directly
0084	EILSEQ	Invalid or incomplete multibyte or wide character
0085	ERESTART	Interrupted system call should be restarted
0086	ESTRPIPE	Streams pipe error
0087	EUSERS	Too many users
0088	ENOTSOCK	Socket operation on non-socket
0089	EDESTADDRREQ	Destination address required
0090	EMSGSIZE	Message too long
0091	EPROTOTYPE	Protocol wrong type for socket
0092	ENOPROTOOPT	Protocol not available
0093	EPROTONOSUPPORT	Protocol not supported
0094	ESOCKTNOSUPPORT	Socket type not supported
0095	EOPNOTSUPP	Operation not supported
0096	EPFNOSUPPORT	Protocol family not supported
0097	EAFNOSUPPORT	Address family not supported by protocol
0098	EADDRINUSE	Address already in use
0099	EADDRNOTAVAIL	Cannot assign requested address
0100	ENETDOWN	Network is down
0101	ENETUNREACH	Network is unreachable
0102	ENETRESET	Network dropped connection on reset
0103	ECONNABORTED	Software caused connection abort
0104	ECONNRESET	Connection reset by peer
0105	ENOBUFS	No buffer space available
0106	EISCONN	Transport endpoint is already connected
0107	ENOTCONN	Transport endpoint is not connected
0108	ESHUTDOWN	Cannot send after transport endpoint shutdown
0109	ETOOMANYREFS	Too many references: cannot splice
0110	ETIMEDOUT	Connection timed out
0111	ECONNREFUSED	Connection refused
0112	EHOSTDOWN	Host is down
0113	EHOSTUNREACH	No route to host
0114	EALREADY	Operation already in progress
0115	EINPROGRESS	Operation now in progress
0116	ESTALE	Stale file handle
0117	EUCLEAN	Structure needs cleaning
0118	ENOTNAM	Not a XENIX named type file
0119	ENAVAIL	No XENIX semaphores available
0120	EISNAM	Is a named type file
0121	EREMOTEIO	Remote I/O error
0122	EDQUOT	Disk quota exceeded
0123	ENOMEDIUM	No medium found
0124	EMEDIUMTYPE	Wrong medium type
0125	ECANCELED	Operation canceled
0126	ENOKEY	Required key not available
0127	EKEYEXPIRED	Key has expired
0128	EKEYREVOKED	Key has been revoked
0129	EKEYREJECTED	Key was rejected by service
0130	EOWNERDEAD	Owner died
0131	ENOTRECOVERABLE	State not recoverable
0132	ERFKILL	Operation not possible due to RF-kill
0133	EHWPOISON	Memory page has hardware error
0524	ENOTSUPP	Operation is not supported (the kernel's own number)
"""#
    }
    static var errnoIndex: StaticString {
#"""
0000000S0019001T0027002S0038003Z0049004X0057005d006G006e007=007`008C008[009@009[00:800:S00;000;Z\#
00<:00<e00=A00=[00>?00>X00?900?T00?k00@V00A@00Ag00BL00Bk00CP00D300D`00EG00Ee00FM00G400GO00Gi00HN\#
00I800I_00J:00JV00K<00KV00Kk00LM00Lg00MH00Mh00NG00N`00OD00On00PP00Pn00QQ00Qk00RE00Rl00SG00Si00TI\#
00Tb00UW00V@00Vi00WM00XA00Y300Y`00Z]00[Q00\O00]I00]j00^E00_200_a00`@00`o00aW00bC00c200cZ00dJ00eE\#
00el00f_00g=00ge00hX00iK00j400j[00kP00lB00m?00n400nX00o=00oY010<010h011S0121012W013@013k014L014l\#
015L015k016N0170017W0188018^019L019g01:R01;E01<3
"""#
    }

    static var errnoNumbers: StaticString {
#"""
....0000000100020003000400050006000700080009000:000;000<000=000>000?000@000A000B000C000D000E000F\#
000G000H000I000J000K000L000M000N000O000P000Q000R000S000T000U000V000W....000X000Y000Z000[000\000]\#
000^000_000`000a000b000c000d000e000f000g....000h000i000j000k000l000m000n000o00100011001200130014\#
00150016001700180019001:001;001<001=001>001?001@001A001B001C001D001E001F001G001H001I001J001K001L\#
001M001N001O001P001Q001R001S001T001U001V001W001X001Y001Z001[001\001]001^001_001`001a001b001c001d\#
001e001f001g001h001i001j001k001l001m001n001o002000210022........................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................................\#
................................................................................0023
"""#
    }
}
