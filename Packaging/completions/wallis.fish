# Completion of `wallis` for fish: the program itself says what may follow.
complete -c wallis -a '(env COMP_LINE=(commandline -cp) wallis complete 2>/dev/null)'
