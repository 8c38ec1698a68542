// One shim for GMP, MPFR, FLINT and Arb: function-like macros and varargs behind static inline functions; and threads
// for what computes with them.
#ifndef WALLIS_CARITHMETIC_SHIM_H
#define WALLIS_CARITHMETIC_SHIM_H

#include <stdarg.h>
#include <stdio.h>
#include <pthread.h>
#include <gmp.h>
#include <mpfr.h>
// Every header of what is called is named: which others a header brings along differs between FLINT 2 and 3.
#include <flint/flint.h>
#include <flint/ulong_extras.h>
#include <flint/fmpz.h>
#include <flint/fmpz_vec.h>
#include <flint/fmpz_factor.h>
#include <flint/fmpq.h>
#include <flint/fmpz_poly.h>
#include <flint/fmpz_poly_factor.h>
#include <flint/fmpz_mat.h>
#include <flint/fmpz_poly_mat.h>
#include <flint/fmpz_mpoly.h>
#include <flint/fmpz_lll.h>
#if __has_include(<flint/arb.h>)
#include <flint/mag.h>
#include <flint/arf.h>
#include <flint/arb.h>
#include <flint/arb_fmpz_poly.h>
#include <flint/acb.h>
#include <flint/arb_hypgeom.h>
#include <flint/acb_hypgeom.h>
#include <flint/acb_dirichlet.h>
#include <flint/acb_modular.h>
#include <flint/acb_calc.h>
#else
#include <mag.h>
#include <arf.h>
#include <arb.h>
#include <arb_fmpz_poly.h>
#include <acb.h>
#include <arb_hypgeom.h>
#include <acb_hypgeom.h>
#include <acb_dirichlet.h>
#include <acb_modular.h>
#include <acb_calc.h>
#endif

static inline int ca_mpz_sgn(mpz_srcptr z) { return mpz_sgn(z); }
static inline int ca_fmpz_is_big(fmpz z) { return COEFF_IS_MPZ(z); }

// z += x·k and z += y·k for a signed word k (GMP has the unsigned forms only).
static inline void ca_mpz_addmul_si(mpz_ptr z, mpz_srcptr x, long k) {
  if (k >= 0) mpz_addmul_ui(z, x, (unsigned long)k);
  else mpz_submul_ui(z, x, 0UL - (unsigned long)k);
}

// z += x for a FLINT number, without a copy of it.
static inline void ca_mpz_add_fmpz(mpz_ptr z, const fmpz_t x) {
  if (COEFF_IS_MPZ(*x)) mpz_add(z, z, COEFF_TO_PTR(*x));
  else if (*x >= 0) mpz_add_ui(z, z, (unsigned long)*x);
  else mpz_sub_ui(z, z, 0UL - (unsigned long)*x);
}

static inline void ca_mpz_addmul(mpz_ptr z, mpz_srcptr x, mpz_srcptr y) { mpz_addmul(z, x, y); }

// Conversions between GMP and FLINT numbers keep their own storage on either side.
static inline void ca_fmpz_set_mpz(fmpz_t z, mpz_srcptr x) { fmpz_set_mpz(z, x); }
static inline void ca_mpz_set_fmpz(mpz_ptr z, const fmpz_t x) { fmpz_get_mpz(z, x); }

// Midpoint and radius as expressions: arb_midref and arb_radref are macros.
static inline arf_ptr ca_arb_mid(arb_ptr x) { return arb_midref(x); }
static inline arb_ptr ca_acb_real(acb_ptr z) { return acb_realref(z); }
static inline arb_ptr ca_acb_imag(acb_ptr z) { return acb_imagref(z); }
static inline const fmpz *ca_mag_exponent(mag_srcptr x) { return MAG_EXPREF(x); }
static inline mag_ptr ca_arb_rad(arb_ptr x) { return arb_radref(x); }

static inline const char *ca_gmp_version(void) { return gmp_version; }
// FLINT 3 contains Arb, which has no version of its own there.
#if __FLINT_RELEASE >= 30000
static inline const char *ca_arb_version(void) { return FLINT_VERSION; }
#else
static inline const char *ca_arb_version(void) { return arb_version; }
#endif
static inline const char *ca_flint_version(void) { return FLINT_VERSION; }
static inline mpfr_prec_t ca_mpfr_prec(mpfr_srcptr x) { return mpfr_get_prec(x); }

// A thread that nobody joins, with a stack of its own; 0, or the error of the system.
static inline int ca_start_thread(void *(*body)(void *), void *context, size_t stack) {
  pthread_attr_t attributes;
  pthread_t thread;
  int status = pthread_attr_init(&attributes);
  if (status) return status;
  status = pthread_attr_setstacksize(&attributes, stack);
  if (!status) status = pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  if (!status) status = pthread_create(&thread, &attributes, body, context);
  pthread_attr_destroy(&attributes);
  return status;
}

// What lists of threads call the calling one, in at most 15 bytes.
static inline void ca_name_thread(const char *name) {
#ifdef __APPLE__
  pthread_setname_np(name);
#else
  pthread_setname_np(pthread_self(), name);
#endif
}

#endif
