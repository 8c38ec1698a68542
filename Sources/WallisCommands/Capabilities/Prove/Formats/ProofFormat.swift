internal import WallisDocuments
internal import WallisProofs

/// A format in which proofs are written for papers and other programs.
///
/// To add one: a type that conforms to this protocol, and a line in `ProofFormats.standard`; `prove` and `export` have
/// it then.
protocol ProofFormat: Sendable {
  /// The word after `--format`.
  var name: String { get }
  /// What it is, in a few words.
  var summary: String { get }
  /// What begins a comment that ends with its line.
  var commentMark: String { get }
  /// The whole text of proofs, its lines ended.
  func text(of proofs: [FormulaProof]) -> String
  /// The whole text of the proof of a recurrence; nil where the format has none.
  func text(of reduction: ReductionProof) -> String?
  /// The whole text of the proof of the sum of a sequence; nil where the format has none.
  func text(of sum: SequenceSumProof) -> String?
}

extension ProofFormat {
  /// nil: only fractions are written.
  func text(of reduction: ReductionProof) -> String? { nil }

  /// nil: only fractions are written.
  func text(of sum: SequenceSumProof) -> String? { nil }
}

/// A table of formats of proofs.
struct ProofFormats: Sendable {
  /// The formats in the order of the help.
  let all: [any ProofFormat]

  /// The names.
  var names: [String] { all.map(\.name) }

  /// The format of a name; nil for the steps themselves.
  ///
  /// - Throws: a `Refusal` that lists the names where there is none.
  func format(named name: String) throws(Refusal) -> (any ProofFormat)? {
    if name == ProofFormats.steps { return nil }
    if let format = all.first(where: { $0.name == name }) { return format }
    throw Refusal(
      "there is no format '\(name)' of proofs",
      remedy: "one of: \(([ProofFormats.steps] + names).joined(separator: ", "))")
  }

  /// The word for no format: the steps in words, for people.
  static let steps = "steps"
}
