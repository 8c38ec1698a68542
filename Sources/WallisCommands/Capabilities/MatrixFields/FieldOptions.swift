internal import ArgumentParser
internal import Foundation
internal import WallisArithmetic
internal import WallisFormulas
internal import WallisMatrixFields

/// Which field a verb is about, and the values that it depends on.
struct FieldOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Name of a field, 2F1 and the like, a file with a definition, or the definition itself.",
      valueName: "field"))
  var field: Word

  @Option(
    name: [.customLong("parameters"), .customLong("with")],
    help: ArgumentHelp("Values of parameters.", valueName: "c0=1,c1=2"))
  var with: Word?

  @Option(help: ArgumentHelp("Argument of hypergeometric functions (1/2).", valueName: "z"))
  var z: Word?

  @Option(help: "Parameters of pFq and meijerG: p.")
  var p: Int?

  @Option(help: "q.")
  var q: Int?

  @Option(help: "m of meijerG.")
  var m: Int?

  @Option(help: "n of meijerG.")
  var n: Int?

  /// The field, proved to be conservative.
  ///
  /// - Throws: a `Refusal`: exit 2 for an unknown name, exit 3 for a definition that is no field.
  func load() throws(Refusal) -> MatrixField {
    do {
      return try FieldOptions.field(
        field.string, shape: shape, z: z.map { try FieldOptions.rational($0.string) })
    } catch let error as FieldError {
      throw Refusal(error)
    } catch {
      throw Refusal(wrapping: error)
    }
  }

  private var shape: [String: Int] {
    var shape: [String: Int] = [:]
    for (name, value) in [("m", m), ("n", n), ("p", p), ("q", q)] { shape[name] = value }
    return shape
  }

  /// Values given for parameters; `--z` stands for a parameter z too.
  func parameters(of field: MatrixField) throws(Refusal) -> [String: Rational] {
    var values: [String: Rational] = [:]
    for part in (with?.string ?? "").split(separator: ",") {
      let sides = part.split(separator: "=").map { $0.trimmingCharacters(in: .whitespaces) }
      guard sides.count == 2 else {
        throw Refusal("'\(part)' gives no parameter a value", remedy: "for example: --parameters c0=1,c1=1/2")
      }
      values[sides[0]] = try FieldOptions.rational(sides[1])
    }
    if let z, field.parameters.contains(where: { $0.name == "z" }) {
      values["z"] = try FieldOptions.rational(z.string)
    }
    return values
  }

  /// A field by its name, from a file, or from its definition.
  static func field(_ word: String, shape: [String: Int] = [:], z: Rational? = nil) throws -> MatrixField {
    if let known = try KnownFields.named(word, shape: shape, z: z) { return known }
    if word.contains("axes"), word.contains("=") { return try FieldReader.field(word) }
    if FileManager.default.fileExists(atPath: word) {
      guard let text = try? String(contentsOfFile: word, encoding: .utf8) else {
        throw Refusal("\(word) cannot be read as text", exit: .badData)
      }
      let name = URL(fileURLWithPath: word).deletingPathExtension().lastPathComponent
      return try FieldReader.field(text, name: name)
    }
    let nearest = NearestName.nearest(to: word, among: KnownFields.names + ["pFq", "meijerG"])
    throw Refusal(
      "there is no field '\(word)'",
      remedy: nearest.map { "did you mean '\($0)'?" } ?? "field list shows them")
  }

  /// A fraction as typed.
  static func rational(_ text: String) throws(Refusal) -> Rational {
    if let value = (try? WallisFormulas.Expression(parsing: text))?.rationalValue { return value }
    throw Refusal("'\(text)' is no fraction", remedy: "for example: 1/2")
  }

  /// Fractions separated by commas.
  static func point(_ word: Word?) throws(Refusal) -> [Rational]? {
    guard let word else { return nil }
    let parts = word.string.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    return try parts.map { part throws(Refusal) in
      let value = try rational(part)
      guard value.numerator.magnitude <= Integer(furthestStart), value.denominator <= Integer(furthestStart)
      else {
        throw Refusal(
          "a walk from \(part.count > 40 ? "so far" : part) would take too long",
          remedy: "coordinates of up to \(furthestStart)", exit: .limit)
      }
      return value
    }
  }

  /// Largest numerators and denominators of starts, and largest steps: beyond, the entries of matrices are the work.
  private static let furthestStart = 1_000_000_000
  private static let longestStep = 10_000

  /// Whole numbers separated by commas.
  static func direction(_ word: Word?) throws(Refusal) -> [Int]? {
    guard let word else { return nil }
    let parts = word.string.split(separator: ",", omittingEmptySubsequences: false)
    return try parts.map { part throws(Refusal) in
      guard let number = Int(part.trimmingCharacters(in: .whitespaces)) else {
        throw Refusal(
          "'\(word.string)' is no direction", remedy: "whole numbers, for example: --direction 2,1")
      }
      guard number.magnitude <= UInt(longestStep) else {
        throw Refusal(
          "a step of \(number) is a product of so many matrices", remedy: "steps of up to \(longestStep)",
          exit: .limit)
      }
      return number
    }
  }
}

extension WallisFormulas.Expression {
  /// The value of an expression without names and functions; nil elsewhere.
  var rationalValue: Rational? {
    switch node {
    case .number(let value, _): value
    case .negation(let x): x.rationalValue.map { -$0 }
    case .quotient(let x, let y):
      if let top = x.rationalValue, let bottom = y.rationalValue, bottom.signum != 0 {
        top / bottom
      } else {
        nil
      }
    default: nil
    }
  }
}

extension Refusal {
  /// A field or a line that is refused.
  init(_ error: FieldError) {
    self.init(error.message, remedy: error.remedy, exit: error.isDefinition ? .badData : .usage)
  }
}
