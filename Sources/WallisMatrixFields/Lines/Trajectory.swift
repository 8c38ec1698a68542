public import WallisArithmetic
internal import WallisFormulas

/// A line through a field that comes with Wallis, as a formula: its limit is that of its convergents.
///
/// It takes the place of the continued fraction of the line where the coefficients of that one explode, and for fields
/// of higher rank.
public struct Trajectory: Sendable, Hashable {
  /// Name of the field.
  public let field: String
  /// Values that the field depends on, as text: `c1=2,c3=3` or `z=1/2`; empty where there are none.
  public let settings: String
  /// Where the line begins.
  public let start: [Rational]
  /// Where it goes.
  public let direction: [Int]

  /// A line; the name of a user's own field is marked, for nobody else knows it.
  public init(_ line: FieldLine) {
    let name = line.field.name.replacing(/\s/, with: "_")
    field = line.field.isBuiltIn ? name : "own:\(name)"
    let given = zip(line.field.parameters, line.parameters).filter { $0.0.value != $0.1 }
      .map { MatrixField.Parameter(name: $0.0.name, value: $0.1) }
    settings = (line.field.settings + given).text
    (start, direction) = (line.start, line.direction)
  }

  /// The line of its field, settings (`-` for none), start and direction.
  public init?(keyWords words: [Substring]) {
    guard words.count == 4 else { return nil }
    let start = words[2].split(separator: ",").map { Rational(parsing: $0) }
    let direction = words[3].split(separator: ",").map { Int($0) }
    guard start.allSatisfy({ $0 != nil }), direction.allSatisfy({ $0 != nil }), !start.isEmpty else {
      return nil
    }
    (field, settings) = (String(words[0]), words[1] == "-" ? "" : String(words[1]))
    (self.start, self.direction) = (start.compactMap(\.self), direction.compactMap(\.self))
  }

  /// Field, settings, start and direction, for example `zeta3 - 1,1 1,1`.
  public var keyText: String {
    "\(field) \(settings.isEmpty ? "-" : settings) \(FieldLine.text(start)) \(FieldLine.text(direction))"
  }

  /// The line itself.
  ///
  /// - Throws: a `FieldError` where the field is unknown or the line is none of its.
  public func line() throws(FieldError) -> FieldLine {
    guard let values = [MatrixField.Parameter].values(settings) else {
      throw FieldError("'\(settings)' are no settings of a field", remedy: "for example: c1=2,c3=3")
    }
    let shape = values.compactMapValues { $0.isInteger ? $0.numerator.word : nil }
    guard let known = try KnownFields.named(field, shape: shape, z: values["z"]) else {
      throw FieldError("there is no field '\(field)'")
    }
    let given = values.filter { value in known.parameters.contains { $0.name == value.key } }
    return try FieldLine(known, parameters: given, start: start, direction: direction)
  }
}

extension Trajectory: CustomStringConvertible {
  /// The verb line that walks it, for example `field walk zeta3 --start 1,1 --direction 3,2`.
  public var description: String {
    let isShaped = field == "meijerG" || field.contains("F") && field.first?.isNumber == true
    let options =
      isShaped
      ? settings.split(separator: ",").map { " --" + $0.replacing("=", with: " ") }.joined()
      : settings.isEmpty ? "" : " --parameters \(settings)"
    return
      "field walk \(field)\(options) --start \(FieldLine.text(start)) --direction \(FieldLine.text(direction))"
  }
}
