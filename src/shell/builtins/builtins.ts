import { alias, unalias } from './alias.ts';
import { bind } from './bind.ts';
import type { Builtin } from './builtin.ts';
import { caller } from './caller.ts';
import { compgen, complete, compopt } from './complete.ts';
import { declare } from './declare.ts';
import { cd, dirs, popd, pushd, pwd } from './directories.ts';
import { echo } from './echo.ts';
import { evalBuiltin, source } from './evaluate.ts';
import { getopts } from './getopts.ts';
import { help } from './help.ts';
import { fc, history } from './history.ts';
import { bg, disown, fg, jobs, suspend } from './jobs.ts';
import { kill } from './kill.ts';
import { breakBuiltin, continueBuiltin, exit, logout, returnBuiltin } from './leaving.ts';
import { letBuiltin } from './let.ts';
import { enable } from './enable.ts';
import { hash } from './hash.ts';
import { builtinCommand, command, type } from './lookup.ts';
import { mapfile } from './mapfile.ts';
import { printf } from './printf.ts';
import { read } from './read.ts';
import { times, ulimit, umask } from './resources.ts';
import { set, shift } from './set.ts';
import { shopt } from './shopt.ts';
import { test } from './test.ts';
import { trap } from './trap.ts';
import { unset } from './unset.ts';
import { wait } from './wait.ts';

const succeed: Builtin = () => 0;

/** Builtins by name. `exec` stands here for `type`: the interpreter runs it, as it changes descriptors. */
export const BUILTINS: ReadonlyMap<string, Builtin> = new Map<string, Builtin>([
  [':', succeed],
  ['true', succeed],
  ['false', () => 1],
  ['.', source],
  ['source', source],
  ['[', test],
  ['test', test],
  ['alias', alias],
  ['unalias', unalias],
  ['bg', bg],
  ['fg', fg],
  ['jobs', jobs],
  ['wait', wait],
  ['kill', kill],
  ['disown', disown],
  ['break', breakBuiltin],
  ['continue', continueBuiltin],
  ['bind', bind],
  ['builtin', builtinCommand],
  ['caller', caller],
  ['compgen', compgen],
  ['complete', complete],
  ['compopt', compopt],
  ['command', command],
  ['cd', cd],
  ['pwd', pwd],
  ['dirs', dirs],
  ['pushd', pushd],
  ['popd', popd],
  ['declare', declare],
  ['typeset', declare],
  ['local', declare],
  ['export', declare],
  ['readonly', declare],
  ['echo', echo],
  ['enable', enable],
  ['printf', printf],
  ['eval', evalBuiltin],
  ['exec', succeed],
  ['exit', exit],
  ['logout', logout],
  ['return', returnBuiltin],
  ['fc', fc],
  ['getopts', getopts],
  ['hash', hash],
  ['help', help],
  ['history', history],
  ['let', letBuiltin],
  ['mapfile', mapfile],
  ['readarray', mapfile],
  ['read', read],
  ['set', set],
  ['shift', shift],
  ['shopt', shopt],
  ['suspend', suspend],
  ['times', times],
  ['trap', trap],
  ['type', type],
  ['ulimit', ulimit],
  ['umask', umask],
  ['unset', unset],
]);
