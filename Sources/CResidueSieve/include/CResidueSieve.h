/* The inner loops of the residue sieve: no allocation, no state, any thread.

   A fraction a(0) + b(1)/(a(1) + …) is nilpotent at a prime l at which b has a root when the product of its step matrices
   [[0, b(n)], [1, a(n)]] over a period of l steps has trace 0. It starts at the root, where the step has rank 1. */
#ifndef WALLIS_CRESIDUESIEVE_H
#define WALLIS_CRESIDUESIEVE_H

#include <stddef.h>
#include <stdint.h>

/* The largest prime of tables: one bit of a 32-bit mask for each residue of a_0. */
enum { RS_LARGEST_PRIME = 31 };

/* Degrees of polynomials are below it. */
enum { RS_DEGREES = 80 };

/* Words of a window of values of a_0, at most. */
enum { RS_MOST_WORDS = 8 };

/* For every residue class of (a_d, …, a_1) modulo a prime, a_1 fastest, the mask of the residues of a_0 that are nilpotent:
   prime^degree masks. `values` holds b(0) … b(prime − 1) reduced, with values[root] = 0. */
void rs_masks(unsigned prime, unsigned degree, unsigned root, const uint16_t *values, uint32_t *masks);

/* The masks of the numerators c^2 B(n + s) from those of B, spread over the window of a_0 that begins at a residue: for
   every class of (a_d, …, a_1) `words` words, prime^degree * words in all. Returns the number of ones in the spread masks. */
uint64_t rs_spread(
    unsigned prime, unsigned degree, const uint32_t *masks, unsigned shift, unsigned scale, unsigned first,
    unsigned words, uint64_t *spread);

/* The spread masks of one prime for fixed a_d … a_2: `period` rows of words, the first for a_1 = 0 modulo the prime, and the
   row that a_1 begins at. */
typedef struct {
  const uint64_t *rows;
  uint32_t period;
  uint32_t start;
} rs_column;

/* Candidates of one word of the window that pass all primes: the step of a_1, the word, the bits. */
typedef struct {
  uint32_t step;
  uint32_t word;
  uint64_t bits;
} rs_hit;

/* Runs a_1 through `steps` values from *next on and writes the words in which a candidate passes all columns (three at
   least). Stops early, with the step to go on with in *next, when there is no room for a further step. */
size_t rs_sieve(
    const rs_column *columns, size_t count, unsigned words, const uint64_t *window, uint32_t steps, uint32_t *next,
    rs_hit *hits, size_t capacity);

/* What a prime says. */
enum { RS_REGULAR = 0, RS_NILPOTENT = 1, RS_BAD = 2 };

/* The period modulo a prime below 2^15 of partial denominators with these coefficients, constant term first; `values` as
   above. Bad where the prime divides the leading coefficient. */
int rs_period(unsigned prime, unsigned root, const uint16_t *values, const int64_t *a, unsigned degree);

/* Precision was too short to tell. */
enum { RS_SATURATED = 1000 };

/* How much the valuation at a prime of the step product M(1) … M(n) of the convergents' matrix gains from n = from · prime
   to n = to · prime, or from one period later to one period later, whichever is more; RS_SATURATED where 62 bits do not
   tell. Coefficients have the constant term first; from + 1 < to. */
int rs_gain(
    unsigned prime, const int64_t *a, unsigned a_degree, const int64_t *b, unsigned b_degree, unsigned from,
    unsigned to);

#endif
