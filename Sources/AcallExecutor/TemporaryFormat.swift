import AcallCatalog
extension Catalog { func format(value: Int64, set: String) -> String { String(value) } }
