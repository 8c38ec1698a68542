internal import WallisArithmetic
internal import WallisFormulas
internal import WallisMatrixFields

/// Why the text of a proof proves nothing.
public struct ProofFault: Error, Sendable, Hashable {
  /// Line of the text, from 1.
  public let line: Int
  /// What is wrong.
  public let message: String

  /// A fault at a line.
  public init(line: Int, _ message: String) { (self.line, self.message) = (line, message) }
}

extension Proof {
  /// What every proof begins with.
  public static let opening = "proof of "

  /// The proof as text that `init(parsing:)` reads back and checks from nothing else.
  public var text: String { lines.joined(separator: "\n") + "\n" }

  private var lines: [String] {
    let head = "\(Proof.opening)\(fraction) = \(ClosedForm(closedForm))"
    switch argument {
    case .exact: return [head, "  exact"]
    case .theorem(let theorem): return [head, "  theorem \(ClosedForm(theorem.value)) ; \(theorem.name)"]
    case .infiniteSum(let sum): return [head, sum.line, "  infinite"]
    case .sum(let proof): return [head] + proof.lines
    case .field(let proof): return [head, proof.line] + proof.series.lines
    case .moved(_, let proof): return [head, "  moved from"] + proof.lines
    case .linked(let link, let proof):
      return [head, "  linked \(link.folds[0]) \(link.folds[1]) by \(link.text) with"] + proof.lines
    }
  }
}

extension ExplicitSum {
  fileprivate var line: String { "  sum from \(start) by \(solution)" }
}

extension FieldProof {
  fileprivate var line: String {
    "  field \(fieldText) from \(FieldLine.text(start)) along \(FieldLine.text(direction))"
  }
}

extension SumProof {
  fileprivate var lines: [String] { [sum.line] + series.lines }
}

extension SeriesProof {
  var lines: [String] {
    func list(_ values: [Rational]) -> String {
      values.isEmpty ? ProofReader.nothing : values.map { "\($0)" }.joined(separator: " ")
    }
    return [
      "  terms \(terms.argument) ; \(list(terms.upper)) ; \(list(terms.lower))",
      "  factor \(factor.text(variable: "k"))", "  difference \(telescoping.remainder.text(variable: "k"))",
    ]
      + zip(telescoping.coefficients, theorems).map {
        "  theorem \($0.0) ; \($0.1.factor.text(variable: "k")) ; \(ClosedForm($0.1.value)) ; \($0.1.name)"
      }
  }
}

extension Proof {
  /// Reads a proof and checks every step of it: identities are expanded, theorems looked up in the table.
  ///
  /// - Throws: a `ProofFault` at the first line that is no step or does not hold.
  public init(parsing text: String) throws(ProofFault) {
    var reader = ProofReader(text)
    self = try reader.proof()
    if let line = reader.next { throw ProofFault(line: line, "text after the end of the proof") }
  }

  /// Reads proofs that stand one after the other, and checks them.
  public static func all(parsing text: String) throws(ProofFault) -> [Proof] {
    var (reader, proofs) = (ProofReader(text), [Proof]())
    while reader.next != nil { proofs.append(try reader.proof()) }
    return proofs
  }
}
