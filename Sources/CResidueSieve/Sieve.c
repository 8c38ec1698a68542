#include "CResidueSieve.h"

#include "Dispatch.h"

/* Columns that every word is compared with before anything is asked: after three primes about one word in a hundred is
   left. */
enum { FIRST = 3 };

typedef struct {
  const uint64_t *row;
  const uint64_t *begin;
  const uint64_t *end;
} place;

static inline place started(const rs_column *column, unsigned words, uint32_t step) {
  uint32_t row = (uint32_t)(((uint64_t)column->start + step) % column->period);
  place result = {
      column->rows + (size_t)row * words, column->rows, column->rows + (size_t)column->period * words};
  return result;
}

static inline const uint64_t *following(place p, unsigned words) {
  const uint64_t *next = p.row + words;
  return next == p.end ? p.begin : next;
}

/* The further columns at one step: writes the words that are left. */
static size_t refine(
    const rs_column *columns, size_t count, unsigned words, uint32_t step, const uint64_t *left, rs_hit *hits) {
  size_t found = 0;
  for (unsigned word = 0; word < words; word++) {
    uint64_t bits = left[word];
    for (size_t i = FIRST; i < count && bits != 0; i++)
      bits &= columns[i].rows[(size_t)(((uint64_t)columns[i].start + step) % columns[i].period) * words + word];
    if (bits != 0) {
      rs_hit hit = {step, word, bits};
      hits[found++] = hit;
    }
  }
  return found;
}

static inline __attribute__((always_inline)) size_t sieve(
    const rs_column *columns, size_t count, const unsigned words, const uint64_t *window, uint32_t steps, uint32_t *next,
    rs_hit *hits, size_t capacity) {
  size_t found = 0;
  uint32_t step = *next;
  place p = started(&columns[0], words, step), q = started(&columns[1], words, step),
        r = started(&columns[2], words, step);
  for (; step < steps; step++) {
    uint64_t left[RS_MOST_WORDS], any = 0;
    for (unsigned word = 0; word < words; word++) {
      left[word] = window[word] & p.row[word] & q.row[word] & r.row[word];
      any |= left[word];
    }
    if (any != 0) {
      if (capacity - found < words) break;
      found += refine(columns, count, words, step, left, hits + found);
    }
    p.row = following(p, words);
    q.row = following(q, words);
    r.row = following(r, words);
  }
  *next = step;
  return found;
}

RS_DISPATCHED
size_t rs_sieve(
    const rs_column *columns, size_t count, unsigned words, const uint64_t *window, uint32_t steps, uint32_t *next,
    rs_hit *hits, size_t capacity) {
  switch (words) {
    case 1: return sieve(columns, count, 1, window, steps, next, hits, capacity);
    case 2: return sieve(columns, count, 2, window, steps, next, hits, capacity);
    case 3: return sieve(columns, count, 3, window, steps, next, hits, capacity);
    case 4: return sieve(columns, count, 4, window, steps, next, hits, capacity);
    default: return sieve(columns, count, words, window, steps, next, hits, capacity);
  }
}
