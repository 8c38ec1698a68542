import Foundation
import Testing

@testable import WallisDocuments

@Suite struct SessionExportTests {
  private let session: SessionFile = {
    let text = """
      # Title *here*

      Some `code` & <b>, 50% of _it_.

      - one
      - two **strong**

      ```wallis
      pcf(6, (2n-1)^2)
      ```
      ```output
      value  6.14 < π
      ```

      """
    return (try? SessionFile(parsing: text.utf8)) ?? SessionFile()
  }()

  @Test func markdownKeepsProseAndFencesInputs() {
    let text = SessionExport.markdown.text(session, title: "t")
    #expect(text.contains("# Title *here*"))
    #expect(text.contains("```\npcf(6, (2n-1)^2)\n```\n"))
    #expect(text.contains("```text\nvalue  6.14 < π\n```\n"))
    #expect(!text.contains("```wallis"))
  }

  @Test func htmlIsAPageAndEscapes() {
    let text = SessionExport.html.text(session, title: "a <title>")
    #expect(text.hasPrefix("<!DOCTYPE html>"))
    #expect(text.contains("<title>a &lt;title&gt;</title>"))
    #expect(text.contains("<h1>Title <em>here</em></h1>"))
    #expect(text.contains("<p>Some <code>code</code> &amp; &lt;b&gt;, 50% of _it_.</p>"))
    #expect(text.contains("<li>two <strong>strong</strong></li>"))
    #expect(text.contains("<pre class=\"output\">value  6.14 &lt; π</pre>"))
    #expect(text.hasSuffix("</html>\n"))
  }

  @Test func latexIsADocumentInASCIIWhereItIsVerbatim() {
    let text = SessionExport.latex.text(session, title: "t")
    #expect(text.hasPrefix("\\documentclass"))
    #expect(text.contains("\\section*{Title \\emph{here}}"))
    #expect(text.contains("Some \\texttt{code} \\& $<$b$>$, 50\\% of \\_it\\_."))
    #expect(text.contains("\\begin{verbatim}\nvalue  6.14 < pi\n\\end{verbatim}"))
    #expect(text.hasSuffix("\\end{document}\n"))
  }

  @Test func aScriptHoldsInputsAndCommentsOnly() {
    let text = SessionExport.script.text(session, title: "t")
    let lines = text.split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(lines == ["pcf(6, (2n-1)^2)"])
    #expect(text.contains("#> value  6.14 < π\n"))
  }

  @Test func verbatimCannotBeEndedFromInside() {
    let cell = SessionCell(source: "\\end{verbatim}", output: nil)
    let text = SessionExport.latex.text(SessionFile([.cell(cell)]), title: "t")
    #expect(text.contains("\\end {verbatim}\n\\end{verbatim}"))
  }

  /// The session as a notebook and read again.
  private func renewed(_ text: String) throws -> String {
    let session = try SessionFile(parsing: Array(text.utf8))
    let notebook = SessionExport.notebook.text(session, title: "t")
    return try SessionFile(notebook: notebook.utf8, name: "t.ipynb").text
  }

  @Test(arguments: [
    "", "\n\n", "# Only prose", "```wallis\n1\n```\n", "~~~~ wallis\n1\n~~~~\n\n\n```output\n1\n```\n\n",
    "a\r\n\r\n```wallis\r\n2\r\n```\r\n```output\r\n2\r\n```\r\n",
    "\u{FEFF}# x\n```wallis\n```\n```output\n```\nend",
    "text\n\n\n\n```wallis\n# π\n\n```\n```wallis\n%\n```\n````output\n```\nx\n````\nafter\n\n```\ncode\n```",
  ])
  func notebooksGiveTheSameSession(_ text: String) throws { #expect(try renewed(text) == text) }

  @Test func theSessionsOfTheProjectSurviveANotebook() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "sessions")
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path).filter { $0.hasSuffix(".md") }
    #expect(names.count > 3)
    for name in names {
      let text = try String(contentsOf: root.appending(path: name), encoding: .utf8)
      #expect(try renewed(text) == text, "\(name)")
    }
  }

  @Test func anEditedNotebookKeepsItsEdits() throws {
    let text = "x\n\n\n~~~wallis\n1+1\n~~~\n```output\n2\n```\n"
    let session = try SessionFile(parsing: Array(text.utf8))
    let notebook = SessionExport.notebook.text(session, title: "t")
      .replacingOccurrences(of: "\"source\": [\"1+1\"]", with: "\"source\": \"1+2\"")
    let again = try SessionFile(notebook: notebook.utf8, name: "t.ipynb")
    #expect(again.text == text.replacingOccurrences(of: "1+1", with: "1+2"), "\(again.text)")
  }

  @Test func notebooksOfOthersAreRead() throws {
    let python = """
      {"nbformat": 4, "nbformat_minor": 2, "metadata": {"kernelspec": {"language": "python", "name": "p"}},
       "cells": [{"cell_type": "markdown", "metadata": {}, "source": ["# T\\n", "text"]},
        {"cell_type": "code", "metadata": {}, "execution_count": 1, "source": "1+1",
         "outputs": [{"output_type": "execute_result", "data": {"text/plain": ["2"]}, "metadata": {}}]}]}
      """
    let session = try SessionFile(notebook: python.utf8, name: "p.ipynb")
    #expect(session.cells.isEmpty && session.text.contains("```python\n1+1\n```\n\n```text\n2\n```"))
    #expect(throws: Diagnostic.self) { try SessionFile(notebook: "{}".utf8, name: "n") }
    #expect(throws: Diagnostic.self) {
      try SessionFile(notebook: "{\"nbformat\": 3, \"cells\": []}".utf8, name: "n")
    }
  }

  /// Every format holds every input and shows plots and formulas in its own way.
  @Test(arguments: SessionExport.all.map(\.name)) func everyFormatShowsWhatIsThere(_ name: String) throws {
    let format = try #require(SessionExport.named(name))
    let points = [0, 1, 2].map { ScatterPlot.Point(x: $0, y: $0) }
    let plot = ScatterPlot(title: "curve", xName: "x", yName: "y", points: points, isJoined: true)
    let closed = Text([Span(.formula, "pi^2/6", tree: "tree")])
    let cell = TypesetCell(
      source: "pcf(6, (2n-1)^2)", output: "value  6.14 < π", formulas: ["\\frac{1}{2}"],
      documents: [Document([.fields([Field("closed form", closed)]), .plot(plot)])])
    let text = format.text(session, title: "t", cells: [cell]) { $0 == "tree" ? "\\frac{\\pi^2}{6}" : nil }
    #expect(text == format.text(session, title: "t", cells: [cell]) { _ in "\\frac{\\pi^2}{6}" })
    #expect(text.contains("pcf(6, (2n-1)^2)") && text.contains("strong"))
    switch name {
    case "html": #expect(text.contains("<figure class=\"output\">\n<svg") && text.contains("pi^2/6"))
    case "latex":
      #expect(text.contains("\\[\n\\frac{1}{2}\n\\]") && text.contains("\\begin{picture}(800,600)"))
      #expect(text.contains("$\\frac{\\pi^2}{6}$"))
    case "ipynb":
      #expect(text.contains("$\\\\displaystyle \\\\frac{\\\\pi^2}{6}$"))
      #expect(text.contains("image/svg+xml") && text.contains("$\\\\displaystyle \\\\frac{1}{2}$"))
      #expect(try SessionFile(notebook: text.utf8, name: "n").text == session.text)
    default: #expect(text == format.text(session, title: "t"))
    }
  }
}
