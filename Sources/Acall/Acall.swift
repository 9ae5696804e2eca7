// Acall
