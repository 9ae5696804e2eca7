// acall-run
