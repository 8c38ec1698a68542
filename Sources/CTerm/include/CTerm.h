/* The terminal, as far as ncurses and signals need C: macros, globals and handlers. Only one thread may call these
   functions, the one that called ct_start. */
#ifndef WALLIS_CTERM_H
#define WALLIS_CTERM_H

#include <stdbool.h>
#include <stdint.h>

/* What ct_start answers. */
enum { CT_STARTED = 0, CT_NO_TERMINAL = 1, CT_UNKNOWN_TERMINAL = 2, CT_NO_ADDRESSING = 3 };

/* Kinds of input that ct_key tells. */
enum { CT_NOTHING = 0, CT_CHARACTER = 1, CT_KEY = 2 };

/* Codes of CT_KEY. Function keys are CT_FUNCTION + number. */
enum {
  CT_RESIZE = 1, CT_UP, CT_DOWN, CT_LEFT, CT_RIGHT, CT_HOME, CT_END, CT_PAGE_UP, CT_PAGE_DOWN, CT_INSERT, CT_DELETE,
  CT_BACKSPACE, CT_ENTER, CT_BACK_TAB, CT_PASTE_BEGIN, CT_PASTE_END, CT_SHIFT_ENTER, CT_CONTROL_ENTER,
  CT_ALT_ENTER, CT_CONTROL_LEFT, CT_CONTROL_RIGHT, CT_OTHER,
  CT_CLICK, CT_WHEEL_UP, CT_WHEEL_DOWN, CT_FUNCTION = 100
};

/* Looks of text: bits, and a colour from 1 (red) to 7 in the eighth byte; 0 is the terminal's own. */
enum { CT_BOLD = 1, CT_DIM = 2, CT_UNDERLINE = 4, CT_REVERSE = 8 };
enum { CT_RED = 1, CT_GREEN = 2, CT_YELLOW = 3, CT_BLUE = 4, CT_MAGENTA = 5, CT_CYAN = 6, CT_WHITE = 7 };

/* Takes the locale of characters from the environment; true where it is UTF-8. */
bool ct_locale_is_utf8(void);

/* Takes the terminal over: raw keys, other screen, handlers that give it back when the process ends in whatever
   way. `wake` gets a byte when the size changes; `parting` is written after a crash (NULL: nothing). */
int ct_start(int wake, bool colours, const char *parting);

/* Gives the terminal back. */
void ct_stop(void);

/* Suspends the process group as Ctrl-Z does and takes the terminal over again afterwards. */
void ct_suspend(void);

/* Lets a command of the shell, with a path behind it, have the terminal until it ends, and takes it over again.
   Its exit code, 128 and the signal that ended it, or the negative number of the error that kept it from starting. */
int ct_edit(const char *command, const char *path);

/* A descriptor that becomes readable when the process ends that started this one; negative where there is none. */
int ct_parent(void);

/* The next input without waiting: its kind; its character or code in `code`. */
int ct_key(uint32_t *code);

void ct_size(int *rows, int *columns);
void ct_write(int row, int column, int look, int colour, const char *text);
/* Columns that the C library gives the text; -1 where it cannot be printed. */
int ct_columns(const char *text);
/* Shows the cursor at a place; a negative row hides it. */
void ct_cursor(int row, int column);
void ct_refresh(void);
/* Hands text (base 64) to the clipboard of the terminal, where it is of a kind that has one. */
void ct_copy(const char *base64);
/* Takes the mouse, or leaves it to the terminal; where it was at the last CT_CLICK. */
void ct_mouse(bool wanted);
void ct_mouse_place(int *row, int *column);
/* Forgets what the terminal shows, so that ct_refresh draws all of it. */
void ct_redraw(void);

#endif
