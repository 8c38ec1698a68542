/* Editing of lines by libedit, as far as it needs C: variadic calls and callbacks. One thread at a time may use a
   reader. */
#ifndef WALLIS_CLINE_H
#define WALLIS_CLINE_H

/* How a line ended. */
enum { CL_LINE = 0, CL_CANCELLED = 1, CL_END = 2, CL_SIGNALLED = 3 };

typedef struct cl_reader cl_reader;

/* Answers Tab: what is inserted for the text left of the cursor, and in `listing` what is shown above the line; either
   may be NULL, both are freed by the reader. */
typedef char *(*cl_complete)(void *context, const char *text, char **listing);

/* A reader on the terminal of standard input; NULL where that cannot be. `context` goes to `complete`. */
cl_reader *cl_open(cl_complete complete, void *context);

/* Gives everything back; the terminal is as before. */
void cl_close(cl_reader *reader);

/* Adds a line to what the arrow keys and Ctrl-R find. */
void cl_remember(cl_reader *reader, const char *line);

/* Reads a line without its end; it lives until the next call. NULL, with the reason in `ending`, where there is none.
   The terminal edits only within this call. */
const char *cl_read(cl_reader *reader, const char *prompt, int *ending);

#endif
