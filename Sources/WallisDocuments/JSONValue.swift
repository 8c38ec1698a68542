/// A JSON value whose objects keep the order of their keys, so that the same data is always the same text.
///
/// Digits of numbers travel as strings; `integer` and `double` are for counts and measurements.
package enum JSONValue: Sendable, Equatable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A measured number, written with the fewest digits that read back equal; `null` when not finite.
  case double(Double)
  /// A string.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys with values, in this order.
  case object([Member])

  /// A key with its value.
  package struct Member: Sendable, Equatable {
    /// The key.
    package var key: String
    /// The value.
    package var value: JSONValue

    /// A key with its value.
    package init(_ key: String, _ value: JSONValue) { (self.key, self.value) = (key, value) }
  }

  /// The value of the first member called `key`; nil where this is no object or has no such member.
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// A string, or `null` for nil.
  package static func optional(_ string: String?) -> JSONValue { string.map(JSONValue.string) ?? .null }

  /// A measured number, or `null` for nil.
  package static func optional(_ double: Double?) -> JSONValue { double.map(JSONValue.double) ?? .null }

  /// A whole number, or `null` for nil.
  package static func optional(_ integer: Int?) -> JSONValue { integer.map(JSONValue.integer) ?? .null }

  /// `true`, `false`, or `null` for nil.
  package static func optional(_ bool: Bool?) -> JSONValue { bool.map(JSONValue.bool) ?? .null }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByNilLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A string.
  package init(stringLiteral value: String) { self = .string(value) }
  /// A whole number.
  package init(integerLiteral value: Int) { self = .integer(value) }
  /// A measured number.
  package init(floatLiteral value: Double) { self = .double(value) }
  /// `true` or `false`.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  /// `null`.
  package init(nilLiteral: ()) { self = .null }
  /// A list.
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object with its keys in the order written.
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
