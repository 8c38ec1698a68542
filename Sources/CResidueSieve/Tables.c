#include "CResidueSieve.h"

#include "Dispatch.h"

/* 16 residues side by side; two of them hold one for each value of a_0. */
typedef uint16_t half __attribute__((vector_size(32)));
typedef uint32_t wide __attribute__((vector_size(64)));
typedef union {
  half halves[2];
  uint16_t each[32];
  uint64_t words[8];
} lanes;

/* v mod prime for v < 2^11: the estimated quotient is exact for primes below 32. */
static inline __attribute__((always_inline)) void reduce(half *v, uint16_t inverse, uint16_t prime) {
  wide product = __builtin_convertvector(*v, wide) * (uint32_t)inverse;
  *v -= __builtin_convertvector(product >> 16, half) * prime;
}

/* The mask of the first lanes that are zero. */
static inline __attribute__((always_inline)) uint32_t zeros(const lanes *v, unsigned prime) {
  lanes flags;
  for (unsigned i = 0; i < 2; i++) flags.halves[i] = (half)(v->halves[i] == 0);
  uint32_t mask = 0;
  for (unsigned word = 0; word < 8; word++) {
    if (flags.words[word] == 0) continue;
    for (unsigned lane = 4 * word; lane < 4 * word + 4 && lane < prime; lane++)
      if (flags.each[lane]) mask |= 1u << lane;
  }
  return mask;
}

/* The period at one class: `base` holds the values of a without a_0 from the root on, `b` those of b. */
static inline __attribute__((always_inline)) uint32_t class_mask(
    unsigned prime, const uint16_t *b, const uint16_t *base, const lanes *sums) {
  const uint16_t inverse = (uint16_t)(65536 / prime + 1);
  lanes left, right = sums[base[0]];
  for (unsigned i = 0; i < 2; i++) left.halves[i] = right.halves[i] * 0 + 1;
  for (unsigned k = 1; k < prime; k++) {
    const lanes *a = &sums[base[k]];
    for (unsigned i = 0; i < 2; i++) {
      half next = left.halves[i] * b[k] + right.halves[i] * a->halves[i];
      reduce(&next, inverse, (uint16_t)prime);
      left.halves[i] = right.halves[i];
      right.halves[i] = next;
    }
  }
  return zeros(&right, prime);
}

RS_DISPATCHED
void rs_masks(unsigned prime, unsigned degree, unsigned root, const uint16_t *values, uint32_t *masks) {
  lanes sums[RS_LARGEST_PRIME];
  uint16_t b[RS_LARGEST_PRIME], base[RS_LARGEST_PRIME], powers[16][RS_LARGEST_PRIME], digits[16] = {0};
  size_t count = 1;
  for (unsigned i = 0; i < degree; i++) count *= prime;
  for (unsigned k = 0; k < prime; k++) {
    for (unsigned x = 0; x < 32; x++) sums[k].each[x] = (uint16_t)((k + x) % prime);
    const unsigned n = (root + k) % prime;
    b[k] = values[n];
    base[k] = 0;
    powers[0][k] = 1;
    for (unsigned i = 1; i <= degree; i++) powers[i][k] = (uint16_t)(powers[i - 1][k] * n % prime);
  }
  for (size_t place = 0; place < count; place++) {
    masks[place] = class_mask(prime, b, base, sums);
    /* The next class: a_1 by one, with carries. A carry adds nothing modulo the prime. */
    for (unsigned i = 1; i <= degree; i++) {
      for (unsigned k = 0; k < prime; k++) {
        uint16_t sum = base[k] + powers[i][k];
        base[k] = sum >= prime ? sum - (uint16_t)prime : sum;
      }
      if (++digits[i] < prime) break;
      digits[i] = 0;
    }
  }
}

/* The words of a window with a bit at every place that is `residue` modulo a prime. */
static void pattern(unsigned prime, unsigned residue, unsigned words, uint64_t *target) {
  for (unsigned word = 0; word < words; word++) target[word] = 0;
  for (unsigned place = residue; place < 64 * words; place += prime) target[place / 64] |= 1ull << (place % 64);
}

static unsigned power(unsigned base, unsigned exponent, unsigned prime) {
  unsigned result = 1;
  while (exponent-- > 0) result = result * base % prime;
  return result;
}

static unsigned binomial(unsigned n, unsigned k) {
  unsigned result = 1;
  for (unsigned i = 1; i <= k; i++) result = result * (n - k + i) / i;
  return result;
}

/* a(m − s)/c has the coefficient Σ_j map[i][j] a_j at m^i; row 0 is multiplied by c, which leaves the sum f of
   a_0 = c·A_0 − f. */
static void substitution(unsigned prime, unsigned degree, unsigned shift, unsigned scale, unsigned map[16][16]) {
  unsigned back = (prime - shift % prime) % prime;
  unsigned inverse = power(scale % prime, prime - 2, prime);
  for (unsigned i = 0; i <= degree; i++)
    for (unsigned j = 0; j <= degree; j++) {
      unsigned value = j < i ? 0 : binomial(j, i) % prime * power(back, j - i, prime) % prime;
      map[i][j] = i == 0 ? value : value * inverse % prime;
    }
}

uint64_t rs_spread(
    unsigned prime, unsigned degree, const uint32_t *masks, unsigned shift, unsigned scale, unsigned first,
    unsigned words, uint64_t *spread) {
  unsigned map[16][16], digits[16] = {0}, weights[16];
  uint64_t patterns[RS_LARGEST_PRIME][RS_MOST_WORDS];
  substitution(prime, degree, shift, scale, map);
  for (unsigned residue = 0; residue < prime; residue++) pattern(prime, residue, words, patterns[residue]);
  size_t count = 1;
  for (unsigned i = 1; i <= degree; i++) {
    weights[i] = (unsigned)count;
    count *= prime;
  }
  uint64_t ones = 0;
  for (size_t outer = 0; outer < count; outer += degree == 0 ? 1 : prime) {
    /* Coefficients of A without the part of a_1, and f. */
    unsigned sums[16];
    for (unsigned i = 0; i <= degree; i++) {
      unsigned sum = 0;
      for (unsigned j = 2; j <= degree; j++) sum += map[i][j] * digits[j];
      sums[i] = sum % prime;
    }
    size_t base = 0;
    for (unsigned i = 2; i <= degree; i++) base += (size_t)sums[i] * weights[i];
    const unsigned inner = degree == 0 ? 1 : prime;
    for (unsigned a1 = 0; a1 < inner; a1++) {
      unsigned linear = degree == 0 ? 0 : (sums[1] + map[1][1] * a1) % prime;
      unsigned f = degree == 0 ? 0 : (sums[0] + map[0][1] * a1) % prime;
      uint32_t mask = masks[base + linear];
      uint64_t *target = spread + (outer + a1) * words;
      for (unsigned word = 0; word < words; word++) target[word] = 0;
      for (; mask != 0; mask &= mask - 1) {
        unsigned y = (unsigned)__builtin_ctz(mask);
        unsigned place = (scale * y + 2 * prime - f - first) % prime;
        for (unsigned word = 0; word < words; word++) target[word] |= patterns[place][word];
        ones += 1;
      }
    }
    for (unsigned j = 2; j <= degree && ++digits[j] == prime; j++) digits[j] = 0;
  }
  return ones;
}
