internal import Foundation

/// A journal that a notebook left behind which was killed, or which quit with something unsaved.
struct FoundJournal {
  let path: String
  /// Open and locked.
  let descriptor: Int32
  let base: JournalBase
  let changes: [CellChange]
  /// When it was last written.
  let date: Date

  /// The first journal of a session that nobody holds; nil where there is none. One without changes is removed.
  ///
  /// - Parameter busy: set where another notebook holds a journal of the session.
  static func find(_ session: String?, folder: String, busy: inout Bool) -> FoundJournal? {
    for number in 1...1000 {
      let path = "\(folder)/\(Journal.name(session, number))"
      guard FileManager.default.fileExists(atPath: path) else {
        // A gap of one may be left by a notebook that ended cleanly before another.
        if number > 8 { return nil }
        continue
      }
      let descriptor = open(path, O_RDWR | O_APPEND | O_CLOEXEC)
      guard descriptor >= 0 else { continue }
      guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
        busy = true
        close(descriptor)
        continue
      }
      if let found = FoundJournal(path, descriptor) { return found }
      unlink(path)
      close(descriptor)
    }
    return nil
  }

  /// Reads a journal; a last line cut short by a kill is cut off. Nil where nothing is to be recovered.
  private init?(_ path: String, _ descriptor: Int32) {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    let decoder = JSONDecoder()
    var (header, changes, good) = (JournalHeader?.none, [CellChange](), 0)
    for line in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast() {
      if header == nil {
        header = try? decoder.decode(JournalHeader.self, from: line)
        guard header != nil else { return nil }
      } else {
        guard let more = try? decoder.decode([CellChange].self, from: line) else { break }
        changes += more
      }
      good += line.count + 1
    }
    guard let header, header.version == 1, !changes.isEmpty, ftruncate(descriptor, off_t(good)) == 0 else {
      return nil
    }
    (self.path, self.descriptor, self.changes) = (path, descriptor, changes)
    base = JournalBase(path: header.path, text: header.text)
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    date = attributes?[.modificationDate] as? Date ?? Date(timeIntervalSince1970: 0)
  }
}
