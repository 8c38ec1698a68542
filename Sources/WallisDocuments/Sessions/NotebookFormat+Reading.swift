internal import Foundation

extension SessionFile {
  /// Reads a notebook of Jupyter, see `NotebookFormat`. Cells of other languages become code blocks of the prose.
  ///
  /// - Throws: a `Diagnostic` where the bytes are no notebook of format 4.
  package init(notebook bytes: some Sequence<UInt8>, name: String) throws(Diagnostic) {
    let notebook: StoredNotebook
    do {
      notebook = try JSONDecoder().decode(StoredNotebook.self, from: Data(bytes))
    } catch {
      throw Diagnostic(
        "\(name) is no notebook of Jupyter", remedy: "a notebook is JSON with cells, in nbformat 4")
    }
    guard notebook.nbformat == 4 else {
      throw Diagnostic(
        "\(name) has nbformat \(notebook.nbformat)",
        remedy: "jupyter nbconvert --to notebook --nbformat 4 converts it")
    }
    let language = notebook.metadata?.kernelspec?.language ?? notebook.metadata?.information?.name
    let isOwn = language == nil || language == NotebookFormat.key
    self.init(
      notebook.cells.map { cell in
        isOwn || cell.kind != "code" ? cell.part : cell.foreign(language ?? "")
      })
    prefix = notebook.metadata?.wallis?.prefix ?? ""
    trailing = notebook.metadata?.wallis?.trailing ?? ""
  }
}

/// A notebook as far as sessions know what it says.
private struct StoredNotebook: Decodable {
  struct Metadata: Decodable {
    struct Kernel: Decodable { var language: String? }
    struct Language: Decodable { var name: String? }
    struct Own: Decodable {
      var prefix: String?
      var trailing: String?
    }
    var kernelspec: Kernel?
    var information: Language?
    var wallis: Own?

    enum CodingKeys: String, CodingKey {
      case kernelspec, wallis
      case information = "language_info"
    }
  }
  var cells: [StoredCell]
  var metadata: Metadata?
  var nbformat: Int
}

/// A text, whole or as its lines.
private struct StoredText: Decodable {
  let string: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let whole = try? container.decode(String.self) {
      string = whole
    } else {
      string = try container.decode([String].self).joined()
    }
  }
}

/// A cell of a notebook.
private struct StoredCell: Decodable {
  struct Metadata: Decodable { var wallis: SessionFile.PartLayout? }
  struct Mark: Decodable { var wallis: String? }
  struct Bundle: Decodable {
    var plain: StoredText?
    enum CodingKeys: String, CodingKey { case plain = "text/plain" }
  }
  struct Output: Decodable {
    var data: Bundle?
    var metadata: Mark?
    var text: StoredText?
    var traceback: [String]?

    /// The text of an output; nil for one that only shows again what another says.
    var shown: String? {
      guard metadata?.wallis != NotebookFormat.typeset else { return nil }
      return data?.plain?.string ?? text?.string ?? traceback?.joined(separator: "\n")
    }
  }
  var kind: String
  var source: StoredText
  var metadata: Metadata?
  var outputs: [Output]?

  enum CodingKeys: String, CodingKey {
    case source, metadata, outputs
    case kind = "cell_type"
  }

  /// All that the outputs say; nil where there is none.
  private var output: String? {
    let texts = (outputs ?? []).compactMap(\.shown)
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  /// The part of a session that the cell is.
  var part: SessionFile.Part {
    guard kind == "code" else {
      let text = kind == "raw" ? FencedBlock(info: "", content: source.string).text : source.string
      return SessionFile.Part.prose(SessionProse(text)).laidOut(metadata?.wallis)
    }
    let cell = SessionCell(source: source.string, output: output)
    return SessionFile.Part.cell(cell).laidOut(metadata?.wallis)
  }

  /// The same for a cell that Wallis does not run.
  func foreign(_ language: String) -> SessionFile.Part {
    let input = FencedBlock(info: language, content: source.string).text
    let shown = output.map { "\n" + FencedBlock(info: "text", content: $0).text } ?? ""
    return .prose(SessionProse(String((input + shown).dropLast())))
  }
}
