internal import WallisDocuments
internal import WallisFormulas

extension Text {
  /// A closed form in plain text, which remembers its tree: other notations are written from that.
  init(_ closedForm: ClosedForm) {
    self.init([Span(.formula, closedForm.text(.plain), tree: closedForm.expression?.encoded)])
  }
}
