internal import WallisDocuments
internal import WallisProofs

/// The proofs of the statements, in a format of proofs; what is not proved is named in a comment.
struct ProofExport: ExportFormat {
  private let format: any ProofFormat

  init(_ format: any ProofFormat) { self.format = format }

  var name: String { "proofs-\(format.name)" }
  var summary: String { "their proofs, \(format.summary)" }

  func text(of subject: ExportSubject) throws(Refusal) -> String {
    let (proofs, others) = try subject.proofs()
    let open = others.map {
      $0.isReadable ? "not proved: \($0.formula) = \($0.closedForm)" : $0.leftOut
    }
    return subject.comments(format.commentMark, subject.head + open) + format.text(of: proofs)
  }
}
