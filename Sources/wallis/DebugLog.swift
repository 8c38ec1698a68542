internal import Foundation

/// Appends lines to the file that `WALLIS_LOG` names: time, process, what happened.
///
/// Programs that the notebook starts write to the same file; each line is one write.
enum DebugLog {
  /// Takes the lines; nil without the variable. A file that cannot be opened is told on standard error.
  static func opened(_ variables: [String: String]) -> (@Sendable (String) -> Void)? {
    guard let path = variables["WALLIS_LOG"], !path.isEmpty else { return nil }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      let reason = String(cString: strerror(errno))
      FileHandle.standardError.write(Data("WALLIS_LOG: \(path) cannot be written: \(reason)\n".utf8))
      return nil
    }
    return { text in
      let time = Date().formatted(.iso8601.time(includingFractionalSeconds: true))
      let line = Array("\(time) \(getpid()) \(text.replacing("\n", with: " "))\n".utf8)
      _ = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    }
  }
}
