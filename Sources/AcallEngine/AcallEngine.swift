// AcallEngine
