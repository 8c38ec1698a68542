internal import WallisFormulas
public import WallisProofs

/// Fractions with the exact links between them: components are what is one formula in many clothes.
///
/// Linked is transitive, so that a component is compared through its simplest member alone: what is tried are pairs of
/// simplest members, each once.
public struct FormulaGraph: Sendable {
  /// An exact link: limit(to) = map(limit(from)).
  public struct Link: Sendable {
    /// Place of the fraction whose limit the map takes.
    public let from: Int
    /// Place of the other.
    public let to: Int
    /// Why.
    public let equivalence: Equivalence

    /// A link between two places.
    public init(from: Int, to: Int, equivalence: Equivalence) {
      (self.from, self.to, self.equivalence) = (from, to, equivalence)
    }
  }

  /// What a comparison of two places came to.
  public enum Trial: Sendable {
    /// They are linked.
    case link(Link)
    /// No link was found: the later place, then the earlier.
    case none(Int, Int)
  }

  /// The fractions, the simplest first.
  public let subjects: [LinkSubject]
  /// All links, the stored ones first.
  public private(set) var links: [Link] = []
  private var parents: [Int]
  private var failed: Set<[Int]> = []

  /// A graph without links.
  ///
  /// - Parameter subjects: the fractions, the simplest first.
  public init(_ subjects: [LinkSubject]) {
    self.subjects = subjects
    parents = Array(subjects.indices)
  }

  /// Takes in what an earlier comparison came to.
  public mutating func add(_ trial: Trial) {
    switch trial {
    case .none(let x, let y): failed.insert([max(x, y), min(x, y)])
    case .link(let link):
      links.append(link)
      let (x, y) = (root(link.from), root(link.to))
      parents[max(x, y)] = min(x, y)
    }
  }

  /// The simplest member of the component of a place.
  public func root(_ place: Int) -> Int {
    var place = place
    while parents[place] != place { place = parents[place] }
    return place
  }

  /// The components with more than one member, by their simplest members; members in the order of the subjects.
  public var components: [[Int]] {
    var members: [Int: [Int]] = [:]
    for place in subjects.indices { members[root(place), default: []].append(place) }
    return members.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
  }

  /// How many links every place has.
  public var degrees: [Int] {
    links.reduce(into: Array(repeating: 0, count: subjects.count)) { degrees, link in
      degrees[link.from] += 1
      degrees[link.to] += 1
    }
  }

  /// Compares what was not compared, until nothing is left or `body` returns false.
  ///
  /// - Parameter body: takes every trial, with the number of places that are done.
  public mutating func complete(_ body: (Trial, _ done: Int) throws -> Bool) rethrows {
    for place in subjects.indices {
      for other in 0..<place where parents[place] == place && parents[other] == other {
        guard let trial = trial(place, other) else { continue }
        add(trial)
        guard try body(trial, place) else { return }
      }
    }
  }

  /// The comparison of two simplest members; nil where the coefficients exclude a link, or it was made.
  private func trial(_ place: Int, _ other: Int) -> Trial? {
    let (x, y) = (subjects[place], subjects[other])
    let isLikely = x.shiftKey == y.shiftKey || !x.plausibleFolds(with: y).isEmpty
    guard isLikely, !failed.contains([place, other]) else { return nil }
    guard let equivalence = Equivalence(from: y, to: x) else { return .none(place, other) }
    return .link(Link(from: other, to: place, equivalence: equivalence))
  }
}

extension FormulaGraph {
  /// Proofs of fractions, carried along links to all others of their components.
  ///
  /// - Parameter proofs: by places; of a component the first serves.
  /// - Returns: the new ones by places, in the order in which they follow.
  public func carried(_ proofs: [Int: Proof]) -> [(place: Int, proof: Proof)] {
    var neighbours: [Int: [Link]] = [:]
    for link in links {
      neighbours[link.from, default: []].append(link)
      neighbours[link.to, default: []].append(link)
    }
    var (known, found) = (proofs, [(place: Int, proof: Proof)]())
    var queue = proofs.keys.sorted()[...]
    while let place = queue.popFirst() {
      guard let proof = known[place] else { continue }
      for link in neighbours[place] ?? [] {
        let next = link.from == place ? link.to : link.from
        guard known[next] == nil, let carried = link.carried(proof, to: subjects[next].fraction) else {
          continue
        }
        known[next] = carried
        found.append((next, carried))
        queue.append(next)
      }
    }
    return found
  }
}

extension FormulaGraph.Link {
  /// The proof of one end from that of the other; nil where the link does not carry limits.
  fileprivate func carried(_ proof: Proof, to fraction: ContinuedFraction) -> Proof? {
    switch equivalence {
    case .coefficients: return proof.moved(to: fraction)
    case .matrix(let certificate):
      let oriented = certificate.first == fraction ? certificate : certificate.inverse
      guard let oriented, oriented.first == fraction, oriented.second == proof.fraction else { return nil }
      return Proof(
        fraction, closedForm: oriented.map.image(of: proof.closedForm), argument: .linked(oriented, proof))
    }
  }
}
