internal import WallisArithmetic
internal import WallisCatalog
internal import WallisDocuments
internal import WallisFormulas
internal import WallisSearch

/// Measures the continued fractions that stand in the lines of a file, evaluates formulas of other kinds, stores them.
///
/// A line that is no formula is reported and ends nothing. What stands behind `#` is a comment. Sums may be written as
/// other programs do.
struct FormulaListImport {
  /// Lines measured and stored at a time: about a second of work.
  private static let batch = 1024
  private typealias Member = (a: [Int], b: [Int])
  private static let depths = (n: 1000, m: 2000)

  let context: VerbContext
  let catalog: String
  let workers: Int
  private var (stored, number) = (0, 0)
  private var faults: [(line: Int, refusal: Refusal)] = []

  init(context: VerbContext, catalog: String, workers: Int) {
    (self.context, self.catalog, self.workers) = (context, catalog, workers)
  }

  /// What stands before a comment.
  private static func formula(in line: String) -> String { String(line.prefix { $0 != "#" }).trimmingSpaces }

  /// Whether a line before the first formula is empty or a comment; exported text begins with a comment of its own.
  static func saysNothing(_ line: String) -> Bool {
    let text = line.trimmingSpaces
    return text.isEmpty || text.hasPrefix("#") && !text.hasPrefix("# Wallis catalog")
  }

  /// Whether a file with this first line is meant as a list of formulas.
  static func isList(firstLine: String, in context: VerbContext) -> Bool {
    (try? context.renewed().writtenFormula(formula(in: firstLine))) != nil
  }

  /// Reads all lines; `firstLines` are those that were read already.
  mutating func reply(_ firstLines: [String], _ lines: LineReader) throws -> Reply {
    let store = try context.openCatalog(at: catalog, creating: true)
    var waiting = firstLines[...]
    let isStopped = try context.stopRequests.observe {
      while true {
        let batch = try nextBatch { try waiting.popFirst() ?? lines.next() }
        guard !(batch.fractions.isEmpty && batch.others.isEmpty) else { return false }
        try store.store(
          FormulaMeasurer.records(
            of: batch.fractions, depth: Self.depths.n, against: Self.depths.m, digits: 30, workers: workers)
            + batch.others)
        stored += batch.fractions.count + batch.others.count
        if context.stopRequests.isRequested { return true }
      }
    }
    return reply(isStopped: isStopped)
  }

  private mutating func nextBatch(
    _ next: () throws -> String?
  ) throws -> (fractions: [Member], others: [MeasuredFormula]) {
    var (fractions, others): ([Member], [MeasuredFormula]) = ([], [])
    while fractions.count + others.count < Self.batch, let line = try next() {
      number += 1
      let text = Self.formula(in: line)
      guard !text.isEmpty else { continue }
      do throws(Refusal) {
        let formula = try context.renewed().writtenFormula(text)
        if let fraction = formula.fraction {
          fractions.append(try member(fraction))
        } else {
          others.append(try record(formula))
        }
      } catch {
        faults.append((number, error))
      }
    }
    return (fractions, others)
  }

  /// The row of a formula that has no convergents of its own.
  private func record(_ formula: Formula) throws(Refusal) -> MeasuredFormula {
    guard let limit = formula.limit, let decimal = limit.enclosure(30)?.decimal(atMost: 30) else {
      throw Refusal("\(formula) has no limit that is found")
    }
    var dynamics = Dynamics(
      outcome: .value, convergence: formula.image.flatMap { Classification($0.fraction).convergence },
      value: decimal.value.description, digits: decimal.digits)
    if let figures = limit.figures() {
      (dynamics.delta, dynamics.digitsPerTerm) = (figures.delta, figures.digitsPerTerm)
    }
    return MeasuredFormula(
      key: formula.key, canonicalKey: formula.canonicalKey, signs: .plus, dynamics: dynamics,
      depth: limit.depths.measured, against: limit.depths.limit)
  }

  private func member(_ fraction: ContinuedFraction) throws(Refusal) -> Member {
    guard let a = fraction.a.words, let b = fraction.b.words else {
      throw Refusal("coefficients beyond 2^63", remedy: "measure it by itself", exit: .limit)
    }
    guard !fraction.b.isZero else { throw Refusal("b is 0: the fraction is a(0)") }
    return (a, b)
  }

  private func reply(isStopped: Bool) -> Reply {
    let fields = [
      Field("measured", Text(ProgressLine.grouped(stored), .digits)),
      Field("lines passed over", Text(ProgressLine.grouped(faults.count), .digits)),
    ]
    let reports = faults.prefix(10).map { fault in
      Block.paragraph(Text("line \(fault.line): \(fault.refusal.diagnostic.message)"))
    }
    let rest: [Block] =
      faults.count > reports.count ? [.paragraph("… and \(faults.count - reports.count) more")] : []
    var json: JSONValue {
      [
        "measured": .integer(stored),
        "passedOver": .array(
          faults.map { ["line": .integer($0.line), "message": .string($0.refusal.diagnostic.message)] }),
      ]
    }
    return Reply(
      Document([.fields(fields)] + reports + rest), json: json,
      exit: isStopped ? .interrupted : stored > 0 ? .done : .badData)
  }
}

extension VerbContext {
  /// The formula that a line of a file stands for, as Wallis writes it or another program.
  fileprivate func writtenFormula(_ text: String) throws(Refusal) -> Formula {
    do throws(Refusal) {
      return try formula([Word(argument: text)]).formula
    } catch {
      guard let own = ForeignSpelling.rewritten(text) else { throw error }
      return try formula([Word(argument: own)]).formula
    }
  }
}
