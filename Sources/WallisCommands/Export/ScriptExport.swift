internal import WallisArithmetic
internal import WallisFormulas

/// A script for another program that computes every formula afresh and says whether it has its closed form.
///
/// Convergents have to approach the closed form, however slowly: from depth 500 to depth 4000 the distance falls, or
/// is nothing to 60 digits. What has no program in the language is told in its place.
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
    let limit = statement.closedForm.text(target)
    let name = "\"\(statement.formula)\""
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
    value(a, b, m) = my(t = a(m) * 1.); forstep(n = m, 1, -1, t = a(n-1) + b(n)/t); t;
    failed = 0; checked = 0; skipped = 0;
    verdict(near, ok, name, how) = {
      checked++; if (!ok, failed++);
      print(name, if (ok, " holds, ", " FAILS, "), strprintf("%.1e", near), how);
    }
    check(a, b, x, name, f = v->v) = {
      my(near = abs(f(value(a, b, 4000)) - x), far = abs(f(value(a, b, 500)) - x));
      verdict(near, near < 1e-60 || near < 0.95 * far, name, " at depth 4000");
    }
    compare(y, x, name) = { my(near = abs(y - x)); verdict(near, near < 1e-60, name, " apart"); }
    left_out(name, why) = { skipped++; print(name, " left out: ", why); }

    """
  private static let gpEnd = """
    print(checked, " checked, ", failed, " failed", if (skipped, Str(", ", skipped, " left out"), ""));
    quit(failed > 0)

    """

  private static let pythonStart = """
    # Run it with: python3 FILE
    from mpmath import *
    mp.dps = 80
    failed = checked = skipped = 0
    def value(a, b, m):
        t = a(m)
        for n in range(int(m), 0, -1):
            t = a(mpf(n - 1)) + b(mpf(n)) / t
        return t
    def verdict(near, ok, name, how):
        global failed, checked
        checked += 1
        failed += not ok
        print(name, "holds," if ok else "FAILS,", nstr(near, 2), how)
    def check(a, b, x, name, f=lambda v: v):
        near, far = abs(f(value(a, b, mpf(4000))) - x), abs(f(value(a, b, mpf(500))) - x)
        verdict(near, near < mpf(10) ** -60 or near < 0.95 * far, name, "at depth 4000")
    def compare(y, x, name):
        near = abs(y - x)
        verdict(near, near < mpf(10) ** -60, name, "apart")
    def left_out(name, why):
        global skipped
        skipped += 1
        print(name, "left out:", why)

    """
  private static let pythonEnd = """
    print(checked, "checked,", failed, "failed" + (f", {skipped} left out" if skipped else ""))
    raise SystemExit(failed > 0)

    """
}
