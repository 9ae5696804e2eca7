// AcallImage
