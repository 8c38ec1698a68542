internal import Foundation
internal import WallisDocuments

/// Where journals are, and how bytes get there.
struct JournalFolder: Sendable {
  var path: String
  /// Writes bytes to a descriptor: how many were written, or -1 with `errno`.
  var write: @Sendable (Int32, UnsafeRawBufferPointer) -> Int = { Glibc.write($0, $1.baseAddress, $1.count) }
}

/// A log of changes beside the session file, written before anything else can happen.
///
/// The first line holds what the changes apply to. The file exists only while something is unsaved; it appears, and is
/// begun anew, whole and at once. Whoever writes it holds a lock on it, so that another notebook on the same session
/// neither recovers nor overwrites it.
///
/// What is guaranteed: when the program ends, in whatever way, every change that it has answered is there. When the
/// machine fails, changes of the last `syncDelay` seconds may be missing, older ones are not.
struct Journal {
  private struct File {
    var path: String
    var descriptor: Int32
    /// Bytes of whole lines.
    var length: Int
  }

  private let place: JournalFolder
  private var base: JournalBase
  private var file: File?

  /// A journal that is not written before the first change.
  init(_ place: JournalFolder, base: JournalBase) { (self.place, self.base) = (place, base) }

  /// A journal that was recovered and goes on in its file.
  init(_ place: JournalFolder, continuing found: FoundJournal) {
    self.init(place, base: found.contents.base)
    file = File(path: found.path, descriptor: found.descriptor, length: found.contents.length)
  }

  mutating func append(_ entry: JournalEntry) throws(Diagnostic) {
    guard let file else {
      if !entry.changes.isEmpty { try begin(with: entry) }
      return
    }
    let line = try Journal.line(entry)
    guard put(line, to: file.descriptor) else {
      let reason = errno
      // Half a line would hide the next one.
      ftruncate(file.descriptor, off_t(file.length))
      throw Journal.failure(file.path, reason)
    }
    self.file?.length += line.count
  }

  /// Begins anew on another base; where there is nothing to keep the file goes. Where this fails the old journal stays
  /// as it is.
  mutating func restart(_ base: JournalBase, _ entry: JournalEntry) throws(Diagnostic) {
    let (old, oldBase) = (file, self.base)
    self.base = base
    guard base.isUnsaved || !entry.changes.isEmpty else { return remove() }
    do {
      try begin(with: entry)
    } catch {
      self.base = oldBase
      throw error
    }
    if let old { Journal.discard(old, unlinking: old.path != file?.path) }
  }

  mutating func remove() {
    if let file { Journal.discard(file, unlinking: true) }
    file = nil
  }

  /// Leaves the file to the next start.
  mutating func letGo() {
    if let file { Journal.discard(file, unlinking: false) }
    file = nil
  }

  /// A second descriptor of the file, to be closed by the caller; nil where there is no file.
  var copyOfDescriptor: Int32? {
    file.flatMap { file in
      let copy = fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0)
      return copy < 0 ? nil : copy
    }
  }

  private static func discard(_ file: File, unlinking: Bool) {
    if unlinking { unlink(file.path) }
    close(file.descriptor)
  }

  private var folder: String { place.path }

  /// Writes a whole journal and puts it in its place: that of the present one, or the first that is free.
  private mutating func begin(with entry: JournalEntry) throws(Diagnostic) {
    let text = try Journal.line(JournalFormat.Header(base)) + Journal.line(entry)
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw Diagnostic("cannot make the folder \(folder)", remedy: "set XDG_STATE_HOME to a folder of yours")
    }
    let scratch = try ScratchFile(beside: "\(folder)/\(Journal.name(base.path, 1))")
    flock(scratch.descriptor, LOCK_EX | LOCK_NB)
    // What a file holds no more must be on the disk before the journal that held it goes.
    guard put(text, to: scratch.descriptor), !base.isUnsaved || fsync(scratch.descriptor) == 0 else {
      let reason = errno
      scratch.discard()
      throw Journal.failure(scratch.path, reason)
    }
    do {
      file = File(path: try move(scratch), descriptor: scratch.descriptor, length: text.count)
    } catch {
      scratch.discard()
      throw error
    }
  }

  private func move(_ scratch: ScratchFile) throws(Diagnostic) -> String {
    if let file, Journal.belongs(file.path, to: base.path) {
      guard rename(scratch.path, file.path) == 0 else { throw Journal.failure(file.path, errno) }
      return file.path
    }
    for number in 1...1000 {
      let path = "\(folder)/\(Journal.name(base.path, number))"
      if scratch.take(path) { return path }
      guard errno == EEXIST else { throw Journal.failure(path, errno) }
    }
    throw Diagnostic("there are too many journals in \(folder)", remedy: "open and save or remove them")
  }

  private static func line(_ value: some Encodable) throws(Diagnostic) -> Data {
    do {
      return try JournalFormat.line(value)
    } catch {
      throw Diagnostic("a change cannot be written to the journal: \(error)")
    }
  }

  private func put(_ data: Data, to descriptor: Int32) -> Bool {
    data.withUnsafeBytes { bytes in
      var done = 0
      while done < bytes.count {
        let count = place.write(descriptor, UnsafeRawBufferPointer(rebasing: bytes[done...]))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  private static func failure(_ path: String, _ reason: Int32) -> Diagnostic {
    Diagnostic("cannot write \(path): \(String(cString: strerror(reason)))")
  }
}

extension Journal {
  /// Name of the n-th journal of a session: readable, and different for different folders.
  static func name(_ path: String?, _ number: Int) -> String { "\(session(path))-\(number).journal" }

  private static func session(_ path: String?) -> String { path.map(stem) ?? "untitled" }

  private static func belongs(_ journal: String, to path: String?) -> Bool {
    let name = journal.split(separator: "/").last ?? ""
    let rest = name.dropFirst(session(path).count)
    return name.hasPrefix(session(path) + "-")
      && rest.dropFirst().dropLast(".journal".count).allSatisfy(\.isNumber)
  }

  /// A name for what is kept about a session file elsewhere: readable, and different for different folders.
  static func stem(_ path: String) -> String {
    let url = URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath()
    return "\(url.lastPathComponent)-\(String(Fingerprint.of(url.path.utf8), radix: 16))"
  }
}
