package import WallisFormulas

/// What can go wrong with a catalog; each case says what happened, `remedy` what to try.
package enum CatalogError: Error, Sendable, Equatable {
  /// There is no file at the path, and none was to be made.
  case missing(path: String)
  /// The path leads to a folder, a pipe or a device; `detail` says which.
  case notAFile(path: String, detail: String)
  /// The file was removed or replaced while it was open.
  case replaced(path: String)
  /// A file that must not be replaced is there.
  case exists(path: String)
  /// The file or its folder cannot be written.
  case unwritable(path: String, detail: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is a database of another program.
  case foreign(path: String)
  /// The catalog was made by a newer version of Wallis.
  case newerSchema(path: String)
  /// A page of the file cannot be read.
  case corrupt(path: String, detail: String)
  /// The disk or the quota is full; what was being written was rolled back.
  case diskFull(path: String)
  /// Another process holds the catalog for longer than the time allowed.
  case locked(path: String)
  /// The operating system or the database refused for another reason.
  case failed(path: String, detail: String)
  /// The formula is not in the catalog.
  case notStored(String)
  /// There is no job with this number.
  case noSuchJob(Int)
  /// A query cannot be read: the mistake with its place in `text`.
  case query(SyntaxError, text: String)
  /// A line of a text to import cannot be read, or states what cannot be; lines count from 1.
  case badLine(Int, detail: String)
  /// Another catalog states what cannot be true beside what is known.
  case contradiction(detail: String)
  /// A text to import is not whole.
  case incomplete(detail: String)
  /// Another catalog, or a part of it, states what does not come out here: `part` says which search of it, nil for the
  /// catalog as it lies.
  case differs(path: String, part: String?, detail: String)

  /// What happened, in one sentence without a full stop.
  package var message: String {
    switch self {
    case .missing(let path): "there is no catalog at \(path)"
    case .notAFile(let path, let detail): "\(path) is not a catalog: it is \(detail)"
    case .replaced(let path): "the catalog \(path) was removed or replaced while it was in use"
    case .exists(let path): "\(path) exists already"
    case .unwritable(let path, let detail): "the catalog \(path) cannot be written: \(detail)"
    case .notADatabase(let path): "\(path) is not a catalog: it is no SQLite database"
    case .foreign(let path): "\(path) is not a catalog: it is a database of another program"
    case .newerSchema(let path): "the catalog \(path) was made by a newer version of Wallis"
    case .corrupt(let path, let detail): "the catalog \(path) is damaged: \(detail)"
    case .diskFull(let path): "the disk is full; nothing incomplete was written to \(path)"
    case .locked(let path): "another process is using the catalog \(path)"
    case .failed(let path, let detail): "the catalog \(path) failed: \(detail)"
    case .notStored(let formula): "\(formula) is not in the catalog"
    case .noSuchJob(let number): "there is no job \(number)"
    case .query(let error, _): error.message
    case .badLine(let line, let detail): "line \(line) cannot be read: \(detail)"
    case .contradiction(let detail): "the catalogs contradict each other: \(detail)"
    case .incomplete(let detail): "the text is not whole: \(detail)"
    case .differs(let path, let part, let detail):
      "\(part.map { "\($0) in " } ?? "")\(path) is refused: \(detail)"
    }
  }

  /// What to try.
  package var remedy: String? {
    switch self {
    case .missing: "a search makes it, or name another with --catalog or WALLIS_CATALOG"
    case .notAFile, .unwritable, .notADatabase, .foreign: "name another file with --catalog or WALLIS_CATALOG"
    case .replaced:
      "what was stored before is in the file that was removed; begin again with the one that is there"
    case .exists: "choose another name"
    case .newerSchema: "update Wallis, or name another catalog"
    case .corrupt:
      "keep the file; `catalog check` says what is damaged, `catalog salvage` brings the rest into a new catalog"
    case .diskFull: "make room, then resume"
    case .locked: "wait for it to end, then try again"
    case .failed: nil
    case .notStored: "search a space that contains it first"
    case .noSuchJob: "`jobs` lists them"
    case .query(let error, _): error.remedy
    case .badLine:
      "the file should come from `catalog export`, or begin with a continued fraction; nothing was imported"
    case .contradiction: "measure that formula again; nothing was merged"
    case .incomplete: "copy or export it again; nothing was imported"
    case .differs(_, let part?, _):
      "search \(part) again into a new catalog and merge that; nothing of this one was merged"
    case .differs:
      "copy it again, or search again into a new catalog; `catalog check` says more; nothing of it was merged"
    }
  }
}
