#define _GNU_SOURCE
#include "CKernel.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* Reads until nothing has come for `quiet` milliseconds; the time of the last byte, or -1 where none came in a
   second. What came is stored in `shown` as far as there is room, with a zero behind it. */
static double last_byte_shown(int terminal, int quiet, char *shown, long room) {
  char bytes[1 << 16];
  double last = -1, start = now();
  while (now() - start < 5) {
    struct pollfd ready = {.fd = terminal, .events = POLLIN};
    if (poll(&ready, 1, last < 0 ? 1000 : quiet) <= 0) break;
    ssize_t count = read(terminal, bytes, sizeof bytes);
    if (count <= 0) break;
    last = now();
    long kept = count < room - 1 ? count : room - 1;
    if (kept <= 0) continue;
    memcpy(shown, bytes, (size_t)kept);
    shown += kept;
    room -= kept;
  }
  if (room > 0) *shown = '\0';
  return last;
}

static double last_byte(int terminal, int quiet) { return last_byte_shown(terminal, quiet, NULL, 0); }

static double processor_seconds(pid_t process) {
  char path[64], line[1024];
  snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
  FILE *file = fopen(path, "r");
  if (file == NULL) return -1;
  size_t length = fread(line, 1, sizeof line - 1, file);
  fclose(file);
  line[length] = '\0';
  unsigned long user = 0, kernel = 0;
  const char *rest = strrchr(line, ')');
  if (rest == NULL) return -1;
  sscanf(rest + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &kernel);
  return (double)(user + kernel) / (double)sysconf(_SC_CLK_TCK);
}

long ck_resident_bytes(int process) {
  char path[64];
  long pages = 0;
  snprintf(path, sizeof path, "/proc/%d/statm", (int)process);
  FILE *file = fopen(path, "r");
  if (file == NULL) return -1;
  if (fscanf(file, "%*d %ld", &pages) != 1) pages = 0;
  fclose(file);
  return pages * sysconf(_SC_PAGESIZE);
}

int ck_notebook_start(const char *program, const char *file, int *process, double *open) {
  struct winsize size = {.ws_row = 60, .ws_col = 200};
  int terminal;
  double start = now();
  *process = forkpty(&terminal, NULL, NULL, &size);
  if (*process < 0) return -1;
  if (*process == 0) {
    setenv("TERM", "xterm-256color", 1);
    setenv("LC_ALL", "C.UTF-8", 1);
    execl(program, program, "notebook", file, (char *)NULL);
    _exit(127);
  }
  *open = last_byte(terminal, 300) - start;
  return terminal;
}

double ck_notebook_press(int terminal, const char *key, int quiet, char *shown, long room) {
  size_t length = strlen(key);
  double pressed = now();
  if (write(terminal, key, length) != (ssize_t)length) return -1;
  double last = last_byte_shown(terminal, quiet, shown, room);
  return last > 0 ? last - pressed : -1;
}

double ck_notebook_key(int terminal, const char *key, int interval) {
  size_t length = strlen(key);
  double pressed = now(), frame = -1, last = -1;
  if (write(terminal, key, length) != (ssize_t)length) return -1;
  while (now() - pressed < 1e-3 * interval || (frame < 0 && now() - pressed < 1)) {
    char bytes[1 << 16];
    struct pollfd ready = {.fd = terminal, .events = POLLIN};
    int count = poll(&ready, 1, frame < 0 && last > 0 ? 3 : 1);
    if (count == 0 && frame < 0 && last > 0) frame = last;
    if (count <= 0) continue;
    if (read(terminal, bytes, sizeof bytes) <= 0) break;
    last = now();
  }
  if (frame < 0) frame = last;
  return frame > 0 ? frame - pressed : -1;
}

int ck_search_start(char *const words[]) {
  pid_t process = fork();
  if (process != 0) return process;
  setsid();
  setpriority(PRIO_PROCESS, 0, 10);
  int group = open("/proc/self/autogroup", O_WRONLY), null = open("/dev/null", O_RDWR);
  if (group >= 0 && write(group, "10", 2) != 2) _exit(126);
  if (group >= 0) close(group);
  for (int stream = 0; stream < 3; stream++) dup2(null, stream);
  execv(words[0], words);
  _exit(127);
}

void ck_notebook_end(int terminal, int process) {
  kill(process, SIGKILL);
  close(terminal);
  waitpid(process, NULL, 0);
}

int ck_notebook(
    const char *program, const char *file, const char *keys, double *seconds, struct ck_notebook_figures *figures) {
  pid_t child;
  int terminal = ck_notebook_start(program, file, &child, &figures->open);
  if (terminal < 0) return -1;
  double before = processor_seconds(child);
  usleep(2000000);
  figures->idle = processor_seconds(child) - before;
  int count = 0;
  for (const char *key = keys; *key != '\0'; key++) {
    size_t length = strncmp(key, "\033O", 2) == 0 && key[2] != '\0' ? 3 : 1;
    double pressed = now();
    if (write(terminal, key, length) != (ssize_t)length) break;
    key += length - 1;
    double shown = last_byte(terminal, 3);
    if (shown > 0) seconds[count++] = shown - pressed;
  }
  figures->memory = ck_resident_bytes(child);
  ck_notebook_end(terminal, child);
  return count;
}
