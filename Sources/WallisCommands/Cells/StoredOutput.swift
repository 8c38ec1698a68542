package import WallisDocuments

/// The text that a session stores below a cell: plain, of the same width whatever the screen, so that a replay on
/// another machine gives the same bytes.
package enum StoredOutput {
  /// Columns of stored output: what the notebook has room for on a terminal of 80 columns.
  package static let width = 76

  /// The outputs of a cell, in order, without a final line feed.
  ///
  /// - Parameter width: columns; more than those of stored output where no number may be broken.
  package static func text(of documents: [Document], width: Int = width) -> String {
    let renderer = PlainRenderer(width: width)
    let text = joined(documents.filter { !$0.isEmpty }.map(renderer.render))
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// Rendered outputs one after another; a blank line sets an output of several lines off from its neighbours.
  static func joined(_ outputs: [String]) -> String {
    var text = ""
    var wasLong = false
    for output in outputs {
      let isLong = output.utf8.dropLast().contains(UInt8(ascii: "\n"))
      if !text.isEmpty, wasLong || isLong { text += "\n" }
      text += output
      wasLong = isLong
    }
    return text
  }
}
