#include "CResidueSieve.h"

/* v mod prime for v < 2^31, by Barrett's reduction: the estimated quotient is at most one too small. */
static inline uint32_t reduced(uint64_t v, uint64_t scaled, uint32_t prime) {
  uint32_t rest = (uint32_t)(v - ((v * scaled) >> 32) * prime);
  return rest >= prime ? rest - prime : rest;
}

static inline uint32_t sum(uint32_t x, uint32_t y, uint32_t prime) {
  uint32_t total = x + y;
  return total >= prime ? total - prime : total;
}

/* The value at `first` of a polynomial and its differences there, modulo a prime; 0 where its leading coefficient
   vanishes. */
static int differences(
    uint32_t prime, uint64_t scaled, uint32_t first, const int64_t *a, unsigned degree, uint32_t *d) {
  uint32_t residues[RS_DEGREES];
  for (unsigned i = 0; i <= degree; i++) {
    int64_t rest = a[i] % (int64_t)prime;
    residues[i] = (uint32_t)(rest < 0 ? rest + prime : rest);
  }
  if (residues[degree] == 0) return 0;
  uint32_t n = first;
  for (unsigned place = 0; place <= degree; place++) {
    uint64_t value = residues[degree];
    for (unsigned i = degree; i-- > 0;) value = reduced(value * n + residues[i], scaled, prime);
    d[place] = (uint32_t)value;
    if (++n == prime) n = 0;
  }
  for (unsigned order = 1; order <= degree; order++)
    for (unsigned i = degree; i >= order; i--) d[i] = sum(d[i], prime - d[i - 1], prime);
  return 1;
}

int rs_period(unsigned prime, unsigned root, const uint16_t *values, const int64_t *a, unsigned degree) {
  const uint64_t scaled = (1ull << 32) / prime;
  uint32_t d[RS_DEGREES];
  if (!differences(prime, scaled, root, a, degree, d)) return RS_BAD;
  uint32_t left = 0, right = 0;
  uint32_t n = root;
  for (unsigned k = 0; k < prime; k++) {
    if (k == 0) {
      left = 1;
      right = d[0];
    } else {
      for (unsigned i = 0; i < degree; i++) d[i] = sum(d[i], d[i + 1], prime);
      uint32_t next = reduced((uint64_t)left * values[n] + (uint64_t)right * d[0], scaled, prime);
      left = right;
      right = next;
    }
    if (++n == prime) n = 0;
  }
  return right == 0 ? RS_NILPOTENT : RS_REGULAR;
}
