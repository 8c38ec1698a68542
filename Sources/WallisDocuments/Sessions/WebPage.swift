/// A session as a page for browsers.
enum WebPage {
  /// The output of a cell: plots as images between the text, where there is more than the stored text.
  static func output(of cell: TypesetCell) -> String {
    guard !cell.plots.isEmpty else {
      return cell.output.map { "<pre class=\"output\">\($0.escapedForHTML)</pre>\n" } ?? ""
    }
    var (out, text) = ("", Document())
    func flush() {
      let shown = PlainRenderer(width: 76).render(text)
      if !shown.isEmpty { out += "<pre class=\"output\">\(String(shown.dropLast()).escapedForHTML)</pre>\n" }
      text = Document()
    }
    for block in cell.documents.flatMap(\.blocks) {
      guard case .plot(let plot) = block else {
        text.blocks.append(block)
        continue
      }
      flush()
      out += "<figure class=\"output\">\n\(plot.svg)</figure>\n"
    }
    flush()
    return out
  }

  /// What stands before the first piece.
  static func start(_ title: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escapedForHTML)</title>
    <style>
    :root { color-scheme: light dark; }
    main { max-width: 50rem; margin: 2rem auto; padding: 0 1rem; font-family: sans-serif; line-height: 1.5; }
    pre { overflow-x: auto; padding: 0.6rem 0.8rem; border-radius: 4px; line-height: 1.3; }
    pre.input { border-left: 4px solid #3b7dd8; background: rgba(128, 128, 128, 0.12); }
    pre.output { margin-left: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
    figure.output { margin: 0 0 0 1rem; }
    figure svg { width: 100%; height: auto; }
    </style>
    </head>
    <body>
    <main>

    """
  }
}

extension String {
  /// The text as HTML shows it literally.
  var escapedForHTML: String {
    var out = ""
    for character in self {
      switch character {
      case "&": out += "&amp;"
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "\"": out += "&quot;"
      default: out.append(character)
      }
    }
    return out
  }
}
