/// A whole box of continued fractions: degrees of a and b at most, and the largest coefficient.
private struct DegreeBox: Hashable {
  let (a, b, height): (Int, Int, Int)

  init(_ a: Int, _ b: Int, _ height: Int) { (self.a, self.b, self.height) = (a, b, height) }

  /// The box that a space names: `degree 1,2 height 3`.
  init?(_ space: SearchedSpace) {
    guard let match = space.description.wholeMatch(of: /degree (\d+),(\d+) height (\d+)/),
      let a = Int(match.1), let b = Int(match.2), let height = Int(match.3),
      max(a, b) <= DegreeBox.highestDegree, height <= DegreeBox.largestHeight
    else { return nil }
    self.init(a, b, height)
  }

  /// Larger numbers stand in no record of a search that anybody could finish.
  private static let (highestDegree, largestHeight) = (100, 1 << 40)

  /// Whether every fraction of the other box is in this one.
  func contains(_ other: DegreeBox) -> Bool { other.a <= a && other.b <= b && other.height <= height }

  /// The fractions that are in both.
  func common(with other: DegreeBox) -> DegreeBox {
    DegreeBox(min(a, other.a), min(b, other.b), min(height, other.height))
  }

  func request() throws(SearchError) -> DynamicsRequest {
    func range(_ degree: Int) -> String {
      [String](repeating: "-\(height)..\(height)", count: degree + 1).joined(separator: ",")
    }
    return try DynamicsRequest(a: range(a), b: range(b), identify: true)
  }

  /// Its fractions, mirrors counted; nil for boxes that no search takes.
  var members: Int? { try? request().units().members }
}

extension DynamicsRequest {
  /// One more for the largest coefficient, or one more for a degree with any coefficients that were searched.
  public static func proposals(beside spaces: [SearchedSpace]) -> [SpaceProposal] {
    let scanned = spaces.compactMap(DegreeBox.init)
    let largest = scanned.filter { box in !scanned.contains { $0 != box && $0.contains(box) } }
    return largest.flatMap { box -> [SpaceProposal] in
      let widened = (1...min(max(1, box.height), mostHeights)).flatMap {
        [DegreeBox(box.a + 1, box.b, $0), DegreeBox(box.a, box.b + 1, $0)]
      }
      let next = [DegreeBox(box.a, box.b, box.height + 1)] + widened
      return next.filter { next in !scanned.contains { $0.contains(next) } }
        .compactMap { proposal($0, beside: box) }
    }
  }

  /// A degree more makes a box of a large height too large; small heights are the ones to begin with.
  private static let mostHeights = 100

  private static func proposal(_ box: DegreeBox, beside neighbour: DegreeBox) -> SpaceProposal? {
    guard let request = try? box.request(), let own = box.members, let scanned = neighbour.members,
      let common = box.common(with: neighbour).members, own > common,
      let space = try? neighbour.request().space
    else { return nil }
    return SpaceProposal(
      request: request,
      command: "search dynamics --degree \(box.a),\(box.b) --height \(box.height) --identify",
      group: "degree \(box.a),\(box.b)", neighbour: space, degrees: (neighbour.a, neighbour.b),
      scanned: scanned, new: own - common)
  }
}
