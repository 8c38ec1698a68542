public import WallisDocuments

/// The text that a session stores below a cell: plain, 80 columns wide whatever the screen, so that a replay on
/// another machine gives the same bytes.
public enum StoredOutput {
  /// Columns of stored output.
  public static let width = 80

  /// The outputs of a cell, in order; a blank line sets an output of several lines off from its neighbours.
  public static func text(of documents: [Document]) -> String {
    let renderer = PlainRenderer(width: width)
    var text = ""
    var wasLong = false
    for document in documents where !document.isEmpty {
      let rendered = renderer.render(document)
      let isLong = rendered.utf8.dropLast().contains(UInt8(ascii: "\n"))
      if !text.isEmpty, wasLong || isLong { text += "\n" }
      text += rendered
      wasLong = isLong
    }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
