extension String {
  /// The folder of a path as it stands before the name, without the slash; empty where the path is a name only.
  ///
  /// `NSString.deletingLastPathComponent` traps on names of one character (Foundation of Swift 6.3 on Linux).
  package var folderOfPath: String {
    guard let slash = lastIndex(of: "/") else { return "" }
    return slash == startIndex ? "/" : String(self[..<slash])
  }

  /// What stands behind the last slash of a path.
  package var nameOfPath: String {
    lastIndex(of: "/").map { String(self[index(after: $0)...]) } ?? self
  }
}
