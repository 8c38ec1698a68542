import Foundation
import Testing

@testable import WallisCommands

/// The page of `man wallis`.
@Suite struct ManualPageTests {
  private let lines = ManualPage(table: .standard).text.split(separator: "\n").map(String.init)

  @Test("Every verb has its section; nothing but requests of groff begins with a full stop")
  func verbs() {
    for verb in VerbTable.standard.declarations {
      #expect(lines.contains(".SS \"wallis \(verb.name)\""), "\(verb.name)")
      let beginning = "OVERVIEW: " + ManualPage.escaped(String(verb.abstract.prefix(30)))
      #expect(lines.contains { $0.hasPrefix(beginning) }, "\(verb.name)")
    }
    let requests: Set = [".TH", ".SH", ".SS", ".PP", ".TP", ".B", ".nf", ".fi"]
    for line in lines where line.hasPrefix(".") || line.hasPrefix("'") {
      #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)")
    }
    let verbatim = lines.split { $0 == ".nf" || $0 == ".fi" }.filter {
      $0.first?.hasPrefix("OVERVIEW") == true
    }
    #expect(verbatim.count == VerbTable.standard.declarations.count)
    #expect(verbatim.joined().allSatisfy { $0.replacing("\\-", with: "-").count <= 80 })
  }

  @Test("Text is shown as it is") func escapes() {
    #expect(ManualPage.escaped(".5 - x\\y") == "\\&.5 \\- x\\ey")
    #expect(wallis("manual").output.hasPrefix(".TH WALLIS 1"))
  }
}
