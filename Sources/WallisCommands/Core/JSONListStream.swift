internal import WallisDocuments

/// An object one of whose members is a long list, written element by element; together it is the text of the whole
/// object.
struct JSONListStream {
  /// The name of the list, which follows the schema.
  let name: String
  private var isEmpty = true

  init(name: String) { self.name = name }

  /// The object as far as its first element.
  var head: String {
    let object = JSONValue.object([.init(name, .array([]))]).withSchema.pretty
    return String(object.prefix { $0 != "[" }) + "["
  }

  /// The next element, with what stands before it.
  mutating func text(of element: JSONValue) -> String {
    defer { isEmpty = false }
    return (isEmpty ? "\n    " : ",\n    ") + element.pretty(indent: 4)
  }

  /// What stands behind the last element: further members, and the end of the line.
  func end(_ members: [JSONValue.Member] = []) -> String {
    let rest = members.isEmpty ? "\n}" : "," + JSONValue.object(members).pretty.dropFirst()
    return (isEmpty ? "" : "\n  ") + "]" + rest + "\n"
  }
}
