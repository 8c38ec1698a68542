internal import WallisArithmetic
internal import WallisDocuments
internal import WallisFormulas
internal import WallisProofs

/// Statements for Lean 4 with Mathlib. Every identity of the proof is a theorem over ℚ that `ring` closes; the limit is a
/// theorem whose hypotheses name what those identities do not say: convergence, the theorems of the literature, and the
/// equality of the constants.
struct ProofStatements: ProofFormat {
  let name = "lean"
  let summary = "statements for Lean 4 with Mathlib"
  let commentMark = "-- "

  func text(of proofs: [FormulaProof]) -> String {
    let blocks = proofs.enumerated().map { ProofStatements.block($0 + 1, $1) }
    return (["import Mathlib"] + blocks).joined(separator: "\n\n") + "\n"
  }

  private static func block(_ number: Int, _ proof: FormulaProof) -> String {
    let images =
      proof.isOfFraction ? "" : ", its partial values are images of the convergents of \(proof.base.fraction)"
    let title = "/-! # \(comment("\(proof.formula) = \(ClosedForm(proof.closedForm))\(images)")) -/"
    let parts = proof.base.chain.enumerated().flatMap { place, part in
      part.identities.enumerated().map { theorem($1, "\(word($1.name))_\(place + 1)_\($0 + 1)") }
        + ProofStatements.conservation(part, place: place + 1)
        + [LeanLimit(part, place: place + 1).text]
    }
    return ([title, "namespace Formula\(number)"] + parts + ["end Formula\(number)"])
      .joined(separator: "\n\n")
  }

  /// A comment ends only where it should.
  static func comment(_ text: String) -> String {
    text.replacing("-/", with: "- /").replacing("/-", with: "/ -")
  }

  private static func word(_ name: String) -> String {
    String(name.map { $0.isLetter && $0.isASCII ? $0 : "_" }).replacing("__", with: "_")
  }

  /// The four entries of M_X(x, y)M_Y(x + 1, y) = M_Y(x, y)M_X(x, y + 1) of a field.
  private static func conservation(_ proof: Proof, place: Int) -> [String] {
    guard case .field(let along) = proof.argument else { return [] }
    let (x, y) = along.matrices
    let (right, up) = (along.shiftedSecond, along.shiftedFirst)
    return (0..<4).map { entry in
      let (i, j) = (entry / 2, entry % 2)
      func product(_ a: [[String]], _ b: [[String]]) -> String {
        (0..<2).map { "(\(a[i][$0])) * (\(b[$0][j]))" }.joined(separator: " + ")
      }
      return """
        /-- conservation of the field, an entry of the matrices -/
        theorem conservation_\(place)_\(entry + 1) (x y : ℚ) :
            \(product(x, right))
              = \(product(y, up)) := by
          ring
        """
    }
  }

  private static func theorem(_ identity: ProofIdentity, _ name: String) -> String {
    func side(_ terms: [[Polynomial]]) -> String {
      let products = terms.map {
        $0.map { "(\(LeanTerm.text($0, in: identity.variable)))" }.joined(separator: " * ")
      }
      return products.isEmpty ? "0" : products.joined(separator: "\n      + ")
    }
    return """
      /-- \(comment(identity.name)) -/
      theorem \(name) (\(identity.variable) : ℚ) :
          \(side(identity.left))
            = \(side(identity.right)) := by
        ring
      """
  }
}
