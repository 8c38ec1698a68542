import Testing

/// The walls between the modules: arrows only point down.
@Suite struct WallTests {
  /// Modules that each module may import beside the standard library.
  static let allowed: [String: Set<String>] = [
    "WallisArithmetic": ["CArithmetic", "Glibc", "Musl", "Darwin", "Synchronization"],
    "WallisFormulas": ["WallisArithmetic", "Synchronization"],
    "WallisSearch": ["WallisArithmetic", "WallisFormulas", "Foundation", "Synchronization"],
    "WallisCatalog": [
      "WallisArithmetic", "WallisFormulas", "WallisSearch", "Foundation", "Synchronization", "GRDB",
    ],
    "WallisDocuments": ["Foundation"],
    "WallisCommands": [
      "WallisArithmetic", "WallisFormulas", "WallisSearch", "WallisCatalog", "WallisDocuments", "Foundation",
      "Synchronization", "ArgumentParser",
    ],
    "WallisNotebook": ["WallisCommands", "WallisDocuments", "Foundation", "Synchronization"],
    "WallisTerminal": [
      "WallisNotebook", "WallisCommands", "WallisDocuments", "CTerm", "Foundation", "Synchronization",
    ],
    "wallis": ["WallisTerminal", "WallisNotebook", "WallisCommands", "Foundation", "ArgumentParser"],
  ]

  @Test func importsPointDown() throws {
    let files = try SourceFile.all(below: "Sources")
    #expect(files.count > 100)
    for file in files where !file.module.hasPrefix("C") {
      let allowed = try #require(Self.allowed[file.module], "\(file)")
      #expect(Set(file.imports).isSubset(of: allowed), "\(file) imports \(Set(file.imports).subtracting(allowed))")
    }
  }

  @Test func theCheckSeesImports() {
    let lines = ["internal import GRDB", "public import WallisFormulas", "import Foundation", "// import Nothing"]
    #expect(SourceFile(module: "m", path: "p", lines: lines).imports == ["GRDB", "WallisFormulas", "Foundation"])
  }

  @Test func theEngineIsPure() throws {
    for file in try SourceFile.all(below: "Sources") where ["WallisArithmetic", "WallisFormulas"].contains(file.module) {
      for (number, line) in file.code.enumerated() {
        let impure = ["print(", "Date()", "SystemRandomNumberGenerator", "FileManager", "getenv"].first { line.contains($0) }
        #expect(impure == nil, "\(file):\(number + 1): \(impure ?? "")")
      }
    }
  }
}
