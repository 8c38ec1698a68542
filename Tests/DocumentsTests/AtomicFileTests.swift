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

  /// What must not be replaced, and what the message calls it.
  @Test(arguments: ["pipe", "socket", "folder", "circle", "chain of links to a pipe"])
  func whatIsNoFileIsNotReplaced(_ kind: String) throws {
    let folder = try Folder()
    let path = folder.path + "/it"
    var word = kind
    switch kind {
    case "pipe": #expect(mkfifo(path, 0o600) == 0)
    case "socket": try bindSocket(path)
    case "folder": try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case "circle":
      word = "leads in circles"
      #expect(symlink(folder.path + "/other", path) == 0 && symlink(path, folder.path + "/other") == 0)
    default:
      word = "pipe"
      #expect(mkfifo(folder.path + "/end", 0o600) == 0)
      #expect(symlink("end", folder.path + "/middle") == 0 && symlink("middle", path) == 0)
    }
    let before = try names(folder)
    #expect {
      try AtomicFile.write("x".utf8, to: path)
    } throws: { error in
      (error as? Diagnostic)?.message.contains(word) == true
    }
    #expect(try names(folder) == before)
  }

  /// Standard output is a device or a pipe unless it was sent to a file, which may be replaced by that name, too.
  private static let standardOutput: [String] = {
    var status = stat()
    return fstat(1, &status) == 0 && status.st_mode & S_IFMT == S_IFREG ? [] : ["/dev/stdout"]
  }()

  @Test(arguments: ["/dev/null", "/dev/full"] + standardOutput)
  func devicesAreNotReplaced(_ path: String) throws {
    #expect(throws: Diagnostic.self) { try AtomicFile.write("x".utf8, to: path) }
    var status = stat()
    #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG)
  }

  @Test func aFileThatIsBeingReadIsSparedUnderEveryName() throws {
    let folder = try Folder()
    let path = folder.path + "/catalog.sqlite"
    try AtomicFile.write("precious".utf8, to: path)
    #expect(symlink(path, folder.path + "/link") == 0 && link(path, folder.path + "/twin") == 0)
    for name in ["catalog.sqlite", "link", "twin"] {
      #expect {
        try AtomicFile.write(
          "x".utf8, to: folder.path + "/" + name, sparing: [.init(path, "the catalog being exported")])
      } throws: { error in
        (error as? Diagnostic)?.message.contains("the catalog being exported") == true
      }
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    try AtomicFile.write("x".utf8, to: folder.path + "/new", sparing: [.init(path, "the catalog")])
  }

  @Test func aLinkThatLeadsNowhereYetIsFollowed() throws {
    let folder = try Folder()
    #expect(symlink("target", folder.path + "/link") == 0)
    try AtomicFile.write("x".utf8, to: folder.path + "/link")
    #expect(try String(contentsOfFile: folder.path + "/target", encoding: .utf8) == "x")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path + "/link") == "target")
  }

  /// A file laid where the next scratch file would be, had it a name that can be guessed, is neither followed nor used.
  @Test func scratchFilesHaveNamesOfTheirOwnAndAreForTheirOwner() throws {
    let folder = try Folder()
    let (first, second) = (
      try ScratchFile(beside: folder.path + "/s.md"), try ScratchFile(beside: folder.path + "/s.md")
    )
    #expect(first.path != second.path)
    var status = stat()
    #expect(fstat(first.descriptor, &status) == 0 && status.st_mode & 0o777 == 0o600)
    first.discard()
    let isTaken = second.take(folder.path + "/s.md")
    #expect(isTaken)
    #expect(try names(folder) == ["s.md"])
    let third = try ScratchFile(beside: folder.path + "/s.md")
    #expect(!third.take(folder.path + "/s.md") && errno == EEXIST)
    third.discard()
    close(second.descriptor)
  }

  @Test func whatAKilledProcessLeftIsSweptAway() throws {
    let folder = try Folder()
    // No process has the largest number there is; the file of a living one and one of the user's stay.
    let left = [
      "s.md.new-2147483646-7", "s.md.new-\(getpid())-7", "s.md.new-2147483646-x", "other.new-2147483646-7",
    ]
    for name in left {
      try Data().write(to: URL(fileURLWithPath: folder.path + "/" + name))
      var times = [timeval(tv_sec: 1, tv_usec: 0), timeval(tv_sec: 1, tv_usec: 0)]
      #expect(utimes(folder.path + "/" + name, &times) == 0)
    }
    try AtomicFile.write("x".utf8, to: folder.path + "/s.md")
    #expect(try names(folder) == (left.dropFirst() + ["s.md"]).sorted())
  }

  @Test func aLongNameIsWritten() throws {
    let folder = try Folder()
    let name = String(repeating: "é", count: 120) + ".md"
    try AtomicFile.write("x".utf8, to: folder.path + "/" + name)
    #expect(try names(folder) == [name])
  }

  @Test(arguments: [
    ("x", "", "x"), ("a/b", "a", "b"), ("/x", "/", "x"), ("é", "", "é"), ("a/", "a", ""), ("", "", ""),
  ])
  func aPathHasAFolderAndAName(_ path: String, _ folder: String, _ name: String) throws {
    #expect(path.folderOfPath == folder && path.nameOfPath == name)
    #expect(try AtomicFile.target(of: path) == path)
  }

  @Test func nothingThatCommandsATerminalIsLeft() {
    let text = "a\u{1B}[31m\tb\r\nc\u{9B}2Jd\u{7F}\u{0}e\rπ\n"
    let safe = text.safeForTerminals
    #expect(safe == "a\u{FFFD}[31m\tb\r\nc\u{FFFD}2Jd\u{FFFD}\u{FFFD}e\u{FFFD}π\n")
    #expect(safe.safeForTerminals == safe)
  }

  private func names(_ folder: Folder) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  private func bindSocket(_ path: String) throws {
    let end = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(end) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    let done = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(end, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    #expect(done == 0)
  }
}
