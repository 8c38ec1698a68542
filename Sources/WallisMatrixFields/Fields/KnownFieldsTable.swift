internal import WallisFormulas

// The fields that come with Wallis, in the format that `FieldReader` reads. To add one: a definition here; the proof that
// it is conservative runs whenever it is loaded, and a test asks for its limit.
//
// Sources: Elimelech et al., "Algorithm-assisted discovery of an intrinsic order among mathematical constants", PNAS 121
// (2024), for the fields of rank 2; Weinbaum, Barsky et al., "On conservative matrix fields: continuous asymptotics and
// arithmetic" (2025), for those from hypergeometric functions.

enum KnownFieldsTable {
  private static let pnas = "Elimelech et al., PNAS 121 (2024)"
  private static let derived =
    "derived from contiguous relations of hypergeometric functions, as in arXiv 2507.08138"

  /// Definitions in the order of the list.
  static let definitions: [String] = [
    """
    field e
    title e and Gompertz's constant
    axes x, y
    x = [[1, -y-1], [-1, x+y+2]]
    y = [[0, -y-1], [-1, x+y+1]]
    start 1, 1
    direction 1, 1
    constants e, gompertz
    reference \(pnas)
    """,
    """
    field pi
    title π
    axes x, y
    x = [[x, -x], [-y, 2*x+y+1]]
    y = [[1+y, -x], [-1-y, x+2*y+1]]
    start 1, 1
    direction 1, 1
    constants pi
    reference \(pnas)
    """,
    """
    field pi-symmetric
    title π, in a gauge that is symmetric in both axes
    axes x, y
    x = [[x, x*y], [1, 1+2*x+y]]
    y = [[y, x*y], [1, 1+x+2*y]]
    start 1, 1
    direction 1, 1
    constants pi
    reference \(pnas)
    """,
    """
    field log
    title logarithms of fractions: -c1 + c3/log(1+c3/c1) from (1,1) where c0 = c2 = 0
    axes x, y
    parameters c0 = 0, c1 = 1, c2 = 0, c3 = 1
    f = c0+c1*(x+y)
    g = c2+c3*(x-y)
    start 1, 1
    direction 1, 1
    constants log(2)
    reference \(pnas)
    """,
    """
    field zeta2
    title ζ(2); Catalan's constant from y = 1/2
    axes x, y
    f = 2*x^2+2*x*y+y^2
    g = -(2*x^2-2*x*y+y^2)
    start 1, 1
    direction 1, 1
    constants pi^2, catalan
    reference \(pnas)
    """,
    """
    field zeta3
    title ζ(3)
    axes x, y
    f = -(x+y)*(x^2+x*y+y^2)
    g = (x-y)*(x^2-x*y+y^2)
    start 1, 1
    direction 1, 1
    constants zeta(3)
    reference \(pnas)
    """,
    """
    field zeta3-library
    title ζ(3), in the gauge of the published library
    axes x, y
    x = [[0, -x^3], [(x+1)^3, x^3+(x+1)^3+2*y*(y-1)*(2*x+1)]]
    y = [[-x^3+2*x^2*y-2*x*y^2+y^3, -x^3], [x^3, x^3+2*x^2*y+2*x*y^2+y^3]]
    start 1, 1
    direction 1, 1
    constants zeta(3)
    reference \(pnas)
    """,
    """
    field cmf2
    title all conjugate pairs of degree 2; c3 = 1 alone is that of ζ(2)
    axes x, y
    parameters c0 = 0, c1 = 0, c2 = 0, c3 = 1
    f = (2*c1+c2)*(c1+c2)-c3*c0-c3*((2*c1+c2)*(x+y)+(c1+c2)*(2*x+y))+c3^2*(2*x^2+2*x*y+y^2)
    g = c3*(c0+c2*x+c1*y)-c3^2*(2*x^2-2*x*y+y^2)
    start 1, 1
    direction 1, 1
    constants pi^2, catalan
    reference \(pnas)
    """,
    """
    field cmf3-1
    title conjugate pairs of degree 3, first kind; c0 = 0, c1 = 1 is that of ζ(3)
    axes x, y
    parameters c0 = 0, c1 = 1
    f = -(c0+c1*(x+y))*(c0*(x+2*y)+c1*(x^2+x*y+y^2))
    g = (c0+c1*(y-x))*(c0*(x-2*y)-c1*(x^2-x*y+y^2))
    start 1, 1
    direction 1, 1
    constants zeta(3)
    reference \(pnas)
    """,
    """
    field cmf3-2
    title conjugate pairs of degree 3, second kind
    axes x, y
    parameters c0 = 1, c1 = 1
    f = -(x+y)*(c0^2+2*c1^2*(x^2+x*y+y^2))
    g = (x-y)*(c0^2+2*c1^2*(x^2-x*y+y^2))
    start 1, 1
    direction 1, 1
    reference \(pnas)
    """,
    """
    field cmf3-3
    title conjugate pairs of degree 3, third kind
    axes x, y
    parameters c0 = 0, c1 = 1
    f = (x+y)*(c0^2-c0*c1*(x-y)-2*c1^2*(x^2+x*y+y^2))
    g = (c0+c1*(x-y))*(3*c0*(x-y)+2*c1*(x^2-x*y+y^2))
    start 1, 1
    direction 1, 1
    constants zeta(3)
    reference \(pnas)
    """,
    """
    field var-root
    title b moves along the second axis
    axes x, y
    parameters c0 = 0, c1 = 0, c2 = 0
    x = [[0, -x*(x+c0)*(x+c1)*(2*x+2*y-c2)], [1, (2*x+c1+1)*(2*x+c0+1)-x*(x+1)]]
    y = [[-(2*y-c2+2*x)*(x+c1+c0-2*y+c2-1), -x*(x+c0)*(x+c1)*(2*x+2*y-c2)], [1, x^2+x*(2*y-c2+1)+(2*y-c2+1-c1)*(2*y-c2+1-c0)]]
    start 1, 1
    direction 1, 1
    reference \(pnas)
    """,
    """
    field 2F1-derived
    title π and square roots, three axes
    axes a, b, c
    a = [[1+2*a, (1+2*a)*(1+2*b)], [1, 5+4*a+2*b+4*c]]
    b = [[1+2*b, (1+2*a)*(1+2*b)], [1, 5+2*a+4*b+4*c]]
    c = [[-1-2*c, (1+2*a)*(1+2*b)], [1, 3+2*a+2*b+2*c]]
    start 0, 0, 0
    direction 1, 1, 0
    constants pi, sqrt(2)
    reference \(derived)
    """,
    """
    field 3F2-derived
    title the hypergeometric function 3F2 at z, five axes
    axes x0, x1, x2, y0, y1
    parameters z = 1/2
    \(threeFTwo.joined(separator: "\n"))
    start 1, 1, 1, 1, 1
    direction 1, 1, 1, 1, 1
    reference \(derived)
    """,
  ]

  /// The five matrices M/x + 1 and 1 − M/(y + 1).
  private static var threeFTwo: [String] {
    let px = "x0*x1*x2/((1-z)*z)"
    let middle = "((x0*x1+x0*x2+x1*x2+x0+x1+x2+1)*z-y0*y1)/((1-z)*z)"
    let last = "((x0+x1+x2+1)*z+y0+y1+1)/(1-z)"
    func matrix(_ axis: String, _ factor: String) -> String {
      "\(axis) = [[1, 0, \(factor)*\(px)], [\(factor)*z, 1+\(factor), \(factor)*\(middle)], "
        + "[0, \(factor)*z, 1+\(factor)*\(last)]]"
    }
    return ["x0", "x1", "x2"].map { matrix($0, "(1/\($0))") }
      + ["y0", "y1"].map { matrix($0, "(-1/(\($0)+1))") }
  }
}
