internal import Foundation

/// Replaces files so that a reader, a crash or a full disk never leaves half of one.
package enum AtomicFile {
  /// A file that must not be replaced, and what it is, as in "the catalog being exported".
  package struct Spared: Sendable {
    var path: String
    var role: String

    /// A file by its path; where it is not there nothing is spared.
    package init(_ path: String, _ role: String) { (self.path, self.role) = (path, role) }
  }

  /// Writes the bytes to a new file beside `path`, forces them to the disk and renames it over `path`.
  ///
  /// Permissions of an existing file are kept, and a symbolic link is followed, so that the link stays one. Only
  /// files are replaced: no folder, device, pipe or socket, and none of the `spared` ones under whatever name.
  /// - Throws: a `Diagnostic` naming the file and the reason; the old file is then untouched.
  package static func write(
    _ bytes: some Sequence<UInt8>, to path: String, sparing spared: [Spared] = []
  ) throws(Diagnostic) {
    do {
      try write(to: path, sparing: spared) { write in try write(Array(bytes)) }
    } catch {
      throw error as? Diagnostic ?? failure(path, EIO)
    }
  }

  /// The same for bytes that come piece by piece, so that memory does not depend on their number.
  ///
  /// - Parameter pieces: hands each piece to the function that it is given; what it throws leaves the old file as it is.
  package static func write(
    to path: String, sparing spared: [Spared] = [],
    pieces: (_ write: (_ piece: [UInt8]) throws(Diagnostic) -> Void) throws -> Void
  ) throws {
    let target = try target(of: path)
    let old = try replaceable(target, path, spared)
    ScratchFile.sweep(beside: target)
    let scratch = try ScratchFile(beside: target, mode: old == nil ? 0o644 : 0o600)
    func require(_ done: Bool) throws(Diagnostic) {
      let reason = errno
      guard done else { throw failure(path, reason) }
    }
    do {
      if let old { try require(fchmod(scratch.descriptor, old.st_mode & 0o7777) == 0) }
      try pieces { piece throws(Diagnostic) in try require(writeAll(piece, to: scratch.descriptor)) }
      try require(fsync(scratch.descriptor) == 0)
      try require(rename(scratch.path, target) == 0)
    } catch {
      scratch.discard()
      throw error
    }
    close(scratch.descriptor)
    synchroniseFolder(of: target)
  }

  /// Refuses a path that `write` would refuse, before there is anything to write.
  package static func check(_ path: String, sparing spared: [Spared] = []) throws(Diagnostic) {
    _ = try replaceable(try target(of: path), path, spared)
  }

  /// The file that a path leads to through links.
  ///
  /// - Throws: a `Diagnostic` for links that lead in circles.
  package static func target(of path: String) throws(Diagnostic) -> String {
    var current = path
    for _ in 0..<40 {
      var bytes = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
      let count = readlink(current, &bytes, Int(PATH_MAX))
      guard count >= 0 else { return current }
      let next = String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = current.folderOfPath
      current = next.hasPrefix("/") || folder.isEmpty ? next : "\(folder)/\(next)"
    }
    throw refusal(path, "is a link that leads in circles")
  }

  /// What is at the target now; nil for nothing.
  private static func replaceable(_ target: String, _ path: String, _ spared: [Spared]) throws(Diagnostic)
    -> stat?
  {
    var status = stat()
    // Links of the system that lead nowhere by name, as /dev/stdout does, are followed by the system itself.
    guard stat(path, &status) == 0 || lstat(target, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw refusal(path, "is a folder")
    case S_IFIFO: throw refusal(path, "is a pipe")
    case S_IFSOCK: throw refusal(path, "is a socket")
    default: throw refusal(path, "is a device")
    }
    for file in spared {
      var other = stat()
      guard stat(file.path, &other) == 0, other.st_dev == status.st_dev, other.st_ino == status.st_ino else {
        continue
      }
      throw refusal(path, "is \(file.role)")
    }
    return status
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var offset = 0
      while offset < buffer.count {
        let count = Glibc.write(descriptor, buffer.baseAddress.map { $0 + offset }, buffer.count - offset)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return false }
        offset += count
      }
      return true
    }
  }

  /// The rename itself reaches the disk with the folder.
  private static func synchroniseFolder(of path: String) {
    let name = path.folderOfPath
    let folder = open(name.isEmpty ? "." : name, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func refusal(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic("cannot write \(path): it \(reason)", remedy: "name a file that may be replaced, or a new one")
  }

  private static func failure(_ path: String, _ code: Int32 = errno) -> Diagnostic {
    Diagnostic(
      "cannot write \(path): \(String(cString: strerror(code)))",
      remedy: "choose another place, or check the permissions and the free space of the folder")
  }
}
