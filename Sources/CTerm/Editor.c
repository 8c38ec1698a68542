/* An editor of the user has the terminal for a while. */
#include "internal.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* Starts the command in this process group, so that the terminal is its own; its complaints go to the terminal too. */
static int start(const char *command, const char *path, pid_t *process) {
  static const char behind[] = " \"$@\"";
  size_t room = strlen(command) + sizeof behind;
  char *script = malloc(room);
  if (script == NULL) return ENOMEM;
  snprintf(script, room, "%s%s", command, behind);
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  char *arguments[] = {"sh", "-c", script, "sh", (char *)path, NULL};
  int code = posix_spawn(process, "/bin/sh", &actions, &attributes, arguments, environ);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  free(script);
  return code;
}

int ct_edit(const char *command, const char *path) {
  /* As with system(3), Ctrl-C and Ctrl-\ are the editor's; Ctrl-Z stops it and this process together. */
  static const int shared[] = {SIGINT, SIGQUIT, SIGTSTP};
  struct sigaction ours[3], ignoring = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
  ct_lend();
  for (int i = 0; i < 3; i++) sigaction(shared[i], shared[i] == SIGTSTP ? &standard : &ignoring, &ours[i]);
  pid_t process;
  int status = -1, code = start(command, path, &process);
  if (code == 0) {
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) continue;
  }
  for (int i = 0; i < 3; i++) sigaction(shared[i], &ours[i], NULL);
  ct_take_again();
  if (code != 0) return -code;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
