internal import WallisArithmetic
internal import WallisFormulas

/// A script for another program that computes every formula afresh and says whether it has its closed form.
///
/// A verdict is about 50 digits. Where convergents to depth 32768 do not settle, Levin's u transformation of those of
/// even index goes on, which takes every error n^(−s)·(c + c₁/n + …); it is applied twice, and the distance of the two
/// results says what is known. What stays unknown to 50 digits is undecided, not failed. What has no program in the
/// language is told in its place.
///
/// - Reference: Levin, "Development of non-linear transformations for improving convergence of sequences" (1973).
struct ScriptExport: ExportFormat {
  let language: ScriptLanguage
  let name: String
  let summary: String
  private let target: Notation
  private let comment: String
  private let (start, end): (String, String)
  /// How a function of a variable begins.
  private let function: @Sendable (_ variable: String) -> String
  private let lineEnd: String

  func text(of subject: ExportSubject) -> String {
    subject.comments(comment, subject.head) + start + subject.statements.map(line).joined() + end
  }

  private func line(_ statement: ExportSubject.Statement) -> String {
    let name = "\"\(statement.formula)\""
    guard statement.isComputable else {
      return "left_out(\(name), \"its closed form cannot be computed\")\(lineEnd)"
    }
    let limit = statement.closedForm.text(target)
    switch statement.formula.program(in: language) {
    case .partials(let a, let b, let image):
      let map = image == FormulaProgram.itself ? "" : ", \(function("v"))\(text(image))"
      return "check(\(function("n"))\(a), \(function("n"))\(b), \(limit), \(name)\(map))\(lineEnd)"
    case .expression(let value): return "compare(\(value), \(limit), \(name))\(lineEnd)"
    case .none(let reason): return "left_out(\(name), \"\(reason)\")\(lineEnd)"
    }
  }

  private func text(_ image: [Integer]) -> String {
    "((\(image[0]))*v+(\(image[1])))/((\(image[2]))*v+(\(image[3])))"
  }
}

extension ScriptExport {
  /// For PARI/GP.
  static let gp = ScriptExport(
    language: .gp, name: "gp", summary: "a script for PARI/GP that checks every formula", target: .gp,
    comment: "\\\\ ", start: gpStart, end: gpEnd, function: { "\($0)->" }, lineEnd: ";\n")

  /// For Python with mpmath.
  static let mpmath = ScriptExport(
    language: .mpmath, name: "mpmath", summary: "a script for Python that checks every formula",
    target: .mpmath, comment: "# ", start: pythonStart, end: pythonEnd, function: { "lambda \($0): " },
    lineEnd: "\n")

  private static let gpStart = """
    \\\\ Run it with: gp -q FILE
    default(realprecision, 80);
    failed = 0; checked = 0; undecided = 0; skipped = 0;
    value(a, b, m) = my(t = a(m) * 1.); forstep(n = m, 1, -1, t = a(n-1) + b(n)/t); t;
    \\\\ Convergents 40, 42, ..., 40 + 2*count from the recurrence.
    convergents(a, b, count) = {
      my(p = [1., a(0) * 1.], q = [0., 1.], v = vector(count + 1));
      for (n = 1, 40 + 2*count,
        p = [p[2], a(n)*p[2] + b(n)*p[1]]; q = [q[2], a(n)*q[2] + b(n)*q[1]];
        if (n >= 40 && n % 2 == 0, v[n/2 - 19] = p[2]/q[2]));
      v;
    }
    levin(s, from, k) = {
      my(top = 0, bottom = 0);
      for (j = 0, k,
        my(i = from + j, w = (-1)^j * binomial(k, j) * (20. + i)^(k-2) / (s[i+1] - s[i]));
        top += w * s[i+1]; bottom += w);
      top / bottom;
    }
    limit(a, b, f) = {
      my(v = f(value(a, b, 1024)), w);
      for (k = 11, 15,
        w = v; v = f(value(a, b, 2^k));
        if (abs(v - w) < 1e-60 * max(1, abs(v)), return([v, abs(v - w)])));
      localprec(500);
      my(s = apply(f, convergents(a, b, 110)));
      v = levin(s, 1, 100); w = levin(s, 6, 90);
      [v, abs(v - w)];
    }
    \\\\ Distance of the closed form, and distance to which the limit is known.
    verdict(near, known, name) = {
      checked++;
      my(good = near < 1e-50 && known < 1e-50, bad = !good && near > 1e6 * known && known < 1e-20);
      if (bad, failed++, !good, undecided++);
      print(name, if (good, " holds: ", bad, " FAILS: ", " undecided: "), strprintf("%.1e", near), " apart",
        if (good || bad, "", strprintf(", and known to %.1e only", known)));
    }
    check(a, b, x, name, f = v->v) = {
      my(l = iferr(limit(a, b, f), E, [0, oo]));
      if (l[2] == oo, checked++; undecided++; print(name, " undecided: its convergents cannot be computed"),
        verdict(abs(l[1] - x) / max(1, abs(x)), l[2] / max(1, abs(x)), name));
    }
    compare(y, x, name) = verdict(abs(y - x) / max(1, abs(x)), 1e-60, name);
    left_out(name, why) = { skipped++; print(name, " left out: ", why); }

    """
  private static let gpEnd = """
    counted(number, word) = if (number, Str(", ", number, " ", word), "");
    print(checked, " checked, ", failed, " failed", counted(undecided, "undecided"), counted(skipped, "left out"));
    quit(failed > 0)

    """

  private static let pythonStart = """
    # Run it with: python3 FILE
    from mpmath import *
    mp.dps = 80
    failed = checked = undecided = skipped = 0
    def value(a, b, m):
        t = mpf(a(mpf(m)))
        for n in range(m, 0, -1):
            t = a(mpf(n - 1)) + b(mpf(n)) / t
        return t
    def convergents(a, b, count):
        "Convergents 40, 42, ..., 40 + 2*count from the recurrence."
        p, q, v = [mpf(1), mpf(a(mpf(0)))], [mpf(0), mpf(1)], []
        for n in range(1, 41 + 2 * count):
            an, bn = a(mpf(n)), b(mpf(n))
            p, q = [p[1], an * p[1] + bn * p[0]], [q[1], an * q[1] + bn * q[0]]
            if n >= 40 and n % 2 == 0:
                v.append(p[1] / q[1])
        return v
    def levin_u(s, first, k):
        top = bottom = mpf(0)
        for j in range(k + 1):
            i = first + j
            w = (-1) ** j * binomial(k, j) * mpf(20 + i) ** (k - 2) / (s[i] - s[i - 1])
            top, bottom = top + w * s[i], bottom + w
        return top / bottom
    def limit_of(a, b, f):
        v = f(value(a, b, 1024))
        for k in range(11, 16):
            w, v = v, f(value(a, b, 2 ** k))
            if abs(v - w) < mpf(10) ** -60 * max(1, abs(v)):
                return v, abs(v - w)
        with workdps(500):
            s = [f(x) for x in convergents(a, b, 110)]
            v, w = levin_u(s, 1, 100), levin_u(s, 6, 90)
            return v, abs(v - w)
    def verdict(near, known, name):
        "Distance of the closed form, and distance to which the limit is known."
        global failed, checked, undecided
        checked += 1
        good = near < mpf(10) ** -50 and known < mpf(10) ** -50
        bad = not good and near > mpf(10) ** 6 * known and known < mpf(10) ** -20
        failed += bad
        undecided += not good and not bad
        word = "holds:" if good else "FAILS:" if bad else "undecided:"
        limits = "" if good or bad else f", and known to {nstr(known, 2)} only"
        print(name, word, nstr(near, 2), "apart" + limits)
    def check(a, b, x, name, f=lambda v: v):
        global checked, undecided
        try:
            v, known = limit_of(a, b, f)
        except ZeroDivisionError:
            checked, undecided = checked + 1, undecided + 1
            return print(name, "undecided: its convergents cannot be computed")
        verdict(abs(v - x) / max(1, abs(x)), known / max(1, abs(x)), name)
    def compare(y, x, name):
        verdict(abs(y - x) / max(1, abs(x)), mpf(10) ** -60, name)
    def left_out(name, why):
        global skipped
        skipped += 1
        print(name, "left out:", why)

    """
  private static let pythonEnd = """
    print(checked, "checked,", failed, "failed" + (f", {undecided} undecided" if undecided else "")
          + (f", {skipped} left out" if skipped else ""))
    raise SystemExit(failed > 0)

    """
}
