/// What a search goes through: a space, or one of the parts that make it.
public struct SearchedSpace: Sendable, Hashable {
  /// The whole in one line: `degree 2,2 height 3`; the same space has the same text.
  public var whole: String
  /// The part; nil for the whole.
  public var shard: Shard?

  /// A whole space, or a part of it.
  public init(_ whole: String, shard: Shard? = nil) { (self.whole, self.shard) = (whole, shard) }
}

extension SearchedSpace: CustomStringConvertible {
  private static let mark = " shard "

  /// One line, as catalogs and exchange files keep it: `degree 2,2 height 3 shard 1/4`.
  public var description: String { whole + (shard.map { SearchedSpace.mark + "\($0)" } ?? "") }

  /// Reads the line back.
  public init(parsing text: String) {
    guard let mark = text.ranges(of: SearchedSpace.mark).last,
      let shard = Shard(text[mark.upperBound...])
    else {
      self.init(text)
      return
    }
    self.init(String(text[..<mark.lowerBound]), shard: shard)
  }
}

/// Which part of a space this machine scans, `3/64`: the third of 64.
public struct Shard: Codable, Sendable, Hashable {
  /// Number of this part, from 1.
  public let index: Int
  /// Number of parts.
  public let count: Int

  /// Part `index` of `count`.
  /// - Throws: `SearchError.senseless` unless 1 ≤ index ≤ count.
  public init(index: Int, count: Int) throws(SearchError) {
    guard count >= 1, (1...count).contains(index) else {
      throw .senseless(
        message: "there is no part \(index) of \(count)", remedy: "shards are numbered from 1, as in 3/64")
    }
    (self.index, self.count) = (index, count)
  }

  /// Reads a stored one.
  /// - Throws: what the decoder throws, and `SearchError.senseless` unless 1 ≤ index ≤ count.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      index: container.decode(Int.self, forKey: .index), count: container.decode(Int.self, forKey: .count))
  }

  /// Reads `3/64`.
  public init(parsing text: String) throws(SearchError) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]) else {
      throw .malformed(message: "not a shard", text: text, position: 0, remedy: "write it as 3/64")
    }
    try self.init(index: index, count: count)
  }

  /// Reads `3/64`; nil for other text.
  init?(_ text: Substring) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let index = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(index)
    else { return nil }
    (self.index, self.count) = (index, count)
  }
}

extension Shard: CustomStringConvertible {
  /// `3/64`.
  public var description: String { "\(index)/\(count)" }
}

/// How a space was searched: what negative knowledge has to say beside the space.
public struct CoverageTerms: Sendable, Hashable {
  /// Depth n of the metrics, or terms that a pattern is looked for in.
  public var depth: Int
  /// Depth m that stood for the limit.
  public var against: Int
  /// Correct digits that values were asked to have.
  public var digits: Int
  /// Whether closed forms were looked for.
  public var identify: Bool

  /// These terms.
  public init(depth: Int, against: Int, digits: Int, identify: Bool) {
    (self.depth, self.against, self.digits, self.identify) = (depth, against, digits, identify)
  }
}

/// What a complete search of some method covered.
public struct Coverage: Sendable, Hashable {
  /// Word of the method.
  public var method: String
  /// The space.
  public var space: SearchedSpace
  /// How it was searched.
  public var terms: CoverageTerms
  /// Members of the space, mirrors included.
  public var candidates: Int

  /// What was covered, from its parts.
  public init(method: String, space: SearchedSpace, terms: CoverageTerms, candidates: Int) {
    (self.method, self.space, self.terms, self.candidates) = (method, space, terms, candidates)
  }

  /// What a search of so many members covers.
  public init(_ request: any SearchMethod, candidates: Int) {
    (method, space, terms) = (request.name, request.space, request.coverage)
    self.candidates = candidates
  }
}
