internal import WallisArithmetic
internal import WallisFormulas

extension ReductionProof {
  /// What every reduction begins with.
  public static let opening = "reduction of "

  /// The proof as text that `ProofDocument` reads back and checks from nothing else.
  public var text: String {
    let head = "\(ReductionProof.opening)\(product) = \(ClosedForm(closedForm))"
    func whole(_ lines: [String], _ parts: [String]) -> String {
      ([head] + lines).joined(separator: "\n") + "\n" + parts.joined()
    }
    switch argument {
    case .products(let certificate, let proofs): return whole(certificate.lines, proofs.map(\.text))
    case .fraction(let factor, let proof): return whole([factor.line], [proof.text])
    case .factor(let factor, let proof): return whole([factor.line], [proof.text])
    }
  }
}

extension SymmetricProduct {
  fileprivate var lines: [String] {
    ["  products from \(start) by \(gauge.text(variable: "k"))"] + factors.map { "  of \($0)" }
  }
}

extension OrderReduction {
  fileprivate var line: String {
    "  order from \(start) by [\(factor.map { $0.text() }.joined(separator: ", "))]"
  }
}

/// Proofs as they stand in a file, of fractions and of recurrences.
public enum ProofDocument {
  /// Whether a line begins a proof.
  public static func begins(_ line: some StringProtocol) -> Bool {
    [Proof.opening, FormulaProof.opening, ReductionProof.opening, SequenceSumProof.opening].contains {
      line.hasPrefix($0)
    }
  }

  /// Reads proofs that stand one after the other and checks every step of them.
  ///
  /// - Returns: how many there are.
  /// - Throws: a `ProofFault` at the first line that is no step or does not hold.
  public static func check(_ text: String) throws(ProofFault) -> Int {
    var (reader, count) = (ProofReader(text), 0)
    while reader.next != nil {
      if reader.isReduction {
        _ = try reader.reduction()
      } else if reader.begins(SequenceSumProof.opening) {
        _ = try reader.sequenceSum()
      } else if reader.begins(FormulaProof.opening) {
        _ = try reader.image()
      } else {
        _ = try reader.proof()
      }
      count += 1
    }
    return count
  }
}

extension ReductionProof {
  /// Reads one and checks every step of it.
  ///
  /// - Throws: a `ProofFault` at the first line that is no step or does not hold.
  public init(parsing text: String) throws(ProofFault) {
    var reader = ProofReader(text)
    self = try reader.reduction()
    if let line = reader.next { throw ProofFault(line: line, "text after the end of the proof") }
  }
}

extension ProofReader {
  /// Whether the next line is one of `ReductionProof`.
  var isReduction: Bool { begins(ReductionProof.opening) }

  mutating func reduction() throws(ProofFault) -> ReductionProof {
    let head = try line(ReductionProof.opening)
    let sides = head.rest.split(separator: " = ").map(String.init)
    guard sides.count == 2, let expression = try? Expression(parsing: sides[0]),
      let product = try? MatrixProduct.formula(expression), let form = try? Expression(parsing: sides[1])
    else { throw ProofFault(line: head.number, "expected rec(…) = a closed form") }
    let number = next ?? head.number
    let argument = try begins("order from") ? order(product) : productsOfSolutions(product)
    guard
      let reduction = ReductionProof(product, closedForm: form.closedFormOrder, argument: argument)
    else { throw ProofFault(line: number, "these steps do not give this limit") }
    return reduction
  }

  private mutating func order(_ product: MatrixProduct) throws(ProofFault) -> ReductionProof.Argument {
    let here = try line("order from")
    let words = here.rest.split(separator: " ", maxSplits: 2).map(String.init)
    let list = words.last?.filter { $0 != "[" && $0 != "]" }.split(separator: ",").map {
      RationalFunction(parsing: String($0), in: "n")
    }
    guard words.count == 3, words[1] == "by", let start = Int(words[0]), let list, !list.contains(nil) else {
      throw ProofFault(line: here.number, "expected: order from 1 by [rational functions of n]")
    }
    guard let factor = OrderReduction(product, start: start, factor: list.compactMap(\.self)) else {
      throw ProofFault(line: here.number, "no factor of the recurrence that p and q solve")
    }
    return isReduction ? .factor(factor, try reduction()) : .fraction(factor, try proof())
  }

  private mutating func productsOfSolutions(
    _ product: MatrixProduct
  ) throws(ProofFault) -> ReductionProof.Argument {
    let certificate = try products(product)
    var proofs: [Proof] = []
    for _ in certificate.factors { proofs.append(try proof()) }
    return .products(certificate, proofs)
  }

  private mutating func products(
    _ product: MatrixProduct
  ) throws(ProofFault) -> SymmetricProduct {
    let here = try line("products from")
    let words = here.rest.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count == 3, words[1] == "by", let start = Int(words[0]),
      let gauge = RationalFunction(parsing: words[2], in: "k")
    else { throw ProofFault(line: here.number, "expected: products from 1 by a rational function of k") }
    var factors: [ContinuedFraction] = []
    while begins("of ") {
      let next = try line("of")
      guard let fraction = ContinuedFraction.reading(next.rest) else {
        throw ProofFault(line: next.number, "expected pcf(…, …)")
      }
      factors.append(fraction)
    }
    guard let certificate = SymmetricProduct(product, start: start, factors: factors, gauge: gauge) else {
      throw ProofFault(line: here.number, "the solutions are no products of those of these fractions")
    }
    return certificate
  }
}
