package import WallisDocuments

/// How documents look on one stream: width, colours, signs.
package struct Presentation: Sendable {
  var width: Int
  var styled: Bool
  var ascii: Bool
  var style: FormulaStyle?

  /// For a stream of the shell: colours and signs as the options, the environment and the kind of stream allow.
  ///
  /// `NO_COLOR` and a dumb terminal switch colours off, `CLICOLOR_FORCE` on; `--color` overrides both. A terminal
  /// whose locale is not UTF-8 gets ASCII; files and pipes get UTF-8.
  package init(_ shell: Shell, color: ColorChoice = .auto, ascii: Bool = false, isTerminal: Bool) {
    let variables = shell.variables
    func isSet(_ name: String) -> Bool { !(variables[name] ?? "").isEmpty }
    width = shell.width
    styled =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        !isSet("NO_COLOR")
          && ((isTerminal && variables["TERM"] != "dumb")
            || (isSet("CLICOLOR_FORCE") && variables["CLICOLOR_FORCE"] != "0"))
      }
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { variables[$0] }.first { !$0.isEmpty } ?? ""
    let isUnicode = locale.lowercased().contains("utf-8") || locale.lowercased().contains("utf8")
    self.ascii = ascii || (isTerminal && !isUnicode)
  }

  /// The document as text for the stream.
  package func render(_ document: Document) -> String {
    let document = style?.written(document) ?? document
    return styled
      ? StyledRenderer(width: width, ascii: ascii).render(document)
      : PlainRenderer(width: width, ascii: ascii).render(document)
  }

  init(_ shell: Shell, _ options: GlobalOptions, isTerminal: Bool) {
    self.init(shell, color: options.color, ascii: options.ascii, isTerminal: isTerminal)
    style = options.notation?.style ?? shell.style
  }
}
