internal import Foundation
internal import WallisDocuments

/// Inputs that were run, kept over sessions: one a line, line feeds and backslashes escaped.
///
/// Several notebooks may append to it at once: every entry is one write.
package struct HistoryFile: Sendable {
  let path: String

  /// The file at a path, which need not be there yet.
  package init(path: String) { self.path = path }

  /// Bytes read at the start of a session; older entries are left alone.
  private static let window: UInt64 = 1 << 18
  /// Size at which the older half is dropped.
  private static let limit: UInt64 = 1 << 20

  /// The inputs, oldest first, each where it was run last; none where the file cannot be read.
  package func inputs() -> [String] {
    guard let file = FileHandle(forReadingAtPath: path) else { return [] }
    defer { try? file.close() }
    guard let size = try? file.seekToEnd() else { return [] }
    let start = size > HistoryFile.window ? size - HistoryFile.window : 0
    guard (try? file.seek(toOffset: start)) != nil, let data = try? file.readToEnd() else { return [] }
    var lines = data.split(separator: UInt8(ascii: "\n"))
    if start > 0 { lines = Array(lines.dropFirst()) }
    if size > HistoryFile.limit { shorten(to: lines) }
    var seen: Set<String> = []
    let latestFirst = lines.reversed().map { HistoryFile.decoded(String(decoding: $0, as: UTF8.self)) }
    return latestFirst.filter { seen.insert($0).inserted }.reversed()
  }

  /// Adds an input. A history that cannot be written is no reason to stop anybody's work.
  package func append(_ input: String) {
    let folder = path.folderOfPath
    if !folder.isEmpty {
      try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    let file = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    let line = Array((HistoryFile.encoded(input) + "\n").utf8)
    _ = line.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
  }

  private func shorten(to lines: [Data]) {
    let text = Data(lines.joined(separator: [UInt8(ascii: "\n")])) + [UInt8(ascii: "\n")]
    try? text.write(to: URL(fileURLWithPath: path), options: .atomic)
  }

  static func encoded(_ input: String) -> String {
    var out = ""
    for scalar in input.unicodeScalars {
      switch scalar {
      case "\\": out += "\\\\"
      case "\n": out += "\\n"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  static func decoded(_ line: String) -> String {
    var out = String.UnicodeScalarView()
    var escaped = false
    for scalar in line.unicodeScalars {
      if escaped {
        out.append(scalar == "n" ? "\n" : scalar)
        escaped = false
      } else if scalar == "\\" {
        escaped = true
      } else {
        out.append(scalar)
      }
    }
    return String(out)
  }
}
