public import WallisArithmetic
internal import WallisFormulas

/// The fields that come with Wallis.
public enum KnownFields {
  /// What a list shows of a field before it is loaded.
  public struct Entry: Sendable, Equatable {
    /// Name by which users call it.
    public let name: String
    /// What it is.
    public let title: String
    /// Axes in words.
    public let axes: String
    /// Rank in words.
    public let rank: String
    /// Constants that its lines give.
    public let constants: [String]
    /// Where it comes from.
    public let reference: String
  }

  /// All fields with a fixed number of axes, each proved to be conservative when it is loaded.
  public static func all() throws(FieldError) -> [MatrixField] {
    try KnownFieldsTable.definitions.map { text throws(FieldError) in known(try FieldReader.field(text)) }
  }

  /// The list with the fields that have any number of axes.
  public static func entries() throws(FieldError) -> [Entry] {
    try all().map { field in
      Entry(
        name: field.name, title: field.title, axes: field.axes.map(\.name).joined(separator: ", "),
        rank: "\(field.rank)", constants: field.constants, reference: field.reference)
    } + [
      Entry(
        name: "pFq", title: "the hypergeometric function pFq at z, for example 2F1", axes: "x0 …, y0 …",
        rank: "max(p, q+1)", constants: [], reference: "contiguous relations; arXiv 2507.08138"),
      Entry(
        name: "meijerG", title: "Meijer's G with m, n, p, q at z", axes: "a0 …, b0 …", rank: "max(p, q)",
        constants: [], reference: "contiguous relations; arXiv 2507.08138"),
    ]
  }

  private static func known(_ field: MatrixField) -> MatrixField {
    var field = field
    field.isBuiltIn = true
    return field
  }

  /// Names of the fields with a fixed number of axes.
  public static var names: [String] {
    KnownFieldsTable.definitions.compactMap { definition in
      definition.split(separator: "\n").first.map { String($0.dropFirst("field ".count)) }
    }
  }

  /// The field of a name; `shape` are m, n, p, q as far as they are needed, `z` the argument of hypergeometric ones.
  ///
  /// - Throws: a `FieldError` for shapes without a field.
  /// - Returns: nil for an unknown name.
  public static func named(
    _ name: String, shape: [String: Int] = [:], z: Rational? = nil
  ) throws(FieldError) -> MatrixField? {
    if let index = names.firstIndex(of: name) {
      return known(try FieldReader.field(KnownFieldsTable.definitions[index]))
    }
    if name == "meijerG" {
      guard let m = shape["m"], let n = shape["n"], let p = shape["p"], let q = shape["q"] else {
        throw FieldError(
          "Meijer's G needs m, n, p and q", remedy: "for example: meijerG --m 1 --n 2 --p 2 --q 2")
      }
      return known(try HypergeometricField.meijerG(m: m, n: n, p: p, q: q, at: z ?? Rational(1, 2)))
    }
    let parts = name.split(separator: "F", omittingEmptySubsequences: false)
    if name == "pFq" {
      guard let p = shape["p"], let q = shape["q"] else {
        throw FieldError("pFq needs p and q", remedy: "for example: pFq --p 2 --q 1, or 2F1")
      }
      return known(try HypergeometricField.pFq(p, q, at: z ?? Rational(1, 2)))
    }
    guard parts.count == 2, let p = Int(parts[0]), let q = Int(parts[1]) else { return nil }
    return known(try HypergeometricField.pFq(p, q, at: z ?? Rational(1, 2)))
  }
}
