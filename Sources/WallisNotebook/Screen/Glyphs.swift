package import WallisCommands

/// The signs that the notebook itself draws with: Unicode, or ASCII for plain terminals.
package struct Glyphs: Sendable, Equatable {
  /// Whether signs outside ASCII are spelled out, in content too.
  package var ascii: Bool

  /// How closed forms are written; nil for plain text.
  package var style: FormulaStyle?

  /// Unicode or ASCII signs.
  package init(ascii: Bool, style: FormulaStyle? = nil) { (self.ascii, self.style) = (ascii, style) }

  var bar: String { ascii ? "|" : "▌" }
  var rule: String { ascii ? "-" : "─" }
  var full: String { ascii ? "#" : "█" }
  var empty: String { ascii ? "." : "░" }
  var more: String { ascii ? "..." : "…" }
  var modified: String { ascii ? "*" : "●" }
  var stale: String { ascii ? "~" : "↻" }
  var vertical: String { ascii ? "|" : "│" }
  var corners: (topLeft: String, topRight: String, bottomLeft: String, bottomRight: String) {
    ascii ? ("+", "+", "+", "+") : ("┌", "┐", "└", "┘")
  }
  var pointer: String { ascii ? ">" : "▸" }
  var dot: String { ascii ? "-" : "·" }
}
