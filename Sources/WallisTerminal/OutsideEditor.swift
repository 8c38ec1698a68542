internal import CTerm
internal import Foundation
internal import WallisNotebook

/// The editor that the user has chosen, on the terminal that the notebook has taken over.
struct OutsideEditor {
  /// What `$VISUAL` or `$EDITOR` says; nil where neither says anything.
  let command: String?
  /// Folder for the text while it is edited.
  let folder: String

  /// Longest text that is taken back, in bytes.
  private static let longest = 4 << 20

  init(variables: [String: String]) {
    command = ["VISUAL", "EDITOR"].compactMap { variables[$0] }.first { !$0.allSatisfy(\.isWhitespace) }
    let temporary = variables["TMPDIR"] ?? ""
    folder = temporary.isEmpty ? "/tmp" : temporary
  }

  /// Lets the editor have a text, in a file that nobody else reads. The terminal is the notebook's again
  /// afterwards.
  ///
  /// A text that cannot be taken back stays in its file, and the reason says where.
  func edit(_ text: String) -> EditOutcome {
    guard let command else {
      return .failed("no editor is set; export EDITOR=vi, for example, before the notebook is started")
    }
    var template = Array((folder + "/wallis-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      return .failed("no file for the editor in \(folder): \(String(cString: strerror(errno)))")
    }
    let own = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = own + "/cell.txt"
    let written = text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
    guard
      FileManager.default.createFile(
        atPath: path, contents: Data(written.utf8), attributes: [.posixPermissions: 0o600])
    else {
      try? FileManager.default.removeItem(atPath: own)
      return .failed("\(path) cannot be written")
    }
    let code = ct_edit(command, path)
    let outcome = taken(from: path, was: written, code)
    if !outcome.isKept { try? FileManager.default.removeItem(atPath: own) }
    return outcome.result
  }

  /// What the file holds now, and whether it has to stay.
  private func taken(from path: String, was before: String, _ code: Int32) -> (
    result: EditOutcome, isKept: Bool
  ) {
    let data = FileManager.default.contents(atPath: path)
    let isChanged = data.map { $0 != Data(before.utf8) } ?? false
    let kept = isChanged ? "; what it wrote is in \(path)" : ""
    guard code == 0 else {
      let reason =
        code < 0
        ? String(cString: strerror(-code)) : code > 128 ? "signal \(code - 128)" : "exit code \(code)"
      return (
        .failed("the editor \(command ?? "") failed, \(reason): the cell is as it was\(kept)"), isChanged
      )
    }
    guard let data else { return (.failed("the editor left no file: the cell is as it was"), false) }
    guard data.count <= OutsideEditor.longest, let text = String(data: data, encoding: .utf8) else {
      return (.failed("the text is too long, or no UTF-8: the cell is as it was\(kept)"), true)
    }
    return (.text(text), false)
  }
}
