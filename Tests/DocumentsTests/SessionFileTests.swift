import Testing
import WallisDocuments

@Suite struct SessionFileTests {
  static let files: [String] = [
    "",
    "\n",
    "just prose",
    "# Title\n\nprose\n\n```wallis\n1+1\n```\n",
    "```wallis\nevaluate pi\n```\n```output\n3.14\n```\n",
    "```wallis\r\na\r\n\r\nb\r\n```\r\n\r\n```output\r\nx\r\n```\r\n\r\ntext\r\n",
    "```wallis\na\n```",
    "```wallis\n```\n\n\n```output\n```\n\n\n",
    "prose\n```swift\nlet x = \"```\"\n```\nmore\n\n~~~~wallis\n~~~\n~~~~\n",
    "````wallis\nx\n````\n````output\n```\ninner\n```\n````\nend",
    "  ```wallis\n  x\n  ```\n   ```output\n y\n```\n",
    "\u{FEFF}```wallis\nζ(3)\n```\n",
    "mixed\r\n\n```wallis\r\na\nb\r\n```\nx",
    "```output\nnot stored output\n```\n\n```wallis\n1\n```\ntext\n```output\nnor this\n```\n",
    "    ```wallis\n    indented code\n\ne\u{301} é\t tab\n",
  ]

  @Test(arguments: files) func roundTripKeepsEveryByte(file: String) throws {
    let session = try SessionFile(parsing: file.utf8)
    #expect(Array(session.text.utf8) == Array(file.utf8))
  }

  @Test func findsCellsAndStoredOutput() throws {
    let text = "intro\n\n```wallis\r\na = 1\r\n\r\na\r\n```\r\n\n```output\n1\n```\n\noutro\n"
    let session = try SessionFile(parsing: text.utf8)
    #expect(session.parts.count == 3)
    #expect(session.cells.first?.source == "a = 1\n\na")
    #expect(session.cells.first?.output == "1")
    guard case .prose(let prose)? = session.parts.last else { throw Missing() }
    #expect(prose.text == "outro")
  }

  @Test func settingTheSameContentChangesNothing() throws {
    for file in Self.files {
      var session = try SessionFile(parsing: file.utf8)
      for (index, part) in session.parts.enumerated() {
        guard case .cell(var cell) = part else { continue }
        let (source, output) = (cell.source, cell.output)
        cell.source = source
        cell.output = output
        session.parts[index] = .cell(cell)
      }
      #expect(Array(session.text.utf8) == Array(file.utf8))
    }
  }

  @Test func outputWithFencesGetsALongerFence() throws {
    let cell = SessionCell(source: "export", output: "````md\n```\n````")
    let session = SessionFile([.prose(SessionProse("text")), .cell(cell)])
    #expect(session.text == "text\n\n```wallis\nexport\n```\n`````output\n````md\n```\n````\n`````\n")
    #expect(try SessionFile(parsing: session.text.utf8).cells.first?.output == "````md\n```\n````")
  }

  @Test func outputAddedAtTheEndOfAFileWithoutFinalLineFeed() throws {
    var session = try SessionFile(parsing: "```wallis\r\n1\r\n```".utf8)
    guard case .cell(var cell)? = session.parts.first else { throw Missing() }
    cell.output = "2"
    session.parts[0] = .cell(cell)
    #expect(session.text == "```wallis\r\n1\r\n```\r\n```output\r\n2\r\n```\r\n")
  }

  @Test func newPartsAreSetOffByABlankLine() throws {
    var session = try SessionFile(parsing: "```wallis\n1\n```\n".utf8)
    session.parts.insert(.prose(SessionProse("before")), at: 0)
    session.parts.append(.cell(SessionCell(source: "2")))
    #expect(session.text == "before\n\n```wallis\n1\n```\n\n```wallis\n2\n```\n")
  }

  @Test func proseWithAnOpenCodeBlockDoesNotSwallowTheNextCell() throws {
    let session = SessionFile([.prose(SessionProse("look:\n```\nx")), .cell(SessionCell(source: "1"))])
    let again = try SessionFile(parsing: session.text.utf8)
    #expect(again.cells.map(\.source) == ["1"])
  }

  @Test func errorsNameTheLine() {
    func message(_ bytes: [UInt8]) -> String? {
      do {
        _ = try SessionFile(parsing: bytes, name: "s.md")
        return nil
      } catch { return error.message }
    }
    #expect(message(Array("a\nb\n```wallis\nx\n".utf8))?.contains("s.md, line 3") == true)
    #expect(message(Array("a\n".utf8) + [0xFF, 0xFE])?.contains("line 2: the bytes are not UTF-8") == true)
    #expect(message(Array("\n\n\0".utf8))?.contains("line 3: the byte 0x00") == true)
    #expect(message(Array("\u{7F}ELF\u{2}".utf8))?.contains("line 1") == true)
  }
}

struct Missing: Error {}
