public import WallisArithmetic
internal import WallisFormulas
public import WallisMatrixFields

/// A request to walk along many lines of a matrix field.
public struct FieldRequest: Codable, Sendable, Hashable {
  /// Name of a field, or its definition as `FieldReader` reads it.
  public var field: String
  /// m, n, p, q of hypergeometric fields, as far as they are given.
  public var shape: [String: Int]
  /// Argument of hypergeometric fields.
  public var z: String?
  /// Values of parameters, for example `c1=2,c3=3`.
  public var parameters: String
  /// Where lines begin, each `1,1/2`.
  public var starts: [String]
  /// Directions with entries up to this modulus.
  public var height: Int
  /// True for directions without negative entries only.
  public var isPositive: Bool
  /// These directions in place of all up to a height.
  public var directions: [[Int]]?
  /// Steps of each walk.
  public var depth: Int
  /// True to rank by the digits of a step instead of δ.
  public var isByRate: Bool
  /// Rounds of refinement; nil in requests from before they were part of a search.
  private var refine: Int?

  /// Rounds of refinement around the best lines, after the round of all directions.
  public var refinements: Int {
    get { refine ?? 0 }
    set { refine = newValue > 0 ? newValue : nil }
  }

  /// A request with these values.
  public init(
    field: String, shape: [String: Int] = [:], z: String? = nil, parameters: String = "",
    starts: [String] = [],
    height: Int = 3, isPositive: Bool = true, directions: [[Int]]? = nil, depth: Int = 200,
    isByRate: Bool = false, refinements: Int = 0
  ) {
    (self.field, self.shape, self.z, self.parameters) = (field, shape, z, parameters)
    (self.starts, self.height, self.isPositive) = (starts, height, isPositive)
    (self.directions, self.depth, self.isByRate) = (directions, depth, isByRate)
    self.refinements = refinements
  }

  /// The field, proved to be conservative.
  ///
  /// - Throws: a `SearchError` for an unknown name and for a definition that is no field.
  public func matrixField() throws(SearchError) -> MatrixField {
    let loaded: Result<MatrixField, FieldError> = load()
    switch loaded {
    case .success(let field): return field
    case .failure(let error):
      throw .senseless(message: error.message, remedy: error.remedy ?? "see field show")
    }
  }

  private func load() -> Result<MatrixField, FieldError> {
    let argument = z.flatMap { Rational(parsing: $0) }
    do {
      if let known = try KnownFields.named(field, shape: shape, z: argument) { return .success(known) }
      guard field.contains("=") else {
        return .failure(FieldError("there is no field '\(field)'", remedy: "field list shows them"))
      }
      return .success(try FieldReader.field(field))
    } catch {
      return .failure(error)
    }
  }

  /// Values of parameters.
  public var values: [String: Rational] {
    var values: [String: Rational] = [:]
    for part in parameters.split(separator: ",") {
      let sides = part.split(separator: "=")
      if sides.count == 2, let value = Rational(parsing: sides[1]) {
        values[String(sides[0])] = value
      }
    }
    if let z, let value = Rational(parsing: z) { values["z"] = value }
    return values
  }
}

extension FieldRequest: SearchMethod {
  /// `field`.
  public static var name: String { "field" }
  /// Lines that cannot be walked, or have no limit.
  public static var unmeasuredExits: Set<String> { [FieldExit.singular, FieldExit.unsettled] }

  /// The space: `zeta3 directions 3 from 1,1 refined 1`.
  public var space: SearchedSpace {
    let name = field.split(whereSeparator: { $0 == "\n" || $0 == ";" }).joined(separator: ";")
    let numbers =
      shape.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + (z.map { ["z=\($0)"] } ?? [])
    let settings = (numbers + (parameters.isEmpty ? [] : [parameters])).joined(separator: ",")
    let lines =
      directions.map { $0.map { "(\(FieldLine.text($0)))" }.joined(separator: " ") }
      ?? "\(height)\(isPositive ? "" : " all signs")"
    let from = starts.isEmpty ? "" : " from \(starts.joined(separator: " "))"
    let rounds = refinements > 0 ? " refined \(refinements)\(isByRate ? " by rate" : "")" : ""
    return SearchedSpace(
      "\(name)\(settings.isEmpty ? "" : " with \(settings)") directions \(lines)\(from)\(rounds)")
  }

  /// Limits are asked to have 30 digits; closed forms are always looked for.
  public var coverage: CoverageTerms {
    CoverageTerms(
      depth: depth, against: depth.multipliedClamped(by: 2), digits: FieldWork.digits, identify: true)
  }

  /// The lines of all directions.
  public func units() throws(SearchError) -> any SearchUnits { try FieldUnits(self) }
}
