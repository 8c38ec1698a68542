#include "CKernel.h"

#include <gmp.h>

typedef struct { mpz_t e00, e01, e10, e11; } matrix;

static void matrix_init(matrix *m) {
  mpz_init_set_si(m->e00, 1);
  mpz_init_set_si(m->e01, 0);
  mpz_init_set_si(m->e10, 0);
  mpz_init_set_si(m->e11, 1);
}

static void matrix_clear(matrix *m) {
  mpz_clear(m->e00);
  mpz_clear(m->e01);
  mpz_clear(m->e10);
  mpz_clear(m->e11);
}

static void addmul_si(mpz_t z, const mpz_t x, long k) {
  if (k >= 0) mpz_addmul_ui(z, x, (unsigned long)k);
  else mpz_submul_ui(z, x, 0UL - (unsigned long)k);
}

static void append(matrix *m, long first, long last) {
  for (long n = first; n <= last; n++) {
    long a = 2 * n + 1, b = n * n;
    mpz_mul_si(m->e00, m->e00, b);
    addmul_si(m->e00, m->e01, a);
    mpz_swap(m->e00, m->e01);
    mpz_mul_si(m->e10, m->e10, b);
    addmul_si(m->e10, m->e11, a);
    mpz_swap(m->e10, m->e11);
  }
}

static void multiply(matrix *r, const matrix *x, const matrix *y) {
  mpz_mul(r->e00, x->e00, y->e00);
  mpz_addmul(r->e00, x->e01, y->e10);
  mpz_mul(r->e01, x->e00, y->e01);
  mpz_addmul(r->e01, x->e01, y->e11);
  mpz_mul(r->e10, x->e10, y->e00);
  mpz_addmul(r->e10, x->e11, y->e10);
  mpz_mul(r->e11, x->e10, y->e01);
  mpz_addmul(r->e11, x->e11, y->e11);
}

static void tree(matrix *m, long first, long last, long leaf) {
  matrix_init(m);
  if (last - first + 1 <= leaf) {
    append(m, first, last);
    return;
  }
  long middle = first + (last - first + 1) / 2;
  matrix left, right;
  tree(&left, first, middle - 1, leaf);
  tree(&right, middle, last, leaf);
  multiply(m, &left, &right);
  matrix_clear(&left);
  matrix_clear(&right);
}

static uint64_t digest(matrix *m) {
  mpz_mul(m->e00, m->e01, m->e11);
  uint64_t residue = mpz_fdiv_ui(m->e00, (1UL << 61) - 1);
  matrix_clear(m);
  return residue;
}

uint64_t ck_recurrence(long depth) {
  matrix m;
  matrix_init(&m);
  mpz_set_si(m.e01, 1);
  append(&m, 1, depth);
  return digest(&m);
}

uint64_t ck_product_tree(long depth, long leaf) {
  matrix first, steps, product;
  matrix_init(&first);
  mpz_set_si(first.e01, 1);
  tree(&steps, 1, depth, leaf);
  matrix_init(&product);
  multiply(&product, &first, &steps);
  matrix_clear(&first);
  matrix_clear(&steps);
  return digest(&product);
}
