// AcallCompiler
