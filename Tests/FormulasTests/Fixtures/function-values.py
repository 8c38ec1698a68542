"""Writes function-values.txt: special points, branch cuts and ordinary points of every function, by mpmath.

Run in this folder: python3 function-values.py > function-values.txt
Hurwitz and L-values at negative points are finite sums; limits at 0 and at branch points are written out.
"""
from mpmath import *

mp.dps = 60
H, T, j = mpf(1) / 2, mpf(1) / 3, mpc(0, 1)


def shown(v):
    return nstr(mpf(v), 45, min_fixed=-5, max_fixed=50)


def c(text, v):
    v = mpmathify(v)
    if isinstance(v, mpc):
        assert abs(v.imag) < mpf(10) ** -50 * (1 + abs(v)), (text, v)
        v = v.real
    print(f"{text}\t{shown(v)}")


def z(text, v):
    v = mpc(v)
    print(f"re({text})\t{shown(v.real)}\nim({text})\t{shown(v.imag)}")


def number(text):
    return eval(text.replace("/", "*mpf(1)/"), {"mpf": mpf}) * mpf(1)


def each(name, f, *points):
    for t in points:
        c(f"{name}({t})", f(*map(number, t.split(","))))


def kronecker(a, n):
    if n == 0:
        return 1 if abs(a) == 1 else 0
    if a % 2 == 0 and n % 2 == 0:
        return 0
    r = 1
    while n % 2 == 0:
        n //= 2
        if a % 8 in (3, 5):
            r = -r
    a %= n
    while a:
        while a % 2 == 0:
            a //= 2
            if n % 8 in (3, 5):
                r = -r
        a, n = n, a
        if a % 4 == 3 and n % 4 == 3:
            r = -r
        a %= n
    return r if n == 1 else 0


def l(s, D):
    q = int(abs(D))
    chi = [kronecker(int(D), k) for k in range(q)]
    if s == 1:
        return -sum(chi[k] * psi(0, mpf(k) / q) for k in range(1, q)) / q
    return mpf(q) ** (-s) * sum(chi[k] * zeta(s, mpf(k) / q) for k in range(1, q) if chi[k])


def shifted(s, a):
    if a > 0:
        return zeta(s, a)
    n = int(-a) + 1
    return sum(0 if a + k == 0 and s else (a + k) ** (-s) for k in range(n)) + zeta(s, a + n)


def lerch(x, s, a):
    if x == 0:
        return a ** (-s)
    if x == 1:
        return zeta(s, a)
    return lerchphi(x, s, a) if a > 0 else a ** (-int(s)) + x * lerchphi(x, s, a + 1)


each("polylog", lambda s, x: zeta(s) if x == 1 else mpf(3) / 2 if s == -2 else polylog(s, x),
     "2,1", "3,1", "3/2,1", "2,-1", "2,1/2", "1,-1/2", "0,1/3", "-2,1/3", "5,0", "1/2,-3", "3,-10", "2,9/10")
each("psi", lambda k, x: psi(int(k), x), *[f"{k},{x}" for k in range(5) for x in ("-5/2", "-31/9", "1/3", "7", "-1/2")],
     "5,-5/2", "6,-31/9")
each("psi", lambda x: psi(0, x), "1/4", "-1/4", "10")
each("digamma", lambda x: psi(0, x), "1/4")
c("psi(1,-37/2+sinh(1))", psi(1, -mpf(37) / 2 + sinh(1)))
each("zeta", zeta, "0", "-1", "-2", "-3", "1/2", "-7/2", "2", "50")
each("dirichletl", l, *[f"{s},{D}" for D in (5, -3, -4, 8, -8, 12, -7, 13, -163, 24, -20)
                        for s in ("1", "2", "1/2", "-1/3")])
each("beta", lambda s: l(s, -4), "1", "2", "1/2", "-1/3", "3", "0")
each("hurwitz", shifted, "2,1/3", "3,-1/2", "1/2,1/2", "-2,-3", "0,2/7", "-1/3,5", "2,-7/3", "-3,1/4", "5,100", "0,-2")
each("lerch", lerch, "1/2,2,1/3", "-1,1,1", "-3,2,1/2", "1,2,1/2", "0,3,2", "1/2,2,-1/2", "-1/2,1/2,1/3", "1/2,-2,1/3")
each("clausen", lambda n, x: zeta(3) if x == 0 else clsin(n, x) if n % 2 == 0 else clcos(n, x),
     *[f"{n},{x}" for n in range(1, 6) for x in ("1/3", "2", "-1", "7")], "3,0")
each("ellipk", ellipk, "1/2", "-5", "99/100", "0", "-1/1000")
each("ellipe", ellipe, "1/2", "-5", "99/100", "0", "-1/1000", "1")
each("hyperu", hyperu, "1/2,1/2,9/4", "1,2,3", "-3/2,5/3,1/7", "7/3,-2,40")
each("li", li, "2", "1/2", "1/100", "50", "0")
each("Ei", ei, "1", "-1", "30", "-30", "1/100")
for name, f in (("erfi", erfi), ("erf", erf), ("erfc", erfc)):
    each(name, f, "1", "-1", "20", "1/7", "0")
each("gamma", gammainc, "1/2,2", "0,1", "-1,2", "3,-2", "5,0", "-1/2,1/3", "2,10", "1,-3")
each("gamma", gamma, "1/3", "-1/2", "-7/3", "5", "100")
each("factorial", lambda x: gamma(x + 1), "1/2", "-1/2", "4", "-7/3")
each("factorial2", fac2, "0", "7", "8", "-1", "-3", "1/2", "-1/2", "7/3", "100")
for t, v in (("(1/2)!", gamma(3 * H)), ("5!", 120), ("3!^2", 36), ("2^3!", 64), ("-3!", -6)):
    c(t, v)
each("binomial", lambda n, k: 0 if k < 0 or n == 5 and k > 5 else binomial(n, k),
     "10,5", "1/2,3", "-3,2", "5,7", "5,-1", "1/2,1/3", "7,5/2", "-1/2,4", "1000,3", "5,0")
each("poch", lambda x, k: 0 if x == -3 else rf(x, k), "1/2,5", "-3,5", "1/2,1/3", "7,0", "-1/2,3", "2,-1", "1/3,-2")
each("H", lambda x: psi(0, x + 1) + euler, "10", "1/2", "-1/2", "0", "-7/3")
each("H", lambda k, m: psi(0, k + 1) + euler if m == 1 else mpf(30) if m == -2 else zeta(m) - zeta(m, k + 1),
     "3,2", "1/2,2", "10,1", "4,-2", "1/2,1/3", "5,1/2", "1/3,1")
for a, b, x in (("1,1", "2", "1/2"), ("1/2,1/2", "1", "-3"), ("", "", "2"), ("", "1/2", "-1"), ("1/3", "2/3", "5"),
                ("1,1,1", "2,2", "1/2"), ("-2,3", "1/2", "7"), ("1/2,1", "3/2", "1/2"), ("1", "2,3", "4"),
                ("1/2,1/3", "5/4", "1"), ("-3", "", "2"), ("1/2", "", "1/3"), ("1/2,1/3,1/4", "2/3,4/5", "-9/10")):
    c(f"hyp([{a}],[{b}],{x})", hyper([number(t) for t in a.split(",") if t], [number(t) for t in b.split(",") if t], number(x)))
for name, f in (("besseli", besseli), ("besselj", besselj)):
    each(name, lambda n, x: mpf(n == 0) if x == 0 else f(n, x), "0,0", "1,0", "1/2,0", "2,-3", "-1,2", "1/2,2", "-1/2,1/3",
         "3,-1/2", "-2,-1", "0,20", "1/3,1/100")
each("besselk", besselk, "0,1", "1/2,2", "-1,1/3", "3,10")
each("agm", lambda x, y: -agm(-x, -y) if x < 0 else mpf(0) if x == 0 else agm(x, y), "1,2", "-1,-2", "0,3", "1,1/1000")
for name, f in (("asin", asin), ("acos", acos)):
    each(name, f, "1/3", "-2/3", "0", "1", "-1")
each("atanh", atanh, "1/3", "-2/3", "0")
for name, f in (("atan", atan), ("asinh", asinh), ("tanh", tanh), ("sinh", sinh), ("cosh", cosh), ("sin", sin),
                ("cos", cos), ("tan", tan), ("exp", exp)):
    each(name, f, "1/3", "-7", "30", "0")
each("acosh", acosh, "1", "5/2")
each("cbrt", lambda x: -cbrt(-x) if x < 0 else cbrt(x), "-27", "2", "0")
each("cot", cot, "1/3", "-2")
each("coth", coth, "1/3", "-2")
each("log", log, "2", "1/10")
each("ln", log, "2")
each("sqrt", sqrt, "2", "9/4", "0")
for t, v in (("abs(-pi)", pi), ("floor(-7/2)", -4), ("floor(pi*10^20)", 314159265358979323846), ("0^(1/2)", 0), ("0^0", 1),
             ("(-2)^-3", -mpf(1) / 8), ("2^(1/2)", sqrt(2)), ("(-1)^(10^30)", 1), ("(1+10^-20)^(10^20)",
              exp(mpf(10) ** 20 * log1p(mpf(10) ** -20)))):
    c(t, v)
for name, f in (("asin", asin), ("acos", acos), ("acosh", acosh), ("atanh", atanh), ("log", log), ("sqrt", sqrt)):
    for t, x in (("2", mpf(2)), ("-2", mpf(-2)), ("1/2", H), ("2+i", 2 + j), ("-1-i/2", -1 - j / 2)):
        z(f"{name}({t})", f(x))
for name, f in (("asinh", asinh), ("atan", atan)):
    for t, x in (("2*i", 2 * j), ("-2*i", -2 * j), ("1+i", 1 + j)):
        z(f"{name}({t})", f(x))
for t, v in (("polylog(2,2)", polylog(2, 2)), ("polylog(3,2+i)", polylog(3, 2 + j)), ("ellipk(2)", ellipk(2)),
             ("ellipe(2)", ellipe(2)), ("besselk(0,-1)", besselk(0, -1)), ("besselj(1/2,-1)", besselj(H, -1)),
             ("gamma(1/2,-2)", gammainc(H, -2)), ("lerch(2,2,1/2)", lerchphi(2, 2, H)), ("(-8)^(1/3)", mpc(-8) ** T),
             ("i^i", j ** j), ("(1+i)^3", (1 + j) ** 3), ("zeta(1/2+14*i)", zeta(H + 14 * j)), ("gamma(1+i)", gamma(1 + j)),
             ("exp(i)", exp(j)), ("erf(1+i)", erf(1 + j)), ("psi(1,i)", psi(1, j)),
             ("hyp([1/2+i,1/3],[5/6-i],1/2)", hyper([H + j, T], [5 * T / 2 - j], H)),
             ("hyp([i],[1/3],-7)", hyper([j], [T], -7)), ("hyperu(1/2+i,1-2*i,5)", hyperu(H + j, 1 - 2 * j, 5)), ("hurwitz(1/2,-3/2)", zeta(H, -3 * H))):
    z(t, v)
for t, v in (("sum(k=1..inf, 1/k^2)", pi ** 2 / 6), ("sum(k=0..inf, (-1)^k/(2*k+1))", pi / 4), ("sum(k=1..9, k^3)", 2025),
             ("sum(k=1..inf, H(k)/2^k)", 2 * log(2)), ("product(k=2..inf, 1-1/k^2)", H), ("product(k=1..5, k/2)", mpf(15) / 4)):
    c(t, v)
# Fibonacci numbers.
for t, v in (("rec([1, -1, -1], p=[1, 2], q=[1, 1], from=2)", (1 + sqrt(5)) / 2), ("matrixproduct([[1, 1], [1, 0]], start=[[1, 0], [0, 1]], from=1)", (1 + sqrt(5)) / 2)):
    c(t, v)
for t, v in (("integral(x=0..1, 4/(1+x^2))", pi), ("integral(x=0..inf, exp(-x^2))", sqrt(pi) / 2)):
    c(t, v)

# Series of higher order on their circle (closed forms of the literature) and beyond it.
c("hyp([1/2,1/2,1/2],[1,1],1)", pi / gamma(mpf(3) / 4) ** 4)
c("hyp([1,1,1],[2,2],-1)", pi ** 2 / 12)
c("hyp([1,1,1,1],[2,2,2],1)", zeta(3))
c("hyp([1,1,1,1],[2,2,2],-1)", 3 * zeta(3) / 4)
c("hyp([1/3,1/2,1/4],[5/6,7/6],1)", hyper([T, H, H / 2], [mpf(5) / 6, mpf(7) / 6], 1))
c("hyp([1/3,1/2,1/4],[5/6,7/6],-1)", hyper([T, H, H / 2], [mpf(5) / 6, mpf(7) / 6], -1))
c("hyp([1/2,1/3,1],[1/5,2/3],-3)", hyper([H, T, 1], [mpf(1) / 5, 2 * T], -3))
c("hyp([1/2,1/3,1/4],[1,2/3],-17/2)", hyper([H, T, H / 2], [1, 2 * T], -mpf(17) / 2))
c("hyp([1/2,1/3,1/4,1/5],[1,2/3,3/2],-100)", hyper([H, T, H / 2, mpf(1) / 5], [1, 2 * T, mpf(3) / 2], -100))
