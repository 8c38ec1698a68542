internal import Foundation
internal import WallisDocuments

/// The text of a journal: a header, then what was added to it, one JSON value a line behind its fingerprint, so that a
/// damaged line is known as such.
enum JournalFormat {
  /// Version that is written and read.
  static let version = 2

  /// What every version says of itself.
  struct Version: Codable {
    var version: Int
  }

  /// The first line.
  struct Header: Codable {
    var version = JournalFormat.version
    var path: String?
    var text: String
    var frame: SessionFile
    var cells: [JournalCell]
    var isUnsaved: Bool

    init(_ base: JournalBase) {
      (path, text, frame) = (base.path, base.text, base.frame)
      (cells, isUnsaved) = (base.cells, base.isUnsaved)
    }

    var base: JournalBase {
      JournalBase(path: path, text: text, frame: frame, cells: cells, isUnsaved: isUnsaved)
    }
  }

  /// A value as a line with its line feed.
  static func line(_ value: some Encodable) throws -> Data {
    let json = try JSONEncoder().encode(value)
    return Data("\(mark(json)) ".utf8) + json + [UInt8(ascii: "\n")]
  }

  /// The JSON of a line without its line feed; nil where the line is damaged.
  static func json(_ line: Data) -> Data? {
    guard line.count > 17, line[line.startIndex + 16] == UInt8(ascii: " ") else { return nil }
    let json = line.dropFirst(17)
    return line.prefix(16).elementsEqual(mark(json).utf8) ? json : nil
  }

  private static func mark(_ json: Data) -> String {
    let digits = String(Fingerprint.of(json), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// What a journal says.
struct JournalContents {
  let base: JournalBase
  private(set) var changes: [RecordedChange] = []
  /// Fingerprints of texts that were about to be written to the session file.
  private(set) var saves: Set<UInt64> = []
  /// Lines that cannot be read.
  private(set) var damagedLines = 0
  /// Bytes without a last line that was cut short by the end of the program.
  private(set) var length = 0

  /// Why nothing of a journal can be used.
  enum Fault: Error, Equatable {
    case damagedHeader
    /// Another version of the program wrote it.
    case version(Int)

    var text: String {
      switch self {
      case .damagedHeader: "its first line is damaged"
      case .version(let number): "it has the format \(number) of another version of wallis"
      }
    }
  }

  /// Reads a journal. A line that was cut short by the end of the program is none.
  init(_ data: Data) throws(Fault) {
    let pieces = data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let lines = pieces.dropLast()
    base = try JournalContents.base(lines.first ?? Data())
    for line in lines {
      length += line.count + 1
      guard length > (lines.first?.count ?? 0) + 1 else { continue }
      if let json = JournalFormat.json(line),
        let entry = try? JSONDecoder().decode(JournalEntry.self, from: json)
      {
        changes += entry.changes
        entry.saving.map { _ = saves.insert($0) }
      } else {
        damagedLines += 1
      }
    }
  }

  private static func base(_ line: Data) throws(Fault) -> JournalBase {
    guard let json = JournalFormat.json(line) else { throw otherVersion(line) ?? .damagedHeader }
    guard let header = try? JSONDecoder().decode(JournalFormat.Header.self, from: json),
      header.version == JournalFormat.version, !header.cells.isEmpty,
      Set(header.cells.map(\.id)).count == header.cells.count
    else { throw otherVersion(json) ?? .damagedHeader }
    return header.base
  }

  private static func otherVersion(_ json: Data) -> Fault? {
    let version = (try? JSONDecoder().decode(JournalFormat.Version.self, from: json))?.version
    return version.flatMap { $0 == JournalFormat.version ? nil : Fault.version($0) }
  }
}
