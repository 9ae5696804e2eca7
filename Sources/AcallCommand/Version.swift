// The version of the tool, of the C libraries and of their manual pages: Scripts/install reads it here.

package let toolVersion = "1.0.0"
