// acall-catalog
