internal import CTerm
internal import WallisDocuments
internal import WallisNotebook

/// How a style looks in a theme. Colour only repeats what weight, position or words say already, and the background
/// is the terminal's own.
struct Look: Hashable {
  var bits: Int32 = 0
  var colour: Int32 = 0

  init(_ style: Style, _ theme: Theme) {
    switch style {
    case .content(let role): self.init(role)
    case .interface(let part): self.init(part)
    }
    colour = Look.colour(colour, in: theme)
  }

  /// The colours of the dark theme, as another one shows them.
  private static func colour(_ colour: Int32, in theme: Theme) -> Int32 {
    switch theme {
    case .dark: return colour
    case .mono: return 0
    case .light:
      let darker = [CT_CYAN: CT_BLUE, CT_YELLOW: CT_MAGENTA]
      return Int32(darker[Int(colour)] ?? Int(colour))
    case .colourBlind:
      let apart = [CT_GREEN: CT_CYAN, CT_RED: CT_YELLOW, CT_MAGENTA: CT_WHITE]
      return Int32(apart[Int(colour)] ?? Int(colour))
    }
  }

  private init(_ look: Int, _ colour: Int = 0) { (bits, self.colour) = (Int32(look), Int32(colour)) }

  private init(_ role: Role) {
    switch role {
    case .plain, .digits: self.init(0)
    case .formula: self.init(0, CT_CYAN)
    case .name: self.init(0, CT_BLUE)
    case .keyword: self.init(CT_BOLD)
    case .label, .muted, .noise: self.init(CT_DIM)
    case .certified: self.init(CT_BOLD, CT_GREEN)
    case .conjecture: self.init(0, CT_GREEN)
    case .suspicious, .warning: self.init(0, CT_YELLOW)
    case .error: self.init(CT_BOLD, CT_RED)
    }
  }

  private init(_ part: InterfacePart) {
    switch part {
    case .title, .chosen, .match: self.init(CT_REVERSE)
    case .gutter, .comment, .footer, .border: self.init(CT_DIM)
    case .selection: self.init(CT_BOLD, CT_CYAN)
    case .editing: self.init(CT_BOLD, CT_GREEN)
    case .heading: self.init(CT_BOLD)
    case .progress: self.init(0, CT_CYAN)
    case .key, .verb: self.init(CT_BOLD)
    case .function: self.init(0, CT_CYAN)
    case .constant: self.init(0, CT_BLUE)
    case .number: self.init(0, CT_MAGENTA)
    case .option: self.init(0, CT_YELLOW)
    case .bracket: self.init(CT_BOLD | CT_UNDERLINE)
    case .mistake: self.init(CT_UNDERLINE, CT_RED)
    case .sparse: self.init(0, CT_BLUE)
    case .dense: self.init(0, CT_CYAN)
    case .crowded: self.init(CT_BOLD, CT_YELLOW)
    case .suggestion: self.init(CT_DIM)
    case .notice: self.init(0)
    case .alarm: self.init(CT_BOLD, CT_RED)
    }
  }
}
