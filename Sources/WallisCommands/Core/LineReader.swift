internal import Foundation

/// Reads a file line by line, so that its size does not matter.
final class LineReader {
  private static let pieceLength = 1 << 20

  private let name: String
  private let nextPiece: () throws -> [UInt8]
  private let length: Int?
  private var bytesRead = 0
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// Lines of a file.
  ///
  /// - Throws: a `Refusal` when it cannot be read.
  convenience init(path: String) throws(Refusal) {
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw Refusal("cannot read \(path)", remedy: "check the name and the permissions", exit: .badData)
    }
    let length = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
    self.init(name: path, length: length) {
      try file.read(upToCount: LineReader.pieceLength).map(Array.init) ?? []
    }
  }

  /// Lines of pieces that `nextPiece` gives; an empty one is the end.
  init(name: String, length: Int? = nil, nextPiece: @escaping () throws -> [UInt8]) {
    (self.name, self.length, self.nextPiece) = (name, length, nextPiece)
  }

  /// How much of the file was returned, from 0 to 1; nil where its length is not known.
  var share: Double? {
    length.map { $0 > 0 ? Double(bytesRead - (buffer.count - start)) / Double($0) : 1 }
  }

  /// The next line without its end; nil after the last.
  ///
  /// - Throws: a `Refusal` for bytes that are no UTF-8 and for a file that can no longer be read.
  func next() throws(Refusal) -> String? {
    guard let bytes = try nextBytes() else { return nil }
    return try text(bytes)
  }

  /// The bytes of the next line without its end, whatever they are; nil after the last.
  ///
  /// - Throws: a `Refusal` for a file that can no longer be read.
  func nextBytes() throws(Refusal) -> ArraySlice<UInt8>? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return buffer[start..<end]
      }
      searched = buffer.count - start
      guard try fill() else { break }
    }
    guard start < buffer.count else { return nil }
    defer { start = buffer.count }
    return buffer[start...]
  }

  /// Appends a piece to what is not yet returned; false at the end.
  private func fill() throws(Refusal) -> Bool {
    guard !isAtEnd else { return false }
    do {
      let piece = try nextPiece()
      buffer.removeSubrange(..<start)
      buffer += piece
      bytesRead += piece.count
      (start, isAtEnd) = (0, piece.isEmpty)
      return !isAtEnd
    } catch {
      throw Refusal("\(name) can no longer be read", exit: .badData)
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal("\(name) is no UTF-8 text", remedy: "import what `catalog export` wrote", exit: .badData)
    }
    return text
  }
}
