/* Functions that are compiled for wider registers too, chosen when the program starts, where the loader can do that. */
#ifndef WALLIS_RS_DISPATCH_H
#define WALLIS_RS_DISPATCH_H

#include <stdint.h>

/* What chooses runs before a sanitizer of the compiler is ready for it, so that a program with one would end there. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define RS_SANITIZED
#endif
#endif

#if defined(__x86_64__) && defined(__GLIBC__) && defined(__clang__) && !defined(RS_SANITIZED)
#define RS_DISPATCHED __attribute__((target_clones("avx2", "default")))
#else
#define RS_DISPATCHED
#endif

#endif
