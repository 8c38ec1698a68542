import Testing
import WallisDocuments

@Suite struct MarkupTests {
  static let document = Document([
    .heading("Result"),
    .fields([Field("value", Text("3.14", .digits)), Field("formula", Text("4/(pi_1 - 1)", .formula))]),
    .table(Table([.init("a|b"), .init("n", .right)], rows: [["x*y", "1"]])),
    .code("```\nfence\n```"),
  ])

  @Test func markdown() {
    #expect(
      MarkdownRenderer().render(Self.document) == """
        ## Result

        - value: 3.14
        - formula: `4/(pi_1 - 1)`

        | a\\|b | n |
        | --- | --: |
        | x\\*y | 1 |

        ````
        ```
        fence
        ```
        ````

        """)
  }

  @Test func latexEscapesWhatItReadsAsCommands() {
    let text = LatexRenderer().render(Document([.paragraph("50% of a_n · π² & {x} ≤ 1")]))
    #expect(text == "50\\% of a\\_n $\\cdot$ $\\pi$$^{2}$ \\& \\{x\\} $\\le$ 1\n")
  }

  @Test func equalRolesMerge() {
    let text: Text = "a" + Text("b") + Text("c", .name)
    #expect(text.spans.count == 2)
    #expect(text.string == "abc")
  }
}
