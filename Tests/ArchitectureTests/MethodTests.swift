import Testing

/// A method of search is known in its own folder, in the table of methods, and by its verb and view.
@Suite struct MethodTests {
  /// Types of the methods, with the places that may name them: the folder, the verb, the view.
  private static let homes: [String: [String]] = [
    "DynamicsRequest": [
      "WallisSearch/Dynamics/", "WallisCommands/Capabilities/Search/SearchDynamicsVerb.swift",
    ],
    "EsmaRequest": [
      "WallisSearch/Esma/", "WallisCommands/Capabilities/Search/SearchEsmaVerb.swift",
      "WallisCommands/Capabilities/Search/EsmaSearchView.swift",
    ],
    "FieldRequest": [
      "WallisSearch/MatrixFieldLines/", "WallisCommands/Capabilities/Search/SearchFieldVerb.swift",
    ],
    "FactorialRequest": [
      "WallisSearch/FactorialReduction/", "WallisCommands/Capabilities/Search/SearchFactorialVerb.swift",
    ],
    "SeriesRequest": [
      "WallisSearch/HypergeometricSeries/", "WallisCommands/Capabilities/Search/SearchSeriesVerb.swift",
    ],
  ]

  @Test func nothingElseKnowsAMethod() throws {
    let files = try SourceFile.all(below: "Sources")
    for (type, places) in Self.homes {
      let strangers = files.filter { file in
        !places.contains { file.path.contains($0) } && file.code.contains { $0.contains(type) }
      }
      #expect(strangers.map(\.path) == ["Sources/WallisSearch/SearchMethodsTable.swift"], "\(type)")
    }
  }

  @Test func nothingAsksWhichMethodItIs() throws {
    for file in try SourceFile.all(below: "Sources") {
      for (number, line) in file.code.enumerated() {
        let asked = ["case .dynamics", "case .esma"].first { line.contains($0) }
        #expect(asked == nil, "\(file):\(number + 1): \(line)")
      }
    }
  }

  @Test func plansAreNotCast() throws {
    for file in try SourceFile.all(below: "Sources") {
      for (number, line) in file.code.enumerated() {
        #expect(!line.contains("plan.space as"), "\(file):\(number + 1): \(line)")
      }
    }
  }
}
