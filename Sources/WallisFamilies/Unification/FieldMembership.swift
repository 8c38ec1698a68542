public import WallisMatrixFields
public import WallisProofs

/// Which fractions are lines of conservative matrix fields, up to exact links: the short lines of every field of rank 2
/// from its usual start.
public struct FieldMembership: Sendable {
  private let lines: [(field: String, subject: LinkSubject)]

  /// The lines of some fields; those that meet a hyperplane where their field is singular are left out.
  public init(_ fields: [MatrixField]) {
    lines = fields.filter { $0.rank == 2 }.flatMap { field in
      FieldMembership.directions(field.axes.count).compactMap { direction in
        guard let line = try? FieldLine(field, direction: direction),
          let fraction = LineFraction(line)?.fraction
        else { return nil }
        return (field.name, LinkSubject(fraction))
      }
    }
  }

  /// The axes, and the diagonal of each pair of them.
  private static func directions(_ axes: Int) -> [[Int]] {
    let units = (0..<axes).map { axis in (0..<axes).map { $0 == axis ? 1 : 0 } }
    let pairs = units.indices.flatMap { first in
      units.indices.filter { $0 > first }.map { second in zip(units[first], units[second]).map { $0 + $1 } }
    }
    return units + pairs
  }

  /// The name of a field that a line linked to the fraction lies in; nil where none is found.
  public func field(of subject: LinkSubject) -> String? {
    lines.first { line in
      !line.subject.plausibleFolds(with: subject).isEmpty
        && Equivalence(from: line.subject, to: subject) != nil
    }?.field
  }
}
