#include "internal.h"

#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

static SCREEN *screen;
static struct termios before;
static bool coloured;
static bool pasting;
static bool telling;

bool ct_locale_is_utf8(void) {
  /* Only characters: the decimal point of numbers must not follow the user's country. */
  setlocale(LC_CTYPE, "");
  return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* Appends a capability without its padding marks ($<5>), which only tputs understands. */
static size_t append(char *to, size_t used, size_t room, const char *name) {
  const char *text = tigetstr((char *)name);
  if (text == NULL || text == (char *)-1) return used;
  while (*text != '\0' && used + 1 < room) {
    const char *end = text[0] == '$' && text[1] == '<' ? strchr(text, '>') : NULL;
    if (end != NULL) {
      text = end + 1;
    } else {
      to[used++] = *text++;
    }
  }
  return used;
}

/* Whether TERM begins with one of the names. */
static bool is_one_of(const char *const *names, size_t count) {
  const char *term = getenv("TERM");
  for (size_t i = 0; term != NULL && i < count; i++) {
    if (strncmp(term, names[i], strlen(names[i])) == 0) return true;
  }
  return false;
}

/* Terminals that know bracketed paste are those that call themselves after xterm, and the usual multiplexers; fewer
   tell keys apart, and none of these takes the question for something else. */
static void learn_terminal(void) {
  static const char *const all[] = {"xterm",   "tmux",    "foot", "kitty",  "alacritty",
                                    "wezterm", "ghostty", "st-",  "screen", "rxvt"};
  pasting = is_one_of(all, 10);
  telling = is_one_of(all, 7);
}

static void write_all(const char *text, size_t length) {
  while (length > 0) {
    ssize_t count = write(STDOUT_FILENO, text, length);
    if (count <= 0) return;
    text += count;
    length -= (size_t)count;
  }
}

/* What is asked of the terminal beyond terminfo, once its other screen is there. */
static void ask(void) {
  if (pasting) write_all("\033[?2004h", 8);
  if (telling) write_all(CT_TELL_KEYS_APART, sizeof CT_TELL_KEYS_APART - 1);
}

static void set_modes(void) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  nodelay(stdscr, TRUE);
  meta(stdscr, TRUE);
  intrflush(stdscr, FALSE);
}

static void prepare_colours(bool wanted) {
  coloured = wanted && has_colors() && start_color() == OK && use_default_colors() == OK && COLORS >= 8;
  for (short colour = 1; coloured && colour < 8; colour++) init_pair(colour, colour, -1);
}

int ct_start(int wake, bool colours, const char *parting) {
  static char reset[512];
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return CT_NO_TERMINAL;
  if (tcgetattr(STDIN_FILENO, &before) != 0) return CT_NO_TERMINAL;
  ct_locale_is_utf8();
  /* LINES and COLUMNS of the environment would hold the size fixed; use_env(FALSE) would too (ncurses 6.4). */
  unsetenv("LINES");
  unsetenv("COLUMNS");
  screen = newterm(NULL, stdout, stdin);
  if (screen == NULL) return CT_UNKNOWN_TERMINAL;
  set_term(screen);
  if (tigetstr("cup") == NULL || tigetstr("cup") == (char *)-1) {
    endwin();
    return CT_NO_ADDRESSING;
  }
  set_escdelay(25);
  set_modes();
  prepare_colours(colours);
  ct_define_keys();
  learn_terminal();
  size_t used = 0;
  if (telling) used = (size_t)snprintf(reset, sizeof reset, CT_KEYS_AS_BEFORE);
  if (pasting) used += (size_t)snprintf(reset + used, sizeof reset - used, "\033[?2004l\033[?1000l\033[?1002l\033[?1006l");
  static const char *names[] = {"rmkx", "sgr0", "cnorm", "rmcup"};
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) used = append(reset, used, sizeof reset, names[i]);
  ct_install_handlers(wake, &before, reset, used, parting);
  refresh();
  ask();
  return CT_STARTED;
}

static void give_back(void) {
  if (telling) write_all(CT_KEYS_AS_BEFORE, sizeof CT_KEYS_AS_BEFORE - 1);
  if (pasting) write_all("\033[?2004l", 8);
  endwin();
  tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
}

void ct_stop(void) {
  if (screen == NULL) return;
  ct_remove_handlers();
  /* Where the shell has taken the terminal back already, giving it back must not stop this process. */
  signal(SIGTTOU, SIG_IGN);
  curs_set(1);
  give_back();
  delscreen(screen);
  screen = NULL;
}

/* Takes the terminal over again, whatever size it has now. */
static void take_again(void) {
  struct winsize size;
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
    resizeterm(size.ws_row, size.ws_col);
  }
  reset_prog_mode();
  set_modes();
  clearok(curscr, TRUE);
  refresh();
  ask();
}

void ct_suspend(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ignoring = {.sa_handler = SIG_IGN}, ours;
  curs_set(1);
  give_back();
  /* The others of the group, as the terminal would do, then this process by a signal to this thread: one to the
     process may reach another thread when this one has gone on already, and stop it a second time. */
  sigaction(SIGTSTP, &ignoring, &ours);
  kill(0, SIGTSTP);
  sigaction(SIGTSTP, &standard, NULL);
  raise(SIGTSTP);
  sigaction(SIGTSTP, &ours, NULL);
  tcgetattr(STDIN_FILENO, &before);
  take_again();
}

void ct_lend(void) {
  curs_set(1);
  give_back();
}

void ct_take_again(void) {
  /* The modes of the terminal are those from before, whatever somebody left. */
  tcsetattr(STDIN_FILENO, TCSADRAIN, &before);
  take_again();
}

void ct_size(int *rows, int *columns) { getmaxyx(stdscr, *rows, *columns); }

void ct_write(int row, int column, int look, int colour, const char *text) {
  attr_t attributes = A_NORMAL;
  if (look & CT_BOLD) attributes |= A_BOLD;
  if (look & CT_DIM) attributes |= A_DIM;
  if (look & CT_UNDERLINE) attributes |= A_UNDERLINE;
  if (look & CT_REVERSE) attributes |= A_REVERSE;
  attr_set(attributes, coloured ? (short)colour : 0, NULL);
  mvaddstr(row, column, text);
}

int ct_columns(const char *text) {
  wchar_t wide[32];
  size_t count = mbstowcs(wide, text, 31);
  if (count == (size_t)-1 || count >= 31) return -1;
  wide[count] = L'\0';
  return wcswidth(wide, count);
}

void ct_cursor(int row, int column) {
  curs_set(row < 0 ? 0 : 1);
  if (row >= 0) move(row, column);
}

void ct_refresh(void) { refresh(); }

int ct_parent(void) {
  pid_t parent = getppid();
  return parent > 1 ? (int)syscall(SYS_pidfd_open, parent, 0) : -1;
}

void ct_redraw(void) { clearok(curscr, TRUE); }

void ct_copy(const char *base64) {
  if (!pasting) return;
  write_all("\033]52;c;", 7);
  write_all(base64, strlen(base64));
  write_all("\a", 1);
}
