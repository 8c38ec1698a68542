import Testing

/// The walls between the modules: arrows only point down.
@Suite struct WallTests {
  /// Modules of the platform; the two lowest modules of Wallis do without Foundation.
  static let platform: Set<String> = ["Foundation", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin"]

  /// Modules that each module may import beside the standard library and the platform.
  static let allowed: [String: Set<String>] = [
    "WallisArithmetic": ["CArithmetic", "RealModule"],
    "WallisFormulas": ["WallisArithmetic", "RealModule"],
    "WallisMatrixFields": ["WallisArithmetic", "WallisFormulas", "RealModule"],
    "WallisResources": [],
    "WallisSearch": [
      "WallisArithmetic", "WallisFormulas", "WallisMatrixFields", "WallisResources", "CResidueSieve",
      "RealModule",
    ],
    "WallisCatalog": ["WallisArithmetic", "WallisFormulas", "WallisMatrixFields", "WallisSearch", "GRDB"],
    "WallisDocuments": [],
    "WallisCommands": [
      "WallisArithmetic", "WallisFormulas", "WallisMatrixFields", "WallisSearch", "WallisCatalog",
      "WallisDocuments",
      "ArgumentParser",
    ],
    "WallisNotebook": ["WallisCommands", "WallisDocuments", "TOMLKit"],
    "WallisTerminal": ["WallisNotebook", "WallisCommands", "WallisDocuments", "CTerm"],
    "wallis": ["WallisTerminal", "WallisNotebook", "WallisCommands", "ArgumentParser"],
  ]

  @Test func importsPointDown() throws {
    let files = try SourceFile.all(below: "Sources")
    #expect(files.count > 100)
    for file in files where !file.module.hasPrefix("C") {
      let allowed = try #require(Self.allowed[file.module], "\(file)").union(Self.platform)
      #expect(
        Set(file.imports).isSubset(of: allowed), "\(file) imports \(Set(file.imports).subtracting(allowed))")
    }
  }

  /// What is public is a promise to other packages; only the library product makes any.
  @Test func onlyTheEngineIsPublic() throws {
    let engine: Set<String> = ["WallisArithmetic", "WallisFormulas", "WallisMatrixFields", "WallisSearch"]
    for file in try SourceFile.all(below: "Sources") where !engine.contains(file.module) {
      // A type of the engine that conforms to a protocol of others needs a public import.
      for (number, line) in file.code.enumerated() {
        let words = line.split(separator: " ").prefix { $0.allSatisfy { $0.isLetter || $0 == "@" } }
        #expect(!words.contains("public") || words.contains("import"), "\(file):\(number + 1)")
      }
    }
  }

  @Test func theCheckSeesImports() {
    let lines = [
      "internal import GRDB", "public import WallisFormulas", "import Foundation", "// import Nothing",
    ]
    #expect(
      SourceFile(module: "m", path: "p", lines: lines).imports == ["GRDB", "WallisFormulas", "Foundation"])
  }

  @Test func theEngineIsPure() throws {
    for file in try SourceFile.all(below: "Sources")
    where ["WallisArithmetic", "WallisFormulas", "WallisMatrixFields"].contains(file.module) {
      for (number, line) in file.code.enumerated() {
        let impure = [
          "import Foundation", "print(", "Date()", "SystemRandomNumberGenerator", "FileManager", "getenv",
        ].first { line.contains($0) }
        #expect(impure == nil, "\(file):\(number + 1): \(impure ?? "")")
      }
    }
  }
}
