internal import Foundation
internal import WallisDocuments

/// A journal that a notebook left behind which was killed, or which quit with something unsaved.
struct FoundJournal {
  let path: String
  /// Open and locked.
  let descriptor: Int32
  let contents: JournalContents

  /// Gives the lock back and leaves the file.
  func release() { close(descriptor) }

  /// Forgets what is in the session file.
  func remove() {
    unlink(path)
    release()
  }

  /// Sets aside what could not be used as a whole: renamed, never removed.
  ///
  /// - Returns: where it is now.
  func keep() -> String {
    release()
    return FoundJournal.keep(path)
  }

  fileprivate static func keep(_ path: String) -> String {
    for number in 1...1000 {
      let place = "\(path).kept-\(number)"
      if link(path, place) == 0 {
        unlink(path)
        return place
      }
      if errno == EEXIST { continue }
      // Where there are no hard links; what is there already stays.
      if !FileManager.default.fileExists(atPath: place), rename(path, place) == 0 { return place }
    }
    return path
  }
}

/// What a look for the journals of a session came to.
struct JournalSearch {
  /// A journal that cannot be read, set aside.
  struct Unreadable: Equatable {
    /// Where it is kept.
    var path: String
    var fault: JournalContents.Fault
  }

  /// Of the journals that nobody holds the one that was written last.
  private(set) var found: FoundJournal?
  /// How many others there are, for later starts.
  private(set) var waiting = 0
  /// Whether another notebook holds one.
  private(set) var isBusy = false
  /// Those of which nothing can be read.
  private(set) var unreadable: [Unreadable] = []

  init(_ session: String?, folder: String) {
    ScratchFile.sweep(beside: "\(folder)/\(Journal.name(session, 1))")
    var free: [(path: String, descriptor: Int32, written: timespec)] = []
    for number in 1...1000 {
      let path = "\(folder)/\(Journal.name(session, number))"
      let descriptor = open(path, O_RDWR | O_APPEND | O_NOFOLLOW | O_CLOEXEC)
      // Gaps may be left by notebooks that ended cleanly before others.
      if descriptor < 0, number > 8 { break }
      guard descriptor >= 0 else { continue }
      var status = stat()
      if Self.locks(descriptor), fstat(descriptor, &status) == 0 {
        free.append((path, descriptor, status.st_mtim))
      } else {
        isBusy = true
        close(descriptor)
      }
    }
    let latestFirst = free.sorted {
      ($0.written.tv_sec, $0.written.tv_nsec) > ($1.written.tv_sec, $1.written.tv_nsec)
    }
    for journal in latestFirst { take(journal.path, journal.descriptor) }
  }

  /// A child between its fork and its program holds the locks of a notebook that is gone for a moment longer.
  private static func locks(_ descriptor: Int32) -> Bool {
    for _ in 0..<10 {
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
      usleep(10_000)
    }
    return false
  }

  private mutating func take(_ path: String, _ descriptor: Int32) {
    guard found == nil, let data = FileManager.default.contents(atPath: path) else {
      waiting += 1
      close(descriptor)
      return
    }
    do {
      let contents = try JournalContents(data)
      found = FoundJournal(path: path, descriptor: descriptor, contents: contents)
      // What the end of the program cut short must not run into the next line.
      ftruncate(descriptor, off_t(contents.length))
    } catch {
      close(descriptor)
      unreadable.append(Unreadable(path: FoundJournal.keep(path), fault: error))
    }
  }
}
