internal import CArithmetic

extension ComplexBall {
  /// A function of complex numbers; where the flag is set it has to be without information on every rectangle on which
  /// it is not analytic.
  public typealias Integrand = (_ point: ComplexBall, _ mustBeAnalytic: Bool) -> ComplexBall

  /// ∫ f over the segment from a to b by Gauss–Legendre quadrature with rigorous bounds (Arb).
  ///
  /// - Parameter evaluations: how often f is asked at most; the ball is wide where that does not suffice.
  /// - Reference: Johansson (2018), Numerical integration in arbitrary-precision ball arithmetic, LNCS 10931.
  public static func integral(
    from a: ComplexBall, to b: ComplexBall, bits: Int, evaluations: Int, _ f: Integrand
  ) -> ComplexBall {
    withoutActuallyEscaping(f) { f in
      let box = IntegrandBox(f)
      return a.withPointer { a in
        b.withPointer { b in
          ComplexBall(bits: bits) { result, _ in
            var options = acb_calc_integrate_opt_struct()
            acb_calc_integrate_opt_init(&options)
            options.eval_limit = evaluations
            var tolerance = mag_struct()
            mag_init(&tolerance)
            defer { mag_clear(&tolerance) }
            mag_set_ui_2exp_si(&tolerance, 1, -bits)
            _ = acb_calc_integrate(
              result, IntegrandBox.call, Unmanaged.passUnretained(box).toOpaque(), a, b, bits, &tolerance,
              &options, bits)
          }
        }
      }
    }
  }
}

/// An integrand that C code calls.
private final class IntegrandBox {
  let function: ComplexBall.Integrand

  init(_ function: @escaping ComplexBall.Integrand) { self.function = function }

  static let call: acb_calc_func_t = { result, point, box, order, bits in
    guard let result, let point, let box else { return 1 }
    let integrand = Unmanaged<IntegrandBox>.fromOpaque(box).takeUnretainedValue()
    let input = ComplexBall(bits: bits) { copy, _ in acb_set(copy, point) }
    integrand.function(input, order != 0).withPointer { acb_set(result, $0) }
    return 0
  }
}
