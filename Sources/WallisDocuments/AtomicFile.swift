internal import Foundation

/// Replaces files so that a reader, a crash or a full disk never leaves half of one.
public enum AtomicFile {
  /// Writes the bytes to a new file beside `path`, forces them to the disk and renames it over `path`.
  ///
  /// Permissions of an existing file are kept, and a symbolic link is followed, so that the link stays one.
  /// - Throws: a `Diagnostic` naming the file and the system's reason; the old file is then untouched.
  public static func write(_ bytes: some Sequence<UInt8>, to path: String) throws(Diagnostic) {
    let target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    let temporary = "\(target).new-\(getpid())"
    let mode = existingMode(target) ?? 0o644
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw failure(path) }
    var done = fchmod(descriptor, mode) == 0 || existingMode(target) == nil
    done = done && writeAll(Array(bytes), to: descriptor) && fsync(descriptor) == 0
    let reason = errno
    done = close(descriptor) == 0 && done
    guard done, rename(temporary, target) == 0 else {
      let reason = done ? errno : reason
      unlink(temporary)
      throw failure(path, reason)
    }
    synchroniseFolder(of: target)
  }

  private static func existingMode(_ path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : nil
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
    let folder = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }

  private static func failure(_ path: String, _ code: Int32 = errno) -> Diagnostic {
    Diagnostic(
      "cannot write \(path): \(String(cString: strerror(code)))",
      remedy: "choose another place, or check the permissions and the free space of the folder")
  }
}
