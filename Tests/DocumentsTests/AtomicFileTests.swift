import Foundation
import Testing
import WallisDocuments

@Suite struct AtomicFileTests {
  /// A folder that disappears with the test.
  final class Folder {
    let path = NSTemporaryDirectory() + "wallis-" + UUID().uuidString
    init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }
    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  @Test func replacesTheFileAndKeepsItsMode() throws {
    let folder = try Folder()
    let path = folder.path + "/s.md"
    try AtomicFile.write("one".utf8, to: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try AtomicFile.write("two".utf8, to: path)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "two")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["s.md"])
  }

  @Test func followsASymbolicLink() throws {
    let folder = try Folder()
    let (link, target) = (folder.path + "/link.md", folder.path + "/target.md")
    try AtomicFile.write("old".utf8, to: target)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    try AtomicFile.write("new".utf8, to: link)
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }

  @Test func aMissingFolderIsADiagnostic() throws {
    #expect(throws: Diagnostic.self) { try AtomicFile.write("x".utf8, to: "/nonexistent-wallis/s.md") }
  }

  @Test func aMissingSessionSaysSo() {
    #expect { try SessionFile(contentsOf: "/nonexistent-wallis.md") } throws: { error in
      (error as? Diagnostic)?.message.contains("no such file") == true
    }
  }
}
