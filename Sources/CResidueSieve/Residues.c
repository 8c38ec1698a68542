#include "CResidueSieve.h"

/* v mod prime for v < 2^31, by Barrett's reduction: the estimated quotient is at most one too small. */
static inline uint32_t reduced(uint64_t v, uint64_t scaled, uint32_t prime) {
  uint32_t rest = (uint32_t)(v - ((v * scaled) >> 32) * prime);
  return rest >= prime ? rest - prime : rest;
}

int rs_period(unsigned prime, unsigned root, const uint16_t *values, const int64_t *a, unsigned degree) {
  const uint64_t scaled = (1ull << 32) / prime;
  uint32_t residues[80];
  for (unsigned i = 0; i <= degree; i++) {
    int64_t rest = a[i] % (int64_t)prime;
    residues[i] = (uint32_t)(rest < 0 ? rest + prime : rest);
  }
  if (residues[degree] == 0) return RS_BAD;
  uint32_t left = 0, right = 0;
  uint32_t n = root;
  for (unsigned k = 0; k < prime; k++) {
    uint64_t value = residues[degree];
    for (unsigned i = degree; i-- > 0;) value = reduced(value * n + residues[i], scaled, prime);
    if (k == 0) {
      left = 1;
      right = (uint32_t)value;
    } else {
      uint32_t next = reduced((uint64_t)left * values[n] + right * value, scaled, prime);
      left = right;
      right = next;
    }
    if (++n == prime) n = 0;
  }
  return right == 0 ? RS_NILPOTENT : RS_REGULAR;
}
