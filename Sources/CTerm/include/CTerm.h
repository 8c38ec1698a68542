#ifndef WALLIS_CTERM_H
#define WALLIS_CTERM_H
#endif
