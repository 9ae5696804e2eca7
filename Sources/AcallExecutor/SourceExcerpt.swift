// A source line with carets below a range.

import AcallImage

extension Report {
    /// The failure's source line and carets; nothing where the image has no source.
    func writeExcerpt(_ failure: Failure, to writer: inout TextWriter) {
        guard !source.isEmpty else { return }
    }
}
