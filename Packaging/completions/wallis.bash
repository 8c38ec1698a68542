# Completion of `wallis` for bash: the program itself says what may follow.
complete -o default -o nosort -C 'wallis complete' wallis
