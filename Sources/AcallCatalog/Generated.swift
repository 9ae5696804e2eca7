// The namespace of the tables in `Generated*.swift`.

/// Tables made from `grammar/`: read through `Table`.
enum Generated {}
