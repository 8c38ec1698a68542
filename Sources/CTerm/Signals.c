/* Whatever ends the process, the terminal is given back first. The handlers use nothing but write, tcsetattr,
   sigaction and raise, which are allowed there. */
#include "internal.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Faults first; then every further signal that ends a process unless it is caught. A file that may not grow (SIGXFSZ)
   is not among them: there the write fails and says so. */
static const int endings[] = {SIGSEGV, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,    SIGFPE,  SIGSYS, SIGQUIT, SIGTERM, SIGHUP,
                              SIGINT,  SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGPIPE,
#ifdef SIGPWR
                              SIGPWR,
#endif
#ifdef SIGSTKFLT
                              SIGSTKFLT,
#endif
                              SIGIO};
enum { FAULTS = 8, ENDINGS = sizeof endings / sizeof *endings };

static struct sigaction previous[ENDINGS];
static struct sigaction ncurses_resize;
static struct sigaction previous_limit;
static struct termios terminal;
static char reset_text[512];
static size_t reset_length;
static char parting_text[1024];
static size_t parting_length;
static int wake_descriptor = -1;
static pid_t owner;
static void *alternate;

static bool is_crash(int number) {
  for (int i = 0; i < FAULTS; i++)
    if (endings[i] == number) return true;
  return false;
}

/* After the terminal is restored the default action decides, whether the signal came from outside or from a fault
   of our own: Swift's own handler would ask questions on the terminal, or leave the process alive. */
static void on_ending(int number, siginfo_t *info, void *context) {
  (void)context;
  if (getpid() == owner) {
    (void)!write(STDOUT_FILENO, reset_text, reset_length);
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal);
    bool outside = info->si_code == SI_USER || info->si_code == SI_QUEUE;
    if (is_crash(number) && !outside) (void)!write(STDOUT_FILENO, parting_text, parting_length);
  }
  struct sigaction standard = {.sa_handler = SIG_DFL};
  sigemptyset(&standard.sa_mask);
  sigaction(number, &standard, NULL);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  raise(number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
}

/* The size changed: ncurses notes it in its own handler, and the screen's thread is woken, because the signal may
   have reached any other thread. */
static void on_resize(int number) {
  int saved = errno;
  if (ncurses_resize.sa_handler != SIG_DFL && ncurses_resize.sa_handler != SIG_IGN) ncurses_resize.sa_handler(number);
  (void)!write(wake_descriptor, "w", 1);
  errno = saved;
}

/* A stack of its own lets the handler run when the normal one has overflowed. */
static void use_alternate_stack(void) {
  size_t size = 65536;
  if (alternate == NULL) alternate = malloc(size);
  stack_t stack = {.ss_sp = alternate, .ss_size = size};
  if (alternate != NULL) sigaltstack(&stack, NULL);
}

void ct_install_handlers(
    int wake, const struct termios *modes, const char *reset, size_t length, const char *parting) {
  terminal = *modes;
  owner = getpid();
  wake_descriptor = wake;
  reset_length = length < sizeof reset_text ? length : 0;
  memcpy(reset_text, reset, reset_length);
  parting_length = parting == NULL ? 0 : strnlen(parting, sizeof parting_text);
  if (parting != NULL) memcpy(parting_text, parting, parting_length);
  use_alternate_stack();
  struct sigaction ending = {.sa_sigaction = on_ending, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigfillset(&ending.sa_mask);
  for (int i = 0; i < ENDINGS; i++) sigaction(endings[i], &ending, &previous[i]);
  struct sigaction resize = {.sa_handler = on_resize, .sa_flags = SA_RESTART};
  sigfillset(&resize.sa_mask);
  sigaction(SIGWINCH, &resize, &ncurses_resize);
  struct sigaction ignored = {.sa_handler = SIG_IGN};
  sigaction(SIGXFSZ, &ignored, &previous_limit);
}

void ct_remove_handlers(void) {
  for (int i = 0; i < ENDINGS; i++) sigaction(endings[i], &previous[i], NULL);
  sigaction(SIGWINCH, &ncurses_resize, NULL);
  sigaction(SIGXFSZ, &previous_limit, NULL);
}
