import Foundation
import Synchronization

/// The Swift sources of the package as text.
struct SourceFile: CustomStringConvertible {
  let module: String
  let path: String
  let lines: [String]

  var description: String { path }

  /// Whether the file holds the rows of a table.
  var isTable: Bool { path.hasSuffix("Table.swift") }

  /// Modules that the file imports.
  var imports: [String] {
    lines.compactMap { line in
      guard let first = line.utf8.first, "ip@".utf8.contains(first) else { return nil }
      let words = line.split(separator: " ")
      guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
        words[..<index].allSatisfy({
          ["internal", "public", "package", "private", "@testable", "@preconcurrency"].contains($0)
        })
      else { return nil }
      return String(words[index + 1].split(separator: ".")[0])
    }
  }

  /// Lines without line comments and without the contents of string literals, for crude searches.
  let code: [String]

  init(module: String, path: String, lines: [String]) {
    (self.module, self.path, self.lines, code) = (module, path, lines, lines.map(SourceFile.bare))
  }

  /// A line without what stands inside its string literals and behind `//`.
  private static func bare(_ line: String) -> String {
    let (quote, slash, escape) = (UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"))
    let bytes = Array(line.utf8)
    guard bytes.contains(quote) || bytes.contains(slash) else { return line }
    var (kept, place) = ([UInt8](), 0)
    while place < bytes.count {
      if bytes[place] == slash, place + 1 < bytes.count, bytes[place + 1] == slash { break }
      kept.append(bytes[place])
      place += 1
      guard kept.last == quote else { continue }
      var end = place
      while end < bytes.count, bytes[end] != quote { end += bytes[end] == escape ? 2 : 1 }
      guard end < bytes.count else { continue }
      kept.append(quote)
      place = end + 1
    }
    return String(decoding: kept, as: UTF8.self)
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// What was read, as many tests read the same.
  private static let known = Mutex<[String: [SourceFile]]>([:])

  /// Files below a folder of the package, by module (the folder below it).
  static func all(below folder: String, suffix: String = ".swift") throws -> [SourceFile] {
    try known.withLock { known in
      let key = folder + "*" + suffix
      if let files = known[key] { return files }
      let files = try read(below: folder, suffix: suffix)
      known[key] = files
      return files
    }
  }

  private static func read(below folder: String, suffix: String) throws -> [SourceFile] {
    let base = root.appendingPathComponent(folder)
    guard let walk = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return try walk.compactMap { $0 as? String }.filter { $0.hasSuffix(suffix) }.sorted().map { path in
      let text = try String(contentsOf: base.appendingPathComponent(path), encoding: .utf8)
      return SourceFile(
        module: String(path.split(separator: "/")[0]), path: "\(folder)/\(path)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }
}

extension String {
  /// Whether the other's bytes stand in this one; a tenth of the time that comparing characters takes.
  func contains(_ other: String) -> Bool {
    withCString { here in other.withCString { strstr(here, $0) != nil } }
  }
}
