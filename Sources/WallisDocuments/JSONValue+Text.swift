extension JSONValue {
  /// The value on one line, without spaces.
  package var compact: String {
    var out = ""
    write(to: &out, indent: nil)
    return out
  }

  /// The value with two spaces of indentation a level; lists of numbers and strings stay on one line.
  package var pretty: String { pretty(indent: 0) }

  /// The same as a part of a larger text: lines behind the first one are indented by so many spaces more.
  package func pretty(indent: Int) -> String {
    var out = ""
    write(to: &out, indent: indent)
    return out
  }

  private func write(to out: inout String, indent: Int?) {
    switch self {
    case .null: out += "null"
    case .bool(let value): out += value ? "true" : "false"
    case .integer(let value): out += String(value)
    case .double(let value): out += value.isFinite ? "\(value)" : "null"
    case .string(let value): JSONValue.quote(value, to: &out)
    case .array(let values):
      let inline = indent == nil || values.allSatisfy(\.isScalar)
      JSONValue.list("[", "]", values, inline ? nil : indent, &out) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      JSONValue.list("{", "}", members, indent, &out) { member, out, inner in
        JSONValue.quote(member.key, to: &out)
        out += inner == nil ? ":" : ": "
        member.value.write(to: &out, indent: inner)
      }
    }
  }

  private var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }

  private static func list<Element>(
    _ open: String, _ close: String, _ elements: [Element], _ indent: Int?, _ out: inout String,
    write: (Element, inout String, Int?) -> Void
  ) {
    out += open
    let inner = indent.map { $0 + 2 }
    for (index, element) in elements.enumerated() {
      if index > 0 { out += "," }
      if let inner { out += "\n" + String(repeating: " ", count: inner) }
      write(element, &out, inner)
    }
    if let indent, !elements.isEmpty { out += "\n" + String(repeating: " ", count: indent) }
    out += close
  }

  private static func quote(_ string: String, to out: inout String) {
    out += "\""
    // Nearly all texts need no escapes.
    if string.utf8.allSatisfy({ (0x20...0x7e).contains($0) && $0 != 0x22 && $0 != 0x5c }) {
      out += string
      out += "\""
      return
    }
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      case "\r": out += "\\r"
      case "\t": out += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let hex = String(scalar.value, radix: 16)
        out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: out.unicodeScalars.append(scalar)
      }
    }
    out += "\""
  }
}
