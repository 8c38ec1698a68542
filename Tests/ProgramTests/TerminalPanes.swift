import Foundation
import TestSupport
import Testing

extension Terminal {
  /// The stories about panes in a real terminal: small and large, in colour and without, with braille and in ASCII.
  @Suite struct Panes {
    struct Screen: Sendable {
      var size: (columns: Int, rows: Int)
      var isMono: Bool
      var isASCII: Bool
    }

    /// Every screen that differs in one of the three.
    static let screens: [Screen] = [(80, 24), (200, 60)].flatMap { size in
      [false, true].flatMap { mono in
        [false, true].map { Screen(size: size, isMono: mono, isASCII: $0) }
      }
    }

    /// Stories that a user is most likely to live through.
    private static let first = ["best-for-pi", "morning-after", "apery-plotted", "family-and-back"]

    /// Every story on every screen in the long suite, a few with each of the differences otherwise.
    static let stories: [(name: String, screen: Screen)] = {
      if LongSuite.isOn {
        return PlayTests.panes.flatMap { name in screens.map { (name, $0) } }
      }
      return zip(first, [0, 3, 5, 6]).map { ($0, screens[$1]) }
    }()

    @Test(arguments: stories) func aStoryOfPanes(_ story: (name: String, screen: Screen)) throws {
      let screen = story.screen
      let terminal = try TerminalHarness(columns: screen.size.columns, rows: screen.size.rows)
      let lines = PlayTests.lines(story.name)
      if let name = lines.first(where: { $0.hasPrefix("#< ") }) {
        try terminal.write(
          String(name.dropFirst(3)),
          lines.filter { $0.hasPrefix("#|") }.map { String($0.dropFirst(3)) + "\n" }.joined())
      }
      let words = (screen.isMono ? " --color never" : "") + (screen.isASCII ? " --ascii" : "")
      try terminal.start("notebook" + words, expecting: "Welcome to Wallis")
      for line in lines where !line.hasPrefix("#") && !line.isEmpty { try step(line, in: terminal) }
      let shown = try terminal.colouredScreen()
      #expect(!screen.isASCII || shown.utf8.allSatisfy { $0 < 0x80 }, "\(shown)")
      // Colours are 30 to 37 and 40 to 47; weight and reversal stay.
      let hasColour = shown.firstMatch(of: /\u{1B}\[([0-9;]*;)?[34][0-7](;[0-9;]*)?m/) != nil
      #expect(!screen.isMono || !hasColour, "\(shown)")
      try terminal.press("C-q")
      usleep(100_000)
      try terminal.press("C-q")
    }

    /// Does what a line of a play says.
    private func step(_ line: String, in terminal: TerminalHarness) throws {
      let word = String(line.prefix { $0 != " " })
      let rest = String(line.dropFirst(word.count + 1))
      switch word {
      case "type": try terminal.type(rest)
      case "wait": try settle(terminal)
      case "sees", "until": try terminal.waitFor(rest)
      case "misses": try terminal.waitUntil("the screen does not show \(rest)") { !$0.contains(rest) }
      case "frame", "size": break
      default: try press(line, in: terminal)
      }
    }

    private func press(_ line: String, in terminal: TerminalHarness) throws {
      for name in line.split(separator: " ").map(String.init) {
        switch name {
        case "Esc":
          try terminal.press("Escape")
          // The same byte begins other keys: no finger is as fast as the next one could come here.
          usleep(100_000)
        case "Backspace", "BackSpace": try terminal.press("BSpace")
        case "PageDown": try terminal.press("NPage")
        case "PageUp": try terminal.press("PPage")
        case let name where name.hasPrefix("Ctrl-"): try terminal.press("C-" + name.dropFirst(5).lowercased())
        case let name where name.hasPrefix("Alt-"): try terminal.press("M-" + name.dropFirst(4))
        case let name where name.count == 1: try terminal.type(name)
        default: try terminal.press(name)
        }
      }
    }

    /// Waits until nothing runs and nothing is looked for, as far as the screen says, and it stands still.
    private func settle(_ terminal: TerminalHarness) throws {
      var (last, still) = ("", 0)
      try terminal.waitUntil("the screen stands still") { screen in
        let isBusy = ["[*]", "looks…", "looks...", "counts…", "counts...", "runs…", "runs..."].contains {
          screen.contains($0)
        }
        still = !isBusy && screen == last ? still + 1 : 0
        last = screen
        usleep(80_000)
        return still >= 3
      }
    }
  }
}
