#include "CResidueSieve.h"

typedef unsigned __int128 wide;

/* Montgomery's arithmetic modulo an odd power of a prime below 2^63. */
typedef struct {
  uint64_t modulus, inverse, square;
} field;

static inline uint64_t product(const field *f, uint64_t x, uint64_t y) {
  wide t = (wide)x * y;
  uint64_t q = (uint64_t)t * f->inverse;
  uint64_t high = (uint64_t)((t + (wide)q * f->modulus) >> 64);
  return high >= f->modulus ? high - f->modulus : high;
}

static inline uint64_t sum(const field *f, uint64_t x, uint64_t y) {
  uint64_t total = x + y;
  return total >= f->modulus ? total - f->modulus : total;
}

static field prepared(uint64_t modulus) {
  uint64_t inverse = modulus;
  for (int i = 0; i < 6; i++) inverse *= 2 - modulus * inverse;
  uint64_t one = (uint64_t)(((wide)1 << 64) % modulus);
  field f = {modulus, 0 - inverse, (uint64_t)((wide)one * one % modulus)};
  return f;
}

/* Values of a polynomial at 0, 1, 2, …: the value and its differences, in Montgomery's form. */
typedef struct {
  unsigned degree;
  uint64_t differences[RS_DEGREES];
} progression;

static void begin(const field *f, const int64_t *coefficients, unsigned degree, progression *values) {
  uint64_t terms[RS_DEGREES], *d = values->differences;
  for (unsigned i = 0; i <= degree; i++) {
    int64_t rest = coefficients[i] % (int64_t)f->modulus;
    terms[i] = product(f, (uint64_t)(rest < 0 ? rest + (int64_t)f->modulus : rest), f->square);
  }
  const uint64_t one = product(f, 1, f->square);
  uint64_t n = 0;
  for (unsigned place = 0; place <= degree; place++) {
    d[place] = terms[degree];
    for (unsigned i = degree; i-- > 0;) d[place] = sum(f, product(f, d[place], n), terms[i]);
    n = sum(f, n, one);
  }
  for (unsigned order = 1; order <= degree; order++)
    for (unsigned i = degree; i >= order; i--) d[i] = sum(f, d[i], f->modulus - d[i - 1]);
  values->degree = degree;
}

static inline uint64_t following(const field *f, progression *values) {
  uint64_t *d = values->differences;
  for (unsigned i = 0; i < values->degree; i++) d[i] = sum(f, d[i], d[i + 1]);
  return d[0];
}

static unsigned valuation(uint64_t value, unsigned prime, unsigned most) {
  unsigned exponent = 0;
  while (exponent < most && value % prime == 0) {
    value /= prime;
    exponent += 1;
  }
  return exponent;
}

int rs_gain(
    unsigned prime, const int64_t *a, unsigned a_degree, const int64_t *b, unsigned b_degree, unsigned from,
    unsigned to) {
  uint64_t modulus = 1;
  unsigned exponent = 0;
  while (modulus < (1ull << 62) / prime) {
    modulus *= prime;
    exponent += 1;
  }
  const field f = prepared(modulus);
  const uint64_t one = product(&f, 1, f.square);
  /* p(n-1), p(n), q(n-1), q(n). */
  progression as, bs;
  begin(&f, a, a_degree, &as);
  begin(&f, b, b_degree, &bs);
  uint64_t state[4] = {one, as.differences[0], 0, one};
  unsigned first[2] = {0, 0};
  int most = 0;
  for (unsigned n = 1; n <= (to + 1) * prime; n++) {
    const uint64_t bn = following(&f, &bs), an = following(&f, &as);
    for (unsigned i = 0; i < 4; i += 2) {
      uint64_t next = sum(&f, product(&f, state[i], bn), product(&f, state[i + 1], an));
      state[i] = state[i + 1];
      state[i + 1] = next;
    }
    const unsigned period = n / prime;
    const unsigned late = period == from + 1 || period == to + 1;
    if (n % prime != 0 || (period - late != from && period - late != to)) continue;
    unsigned least = exponent;
    for (unsigned i = 0; i < 4; i++) {
      unsigned own = valuation(state[i], prime, exponent);
      if (own < least) least = own;
    }
    if (period - late == from) {
      first[late] = least;
      continue;
    }
    if (least == exponent) return RS_SATURATED;
    const int gained = (int)least - (int)first[late];
    if (gained > most) most = gained;
  }
  return most;
}
