#ifndef WALLIS_CTERM_INTERNAL_H
#define WALLIS_CTERM_INTERNAL_H

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stddef.h>
#include <termios.h>

#include "CTerm.h"

/* Handlers that give the terminal back; `modes` are its own modes, `reset` is what they write. */
void ct_install_handlers(
    int wake, const struct termios *modes, const char *reset, size_t length, const char *parting);
void ct_remove_handlers(void);

/* Makes ncurses know key sequences that terminfo does not list. */
void ct_define_keys(void);

#endif
