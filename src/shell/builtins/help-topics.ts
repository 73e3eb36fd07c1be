/** Of each builtin: how it is written, and a line about it in words of ours. @see bash 5.2, builtins/*.def */
export const HELP_TOPICS: ReadonlyMap<string, readonly [synopsis: string, about: string]> = new Map([
  ['.', ['. filename [arguments]', 'Run the commands of a file in this shell.']],
  [':', [':', 'Do nothing, and succeed.']],
  ['[', ['[ arg... ]', 'Evaluate a condition, as test does; the last argument is a closing bracket.']],
  [
    'alias',
    ['alias [-p] [name[=value] ... ]', 'Give a command line a short name, or list those that are given.'],
  ],
  ['bg', ['bg [job_spec ...]', 'Let stopped jobs go on in the background.']],
  [
    'bind',
    [
      'bind [-lpsvPSVX] [-m keymap] [-f filename] [-q name] [-u name] [-r keyseq] [-x keyseq:shell-command] [keyseq:readline-function or readline-command]',
      'Show or change what keys do in the line editor.',
    ],
  ],
  ['break', ['break [n]', 'Leave a loop, or several around each other.']],
  ['builtin', ['builtin [shell-builtin [arg ...]]', 'Run a builtin, whatever function has its name.']],
  ['caller', ['caller [expr]', 'Tell where the running function was called from.']],
  [
    'cd',
    ['cd [-L|[-P [-e]] [-@]] [dir]', 'Go to another directory: the home directory, or for - the one before.'],
  ],
  [
    'command',
    [
      'command [-pVv] command [arg ...]',
      'Run a program or a builtin, whatever function has its name; with -v, tell which.',
    ],
  ],
  [
    'compgen',
    [
      'compgen [-abcdefgjksuv] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [word]',
      'Print what completion would offer for a word.',
    ],
  ],
  [
    'complete',
    [
      'complete [-abcdefgjksuv] [-pr] [-DEI] [-o option] [-A action] [-G globpat] [-W wordlist] [-F function] [-C command] [-X filterpat] [-P prefix] [-S suffix] [name ...]',
      'Say how the arguments of a command are completed.',
    ],
  ],
  ['compopt', ['compopt [-o|+o option] [-DEI] [name ...]', 'Change options of a completion.']],
  ['continue', ['continue [n]', 'Go on with the next turn of a loop.']],
  [
    'declare',
    [
      'declare [-aAfFgiIlnrtux] [name[=value] ...] or declare -p [-aAfFilnrtux] [name ...]',
      'Set variables and what kind they are, or show them.',
    ],
  ],
  ['dirs', ['dirs [-clpv] [+N] [-N]', 'List the directories that pushd has remembered.']],
  [
    'disown',
    ['disown [-h] [-ar] [jobspec ... | pid ...]', 'Take jobs off the list, so that they outlive the shell.'],
  ],
  ['echo', ['echo [-neE] [arg ...]', 'Write the arguments, with a space between them.']],
  ['enable', ['enable [-a] [-dnps] [-f filename] [name ...]', 'Switch builtins on and off.']],
  ['eval', ['eval [arg ...]', 'Put the arguments together and run them as a command line.']],
  [
    'exec',
    [
      'exec [-cl] [-a name] [command [argument ...]] [redirection ...]',
      'Put a program in the place of the shell, or open and close descriptors.',
    ],
  ],
  ['exit', ['exit [n]', 'End the shell with a status.']],
  [
    'export',
    [
      'export [-fn] [name[=value] ...] or export -p',
      'Pass variables on to the programs that the shell starts.',
    ],
  ],
  ['false', ['false', 'Do nothing, and fail.']],
  [
    'fc',
    [
      'fc [-e ename] [-lnr] [first] [last] or fc -s [pat=rep] [command]',
      'List, edit and run earlier lines again.',
    ],
  ],
  ['fg', ['fg [job_spec]', 'Bring a job to the foreground.']],
  [
    'getopts',
    ['getopts optstring name [arg ...]', 'Read the options of a script, one each time it is called.'],
  ],
  [
    'hash',
    ['hash [-lr] [-p pathname] [-dt] [name ...]', 'Remember where programs are, or show what is remembered.'],
  ],
  ['help', ['help [-dms] [pattern ...]', 'Tell about the commands that are built in.']],
  [
    'history',
    [
      'history [-c] [-d offset] [n] or history -anrw [filename] or history -ps arg [arg...]',
      'List the lines that were typed, or change the list.',
    ],
  ],
  [
    'jobs',
    ['jobs [-lnprs] [jobspec ...] or jobs -x command [args]', 'List the jobs and what they are doing.'],
  ],
  [
    'kill',
    [
      'kill [-s sigspec | -n signum | -sigspec] pid | jobspec ... or kill -l [sigspec]',
      'Send a signal to processes or jobs.',
    ],
  ],
  ['let', ['let arg [arg ...]', 'Work out arithmetic expressions.']],
  ['local', ['local [option] name[=value] ...', 'Declare variables that belong to the running function.']],
  ['logout', ['logout [n]', 'End a login shell.']],
  [
    'mapfile',
    [
      'mapfile [-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]',
      'Read lines into an array.',
    ],
  ],
  ['popd', ['popd [-n] [+N | -N]', 'Take a directory off the stack and go to the next one.']],
  ['printf', ['printf [-v var] format [arguments]', 'Write the arguments the way a format says.']],
  ['pushd', ['pushd [-n] [+N | -N | dir]', 'Remember this directory and go to another.']],
  ['pwd', ['pwd [-LP]', 'Print the directory the shell is in.']],
  [
    'read',
    [
      'read [-ers] [-a array] [-d delim] [-i text] [-n nchars] [-N nchars] [-p prompt] [-t timeout] [-u fd] [name ...]',
      'Read a line and put its fields into variables.',
    ],
  ],
  [
    'readarray',
    [
      'readarray [-d delim] [-n count] [-O origin] [-s count] [-t] [-u fd] [-C callback] [-c quantum] [array]',
      'Read lines into an array, as mapfile does.',
    ],
  ],
  ['readonly', ['readonly [-aAf] [name[=value] ...] or readonly -p', 'Protect variables from change.']],
  ['return', ['return [n]', 'End the running function or sourced file with a status.']],
  [
    'set',
    [
      'set [-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]',
      'Set options and the positional parameters, or list all variables.',
    ],
  ],
  ['shift', ['shift [n]', 'Drop the first positional parameters.']],
  ['shopt', ['shopt [-pqsu] [-o] [optname ...]', 'Switch options of bash on and off.']],
  ['source', ['source filename [arguments]', 'Run the commands of a file in this shell.']],
  ['suspend', ['suspend [-f]', 'Stop this shell until it is told to continue.']],
  ['test', ['test [expr]', 'Evaluate a condition on files, texts or numbers.']],
  ['times', ['times', 'Print the processor time of the shell and of its children.']],
  [
    'trap',
    ['trap [-lp] [[arg] signal_spec ...]', 'Say what to run when signals come, or when the shell ends.'],
  ],
  ['true', ['true', 'Do nothing, and succeed.']],
  ['type', ['type [-afptP] name [name ...]', 'Tell what a name would run.']],
  [
    'typeset',
    [
      'typeset [-aAfFgiIlnrtux] name[=value] ... or typeset -p [-aAfFilnrtux] [name ...]',
      'Set variables and what kind they are, as declare does.',
    ],
  ],
  [
    'ulimit',
    ['ulimit [-SHabcdefiklmnpqrstuvxPRT] [limit]', 'Show or set the limits of what the shell starts.'],
  ],
  ['umask', ['umask [-p] [-S] [mode]', 'Show or set which permissions new files do not get.']],
  ['unalias', ['unalias [-a] name [name ...]', 'Take aliases away.']],
  ['unset', ['unset [-f] [-v] [-n] [name ...]', 'Take variables or functions away.']],
  ['wait', ['wait [-fn] [-p var] [id ...]', 'Wait until jobs end, and give their status.']],
]);
