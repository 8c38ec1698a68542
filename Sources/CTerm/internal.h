#ifndef WALLIS_CTERM_INTERNAL_H
#define WALLIS_CTERM_INTERNAL_H

#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <stddef.h>
#include <termios.h>

#include "CTerm.h"

/* Asks the terminal to tell keys apart that are one byte otherwise (the protocol of kitty, then that of xterm), and
   takes that back. Cursor and look are kept, because an old terminal may take the first for restoring the one and
   the second for changing the other. */
#define CT_TELL_KEYS_APART "\0337\033[>5u\033[>4;1m\0338"
#define CT_KEYS_AS_BEFORE "\0337\033[<u\033[>4m\0338"

/* Handlers that give the terminal back; `modes` are its own modes, `reset` is what they write. */
void ct_install_handlers(
    int wake, const struct termios *modes, const char *reset, size_t length, const char *parting);
void ct_remove_handlers(void);

/* Gives the terminal back to be taken over again, without forgetting what it shows. */
void ct_lend(void);
void ct_take_again(void);

/* Makes ncurses know key sequences that terminfo does not list. */
void ct_define_keys(void);

#endif
