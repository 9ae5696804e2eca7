// acall-bench
