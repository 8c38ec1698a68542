import Testing

/// The walls between the modules: arrows only point down.
@Suite struct WallTests {
  /// Modules of the platform; the two lowest modules of Wallis do without Foundation.
  static let platform: Set<String> = ["Foundation", "Synchronization", "Dispatch", "Glibc", "Musl", "Darwin"]

  /// Modules that each module may import beside the standard library and the platform.
  static let allowed: [String: Set<String>] = [
    "WallisArithmetic": ["CArithmetic", "RealModule"],
    "WallisFormulas": ["WallisArithmetic", "RealModule"],
    "WallisIdentification": ["WallisArithmetic", "WallisFormulas", "RealModule"],
    "WallisMatrixFields": ["WallisArithmetic", "WallisFormulas", "WallisIdentification", "RealModule"],
    "WallisProofs": [
      "WallisArithmetic", "WallisFormulas", "WallisIdentification", "WallisMatrixFields", "RealModule",
    ],
    "WallisFamilies": [
      "WallisArithmetic", "WallisFormulas", "WallisIdentification", "WallisMatrixFields", "WallisProofs",
    ],
    "WallisResources": [],
    "WallisSearch": [
      "WallisArithmetic", "WallisFormulas", "WallisIdentification", "WallisMatrixFields", "WallisProofs",
      "WallisResources",
      "CResidueSieve", "RealModule",
    ],
    "WallisCatalog": [
      "WallisArithmetic", "WallisFormulas", "WallisIdentification", "WallisMatrixFields", "WallisProofs",
      "WallisFamilies", "WallisSearch", "GRDB",
    ],
    "WallisDocuments": ["CPng"],
    "WallisCommands": [
      "WallisArithmetic", "WallisFormulas", "WallisIdentification", "WallisMatrixFields", "WallisProofs",
      "WallisFamilies", "WallisSearch", "WallisCatalog", "WallisDocuments", "ArgumentParser",
    ],
    "WallisNotebook": ["WallisCommands", "WallisDocuments"],
    "WallisTerminal": ["WallisNotebook", "WallisCommands", "WallisDocuments", "CTerm", "CLine"],
    "wallis": ["WallisTerminal", "WallisNotebook", "WallisCommands", "ArgumentParser"],
  ]

  /// Modules of the library product.
  static let engine: Set<String> = [
    "WallisArithmetic", "WallisFormulas", "WallisIdentification", "WallisMatrixFields", "WallisProofs",
    "WallisFamilies", "WallisSearch",
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

  /// A module that the manifest does not name is found by accident, where a neighbour happens to need it.
  @Test func importsAreNamedInTheManifest() throws {
    let manifest = try String(
      contentsOf: SourceFile.root.appendingPathComponent("Package.swift"), encoding: .utf8)
    let products = [
      "RealModule": "real", "ArgumentParser": "argumentParser", "GRDB": "grdb",
    ]
    let shared = ["Testing", "TestSupport"]
    let files = try SourceFile.all(below: "Sources") + SourceFile.all(below: "Tests")
    let modules = Dictionary(grouping: files, by: \.module).filter {
      !$0.key.hasPrefix("C") || $0.key.hasSuffix("Tests")
    }
    #expect(modules.count > 18)
    for (module, files) in modules {
      let targets = manifest.components(separatedBy: "\n  targets: [").last ?? ""
      let kinds = "(module|tests|\\.target|\\.executableTarget)"
      let start = try #require(
        targets.firstRange(of: try Regex("\(kinds)\\(\\s*(name: )?\"\(module)\"")), "\(module)")
      let next = targets[start.upperBound...].firstRange(of: /\n    [.a-z]/)
      let declaration = targets[start.upperBound..<(next?.lowerBound ?? targets.endIndex)]
      let words = Set(declaration.split { !$0.isLetter }.map(String.init))
      let needed = Set(files.flatMap(\.imports).filter { $0.allSatisfy(\.isLetter) })
        .subtracting(Self.platform).subtracting(shared)
      let missing = needed.filter { !words.contains(products[$0] ?? $0) }
      #expect(missing.isEmpty, "\(module) does not declare \(missing.sorted())")
    }
  }

  /// Tests of a module of the engine are a target of its name, and see no module above it.
  @Test func testsStandBesideTheirModule() throws {
    let shared: Set<String> = ["Testing", "TestSupport"]
    let files = Dictionary(grouping: try SourceFile.all(below: "Tests"), by: \.module)
    for module in Self.engine {
      let target = "\(module.dropFirst("Wallis".count))Tests"
      let allowed = try #require(Self.allowed[module]).union(Self.platform).union(shared).union([module])
      for file in try #require(files[target], "\(module) has no \(target)") {
        #expect(Set(file.imports).isSubset(of: allowed), "\(file) imports \(file.imports)")
      }
    }
  }

  /// What is public is a promise to other packages; only the library product makes any.
  @Test func onlyTheEngineIsPublic() throws {
    for file in try SourceFile.all(below: "Sources") where !Self.engine.contains(file.module) {
      // A type of the engine that conforms to a protocol of others needs a public import.
      for (number, line) in file.code.enumerated() where line.contains("public") {
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
    where Self.engine.contains(file.module) && file.module != "WallisSearch" {
      for (number, line) in file.code.enumerated() {
        let impure = [
          "import Foundation", "print(", "Date()", "SystemRandomNumberGenerator", "FileManager", "getenv",
        ].first { line.contains($0) }
        #expect(impure == nil, "\(file):\(number + 1): \(impure ?? "")")
      }
    }
  }
}
