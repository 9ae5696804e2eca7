// acall-catalog: turns the rows of `grammar/` into the catalog's tables, and into what other layers know of calls.
//
// Usage: acall-catalog [GRAMMAR-DIRECTORY [OUTPUT-DIRECTORY]], from the package's root by default. Output: the
// `Generated*.swift` files; an exit status of 1 and every error on standard error where a row is wrong. Nothing
// is written then.

let arguments = CommandLine.arguments
let input = arguments.count > 1 ? arguments[1] : "grammar"
let output = arguments.count > 2 ? arguments[2] : "Sources/AcallCatalog"
do {
    let files = try Generator.files(from: try Files.grammar(in: input))
    for file in files { try Files.write(file.text, to: output + "/" + file.path) }
    print("\(output): \(files.map(\.path).joined(separator: ", "))")
} catch {
    Files.complain("\(error)")
}
