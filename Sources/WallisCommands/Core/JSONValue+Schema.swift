internal import WallisDocuments

extension JSONValue {
  /// Version of what scripts read: the names and meanings of keys.
  static let schema = 2

  /// An object with the version of its keys as first member; other values as they are.
  var withSchema: JSONValue {
    guard case .object(let members) = self, members.first?.key != "schema" else { return self }
    return .object([.init("schema", .integer(JSONValue.schema))] + members)
  }
}
