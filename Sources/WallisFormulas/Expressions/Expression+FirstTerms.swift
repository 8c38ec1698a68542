internal import WallisArithmetic

/// Continued fractions whose first terms are written out, as expressions around `pcf`.
extension Expression {
  /// What `pcf` or `cohen` with lists stands for: a(0) + b(1)/(a(1) + … b(m)/pcf(…)); nil for calls without lists.
  ///
  /// `pcf([a0, …, a(n)], [b1, …, b(n)])`: entries stand at their index, the last one from there on. `cohen` has b one
  /// lower: the last entry of its second list at n is the numerator above a(n + 1).
  ///
  /// - Throws: a `SyntaxError` where a list is empty.
  static func firstTerms(
    _ name: String, _ arguments: [Expression], at range: Range<Int>
  ) throws(SyntaxError) -> Expression? {
    guard arguments.count == 2, name == "cohen" || arguments.contains(where: { $0.listEntries != nil }) else {
      return nil
    }
    let lists = arguments.map { $0.listEntries ?? [$0] }
    guard let a = lists[0].last, let last = lists[1].last else {
      throw SyntaxError(
        "a list without entries", at: range, remedy: "\(name)([3, 6], [(2n-1)^2]): the last entry goes on")
    }
    let b = name == "cohen" ? last.moved(by: -1) : last
    let start = max(lists[0].count, lists[1].count) - 1
    func partial(_ n: Int) -> Expression { n < lists[0].count - 1 ? lists[0][n] : a.value(at: n) }
    func numerator(_ n: Int) -> Expression { n < lists[1].count ? lists[1][n - 1] : b.value(at: n) }
    let arguments = [a.moved(by: start), b.moved(by: start)]
    let tail = Expression.inflated(arguments, at: range) ?? Expression(.call("pcf", arguments), at: range)
    return (0..<start).reversed().reduce(tail) { tail, n in
      Expression(.sum(partial(n), Expression(.quotient(numerator(n + 1), tail), at: range)), at: range)
    }
  }

  /// `a0 + 1/(a1 + … 1/x)` with x = pcf(cycle(period), 1), or without x where there is no period.
  static func simpleFraction(
    _ quotients: [Expression], period: [Expression], at range: Range<Int>
  ) -> Expression {
    let tail: Expression? =
      switch period.count {
      case 0: nil
      case 1: Expression(.call("pcf", [period[0], .integer(1)]), at: range)
      default: Expression(.call("pcf", [Expression(.call("cycle", period)), .integer(1)]), at: range)
      }
    return quotients.reversed().reduce(tail) { tail, quotient in
      tail.map { Expression(.sum(quotient, Expression(.quotient(.integer(1), $0), at: range)), at: range) }
        ?? quotient
    } ?? .integer(0)
  }

  /// The expression with n + steps in the place of n; a cycle begins elsewhere.
  fileprivate func moved(by steps: Int) -> Expression {
    guard steps != 0 else { return self }
    if case .call("cycle", let parts) = node, !parts.isEmpty {
      let first = ((steps % parts.count) + parts.count) % parts.count
      return Expression(
        .call("cycle", (0..<parts.count).map { parts[(first + $0) % parts.count].moved(by: steps) }),
        at: range)
    }
    let n = Expression.name(NameTable.variable)
    let other = Expression(
      steps > 0 ? .sum(n, .integer(Integer(steps))) : .difference(n, .integer(Integer(-steps))))
    return Expression(replacing(n, with: other).node, at: range)
  }

  /// The entry at one index.
  fileprivate func value(at index: Int) -> Expression {
    if case .call("cycle", let parts) = node, !parts.isEmpty {
      return parts[index % parts.count].value(at: index)
    }
    return replacing(.name(NameTable.variable), with: .integer(Integer(index)))
  }
}
