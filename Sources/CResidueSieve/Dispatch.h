/* Functions that are compiled for wider registers too, chosen when the program starts, where the loader can do that. */
#ifndef WALLIS_RS_DISPATCH_H
#define WALLIS_RS_DISPATCH_H

#include <stdint.h>

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__clang__)
#define RS_DISPATCHED __attribute__((target_clones("avx2", "default")))
#else
#define RS_DISPATCHED
#endif

#endif
