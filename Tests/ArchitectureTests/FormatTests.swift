import Testing

/// A format of `export` is known in its room only.
@Suite struct FormatTests {
  private static let room = "Sources/WallisCommands/Capabilities/Export/"

  @Test func nobodyAsksWhichFormatItIs() throws {
    let files = try SourceFile.all(below: "Sources")
    let names = files.flatMap { file in
      file.code.filter { $0.contains(": ExportFormat") }.compactMap { line in
        line.firstMatch(of: /struct (\w+): ExportFormat\b/).map { String($0.1) }
      }
    }
    #expect(names.count >= 7)
    for file in files where !file.path.hasPrefix(Self.room) {
      for (number, line) in file.code.enumerated() {
        let named = names.first { line.contains($0) }
        #expect(named == nil, "\(file):\(number + 1) names \(named ?? "")")
      }
    }
  }
}
