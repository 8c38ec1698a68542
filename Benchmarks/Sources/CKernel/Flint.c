#include "CKernel.h"

#include <flint/flint.h>
#include <flint/fmpq.h>
#include <flint/fmpz_vec.h>
#include <flint/nmod_poly.h>
#include <string.h>
#include <time.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

double ck_flint_complexity(const int64_t *terms, long count, long runs, long *complexity) {
  double best = 1e9;
  for (long run = 0; run < runs; run++) {
    double start = now();
    nmod_berlekamp_massey_t state;
    nmod_berlekamp_massey_init(state, (UWORD(1) << 61) - 1);
    for (long i = 0; i < count; i++) nmod_berlekamp_massey_add_point(state, (mp_limb_t)terms[i]);
    nmod_berlekamp_massey_reduce(state);
    *complexity = nmod_poly_degree(nmod_berlekamp_massey_V_poly(state));
    nmod_berlekamp_massey_clear(state);
    double seconds = now() - start;
    if (seconds < best) best = seconds;
  }
  return best;
}

double ck_flint_quotients(const char *digits, long runs, long *count) {
  double best = 1e9;
  fmpq_t x, rest;
  fmpq_init(x);
  fmpq_init(rest);
  fmpz_set_str(fmpq_numref(x), digits, 10);
  fmpz_set_ui(fmpq_denref(x), 10);
  fmpz_pow_ui(fmpq_denref(x), fmpq_denref(x), strlen(digits) - 1);
  fmpq_canonicalise(x);
  slong room = fmpq_cfrac_bound(x);
  for (long run = 0; run < runs; run++) {
    fmpz *list = _fmpz_vec_init(room);
    double start = now();
    *count = fmpq_get_cfrac(list, rest, x, room);
    double seconds = now() - start;
    if (seconds < best) best = seconds;
    _fmpz_vec_clear(list, room);
  }
  fmpq_clear(x);
  fmpq_clear(rest);
  flint_cleanup();
  return best;
}
