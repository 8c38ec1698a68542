internal import WallisDocuments
internal import WallisProofs

/// Checks a file of proofs step by step.
struct ProofVerification {
  let path: String
  private let outcome: Result<Int, ProofFault>

  /// The proofs of a file; nil where it holds something else.
  ///
  /// - Throws: a `Refusal` where the file cannot be read.
  init?(path: String) throws(Refusal) {
    let lines = try LineReader(path: path)
    var text = ""
    var isOpen = false
    while let line = try lines.next() {
      let words = String(line.prefix { $0 != "#" }).trimmingSpaces
      if !isOpen, !words.isEmpty {
        guard ProofDocument.begins(words) else { return nil }
        isOpen = true
      }
      text += line + "\n"
    }
    guard isOpen else { return nil }
    self.path = path
    outcome = Result { () throws(ProofFault) in try ProofDocument.check(text) }
  }

  var reply: Reply {
    switch outcome {
    case .success(let proofs):
      var json: JSONValue { fields(verified: proofs, failures: []) }
      let count = proofs == 1 ? "1 proof holds" : "\(proofs) proofs hold"
      let word = Text("certified", .certified) + ": \(count), every step checked"
      return Reply(Document([.fields([Field("verdict", word)])]), json: json)
    case .failure(let fault):
      var json: JSONValue {
        fields(
          verified: 0,
          failures: [
            ["line": .integer(fault.line), "text": .string(fault.message), "verdict": "refuted"]
          ])
      }
      let word = Text("refuted", .error) + ": \(path), line \(fault.line): \(fault.message)"
      return Reply(Document([.fields([Field("verdict", word)])]), json: json, exit: .nothing)
    }
  }

  private func fields(verified: Int, failures: [JSONValue]) -> JSONValue {
    [
      "agrees": .bool(failures.isEmpty), "digits": .null, "verified": .integer(verified),
      "refuted": .integer(failures.count), "undecided": 0, "failures": .array(failures),
    ]
  }
}
