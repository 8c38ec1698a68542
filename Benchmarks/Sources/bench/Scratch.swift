import WallisArithmetic
import WallisFormulas

func clock(_ body: () -> Void) -> Double {
  let c = ContinuousClock()
  let d = c.measure(body)
  return Double(d.components.seconds) + Double(d.components.attoseconds) / 1e18
}

@main struct Bench {
  static func main() throws {
    if CommandLine.arguments.contains("census") { census(); return }
    var random = SystemRandomNumberGenerator()
    var fractions: [ContinuedFraction] = []
    while fractions.count < 2000 {
      let k = (0..<6).map { _ in Int.random(in: -5...5, using: &random) }
      if k[..<3].allSatisfy({ $0 == 0 }) || k[3...].allSatisfy({ $0 == 0 }) { continue }
      fractions.append(ContinuedFraction(a: Array(k[..<3]), b: Array(k[3...])))
    }
    var meter = DynamicsMeter()
    var sum = 0.0
    let t = clock { for f in fractions { sum += (try? meter.measure(f))?.delta ?? 0 } }
    print("measure", t / Double(fractions.count) * 1e3, "ms", sum)
    if CommandLine.arguments.count > 1 { return }
    let t2 = clock { for f in fractions { _ = try? f.evaluate(digits: 30) } }
    print("evaluate30", t2 / Double(fractions.count) * 1e3, "ms")
    let t3 = clock { for f in fractions { _ = Classification(f) } }
    print("classify", t3 / Double(fractions.count) * 1e3, "ms")
    let t4 = clock { for f in fractions { _ = CanonicalForm(f).key } }
    print("canonical", t4 / Double(fractions.count) * 1e3, "ms")
    let apery = try Expression(parsing: "pcf(34n^3+51n^2+27n+5, -n^6)").continuedFraction()!
    let t5 = clock { for _ in 0..<10 { _ = try? apery.evaluate(digits: 10000) } }
    print("apery 10000 digits", t5 / 10 * 1e3, "ms")
    let slow = try Expression(parsing: "pcf(6, (2n-1)^2)").continuedFraction()!
    for d in [50, 100, 300, 1000] { let t6 = clock { _ = try? slow.evaluate(digits: d) }
    print("slow", d, t6 * 1e3, "ms") }
    for d in [50, 100, 300, 1000, 3000] { let t6 = clock { let e = try! Expression(parsing: "pcf(2n+2, -n^2)").continuedFraction()!.evaluate(digits: d); print(e.verification, e.outcome) }
    print("gompertz", d, t6 * 1e3, "ms") }
    for d in [50, 100, 300, 1000, 3000] { let t6 = clock { let e = try! Expression(parsing: "pcf(1, 5n)").continuedFraction()!.evaluate(digits: d); print(e.verification, e.outcome) }
    print("s=1", d, t6 * 1e3, "ms") }
  }
}
