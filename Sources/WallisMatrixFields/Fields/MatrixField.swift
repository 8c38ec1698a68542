public import WallisArithmetic
internal import WallisFormulas

/// A conservative matrix field: an invertible matrix of rational functions for each axis, such that the product along
/// a lattice path depends on its end points only.
///
/// Statement: for two axes i, j with steps e, f: M(i; x)·M(j; x + e) = M(j; x)·M(i; x + f). An axis may be given by its
/// steps backwards; then its step is −1.
///
/// - Reference: Elimelech, David, De la Cruz Mengual, Kalisch, Berndt, Shalyt, Silberstein, Hadad, Kaminer,
///   "Algorithm-assisted discovery of an intrinsic order among mathematical constants", PNAS 121 (2024).
public struct MatrixField: Sendable, Equatable {
  /// One axis of the lattice.
  public struct Axis: Sendable, Equatable {
    /// Name of the coordinate.
    public let name: String
    /// True when the matrix is the step x → x + 1, false when it is the step x → x − 1.
    public let isForward: Bool
    /// The matrix of the step.
    public let matrix: FieldMatrix

    /// +1 or −1, the step of the matrix.
    public var step: Int { isForward ? 1 : -1 }
  }

  /// A coefficient of a family of fields.
  public struct Parameter: Sendable, Equatable {
    /// Its name.
    public let name: String
    /// What it is unless a walk says otherwise.
    public let value: Rational
  }

  /// Name by which users call it.
  public let name: String
  /// What it is, in a few words.
  public let title: String
  /// Where it comes from.
  public let reference: String
  /// The axes in the order of coordinates.
  public let axes: [Axis]
  /// The coefficients of a family; the variables of the matrices are the axes, then these.
  public let parameters: [Parameter]
  /// Where walks begin unless they say otherwise.
  public let start: [Rational]
  /// Where walks go unless they say otherwise.
  public let direction: [Int]
  /// Constants that lines are known to give, as the expression grammar reads them.
  public let constants: [String]

  /// What the matrices were made for, where a name stands for many fields: `z` of 2F1.
  public let settings: [Parameter]
  /// Whether the name is one that comes with Wallis.
  public internal(set) var isBuiltIn = false

  /// Number of rows of the matrices.
  public var rank: Int { axes[0].matrix.rank }
  /// Names of the variables of the matrices.
  public var names: [String] { axes.map(\.name) + parameters.map(\.name) }

  /// A field that is proved to be conservative.
  ///
  /// - Throws: a `FieldError` with the offending pair of axes and a point, or when sizes do not fit.
  public init(
    name: String, title: String = "", reference: String = "", axes: [Axis], parameters: [Parameter] = [],
    start: [Rational]? = nil, direction: [Int]? = nil, constants: [String] = [], settings: [Parameter] = []
  ) throws(FieldError) {
    guard let first = axes.first else { throw .definition("a field needs axes") }
    for axis in axes where axis.matrix.rank != first.matrix.rank {
      throw .definition(
        "the matrix of \(axis.name) has rank \(axis.matrix.rank), that of \(first.name) \(first.matrix.rank)",
        remedy: "all matrices of a field have one rank")
    }
    (self.name, self.title, self.reference) = (name, title, reference)
    (self.axes, self.parameters, self.constants, self.settings) = (axes, parameters, constants, settings)
    self.start = start ?? axes.map { _ in 1 }
    self.direction = direction ?? axes.map { _ in 1 }
    guard self.start.count == axes.count, self.direction.count == axes.count else {
      throw .definition("start and direction have one number for each of the \(axes.count) axes")
    }
    if let violation = ConservationCheck(axes: axes, names: names).violation {
      throw .definition(
        violation.description, remedy: "the product along both ways round a unit square must be the same")
    }
    for axis in axes where axis.isSingular {
      throw .definition("the matrix of \(axis.name) is singular everywhere")
    }
  }

  /// The parameters as given, or their usual values.
  ///
  /// - Throws: a `FieldError` at an unknown name.
  public func values(of given: [String: Rational]) throws(FieldError) -> [Rational] {
    for name in given.keys.sorted() where !parameters.contains(where: { $0.name == name }) {
      let known = parameters.map(\.name).joined(separator: ", ")
      throw FieldError(
        "the field \(self.name) has no parameter \(name)",
        remedy: parameters.isEmpty ? "it has none" : "it has \(known)")
    }
    return parameters.map { given[$0.name] ?? $0.value }
  }
}

extension MatrixField.Axis {
  /// Whether the determinant vanishes identically, as far as three points tell that it does not.
  var isSingular: Bool {
    let variables = matrix.denominator.variables
    return ![7, 11, 23].contains { (seed: Int) in
      let line = (0..<variables).map { Polynomial([seed * seed + 3 * $0 * $0 + $0, seed + 2 * $0 + 1]) }
      return !matrix.onLine(line, scale: 1).determinant.isZero
    }
  }
}

extension FieldMatrix {
  /// The numerators on a line, times a power of `scale`.
  func onLine(_ line: [Polynomial], scale: Integer) -> PolynomialMatrix {
    PolynomialMatrix(
      numerators.map { row in row.map { $0.restricted(toLine: line, scale: scale, degree: max(0, degree)) } })
  }
}
