// AcallExecutor
