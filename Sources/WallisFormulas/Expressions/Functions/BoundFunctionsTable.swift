extension FunctionTable {
  /// Functions that give an index values, which the parser and `BoundCall` read, and limits over n, of which each is a
  /// `LimitCall` or becomes another when it is read.
  static let bound: [FunctionDeclaration] = [
    FunctionDeclaration(
      "sum", ["k=a..b", "t(k)"], "sum of t(k) over the integers k from a to b; b may be inf",
      value: .bound),
    FunctionDeclaration(
      "rec", ["[c0, ..., cr]", "p=[...]", "q=[...]", "from=n0"],
      "limit of p_n/q_n for two solutions of c0(n)u_n + ... + cr(n)u_(n-r) = 0, n >= n0, by their values before n0",
      value: .limit),
    FunctionDeclaration(
      "matrixproduct", ["[[...], ...]", "start=[[...], [...]]", "from=n0"],
      "common limit of the ratios of the columns of start M(n0) M(n0+1)...; start has two rows",
      value: .limit),
    FunctionDeclaration(
      "integral", ["x=a..b", "f(x)"], "integral of f(x) over x from a to b; -inf and inf are bounds too",
      value: .bound),
    FunctionDeclaration(
      "cohen", ["[a0, ..., a(n)]", "[b0, ..., b(n)]"],
      "continued fraction as PARI/GP and Cohen's database write it: b(n) stands above a(n+1)",
      value: .limit),
    FunctionDeclaration(
      "cycle", ["p0(n)", "p1(n)"], "inside pcf: p_(n mod m)(n), for fractions that are interlaced from m",
      value: .limit),
    FunctionDeclaration(
      "cf", ["[a0; a1, ..., (period)]"], "simple continued fraction by its partial quotients",
      value: .limit),
    FunctionDeclaration(
      "product", ["k=a..b", "t(k)"], "product of t(k) over the integers k from a to b; b may be inf",
      value: .bound),
  ]
}
