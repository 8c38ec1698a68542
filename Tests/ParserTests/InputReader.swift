/// A reader of what comes from outside of the program, with inputs that it reads: to be tried with others.
struct InputReader: Sendable {
  /// A reader said yes to something and contradicts itself.
  struct Broken: Error {
    let what: String
    init(_ what: String) { self.what = what }
  }

  /// Its name, and that of the folder of what was found.
  let name: String
  /// How often its turn comes, of the sum of all.
  let share: Int
  /// Inputs that it reads.
  let seeds: [[UInt8]]
  /// Throws where it refuses an input, `Broken` where it contradicts itself.
  let read: @Sendable ([UInt8]) throws -> Void

  /// A reader of bytes. It has a name of its own: where two initialisers fit, the compiler tries all of a table.
  static func ofBytes(
    _ name: String, share: Int = 20, seeds: [[UInt8]], _ read: @escaping @Sendable ([UInt8]) throws -> Void
  ) -> InputReader {
    InputReader(name: name, share: share, seeds: seeds, read: read)
  }

  /// A reader of text; what is no UTF-8 reaches it as the program hands it over, with replacement characters.
  static func ofText(
    _ name: String, share: Int = 20, seeds: [String], _ read: @escaping @Sendable (String) throws -> Void
  ) -> InputReader {
    InputReader(name: name, share: share, seeds: seeds.map { Array($0.utf8) }) { bytes in
      try read(String(decoding: bytes, as: UTF8.self))
    }
  }
}

/// Throws unless the condition holds.
func holds(_ condition: Bool, _ what: @autoclosure () -> String) throws {
  if !condition { throw InputReader.Broken(what()) }
}
