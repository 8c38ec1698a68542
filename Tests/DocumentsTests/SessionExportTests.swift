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
}
