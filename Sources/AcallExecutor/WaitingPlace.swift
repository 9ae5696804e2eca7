// What a program that does not go on is waiting for.
//
// Input: an image, and the record of its main chain that began last. Output: where that stands in the source,
// and what is written there.

import AcallImage
import AcallText

package struct WaitingPlace: Sendable, Hashable {
    /// `p.acall:3:5`
    package var place: String
    /// The call as written, or the statement that waits for chains.
    package var text: String

    /// nil where the image does not say.
    package init?(_ image: BatchImage, record: Int) {
        guard let range = Self.range(image, record) else { return nil }
        let lines = image.sourceMap
        let place = lines.place(of: Int(range.start))
        let file = Terminal.printable(place.file ?? image.sourceName)
        self.place = "\(file):\(place.line):\(place.column)"
        text = lines.text(range.bytes, limit: 60)
        for caller in CallSites(image, lines).around(UInt32(clamping: record)) {
            text += ", \(Terminal.printable(caller.shown))"
        }
    }

    private static func range(_ image: BatchImage, _ record: Int) -> SourceRange? {
        guard image.recordSteps.indices.contains(record) else { return nil }
        let step = Int(image.recordSteps[record])
        if image.steps.indices.contains(step) { return image.steps[step].range }
        // A wait is followed by the record that looks at how the chains ended.
        return image.stops.first { Int($0.record) >= record }?.range
    }
}
