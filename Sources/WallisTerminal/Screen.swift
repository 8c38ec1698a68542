internal import CTerm
internal import WallisNotebook

/// The terminal as a place to show frames: compares each with the one before and writes only the difference.
///
/// Used by the thread that took the terminal over, and by no other.
struct Screen: ~Copyable {
  private var shown: Frame?
  private var glyphs = GlyphWidths()

  /// The size of the terminal.
  var size: ScreenSize {
    var (rows, columns): (Int32, Int32) = (0, 0)
    ct_size(&rows, &columns)
    return ScreenSize(columns: Int(columns), rows: Int(rows))
  }

  /// Shows a frame. One of another size than the terminal's is not shown: a message about the size is on its way.
  mutating func show(_ frame: Frame, _ theme: Theme) {
    guard frame.size == size else { return }
    let old = shown.flatMap { $0.size == frame.size ? $0 : nil }
    for row in 0..<frame.size.rows { write(row, of: frame, over: old, theme) }
    shown = frame
    ct_cursor(Int32(frame.cursor?.row ?? -1), Int32(frame.cursor?.column ?? 0))
    ct_refresh()
  }

  /// Forgets what is shown, so that the next frame is drawn whole.
  mutating func forget() {
    shown = nil
    ct_redraw()
  }

  /// Writes the cells of a row that differ, in runs of one style.
  private mutating func write(_ row: Int, of frame: Frame, over old: Frame?, _ theme: Theme) {
    var column = 0
    while column < frame.size.columns {
      guard old?[row, column] != frame[row, column] else {
        column += 1
        continue
      }
      // Half a wide character is written from its left half on.
      var start = column
      while start > 0, frame[row, start].text.isEmpty { start -= 1 }
      let style = frame[row, start].style
      var text = ""
      column = start
      repeat {
        let width = column + 1 < frame.size.columns && frame[row, column + 1].text.isEmpty ? 2 : 1
        text += glyphs.printable(frame[row, column].text, width: width)
        column += width
      } while column < frame.size.columns && frame[row, column].style == style
        && old?[row, column] != frame[row, column]
      let look = Look(style, theme)
      ct_write(Int32(row), Int32(start), look.bits, look.colour, text)
    }
  }
}

/// Clusters as the C library can print them in as many columns as the frame gives them.
private struct GlyphWidths {
  private var known: [String: String] = [:]

  mutating func printable(_ cluster: String, width: Int) -> String {
    if cluster.utf8.count == 1 { return cluster }
    if let known = known[cluster] { return known }
    let shown = GlyphWidths.substitute(cluster, width)
    known[cluster] = shown
    return shown
  }

  /// The cluster itself where the terminal library agrees on its width, else its first scalar, else a sign that
  /// something is there.
  private static func substitute(_ cluster: String, _ width: Int) -> String {
    if ct_columns(cluster) == Int32(width) { return cluster }
    if let first = cluster.unicodeScalars.first.map({ String($0) }), ct_columns(first) == Int32(width) {
      return first
    }
    return String(repeating: "?", count: width)
  }
}
