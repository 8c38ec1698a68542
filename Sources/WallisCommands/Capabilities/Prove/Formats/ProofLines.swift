internal import WallisProofs

/// Lines that `verify` reads and checks.
struct ProofLines: ProofFormat {
  let name = "text"
  let summary = "lines that verify checks"
  let commentMark = "# "

  func text(of proofs: [FormulaProof]) -> String { proofs.map(\.text).joined() }

  func text(of reduction: ReductionProof) -> String? { reduction.text }

  func text(of sum: SequenceSumProof) -> String? { sum.text }
}

/// A script for PARI/GP that stops at the first identity that does not hold.
struct ProofScript: ProofFormat {
  let name = "gp"
  let summary = "a script for PARI/GP that expands every identity"
  let commentMark = "\\\\ "

  func text(of proofs: [FormulaProof]) -> String { proofs.map(\.gpScript).joined(separator: "\n") }

  func text(of reduction: ReductionProof) -> String? { reduction.gpScript }

  func text(of sum: SequenceSumProof) -> String? { sum.gpScript }
}
