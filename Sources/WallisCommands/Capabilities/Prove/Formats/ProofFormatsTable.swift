extension ProofFormats {
  /// The formats that come with Wallis. To add one: a type that conforms to `ProofFormat`, and a line here.
  static let standard = ProofFormats(all: [
    ProofLines(), ProofScript(), ProofPaper(), ProofStatements(),
  ])
}
