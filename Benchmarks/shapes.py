#!/usr/bin/env python3
"""Hit rates of `wallis identify` by the shape of the number, beside PARI with the right basis handed to it.

Numbers are planted from a seed with random coefficients and evaluated by GP, which shares no step with Wallis. A hit is a
conjecture whose closed form GP or Wallis evaluates to the planted value far beyond the digits given; a conjecture that
differs there is counted as false. PARI's lindep is handed the terms of the relation that was planted.

    python3 Benchmarks/shapes.py .build/release/wallis >table.md
    python3 Benchmarks/shapes.py .build/release/wallis --write catalogs/FINDINGS.md    # what `make bench-shapes` does
"""
import argparse
import json
import math
import random
import re
import subprocess
import sys
import tempfile
from decimal import Decimal, localcontext

PRIMES = [2, 3, 5, 7, 11, 13]
FIRST = ["Pi", "exp(1)", "log(2)", "Euler", "Catalan", "log(3)", "log(1+sqrt(2))", "zeta(2)", "zeta(3)", "zeta(5)",
         "sqrt(2)", "sqrt(3)"]
TABLE = FIRST[:10] + ["(1/agm(1,sqrt(2)))", "(Pi/agm(1,sqrt(2)))", "gamma(1/3)", "gamma(1/4)", "exp(2)", "exp(1/2)",
    "tan(1)", "log(5)", "log(7)", "Pi^3", "sqrt(Pi)", "Pi*sqrt(3)", "zeta(7)", "gamma(1/5)", "exp(Pi)", "sin(1)", "cos(1)",
    "lambertw(1)", "atan(1/2)"]

def rat(r, h=6):
    while True:
        p, q = r.randint(1, h), r.randint(1, h)
        if math.gcd(p, q) == 1: return p, q
def q(r, h=9):
    p, d = rat(r, h); return f"({p}/{d})"
def c(r, h):
    while True:
        v = r.randint(-h, h)
        if v: return v
def free(r, h=30):
    while True:
        n = r.randint(2, h)
        if all(n % (k * k) for k in range(2, 6)): return n
def lin(r, consts, h):
    return f"({c(r,h)}" + "".join(f"+({c(r,h)})*{k}" for k in consts) + ")"
def proper(r, h=6):
    while True:
        p, d = rat(r, h)
        if p < d: return f"({p}/{d})"

def linear(consts, h=99):
    return lambda r: (f"{lin(r, consts, h)}/{r.randint(1, 9)}", ["1"] + consts + ["x"])
def poly(deg, h):
    def make(r):
        while True:
            co = [r.randint(-h, h) for _ in range(deg + 1)]
            if not co[0] or not co[-1]: continue
            p = "+".join(f"({a})*'x^{i}" for i, a in enumerate(co))
            return (f"rootof({p})", [f"x^{i}" for i in range(deg + 1)])
    return make
def logs(terms): return ["log(abs(x))"] + terms
def ext(f, terms): return [f] + terms

SHAPES = {
 "rational 6/6": lambda r: (f"{r.randint(10**5,10**6)}/{r.randint(10**5,10**6)}*1.", ["1", "x"]),
 "quadratic (p+q sqrt d)/r": lambda r: (f"({c(r,99)}+{c(r,99)}*sqrt({free(r)}))/{r.randint(1,99)}", ["1", "x", "x^2"]),
 "cubic h99": poly(3, 99), "quartic h20": poly(4, 20), "degree 6 h9": poly(6, 9), "degree 8 h5": poly(8, 5),
 "degree 10 h3": poly(10, 3), "degree 12 h2": poly(12, 2),
 "sqrt2+sqrt3+sqrt5 like": lambda r: (f"{c(r,9)}*sqrt(2)+{c(r,9)}*sqrt(3)+{c(r,9)}*sqrt(5)", ["sqrt(2)", "sqrt(3)", "sqrt(5)", "x"]),
 "moebius h9": lambda r: (lambda k: (f"({c(r,9)}+{c(r,9)}*{k})/({c(r,9)}+{c(r,9)}*{k})", ["1", k, "x", f"x*{k}"]))(r.choice(TABLE)),
 "moebius h999": lambda r: (lambda k: (f"({c(r,999)}+{c(r,999)}*{k})/({c(r,999)}+{c(r,999)}*{k})", ["1", k, "x", f"x*{k}"]))(r.choice(TABLE)),
 "a+b c1+c c2, first 10, h99": lambda r: linear(r.sample(FIRST[:10], 2))(r),
 "a+b c1+c c2, any, h99": lambda r: linear(r.sample(TABLE, 2))(r),
 "3 constants, first 12, h99": lambda r: linear(r.sample(FIRST, 3))(r),
 "4 constants, first 12, h99": lambda r: linear(r.sample(FIRST, 4))(r),
 "a+b log2+c log3+d log5": linear(["log(2)", "log(3)", "log(5)"]),
 "a+b pi^2+c log(2)^2": linear(["Pi^2", "log(2)^2"]),
 "a+b catalan+c pi log2": linear(["Catalan", "Pi*log(2)"]),
 "a+b pi^2+c zeta(3)": linear(["Pi^2", "zeta(3)"]),
 "a+b zeta(3)+c pi^2 log2+d log(2)^3": linear(["zeta(3)", "Pi^2*log(2)", "log(2)^3"]),
 "a+b zeta(5)+c pi^2 zeta(3)": linear(["zeta(5)", "Pi^2*zeta(3)"]),
 "a+b pi+c pi^2": linear(["Pi", "Pi^2"]),
 "a+b pi+c pi^2+d pi^3": linear(["Pi", "Pi^2", "Pi^3"]),
 "(a+b pi)/(c+d log2)": lambda r: (f"{lin(r,['Pi'],20)}/{lin(r,['log(2)'],20)}", ["1", "Pi", "x", "x*log(2)"]),
 "(a+b pi+c pi^2)/(d+e pi)": lambda r: (f"{lin(r,['Pi','Pi^2'],20)}/{lin(r,['Pi'],20)}", ["1", "Pi", "Pi^2", "x", "x*Pi"]),
 "pi^a e^b 2^c 3^d": lambda r: (f"Pi^{q(r,6)}*exp({c(r,4)}/{r.randint(1,4)})*2^({c(r,6)}/{r.randint(1,4)})*3^({c(r,4)}/{r.randint(1,4)})",
     logs(["log(2)", "log(3)", "log(Pi)", "1"])),
 "q sqrt(n) pi": lambda r: (f"{q(r,20)}*sqrt({free(r)})*Pi", ["x^2", "Pi^2"]),
 "q sqrt(n) c": lambda r: (lambda k: (f"{q(r,20)}*sqrt({free(r)})*{k}", ["x^2", f"{k}^2"]))(r.choice(TABLE)),
 "q sqrt(n) log m": lambda r: (lambda m: (f"{q(r,20)}*sqrt({free(r)})*log({m})", ["x^2", f"log({m})^2"]))(r.choice([2, 3, 5, 6, 7, 10, 11, 13])),
 "q cbrt(n) pi": lambda r: (f"{q(r,20)}*{free(r)}^(1/3)*Pi", ["x^3", "Pi^3"]),
 "q pi^a zeta(3)^b": lambda r: (f"{q(r,9)}*Pi^{c(r,4)}*zeta(3)^{c(r,3)}", logs(["log(2)", "log(3)", "log(5)", "log(7)", "log(Pi)", "log(zeta(3))"])),
 "q catalan/pi^k": lambda r: (lambda k: (f"{q(r,20)}*Catalan/Pi^{k}", ["x", f"Catalan/Pi^{k}"]))(r.randint(1, 3)),
 "q Gamma(1/4)^a pi^(b/2)": lambda r: (f"{q(r,9)}*gamma(1/4)^{c(r,8)}*Pi^({c(r,7)}/2)", logs(["log(2)", "log(3)", "log(5)", "log(7)", "log(Pi)", "log(gamma(1/4))"])),
 "q Gamma(1/3)^a pi^b sqrt3": lambda r: (f"{q(r,9)}*gamma(1/3)^{c(r,9)}*Pi^{c(r,4)}*sqrt(3)", logs(["log(2)", "log(3)", "log(5)", "log(7)", "log(Pi)", "log(gamma(1/3))"])),
 "Gamma(p/q) quotients": lambda r: (lambda d: (lambda a, b: (f"{q(r,9)}*gamma({a}/{d})/gamma({b}/{d})",
     ["x", f"gamma({a}/{d})/gamma({b}/{d})"]))(*r.sample([k for k in range(1, d) if math.gcd(k, d) == 1], 2)))(r.choice([3, 4, 5, 6, 8, 10, 12])),
 "log(algebraic quadratic)": lambda r: (lambda n: (f"log({r.randint(1,9)}+{r.randint(1,9)}*sqrt({n}))", ["exp(2*x)", "exp(x)", "1"]))(free(r)),
 "log(p/q)": lambda r: (f"log({r.randint(2,99)}/{r.randint(101,199)})", ["exp(x)", "1"]),
 "log(pi), log(log 2), log(zeta 3)": lambda r: (lambda k: (f"log({k})*{q(r,9)}", ["x", f"log({k})"]))(r.choice(["Pi", "log(2)", "zeta(3)", "Catalan"])),
 "atan(p/q)": lambda r: (f"atan{q(r,20)}", ["tan(x)", "1"]),
 "atan(sqrt)": lambda r: (f"atan(sqrt({free(r)})/{r.randint(1,9)})", ["tan(x)^2", "1"]),
 "asin/acos(p/q)": lambda r: (f"{r.choice(['asin','acos'])}{proper(r,20)}", ["sin(x)^2", "1"]),
 "exp(p/q)": lambda r: (f"exp({c(r,9)}/{r.randint(1,9)})", ["log(x)", "1"]),
 "exp(sqrt n)": lambda r: (f"exp({c(r,4)}*sqrt({free(r)})/{r.randint(1,4)})", ["log(x)^2", "1"]),
 "exp(q pi)": lambda r: (f"exp({c(r,9)}/{r.randint(1,9)}*Pi)", ["log(x)", "Pi"]),
 "exp(constant)": lambda r: (lambda k: (f"exp({q(r,5)}*{k})", ["log(x)", k]))(r.choice(["Euler", "Catalan", "zeta(3)", "log(2)^2", "zeta(2)"])),
 "sin/cos/tan(p/q)": lambda r: (lambda f, a: (f"{q(r,5)}*{f}{a}", ["x", f"{f}{a}"]))(r.choice(["sin", "cos", "tan"]), q(r, 6)),
 "sinh/cosh/tanh(p/q)": lambda r: (lambda f, a: (f"{q(r,5)}*{f}{a}", ["x", f"{f}{a}"]))(r.choice(["sinh", "cosh", "tanh"]), q(r, 6)),
 "x^y": lambda r: (lambda b, e: (f"{b}^{e}", ["log(x)", f"{e}*log({b})"]))(*r.choice([("Pi", "exp(1)"), ("2", "Pi"), ("Pi", "Pi"),
     ("Pi", "sqrt(2)"), ("3", "sqrt(2)"), ("2", "sqrt(3)"), ("exp(1)", "exp(1)"), ("3", "Pi"), ("Pi", "Euler")])),
 "sqrt(a+b c)": lambda r: (lambda k: (f"sqrt({r.randint(1,9)}+{r.randint(1,9)}*{k})", ["x^2", "1", k]))(r.choice(FIRST[:10])),
 "(a+b c)^(1/3)": lambda r: (lambda k: (f"({r.randint(1,9)}+{r.randint(1,9)}*{k})^(1/3)", ["x^3", "1", k]))(r.choice(FIRST[:10])),
 "(c1+b c2)^2": lambda r: (lambda k: (f"({k[0]}+{c(r,5)}*{k[1]})^2", None))(r.sample(FIRST[:8], 2)),
 "q zeta(k)": lambda r: (lambda k: (f"{q(r,20)}*zeta({k})", ["x", f"zeta({k})"]))(r.randint(4, 15)),
 "q L(k, D)": lambda r: (lambda d, k: (f"{q(r,20)}*lfun({d},{k})", ["x", f"lfun({d},{k})"]))(r.choice([-3, -7, -8, -11, 5, 8, 12, -15]), r.choice([2, 3])),
 "q beta(2k)": lambda r: (lambda k: (f"{q(r,20)}*lfun(-4,{k})", ["x", f"lfun(-4,{k})"]))(r.choice([4, 6, 8])),
 "q psi(1, p/q)": lambda r: (lambda a: (f"{q(r,20)}*zetahurwitz(2,{a})", ["x", f"zetahurwitz(2,{a})"]))(r.choice(["1/5", "2/5", "1/3", "1/8", "1/6", "3/8", "1/12"])),
 "Li2, Li3 at rationals": lambda r: (lambda k, a: (f"{q(r,9)}*polylog({k},{a})", ["x", f"polylog({k},{a})"]))(r.choice([2, 3, 4]), r.choice(["1/2", "1/3", "2/3", "1/4", "3/4", "-1/3", "-1/2", "1/5", "-1/4"])),
 "q Cl2(pi p/q)": lambda r: (lambda a: (f"{q(r,9)}*imag(polylog(2,exp(I*Pi*{a})))", ["x", f"imag(polylog(2,exp(I*Pi*{a})))"]))(r.choice(["1/2", "1/3", "2/3", "1/4", "2/5", "1/5", "1/6", "3/4"])),
 "erf, Ei, Si, Bessel": lambda r: (lambda k: (f"{q(r,9)}*{k}", ["x", k]))(r.choice(["(1-erfc(1))", "(1-erfc(1/2))", "erfc(1)", "eint1(1)", "eint1(1/2)", "eint1(2)", "besselj(0,1)", "besselj(1,1)", "besselj(0,2)", "besseli(0,1)", "besseli(1,2)", "besselk(0,1)", "besselk(1,2)", "besseli(0,2)", "real(-eint1(-1))", "imag(-eint1(I)+Pi*I/2)"])),
 "K(k), E(k) elliptic": lambda r: (lambda k: (f"{q(r,9)}*{k}", ["x", k]))(r.choice(["ellK(sqrt(1/2))", "ellK(1/2)", "ellE(1/2)", "ellK(sqrt(1/3))", "ellE(sqrt(1/3))", "ellK(1/3)", "ellE(sqrt(1/2))", "ellK(sqrt(2/3))", "ellK(sqrt(3)/2)", "ellE(sqrt(3)/2)", "ellK(sqrt(1/5))"])),
 "a+b pi sqrt3 + c log2/3": linear(["Pi*sqrt(3)", "log(2)", "log(3)"], 20),
 "a+b pi/sqrt d+c log(..)/sqrt d": lambda r: (lambda d, e: linear([f"Pi/sqrt({d})", f"log({e})/sqrt({d})"], 20)(r))(*r.choice([(2, "1+sqrt(2)"), (3, "2+sqrt(3)"), (5, "(1+sqrt(5))/2"), (6, "5+2*sqrt(6)"), (7, "8+3*sqrt(7)")])),
 "a+b sqrt2+c log(1+sqrt2)": linear(["sqrt(2)", "log(1+sqrt(2))"]),
 "(a+b sqrt d) pi": lambda r: (lambda d: (f"({c(r,9)}+({c(r,9)})*sqrt({d}))*Pi/{r.randint(1,9)}", ["x", "Pi", f"Pi*sqrt({d})"]))(r.choice([2, 3, 5, 6, 7, 13])),
 "(a+b sqrt d) c": lambda r: (lambda d, k: (f"({c(r,9)}+({c(r,9)})*sqrt({d}))*{k}/{r.randint(1,9)}", ["x", k, f"{k}*sqrt({d})"]))(r.choice([2, 3, 5, 6, 7, 13]), r.choice(FIRST[1:10])),
 "a+b e+c/e": linear(["exp(1)", "exp(-1)"]),
 "(a+b e)/(c+d e+f e^2)": lambda r: (f"{lin(r,['exp(1)'],20)}/{lin(r,['exp(1)','exp(2)'],20)}", ["1", "exp(1)", "x", "x*exp(1)", "x*exp(2)"]),
 "(a+b c1)/(c+d c1+e c2)": lambda r: (lambda k: (f"{lin(r,[k[0]],20)}/{lin(r,k,20)}", ["1", k[0], "x", f"x*{k[0]}", f"x*{k[1]}"]))(r.sample(FIRST[:8], 2)),
 "a+b erf(x)*sqrt(pi)*e^..": lambda r: (lambda k: (f"{lin(r,[k],20)}", ["1", k, "x"]))(r.choice(["sqrt(Pi)*exp(1)*erfc(1)", "sqrt(Pi)*exp(1/4)*erfc(1/2)", "sqrt(Pi/2)*exp(1/2)*(1-erfc(1/sqrt(2)))", "sqrt(Pi)*exp(1)*(1-erfc(1))", "sqrt(Pi)*(1-erfc(1))"])),
}

GP_PRELUDE = r"""
rootof(p)={my(v=polrootsreal(p));if(#v==0,0,v[1+(floor(1000*abs(v[1]))%#v)])};
show(v)=strprintf("%.165g",v*1.);
"""
def gp(lines, prec=170):
    out = subprocess.run(["gp", "-q", "-f", "-s", "400M"], input=f"default(realprecision,{prec});\n" + GP_PRELUDE + "\n".join(lines) + "\nquit\n",
        capture_output=True, text=True)
    if out.stderr.strip(): print(out.stderr[:2000], file=sys.stderr)
    return out.stdout.split("\n")

def truncate(s, digits):
    """A number in decimals cut to so many significant digits, exponent after e."""
    with localcontext() as ctx:
        ctx.prec = digits
        return format(+Decimal(s.replace(" ", "").replace("E", "e")), "f") if abs(Decimal(s.replace(" ", "").replace("E","e")).adjusted()) < 30 else str(+Decimal(s))

def plants(name, count, seed):
    r = random.Random(f"{name} {seed}"); cand = [SHAPES[name](r) for _ in range(6 * count)]
    values = [v for v in gp([f"print(show({e}))" for e, _ in cand]) if v.strip()]
    assert len(values) == len(cand), (name, len(values), len(cand), values[:3])
    good, seen = [], set()
    for (e, t), v in zip(cand, values):
        x = float(v.replace(" ", ""))
        if x == 0 or v in seen or abs(math.log10(abs(x))) > 12 or abs(x) == 1: continue
        seen.add(v); good.append((e, t, v.strip()))
    return good[:count]

def pari(samples, digits):
    lines = []
    for e, t, v in samples:
        if t is None: lines.append('print("none")'); continue
        x = truncate(v, digits)
        lines += [f"default(realprecision,{digits})", f"f(x)=[{','.join(t)}]", f"w=iferr(lindep(f({x}*1.)),E,[]);",
          "default(realprecision,170)", f"z=f({v}*1.);",
          "print(if(type(w)==\"t_COL\"&&#w==#z,my(s=abs(z*w),m=vecmax(abs(w)));s<10.^(-140)*(1+m)&&m>0,0))"]
    return [l.strip() for l in gp(lines) if l.strip()]

def value_of(wallis, form):
    """A closed form to 150 digits, by GP where it is a root of a polynomial; None where it has no value."""
    if form.startswith("root of "):
        polynomial, near = form[8:].rsplit(" near ", 1)
        polynomial = re.sub(r"(\d)x", r"\1*x", polynomial)
        return gp([f"v=polrootsreal({polynomial});w=v[1];for(i=1,#v,if(abs(v[i]-({near}))<abs(w-({near})),w=v[i]));"
                   "print(show(w))"])[0].strip()
    run = subprocess.run([wallis, "evaluate", form, "--digits", "150", "--json"], capture_output=True, text=True)
    try:
        answer = json.loads(run.stdout)
    except ValueError:
        return None
    if answer.get("rational"):
        return gp([f"print(show({answer['rational']}))"])[0].strip()
    return answer.get("value")

def same(a, b):
    if a is None: return False
    with localcontext() as ctx:
        ctx.prec = 200
        x, y = Decimal(a.replace(" ", "").replace("E", "e")), Decimal(b.replace(" ", "").replace("E", "e"))
        return abs(x - y) < abs(y) * Decimal(10) ** -142

def found(wallis, scope, workers, samples, digits):
    """What became of each sample: True for a hit, a closed form where a conjecture is false, None for a miss."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write("".join(truncate(value, digits) + "\n" for _, _, value in samples))
        file.flush()
        run = subprocess.run([wallis, "identify", "--file", file.name, "--scope", scope, "--workers", str(workers),
                              "--quiet"], capture_output=True, text=True)
    outcomes = []
    for line, (_, _, value) in zip((l for l in run.stdout.splitlines() if l.startswith("{")), samples):
        best = (json.loads(line).get("findings") or [None])[0]
        if best is None or best["grade"] not in ("conjecture", "certified"):
            outcomes.append(None)
        else:
            form = best["closedForm"]
            outcomes.append(True if same(value_of(wallis, form), value) else form)
    return outcomes

def insert(path, text):
    """Puts a table between the marks that a document has for it."""
    first, last = "<!-- made by make bench-shapes -->", "<!-- end of what make bench-shapes made -->"
    with open(path) as file: before, rest = file.read().split(first)
    after = rest.split(last)[1]
    with open(path, "w") as file: file.write(f"{before}{first}\n{text}\n{last}{after}")

def percent(hits, samples):
    return str(hits * 100 // max(1, len(samples)))

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wallis")
    parser.add_argument("--count", type=int, default=34, help="numbers a shape")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--digits", default="30,60,120")
    parser.add_argument("--only", default="", help="shapes whose name contains this")
    parser.add_argument("--scope", default="standard")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--write", help="a document with marks between which the table is put")
    parser.add_argument("--show", action="store_true", help="print what was missed")
    options = parser.parse_args()
    sizes = [int(d) for d in options.digits.split(",")]
    table, false = [], 0
    def tell(line):
        table.append(line)
        print(line, flush=True)
    tell("| shape |" + "".join(f" {d} |" for d in sizes) + "".join(f" PARI {d} |" for d in sizes))
    tell("|---|" + "--:|" * (2 * len(sizes)))
    for name in (n for n in SHAPES if options.only in n):
        samples = plants(name, options.count, options.seed)
        ours = [found(options.wallis, options.scope, options.workers, samples, d) for d in sizes]
        row = [percent(sum(o is True for o in outcomes), samples) for outcomes in ours]
        for digits in sizes:
            theirs = pari(samples, digits)
            row.append("–" if "none" in theirs else percent(sum(t == "1" for t in theirs), samples))
        tell(f"| {name} | " + " | ".join(row) + " |")
        for digits, outcomes in zip(sizes, ours):
            for (expression, _, _), outcome in zip(samples, outcomes):
                if isinstance(outcome, str):
                    false += 1
                    print(f"false at {digits} digits: {expression} as {outcome}", file=sys.stderr)
                elif outcome is None and options.show:
                    print(f"missed at {digits} digits: {expression}", file=sys.stderr)
    tell(f"\nFalse conjectures: {false}.")
    if options.write: insert(options.write, "\n".join(table))

if __name__ == "__main__":
    main()
