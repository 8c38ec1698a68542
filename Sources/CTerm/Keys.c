#include "internal.h"

/* ncurses hands codes above its own out for sequences that it is told. */
enum { FIRST = 2000 };

static const struct {
  const char *sequence;
  int code;
} extra[] = {
    {"\033[200~", CT_PASTE_BEGIN},       {"\033[201~", CT_PASTE_END},
    {"\033[13;2u", CT_SHIFT_ENTER},      {"\033[27;2;13~", CT_SHIFT_ENTER},
    {"\033[13;5u", CT_CONTROL_ENTER},    {"\033[27;5;13~", CT_CONTROL_ENTER},
    {"\033[13;3u", CT_ALT_ENTER},        {"\033[27;3;13~", CT_ALT_ENTER},
    {"\033[1;5D", CT_CONTROL_LEFT},      {"\033[1;5C", CT_CONTROL_RIGHT},
    {"\033Od", CT_CONTROL_LEFT},         {"\033Oc", CT_CONTROL_RIGHT},
    {"\033[1~", CT_HOME},                {"\033[4~", CT_END},
    {"\033[H", CT_HOME},                 {"\033[F", CT_END},
    {"\033OH", CT_HOME},                 {"\033OF", CT_END},
    {"\033[3~", CT_DELETE},              {"\033[15~", CT_FUNCTION + 5},
};

void ct_define_keys(void) {
  for (size_t i = 0; i < sizeof extra / sizeof *extra; i++) {
    if (key_defined(extra[i].sequence) <= 0) define_key(extra[i].sequence, FIRST + extra[i].code);
  }
}

static int clicked_row, clicked_column;

static int mouse_kind(void) {
  MEVENT event;
  if (getmouse(&event) != OK) return CT_OTHER;
  clicked_row = event.y;
  clicked_column = event.x;
  if (event.bstate & (BUTTON1_PRESSED | BUTTON1_CLICKED)) return CT_CLICK;
  if (event.bstate & BUTTON4_PRESSED) return CT_WHEEL_UP;
#ifdef BUTTON5_PRESSED
  if (event.bstate & BUTTON5_PRESSED) return CT_WHEEL_DOWN;
#endif
  return CT_OTHER;
}

void ct_mouse_place(int *row, int *column) {
  *row = clicked_row;
  *column = clicked_column;
}

void ct_mouse(bool wanted) {
  mouseinterval(0);
  mmask_t mask = BUTTON1_PRESSED | BUTTON4_PRESSED;
#ifdef BUTTON5_PRESSED
  mask |= BUTTON5_PRESSED;
#endif
  mousemask(wanted ? mask : 0, NULL);
}

static int named(wint_t key) {
  switch (key) {
    case KEY_MOUSE: return mouse_kind();
    case KEY_RESIZE: return CT_RESIZE;
    case KEY_UP: return CT_UP;
    case KEY_DOWN: return CT_DOWN;
    case KEY_LEFT: return CT_LEFT;
    case KEY_RIGHT: return CT_RIGHT;
    case KEY_HOME: return CT_HOME;
    case KEY_END: return CT_END;
    case KEY_PPAGE: return CT_PAGE_UP;
    case KEY_NPAGE: return CT_PAGE_DOWN;
    case KEY_IC: return CT_INSERT;
    case KEY_DC: return CT_DELETE;
    case KEY_BACKSPACE: return CT_BACKSPACE;
    case KEY_ENTER: return CT_ENTER;
    case KEY_BTAB: return CT_BACK_TAB;
    default: break;
  }
  if (key >= KEY_F(1) && key <= KEY_F(12)) return CT_FUNCTION + (int)key - KEY_F0;
  if (key > FIRST && key < FIRST + 200) return (int)key - FIRST;
  return CT_OTHER;
}

int ct_key(uint32_t *code) {
  wint_t key = 0;
  switch (get_wch(&key)) {
    case OK: *code = (uint32_t)key; return CT_CHARACTER;
    case KEY_CODE_YES: *code = (uint32_t)named(key); return CT_KEY;
    default: return CT_NOTHING;
  }
}
