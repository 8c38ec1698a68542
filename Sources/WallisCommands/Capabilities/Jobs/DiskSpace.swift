internal import Foundation

/// How much can be written.
enum DiskSpace {
  /// Bytes free on the disk that a file is on, or will be; nil where that cannot be told.
  static func free(at path: String) -> Int? {
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    while !FileManager.default.fileExists(atPath: folder.path), folder.path != "/" {
      folder.deleteLastPathComponent()
    }
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder.path)
    func bytes(_ key: FileAttributeKey) -> Int? { (attributes?[key] as? NSNumber)?.intValue }
    // File systems without a size of their own, such as /proc, say 0.
    return bytes(.systemSize) == 0 ? nil : bytes(.systemFreeSize)
  }
}
