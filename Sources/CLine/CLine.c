#include "CLine.h"

#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cl_reader {
  EditLine *editor;
  History *history;
  cl_complete complete;
  void *context;
  const char *prompt;
  char *line;
  int cancelled;
};

static cl_reader *reader_of(EditLine *editor) {
  void *data = NULL;
  el_get(editor, EL_CLIENTDATA, &data);
  return data;
}

static char *prompt_of(EditLine *editor) { return (char *)reader_of(editor)->prompt; }

static unsigned char completed(EditLine *editor, int key) {
  (void)key;
  cl_reader *reader = reader_of(editor);
  const LineInfo *info = el_line(editor);
  char *text = strndup(info->buffer, (size_t)(info->cursor - info->buffer));
  if (!text) return CC_ERROR;
  char *listing = NULL;
  char *insertion = reader->complete(reader->context, text, &listing);
  free(text);
  unsigned char answer = insertion && *insertion ? CC_REFRESH : CC_ERROR;
  if (insertion && *insertion && el_insertstr(editor, insertion) < 0) answer = CC_ERROR;
  if (listing) {
    printf("\n%s\n", listing);
    fflush(stdout);
    answer = CC_REDISPLAY;
  }
  free(insertion);
  free(listing);
  return answer;
}

static unsigned char cancelled(EditLine *editor, int key) {
  (void)key;
  reader_of(editor)->cancelled = 1;
  /* An empty line would count as the end of the input. */
  el_insertstr(editor, "^C");
  printf("^C\n");
  fflush(stdout);
  return CC_NEWLINE;
}

static unsigned char suspended(EditLine *editor, int key) {
  (void)key;
  el_set(editor, EL_PREP_TERM, 0);
  raise(SIGTSTP);
  el_set(editor, EL_PREP_TERM, 1);
  return CC_REDISPLAY;
}

cl_reader *cl_open(cl_complete complete, void *context) {
  setlocale(LC_CTYPE, "");
  cl_reader *reader = calloc(1, sizeof *reader);
  if (!reader) return NULL;
  reader->complete = complete;
  reader->context = context;
  reader->prompt = "";
  reader->editor = el_init("wallis", stdin, stdout, stderr);
  reader->history = history_init();
  if (!reader->editor || !reader->history) {
    cl_close(reader);
    return NULL;
  }
  HistEvent event;
  history(reader->history, &event, H_SETSIZE, 2000);
  history(reader->history, &event, H_SETUNIQUE, 1);
  el_set(reader->editor, EL_CLIENTDATA, reader);
  el_set(reader->editor, EL_PROMPT, prompt_of);
  el_set(reader->editor, EL_EDITOR, "emacs");
  /* A signal from outside finds the terminal as it was. */
  el_set(reader->editor, EL_SIGNAL, 1);
  el_set(reader->editor, EL_HIST, history, reader->history);
  el_set(reader->editor, EL_ADDFN, "wallis-complete", "completes a word", completed);
  el_set(reader->editor, EL_ADDFN, "wallis-cancel", "leaves the line", cancelled);
  el_set(reader->editor, EL_ADDFN, "wallis-suspend", "suspends the program", suspended);
  el_set(reader->editor, EL_BIND, "^I", "wallis-complete", NULL);
  el_set(reader->editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  el_set(reader->editor, EL_BIND, "^C", "wallis-cancel", NULL);
  el_set(reader->editor, EL_BIND, "^Z", "wallis-suspend", NULL);
  /* Ctrl-C and Ctrl-Z are keys while a line is edited. */
  el_set(reader->editor, EL_SETTY, "-d", "-isig", NULL);
  return reader;
}

void cl_close(cl_reader *reader) {
  if (!reader) return;
  if (reader->history) history_end(reader->history);
  if (reader->editor) el_end(reader->editor);
  free(reader->line);
  free(reader);
}

void cl_remember(cl_reader *reader, const char *line) {
  HistEvent event;
  history(reader->history, &event, H_ENTER, line);
}

const char *cl_read(cl_reader *reader, const char *prompt, int *ending) {
  reader->prompt = prompt;
  reader->cancelled = 0;
  int count = 0;
  errno = 0;
  const char *line = el_gets(reader->editor, &count);
  if (!line || count <= 0) {
    *ending = errno == EINTR ? CL_SIGNALLED : CL_END;
    return NULL;
  }
  free(reader->line);
  size_t length = strcspn(line, "\r\n");
  reader->line = strndup(line, length);
  *ending = !reader->line ? CL_END : reader->cancelled ? CL_CANCELLED : CL_LINE;
  return *ending == CL_LINE ? reader->line : NULL;
}
