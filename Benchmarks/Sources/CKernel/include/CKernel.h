// Plain C on the same GMP calls as the kernels of Wallis: the yardstick of `bench kernels`.
#ifndef WALLIS_CKERNEL_H
#define WALLIS_CKERNEL_H

#include <stdint.h>

// p(depth), q(depth) of pcf(2n+1, n^2) by the recurrence; returns p·q modulo 2^61 − 1.
uint64_t ck_recurrence(long depth);

// The same by a product tree with leaves of `leaf` steps.
uint64_t ck_product_tree(long depth, long leaf);

// Seconds of FLINT's Berlekamp–Massey over 2^61 − 1, the best of several runs, and the linear complexity.
double ck_flint_complexity(const int64_t *terms, long count, long runs, long *complexity);

// Seconds of FLINT's fmpq_get_cfrac on d.ddd… (digits without the point), the best of several runs, and the quotients.
double ck_flint_quotients(const char *digits, long runs, long *count);

// Seconds from starting a program in a terminal of 80 × 24 until its output contains `needle`; negative if it never does.
double ck_terminal_start(const char *program, const char *needle);

struct ck_notebook_figures {
  double open;  // seconds to the first frame
  double idle;  // seconds of processor time in two seconds without keys
  long memory;  // resident bytes after the last key
};

// Opens a session in a notebook of 200 × 60 and presses keys one by one (Esc, O and a character are one key), each as soon as the screen is at rest:
// stores the seconds from each key to the last byte of its frame and returns how many keys changed the screen.
int ck_notebook(
    const char *program, const char *file, const char *keys, double *seconds, struct ck_notebook_figures *figures);

// Opens a session in a notebook of 200 × 60: returns the controlling end of its terminal, and stores the process and
// the seconds to the first frame; negative on failure.
int ck_notebook_start(const char *program, const char *file, int *process, double *open);

// Presses one key, and reads until nothing has come for `quiet` milliseconds: the seconds to the last byte, negative
// where nothing came in a second. What came is stored in `shown` as far as there is room, with a zero behind it.
double ck_notebook_press(int terminal, const char *key, int quiet, char *shown, long room);

// Presses one key, and reads for `interval` milliseconds, longer where no frame has come by then: the seconds to the last
// byte before the first 3 milliseconds of silence, which is the end of the first frame; negative where nothing came in a
// second.
double ck_notebook_key(int terminal, const char *key, int interval);

// Starts a program, the first of the words, as the notebook starts a search: in a session of its own that gives way to
// others (nice 10). Returns its process; negative on failure.
int ck_search_start(char *const words[]);

// Kills the notebook and waits for its end.
void ck_notebook_end(int terminal, int process);

// Resident memory of a process in bytes; negative where there is none.
long ck_resident_bytes(int process);

// Opens a terminal of 80 × 24: returns its controlling end and stores the end for a program; negative on failure.
int ck_open_terminal(int *side);

// A pipe that programs started later do not inherit.
int ck_pipe(int *ends);

// Largest resident memory of any finished child, in bytes.
long ck_children_peak_memory(void);

#endif
