/* Tells the thread sanitizer of contended locks of Swift's Mutex.

   The compiler inlines the uncontended lock into instrumented code. The contended one is two functions of
   libswiftSynchronization, which is not instrumented: what the lock orders would be reported as a race wherever threads
   met. These definitions stand before those of the library, call them, and say what they order. Linked into the programs
   of a build with the thread sanitizer only. Reference: the Swift standard library, Synchronization/Mutex/LinuxImpl.swift. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdint.h>
#include <stdlib.h>

#define SWIFT __attribute__((swiftcall))
#define SELF __attribute__((swift_context))
#define LOCK "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF"
#define UNLOCK "$s15Synchronization12_MutexHandleV11_unlockSlowyyF"

void __tsan_acquire(void *address);
void __tsan_release(void *address);

/* The function of the library that a definition here stands before. */
static void *behind(const char *name) {
  void *function = dlsym(RTLD_NEXT, name);
  if (function == NULL) abort();
  return function;
}

SWIFT void lock_contended(uint32_t thread, SELF void *mutex) __asm__(LOCK);
SWIFT void unlock_contended(SELF void *mutex) __asm__(UNLOCK);

SWIFT void lock_contended(uint32_t thread, SELF void *mutex) {
  SWIFT void (*lock)(uint32_t, SELF void *) = behind(LOCK);
  lock(thread, mutex);
  __tsan_acquire(mutex);
}

SWIFT void unlock_contended(SELF void *mutex) {
  SWIFT void (*unlock)(SELF void *) = behind(UNLOCK);
  __tsan_release(mutex);
  unlock(mutex);
}
