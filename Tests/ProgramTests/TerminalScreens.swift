import Foundation
import TestSupport
import Testing

extension Terminal {
  /// Sizes, kinds of terminals, wide characters, mouse and configuration.
  @Suite struct Screens {
    /// Every kind of terminal with every size in the long suite, a choice that has each of them otherwise.
    static let screens: [(columns: Int, rows: Int, term: String)] = {
      let terms = ["xterm-256color", "tmux-256color", "vt100", "linux"]
      let sizes = [(80, 24), (200, 60), (40, 12)]
      if LongSuite.isOn {
        return terms.flatMap { term in sizes.map { ($0.0, $0.1, term) } }
      }
      return terms.enumerated().map { (sizes[$0 % 3].0, sizes[$0 % 3].1, $1) }
    }()

    @Test(arguments: screens)
    func theTourOfANewUserFits(_ screen: (columns: Int, rows: Int, term: String)) throws {
      let (columns, rows, term) = screen
      let terminal = try TerminalHarness(columns: columns, rows: rows, term: term)
      try terminal.write("s.md", "# 数学 e\u{301} π\n\n```wallis\n# 円周率 e\u{301}\n```\n")
      try terminal.start("notebook s.md", expecting: "# 数学")
      try terminal.press("j", "Enter", "Enter")
      try terminal.type("zeta(2)*6 - pi^2")
      try terminal.press("M-Enter")
      try terminal.waitFor("[1]")
      try terminal.press("Escape", "k", "f")
      try terminal.waitFor("Formula")
      try terminal.press("Escape")
      try terminal.waitUntil("the pane is closed") { !$0.contains("Formula") }
      try terminal.press("F6")
      try terminal.waitFor("nothing runs here")
      try terminal.press("Escape", "C-s")
      try terminal.waitFor("saved")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(terminal.read("s.md").contains("# 円周率 e\u{301}\nzeta(2)*6 - pi^2"))
    }

    @Test func aStormOfSizesEndsInTheLastOne() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      for step in 0..<60 { try terminal.resize(columns: 20 + step * 37 % 150, rows: 4 + step * 13 % 50) }
      try terminal.resize(columns: 91, rows: 23)
      try terminal.waitUntil("the footer is on the last row") { screen in
        let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
        return lines.count >= 23 && lines[22].contains("Ctrl-Q quit") && lines[0].hasSuffix("1/1")
      }
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
    }

    /// Sequences as terminals send them that tell keys apart, and some that no key of the notebook sends.
    @Test func keysThatTerminfoDoesNotKnow() throws {
      let terminal = try TerminalHarness(term: "vt100")
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("Enter")
      try terminal.type("1 + 1")
      for strange in ["\u{1B}[1;9P", "\u{1B}[99;133:3u", "\u{1B}[57441;2u", "\u{1B}[<35;1;1M"] {
        try terminal.type(strange)
      }
      try terminal.type("\u{1B}[13;2u")
      try terminal.waitFor("[1]  1 + 1")
      try terminal.type("2 + 5\u{1B}[27;5;13~")
      try terminal.waitFor("[2]  2 + 5")
      try terminal.type("\u{1B}[117;5u")
      try terminal.waitUntil("Ctrl-U has cleared the line") { !$0.contains("2 + 5") }
      try terminal.type("\u{1B}[91;5u")
      try terminal.waitUntil("Esc leaves") { !$0.contains("EDIT") }
      try terminal.type(":")
      try terminal.waitFor("insert-below")
      try terminal.type("\u{1B}\u{1B}\u{1B}?\u{1B}\u{1B}:")
      try terminal.waitFor("insert-below")
      try terminal.type("\u{1B}")
      try terminal.waitUntil("the palette is closed") { !$0.contains("insert-below") }
      try terminal.type("\u{1B}[58:58;2u")
      try terminal.waitFor("insert-below")
      try terminal.press("Escape", "C-q", "C-q")
      #expect(try terminal.waitForFile("code") == "0")
    }

    @Test(arguments: [("xterm-256color", "\u{1B}[<"), ("tmux-256color", "\u{1B}[M")])
    func theMouseSelectsScrollsAndIsGivenBack(_ term: String, _ start: String) throws {
      let terminal = try TerminalHarness(term: term)
      let cells = (1...30).map { "```wallis\n\($0) + 0\n```\n" }.joined(separator: "\n")
      try terminal.write("s.md", cells)
      try terminal.start("notebook s.md", expecting: "1/30")
      try terminal.press(":")
      try terminal.type("mouse")
      try terminal.press("Enter")
      try terminal.waitFor("the mouse selects cells and scrolls")
      #expect(try terminal.variable("mouse_any_flag") == "1")
      // Button 1 (code 0) in column 10 of row 6, and the wheel downwards (code 65) there.
      let sends = { (code: Int) in
        start.hasSuffix("<")
          ? "\(start)\(code);10;6M"
          : start + String(["\(UnicodeScalar(UInt8(32 + code)))", "*", "&"].joined())
      }
      try terminal.type(sends(0))
      try terminal.waitFor("3/30")
      if start.hasSuffix("<") {
        try terminal.type(sends(65))
        try terminal.waitUntil("the wheel scrolls") { !$0.contains("]  1 + 0\n") && $0.contains("3/30") }
      }
      try terminal.press(":")
      try terminal.type("mouse")
      try terminal.press("Enter")
      try terminal.waitFor("the mouse belongs to the terminal")
      #expect(try terminal.variable("mouse_any_flag") == "0")
      try terminal.press("C-q")
      #expect(try terminal.waitForFile("code") == "0")
    }

    /// Keys at random with sizes at random: the program lives, answers, and gives everything back.
    @Test func tenThousandRandomKeysInATerminal() throws {
      let terminal = try TerminalHarness(variables: ["WALLIS_CATALOG": "/dev/null/none"])
      let before = try terminal.modes("before")
      try terminal.write("s.md", "# Title\n\n```wallis\n1 + 1\n```\n")
      try terminal.start("notebook s.md", expecting: "# Title")
      let process = try terminal.processNumber()
      var state: UInt64 = 20_261_121
      func random(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
      }
      // Not Ctrl-Q nor Ctrl-Z, and no q, u, i, t, x or z, by which the palette could be asked to quit or suspend.
      let plain = "abcdefghjklmnoprsvwyABCDEGJKLNORY0123456789+-*/^()[]{}.,:;?!#%&=<>_ \t\r\u{7F}π数e\u{301}"
        .unicodeScalars.map(String.init)
      let controls = "abcdefghklmnoprtuvwxy_".unicodeScalars.map {
        String(UnicodeScalar($0.value & 31) ?? " ")
      }
      let sequences = ["A", "B", "C", "D", "H", "F", "5~", "6~", "3~", "11~", "13~", "15~", "17~", "1;5C"].map
      {
        "\u{1B}[" + $0
      }
      for batch in 0..<250 {
        var keys = ""
        for _ in 0..<40 {
          switch random(10) {
          case 0: keys += controls[random(controls.count)]
          case 1: keys += sequences[random(sequences.count)]
          case 2: keys += "\u{1B}"
          default: keys += plain[random(plain.count)]
          }
        }
        try terminal.type(keys)
        if batch % 5 == 0 { try terminal.resize(columns: 1 + random(150), rows: 2 + random(50)) }
        #expect(kill(process, 0) == 0, "it ended after batch \(batch)")
      }
      try terminal.resize(columns: 90, rows: 30)
      for _ in 0..<6 { try terminal.press("Escape") }
      try terminal.press("C-c", "Escape", "F1")
      try terminal.waitFor("─ Keys ")
      try terminal.press("Escape")
      try terminal.waitUntil("the keys are gone") { !$0.contains("─ Keys ") }
      try terminal.press("C-q", "C-q")
      #expect(try terminal.waitForFile("code") == "0")
      // A Ctrl-Q that came too late is typed to the shell.
      try terminal.press("C-u")
      #expect(try terminal.modes("after") == before)
      #expect(try terminal.variable("alternate_on") == "0")
    }

    @Test func theConfigurationRulesKeysAndIsChecked() throws {
      let terminal = try TerminalHarness(variables: ["XDG_CONFIG_HOME": ""])
      let folder = terminal.folder + "/.config/wallis"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try terminal.write(
        ".config/wallis/config.toml", "editing = \"vi\"\nmouse = true\n[keys]\nhelp-x = \"j\"\n")
      try terminal.shell("'\(TerminalHarness.program)' config check; echo $? > checked")
      try terminal.waitFor("there is no action 'help-x'")
      #expect(try terminal.waitForFile("checked") == "3")
      try terminal.start("", expecting: "see `wallis config check`")
      #expect(try terminal.variable("mouse_any_flag") == "1", "the mouse is taken")
      try terminal.press("Enter")
      try terminal.type("1 + 1")
      try terminal.press("Escape", "0", "x")
      try terminal.waitFor("[ ]   + 1")
      try terminal.press("Escape", "C-q", "C-q")
      #expect(try terminal.waitForFile("code") == "0")
      #expect(try terminal.variable("mouse_any_flag") == "0", "and given back")
    }

    @Test func inputsAreRememberedFromSessionToSession() throws {
      let terminal = try TerminalHarness()
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.run("2 + 40")
      try terminal.waitFor("[1]  2 + 40")
      try terminal.press("C-q", "C-q")
      #expect(try terminal.waitForFile("code") == "0")
      try terminal.shell("rm code; rm -r state/wallis/journals")
      try terminal.start("", expecting: "Welcome to Wallis")
      try terminal.press("Enter")
      try terminal.type("2 +")
      try terminal.press("Right", "F5")
      try terminal.waitFor("[1]  2 + 40")
      try terminal.press("C-q", "C-q")
      #expect(try terminal.waitForFile("code") == "0")
    }
  }
}
