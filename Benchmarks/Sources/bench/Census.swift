import WallisArithmetic
import WallisFormulas

func census() {
  var counts: [String: Int] = [:]
  var zeros = 0
  let t = clock {
    for a2 in 0...5 { for a1 in -5...5 { for a0 in -5...5 {
      let lead = a2 != 0 ? a2 : a1 != 0 ? a1 : a0
      if lead <= 0 { continue }
      for b2 in -5...5 { for b1 in -5...5 { for b0 in -5...5 {
        if b2 == 0 && b1 == 0 && b0 == 0 { continue }
        let f = ContinuedFraction(a: [a0, a1, a2], b: [b0, b1, b2])
        guard let e = try? f.evaluate(digits: 30) else { counts["limit", default: 0] += 2; continue }
        var key = e.outcome.status
        if case .terminates(let v) = e.outcome { key += v == nil ? " inf" : " rational" }
        if case .value = e.outcome, e.enclosure!.containsZero { zeros += 2 }
        if case .rational(let v) = e.outcome, v.signum == 0 { zeros += 2 }
        if case .undetermined = e.outcome { print(f) }
        key += " \(e.convergence?.rawValue ?? "")"
        counts[key, default: 0] += 2
        if case .value = e.outcome, e.decimal(atMost: 30)?.digits != 30 { counts["short", default: 0] += 2; if counts["short"]! < 20 { print("short", f, e.decimal(atMost: 30) as Any) } }
      }}}
    }}}
  }
  for (k, v) in counts.sorted(by: { $0.key < $1.key }) { print(k, v) }
  print("zeros", zeros, "seconds", t)
}
