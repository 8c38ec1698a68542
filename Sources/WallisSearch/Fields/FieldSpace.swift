public import WallisArithmetic
public import WallisFormulas

/// The lines of a request: every start with every primitive direction.
public struct FieldSpace: CandidateSpace {
  /// The field.
  public let field: MatrixField
  /// Values of its parameters.
  public let parameters: [String: Rational]
  /// Where lines begin.
  public let starts: [[Rational]]
  /// Where they go.
  public let directions: [[Int]]

  static let mostLines = 200_000

  /// The space of a request.
  ///
  /// - Throws: a `SearchError` for a field that is none and for sizes that make no sense.
  public init(_ request: FieldRequest) throws(SearchError) {
    let field = try request.matrixField()
    (self.field, parameters) = (field, request.values)
    guard (8...100_000).contains(request.depth) else {
      throw .senseless(message: "walks of \(request.depth) steps", remedy: "between 8 and 100000 steps")
    }
    let starts = try request.starts.map { text throws(SearchError) in try FieldSpace.point(text, in: field) }
    self.starts = starts.isEmpty ? [field.start] : starts
    directions = try FieldSpace.directions(request, axes: field.axes.count)
    guard directions.count * self.starts.count <= FieldSpace.mostLines else {
      throw .tooLarge(
        message: "\(directions.count * self.starts.count) lines", remedy: "a smaller height or fewer starts")
    }
  }

  private static func point(_ text: String, in field: MatrixField) throws(SearchError) -> [Rational] {
    let values = text.split(separator: ",").map { Rational(parsing: $0) }
    let known = values.compactMap(\.self)
    guard known.count == values.count, known.count == field.axes.count else {
      throw .senseless(
        message: "'\(text)' is no start in a field of \(field.axes.count) axes",
        remedy: "a fraction for each of \(field.axes.map(\.name).joined(separator: ", "))")
    }
    return known
  }

  private static func directions(_ request: FieldRequest, axes: Int) throws(SearchError) -> [[Int]] {
    if let directions = request.directions {
      guard directions.allSatisfy({ $0.count == axes && $0.contains { $0 != 0 } }), !directions.isEmpty else {
        throw .senseless(
          message: "directions without \(axes) numbers", remedy: "one for each axis, not all zero")
      }
      return directions
    }
    guard (1...20).contains(request.height) else {
      throw .senseless(message: "directions of height \(request.height)", remedy: "from 1 to 20")
    }
    let values = Array((request.isPositive ? 0 : -request.height)...request.height)
    var size = 1.0
    for _ in 0..<axes { size *= Double(values.count) }
    guard size <= Double(mostLines) * 4 else {
      throw .tooLarge(message: "about \(Int(min(size, 1e15))) directions", remedy: "a smaller height")
    }
    var all: [[Int]] = [[]]
    for _ in 0..<axes { all = all.flatMap { start in values.map { start + [$0] } } }
    return all.filter { direction in direction.reduce(0) { $0.gcd($1) } == 1 }
  }

  /// Start and direction of the line with this number.
  public func place(at index: Int) -> (start: [Rational], direction: [Int]) {
    (starts[index / directions.count], directions[index % directions.count])
  }

  /// Number of lines.
  public var count: Int { starts.count * directions.count }
  /// Number of lines.
  public var memberCount: Int { count }
  /// No formula: it is what the walk is for.
  public func candidate(at index: Int) -> Candidate { Candidate(member: [], b: []) }
  /// No formula either.
  public func member(at index: Int) -> Candidate { Candidate(member: [], b: []) }
}
