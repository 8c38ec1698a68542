"""Random integrals and recurrences with 55 digits, by mpmath 1.3 and exact integers of Python.

    python3 integral-recurrence-values.py > integral-recurrence-values.txt

An integral is a combination of products of a power, an exponential, a circular function, a root or a logarithm over a
finite or infinite interval; two rules of mpmath at different degrees have to agree to 60 digits. The limit of a
recurrence is the quotient of two exact solutions at two depths that agree to 60 digits. Written are the expression and
the value, separated by a tab.
"""
import random
from fractions import Fraction
from mpmath import mp, mpf, quad, inf, exp, sin, cos, sqrt, log, atan, pi, nstr

mp.dps = 75
rand = random.Random(20261130)


def number(low, high):
    return rand.randint(low, high)


def smooth(x):
    """A factor that is smooth on [0, 4]: text and function."""
    a, b = number(1, 5), number(1, 6)
    return rand.choice([
        (f"{x}^{a}", lambda t: t**a), (f"exp(-{a}*{x}/{b})", lambda t: exp(-a * t / b)),
        (f"sin({a}*{x}+{b})", lambda t: sin(a * t + b)), (f"cos({x}/{b})", lambda t: cos(t / b)),
        (f"1/({x}^2+{a})", lambda t: 1 / (t * t + a)), (f"sqrt({a}+{x})", lambda t: sqrt(a + t)),
        (f"log({b}+{x}^2+1)", lambda t: log(b + t * t + 1)), (f"atan({x}/{a})", lambda t: atan(t / a)),
        (f"1/({a}*{x}+{b})", lambda t: 1 / (a * t + b)), (f"exp(sin({x}))", lambda t: exp(sin(t))),
    ])


def integral():
    kind, x = number(1, 10), rand.choice("xtu")
    (one, f), (two, g) = smooth(x), smooth(x)
    c = number(1, 9)
    if kind <= 6:
        low = number(0, 2)
        high = low + number(1, 2)
        text, points = f"integral({x}={low}..{high}, {c}*{one}*{two})", [low, (low + high) / mpf(2), high]
        function = lambda t: c * f(t) * g(t)
    elif kind == 7:
        text, points = f"integral({x}=0..1, {c}*{one}*log({x}))", [0, 1]
        function = lambda t: c * f(t) * log(t)
    elif kind == 8:
        text, points = f"integral({x}=0..1, {one}/sqrt({x}))", [0, 1]
        # With x = s²: no singularity is left.
        function = lambda s: 2 * f(s * s)
    elif kind == 9:
        a, k = number(1, 4), number(0, 4)
        text, points = f"integral({x}=0..inf, {x}^{k}*exp(-{a}*{x})*cos({x}))", [0, 2, 8, 40, 200]
        function = lambda t: t**k * exp(-a * t) * cos(t)
    else:
        a, k = number(1, 9), number(2, 4)
        text, points = f"integral({x}=0..inf, {c}/({x}^2+{a})^{k})", [0, 1]
        # With x = s/(1 − s).
        function = lambda s: c * (1 - s) ** (2 * k - 2) / (s * s + a * (1 - s) ** 2) ** k
    value, again = quad(function, points, maxdegree=10), quad(function, points, maxdegree=12)
    return (text, value) if value and abs(value - again) < abs(value) * mpf(10) ** -62 else None


def polynomial(degree, size):
    p = [number(-size, size) for _ in range(degree + 1)]
    if p[-1] == 0:
        p[-1] = 1
    return p


def text(p):
    return "+".join(f"{c}*n^{k}" if k else f"{c}" for k, c in enumerate(p)).replace("+-", "-")


def at(p, n):
    return sum(c * n**k for k, c in enumerate(p))


def recurrence():
    order, degree = number(2, 4), number(0, 2)
    c = [polynomial(degree, 4) for _ in range(order + 1)]
    c[1][-1] = -number(6, 20) * abs(c[0][-1])
    if any(at(c[0], n) == 0 for n in range(order, 5000)):
        return None
    start = [[number(0, 5) for _ in range(order)] for _ in range(2)]
    values = []
    for depth in (900, 1100):
        ends = []
        for u in start:
            u, scale = [Fraction(v) for v in u], 1
            for n in range(order, depth):
                # u(n) c0(n) = −Σ c(i) u(n − i), over the common denominator of floats with 400 digits.
                mp.dps = 400
                u = [mpf(v.numerator) / v.denominator if isinstance(v, Fraction) else v for v in u]
                u = u[1:] + [-sum(at(c[i], n) * u[-i] for i in range(1, order + 1)) / at(c[0], n)]
            ends.append(u[-1])
        if ends[1] == 0:
            return None
        values.append(ends[0] / ends[1])
        mp.dps = 75
    value, again = values
    if not abs(value) > mpf(10) ** -6 or abs(value) > 10**6 or abs(value - again) > abs(value) * mpf(10) ** -65:
        return None
    lists = [",".join(str(v) for v in u) for u in start]
    return f"rec([{', '.join(text(p) for p in c)}], p=[{lists[0]}], q=[{lists[1]}], from={order})", +value


for make, count in ((integral, 150), (recurrence, 150)):
    done = 0
    while done < count:
        found = make()
        if found:
            print(f"{found[0]}\t{nstr(found[1], 55, strip_zeros=False)}")
            done += 1
