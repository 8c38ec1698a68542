package import Foundation

/// A file that is being written and not yet in its place: beside the place, under a name that nobody can guess, made
/// anew and never through a link.
///
/// A program that is killed leaves it; `sweep` removes what dead processes left.
package struct ScratchFile: Sendable {
  /// Where it is.
  package let path: String
  /// Open for reading and writing; the owner closes it.
  package let descriptor: Int32

  /// Makes an empty file beside `place`, for its owner only unless `mode` says otherwise, less what the user's mask
  /// takes.
  ///
  /// - Throws: a `Diagnostic` naming the place and the system's reason.
  package init(beside place: String, mode: mode_t = 0o600) throws(Diagnostic) {
    for _ in 0..<16 {
      let name = ScratchFile.prefix(place) + "\(getpid())-\(UInt64.random(in: .min ... .max))"
      let flags = O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_APPEND | O_CLOEXEC
      let file = open(name, flags, mode)
      if file >= 0 {
        (path, descriptor) = (name, file)
        return
      }
      guard errno == EEXIST else { break }
    }
    throw Diagnostic(
      "cannot write \(place): \(String(cString: strerror(errno)))",
      remedy: "choose another place, or check the permissions and the free space of the folder")
  }

  /// Closes and removes it.
  package func discard() {
    unlink(path)
    close(descriptor)
  }

  /// Moves it to a path where nothing is.
  ///
  /// - Returns: false with `errno` where that is impossible, `EEXIST` where something is there.
  package func take(_ place: String) -> Bool {
    if link(path, place) == 0 {
      unlink(path)
      return true
    }
    guard errno == EPERM || errno == ENOTSUP || errno == ENOSYS else { return false }
    // Where there are no hard links a look before the move must do.
    var status = stat()
    guard lstat(place, &status) != 0 else {
      errno = EEXIST
      return false
    }
    return rename(path, place) == 0
  }

  /// Removes what processes that are gone left beside a place, if it is older than a minute: another machine may see
  /// the same folder.
  package static func sweep(beside place: String) {
    let prefix = prefix(place)
    let folder = prefix.folderOfPath
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    for name in names where name.hasPrefix(prefix.nameOfPath) {
      let path = prefix.dropLast(prefix.nameOfPath.count) + name
      let numbers = path.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
      guard numbers.count == 2, let process = pid_t(numbers[0]), UInt64(numbers[1]) != nil, process > 0,
        kill(process, 0) != 0, errno == ESRCH
      else { continue }
      var status = stat()
      guard lstat(String(path), &status) == 0, status.st_mode & S_IFMT == S_IFREG,
        status.st_mtim.tv_sec + 60 < time(nil)
      else { continue }
      unlink(String(path))
    }
  }

  /// What the names of scratch files of a place begin with; long names are shortened to leave room.
  private static func prefix(_ place: String) -> String {
    let name = place.nameOfPath
    let folder = place.dropLast(name.count)
    var short = ""
    for scalar in name.unicodeScalars where short.utf8.count < 180 { short.unicodeScalars.append(scalar) }
    return "\(folder)\(short).new-"
  }
}
