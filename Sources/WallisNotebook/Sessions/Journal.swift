internal import Foundation
internal import WallisDocuments

/// A log of changes beside the session file, written before anything else can happen, so that a killed notebook
/// loses nothing.
///
/// The first line holds what the changes apply to, every further line a list of changes as JSON. The file exists
/// only while something is unsaved; whoever writes it holds a lock on it, so that another notebook on the same
/// session neither recovers nor overwrites it.
struct Journal {
  private let folder: String
  private var base: JournalBase
  private var file: (path: String, descriptor: Int32)?

  /// A journal in `folder` that is not written before the first change.
  init(folder: String, base: JournalBase) { (self.folder, self.base) = (folder, base) }

  /// A journal that was recovered and goes on in its file.
  init(folder: String, continuing found: FoundJournal) {
    (self.folder, base, file) = (folder, found.base, (found.path, found.descriptor))
  }

  mutating func append(_ changes: [CellChange]) throws(Diagnostic) {
    guard !changes.isEmpty else { return }
    if file == nil { try open() }
    try writeLine(changes)
  }

  /// Begins anew on another base; without changes there is nothing to keep and the file goes.
  mutating func restart(_ base: JournalBase, _ changes: [CellChange]) throws(Diagnostic) {
    let old = file
    self.base = base
    file = nil
    // Where this fails the old journal stays, and with it everything.
    try append(changes)
    Journal.discard(old)
  }

  mutating func remove() {
    Journal.discard(file)
    file = nil
  }

  private static func discard(_ file: (path: String, descriptor: Int32)?) {
    guard let file else { return }
    unlink(file.path)
    close(file.descriptor)
  }

  /// Opens the first journal file of this session that no other notebook holds.
  private mutating func open() throws(Diagnostic) {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw Diagnostic("cannot make the folder \(folder)", remedy: "set XDG_STATE_HOME to a folder of yours")
    }
    for number in 1...1000 {
      let path = "\(folder)/\(Journal.name(base.path, number))"
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
      if descriptor < 0, errno == EEXIST { continue }
      guard descriptor >= 0 else { throw Journal.failure(path) }
      flock(descriptor, LOCK_EX | LOCK_NB)
      file = (path, descriptor)
      return try writeLine(JournalHeader(version: 1, path: base.path, text: base.text))
    }
    throw Diagnostic("there are too many journals in \(folder)", remedy: "open and save or remove them")
  }

  private func writeLine(_ value: some Encodable) throws(Diagnostic) {
    guard let file, var data = try? JSONEncoder().encode(value) else { return }
    data.append(UInt8(ascii: "\n"))
    let done = data.withUnsafeBytes { write(file.descriptor, $0.baseAddress, $0.count) == $0.count }
    if !done { throw Journal.failure(file.path) }
  }

  private static func failure(_ path: String) -> Diagnostic {
    Diagnostic("cannot write \(path): \(String(cString: strerror(errno)))")
  }

  /// Name of the n-th journal of a session: readable, and different for different folders.
  static func name(_ path: String?, _ number: Int) -> String {
    (path.map(stem) ?? "untitled") + "-\(number).journal"
  }

  /// A name for what is kept about a session file elsewhere: readable, and different for different folders.
  static func stem(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325  // FNV-1a, 64 bit
    for byte in url.path.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return "\(url.lastPathComponent)-\(String(hash, radix: 16))"
  }
}

struct JournalHeader: Codable {
  var version: Int
  var path: String?
  var text: String
}
