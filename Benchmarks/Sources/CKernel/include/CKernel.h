// Plain C on the same GMP calls as the kernels of Wallis: the yardstick of `bench kernels`.
#ifndef WALLIS_CKERNEL_H
#define WALLIS_CKERNEL_H

#include <stdint.h>

// p(depth), q(depth) of pcf(2n+1, n^2) by the recurrence; returns p·q modulo 2^61 − 1.
uint64_t ck_recurrence(long depth);

// The same by a product tree with leaves of `leaf` steps.
uint64_t ck_product_tree(long depth, long leaf);

// Seconds from starting a program in a terminal of 80 × 24 until its output contains `needle`; negative if it never does.
double ck_terminal_start(const char *program, const char *needle);

// Opens a terminal of 80 × 24: returns its controlling end and stores the end for a program; negative on failure.
int ck_open_terminal(int *side);

// A pipe that programs started later do not inherit.
int ck_pipe(int *ends);

// Largest resident memory of any finished child, in bytes.
long ck_children_peak_memory(void);

#endif
