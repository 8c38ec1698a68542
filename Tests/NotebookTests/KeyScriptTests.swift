import Testing

@testable import WallisNotebook

@Suite struct KeyScriptTests {
  @Test func aScriptPlaysAStory() throws {
    let story = try Story()
    let script = try KeyScript(
      """
      # the first minute
      size 60x16
      Enter
      type pcf(6, (2n-1)^2)
      Alt-Enter
      wait
      frame after the first run
      paste one\\ntwo
      Esc k
      frame at the end

      """)
    var frames: [(String, Frame)] = []
    story.notebook.play(script) { frames.append(($0, $1)) }
    #expect(frames.map(\.0) == ["after the first run", "at the end"])
    #expect(frames.allSatisfy { $0.1.size == ScreenSize(columns: 60, rows: 16) })
    #expect(frames[0].1.text.contains("value of pcf(6, (2n-1)^2)"))
    #expect(story.sources == ["pcf(6, (2n-1)^2)", "one\ntwo"])
  }

  @Test(arguments: ["Entr", "size 80", "wait soon", "j Entr"])
  func aMistakeNamesItsLine(_ line: String) {
    #expect(throws: KeyScript.Mistake(text: "line 2: \(line)")) { try KeyScript("j\n" + line) }
  }
}
