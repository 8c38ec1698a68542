import Foundation
import GRDB
import TestSupport
import Testing
import WallisArithmetic
import WallisFormulas
import WallisSearch

@testable import WallisCatalog

/// Catalogs with flipped bits: what `check` passes is what was written, and `salvage` brings all that was not hit.
@Suite struct IntegrityTests {
  private let scratch: Scratch
  private let path: String
  private let original: [String]
  private let bytes: [UInt8]

  /// The bytes of a sound catalog and the lines of its export.
  private static let sound = Result {
    let scratch = try Scratch()
    let path = scratch.path("sound.sqlite")
    let catalog = try Catalog.open(at: path)
    _ = try catalog.scan()
    let formulas = try catalog.answer(CatalogQuery("status = value", limit: 20)).rows.map(\.formula)
    for formula in formulas { try catalog.addNote("about \(formula), and \(formula.key)", about: formula) }
    let lines = try Self.lines(catalog)
    try catalog.close()
    return ([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), lines)
  }

  init() throws {
    scratch = try Scratch()
    path = scratch.path("sound.sqlite")
    (bytes, original) = try Self.sound.get()
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  private static func lines(_ catalog: Catalog) throws -> [String] {
    try catalog.exported().split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") && !$0.hasPrefix("end\t") }
  }

  /// The key of the formula that a line is about; the whole line for coverage.
  private static func subject(_ line: String) -> String {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    return fields[0] == "coverage" ? line : String(fields[fields[0] == "formula" ? 2 : 1])
  }

  private func salvage(_ file: String) throws -> (lines: [String], report: SalvageReport) {
    let target = scratch.path("salvaged-\(UUID().uuidString)")
    let report = try Catalog.salvage(file, into: target)
    #expect(try Catalog.check(at: target).damages == [])
    return (try Self.lines(Catalog.open(at: target)), report)
  }

  @Test func whatIsSoundIsSaidToBe() throws {
    let health = try Catalog.check(at: path)
    #expect(health.damages == [] && health.rows.contains { $0 == ("formula", 288) })
    let (lines, report) = try salvage(path)
    #expect(lines == original && report.isWhole && report.kept["job"] == 1)
  }

  /// Every bit of the bytes that are not 0 is as likely, as most others hold nothing; the long suite draws as many as the
  /// promise names.
  @Test func aFlippedBitIsSeenAndAllElseIsSaved() throws {
    var generator = SplitMix64(seed: 16)
    var (seen, harmless) = (0, 0)
    for number in 0..<(LongSuite.isOn ? 60 : 4) {
      var bit = 0
      repeat { bit = Int.random(in: 0..<bytes.count * 8, using: &generator) } while bytes[bit / 8] == 0
      var damaged = bytes
      damaged[bit / 8] ^= 1 << (bit % 8)
      let file = scratch.path("damaged-\(number)")
      try Data(damaged).write(to: URL(fileURLWithPath: file))
      if isSound(file) {
        harmless += 1
        #expect(try Self.lines(Catalog.reading(at: file)) == original, "bit \(bit) changes what is read")
      } else {
        seen += 1
      }
      let (lines, report) = try salvage(file)
      let missing = Set(original).subtracting(lines)
      #expect(Set(lines).isSubset(of: original), "bit \(bit) brings something new")
      #expect(Set(missing.map(Self.subject)).count <= 1, "bit \(bit) takes \(missing)")
      if missing.contains(where: { $0.hasPrefix("formula") }) { #expect(!report.lostFormulas.isEmpty) }
    }
    #expect(seen >= harmless)
  }

  /// The size of pages, the mark of the owner, the schema.
  @Test(arguments: [16, 68, 2000]) func theFirstPageIsNotNeeded(byte: Int) throws {
    var damaged = bytes
    damaged[byte] ^= 0x10
    let file = scratch.path("damaged")
    try Data(damaged).write(to: URL(fileURLWithPath: file))
    #expect(try salvage(file).lines == original)
  }

  @Test func pagesOfRubbishLoseTheirRowsOnly() throws {
    var damaged = bytes
    let page = 4096 * (bytes.count / 4096 / 2)
    damaged.replaceSubrange(page..<page + 4096, with: repeatElement(0xA5, count: 4096))
    let file = scratch.path("damaged")
    try Data(damaged).write(to: URL(fileURLWithPath: file))
    #expect(!isSound(file))
    let lines = try salvage(file).lines
    #expect(Set(lines).isSubset(of: original) && lines.count > original.count - 60)
  }

  @Test func aFileWithoutRowsIsNoCatalog() throws {
    let file = scratch.path("rubbish")
    try Data(repeating: 0xA5, count: 20_000).write(to: URL(fileURLWithPath: file))
    #expect(throws: CatalogError.notADatabase(path: file)) {
      try Catalog.salvage(file, into: scratch.path("none"))
    }
    #expect(throws: CatalogError.exists(path: path)) { try Catalog.salvage(path, into: path) }
  }

  @Test func aChangedRowIsNamed() throws {
    let queue = try DatabaseQueue(path: path)
    try queue.write { db in
      db.add(function: RowChecksum.function)
      try db.execute(sql: "DROP TRIGGER formulaUpdated")
      try db.execute(sql: "UPDATE formula SET digits = 7 WHERE id = 5")
      try db.execute(sql: "UPDATE formula SET key = 'pcf nonsense', checksum = NULL WHERE id = 6")
    }
    let key = try queue.read { try String.fetchOne($0, sql: "SELECT key FROM formula WHERE id = 5") }
    try queue.close()
    let damages = try Catalog.check(at: path).damages
    #expect(damages.contains { $0.row == key && $0.detail == "it is not what was written" })
    #expect(damages.contains { $0.row == "pcf nonsense" && $0.detail == "its key cannot be read" })
    #expect(damages.contains { $0.row == "formulaUpdated" || $0.detail.contains("'formulaUpdated'") })
  }

  @Test func aClosedFormThatIsNotTheLimitIsNamed() throws {
    let catalog = try Catalog.open(at: path)
    try catalog.write { db in
      try db.execute(
        sql: "UPDATE formula SET value = '77.5' WHERE id = (SELECT formula FROM finding LIMIT 1)")
    }
    let damages = try Catalog.check(at: path).damages
    #expect(damages.map(\.detail) == ["it is not the limit of its formula"])
  }

  @Test func catalogsOfVersion01AreCheckedAndSalvaged() throws {
    let old = try #require(
      Bundle.module.url(forResource: "version-0.1", withExtension: "sqlite", subdirectory: "Fixtures"))
    let before = try Data(contentsOf: old)
    let health = try Catalog.check(at: old.path)
    #expect(health.isSound && health.isOlder, "\(health.damages)")
    let target = scratch.path("old")
    let report = try Catalog.salvage(old.path, into: target)
    #expect(report.isWhole)
    #expect(try Self.lines(Catalog.open(at: target)) == Self.lines(Catalog.reading(at: old.path)))
    #expect(try Data(contentsOf: old) == before)
  }

  private func isSound(_ file: String) -> Bool {
    do { return try Catalog.check(at: file).isSound } catch { return false }
  }

}
