/// Everything that one chunk yields.
public struct ChunkResult: Sendable, Equatable {
  /// Number of the chunk in its plan.
  public let chunk: Int
  /// Formulas in the order of the space.
  public var formulas: [MeasuredFormula] = []
  /// Findings in the order of the space.
  public var findings: [Discovery] = []
  /// Notes about formulas of the chunk: where they come from.
  public var notes: [Note] = []
  /// Exits of all candidates of the chunk.
  public var funnel = Funnel()
  /// Whether other chunks of the job may yield the same formulas: the store then remembers which it has counted.
  public var mayRepeat = false

  /// A note about a formula.
  public struct Note: Sendable, Equatable {
    /// Key of the formula.
    public let key: String
    /// The text.
    public let text: String

    /// A note.
    public init(key: String, text: String) { (self.key, self.text) = (key, text) }
  }

  /// Formulas handed to the store, mirrors included.
  public var formulaCount: Int { formulas.reduce(0) { $0 + $1.signs.count } }

  /// An empty result of the chunk.
  public init(chunk: Int) { self.chunk = chunk }
}
