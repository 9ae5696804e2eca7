// Where a run's report goes: chosen, opened and tried before the program runs, so that a report that can't be
// written is known before anything has been done.

import AcallCatalog
import AcallCommand
import AcallExecutor
import AcallImage
import Glibc

struct ReportDestination {
    let output: Output
    let isColoured: Bool

    func write(_ report: Report, _ request: RunRequest) throws(CommandFailure) {
        let style = AcallExecutor.ReportStyle(rawValue: request.report.rawValue) ?? .lines
        do {
            try output.write(report.rendered(style: style, colour: isColoured))
        } catch {
            // The program ran; that nobody reads its report changes nothing of that.
            if error.isBrokenPipe { return }
            throw CommandFailure("can't write the report: \(error.description)", status: .unable)
        }
    }
}

extension RunRequest {
    func openReport(for image: BatchImage) throws(CommandFailure) -> ReportDestination {
        if let reportFile {
            return ReportDestination(output: try Output(creating: reportFile), isColoured: false)
        }
        var output = Output.error
        if image.touchesStandardDescriptors(catalog: Catalog()) {
            // Far from the numbers that the program's own descriptors get.
            let copy = fcntl(2, F_DUPFD_CLOEXEC, 100)
            if copy >= 0 { output = Output(descriptor: copy) }
        }
        return ReportDestination(
            output: output, isColoured: Output.error.isColoured(allowed: isColourAllowed))
    }
}
