public import WallisArithmetic
internal import WallisFormulas

extension MatrixField {
  /// The field of a family at these parameters, others at their usual values; what is unusual becomes a setting.
  ///
  /// - Throws: a `FieldError` at an unknown name, and where a value is not a whole number.
  public func fixed(_ given: [String: Rational] = [:]) throws(FieldError) -> MatrixField {
    let values = try values(of: given)
    guard !parameters.isEmpty else { return self }
    guard values.allSatisfy(\.isInteger) else {
      throw FieldError("parameters of \(name) that are not whole", remedy: "whole numbers for all of them")
    }
    let places = Dictionary(uniqueKeysWithValues: values.enumerated().map { (axes.count + $0, $1.numerator) })
    let unusual = zip(parameters, values).filter { $0.value != $1 }
    var field = try MatrixField(
      name: name, title: title, reference: reference,
      axes: axes.map {
        Axis(name: $0.name, isForward: $0.isForward, matrix: $0.matrix.restricted(to: places))
      },
      start: start, direction: direction, constants: constants,
      settings: unusual.map { Parameter(name: $0.name, value: $1) })
    field.isBuiltIn = isBuiltIn
    return field
  }
}

extension [MatrixField.Parameter] {
  /// For example `c1=2,c3=3`.
  public var text: String { map { "\($0.name)=\($0.value)" }.joined(separator: ",") }

  /// The values in such a text by their names; nil for anything else, and where a name stands twice.
  public static func values(_ text: String) -> [String: Rational]? {
    var values: [String: Rational] = [:]
    for part in text.split(separator: ",", omittingEmptySubsequences: text.isEmpty) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let value = Rational(parsing: sides[1]), values[String(sides[0])] == nil else {
        return nil
      }
      values[String(sides[0])] = value
    }
    return values
  }
}
