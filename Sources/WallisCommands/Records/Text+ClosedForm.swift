internal import WallisDocuments
internal import WallisFormulas

extension Text {
  /// A closed form in plain text, which remembers its tree: other notations are written from that.
  init(_ closedForm: ClosedForm) {
    self.init([Span(.formula, closedForm.text(.plain), tree: closedForm.expression?.encoded)])
  }

  /// The name of a constant or a label as it is stored, which remembers the tree that it reads as.
  init(label text: String) {
    let tree = ClosedForm(reading: text, rule: .current).expression?.encoded
    self.init([Span(.formula, text, tree: tree)])
  }
}
