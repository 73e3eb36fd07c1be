import { DEFAULT_SHOPTS, SHELL_OPTIONS, type ShellOption } from '../shell-state.ts';
import { fail, print, type Builtin } from './builtin.ts';

const NAMES = [
  ...DEFAULT_SHOPTS,
  'autocd', 'assoc_expand_once', 'cdable_vars', 'cdspell', 'checkhash', 'checkjobs', 'compat31', 'compat32', 'compat40', 'compat41',
  'compat42', 'compat43', 'compat44', 'direxpand', 'dirspell', 'dotglob', 'execfail', 'expand_aliases', 'extdebug', 'extglob',
  'failglob', 'globstar', 'gnu_errfmt', 'histappend', 'histreedit', 'histverify', 'huponexit', 'inherit_errexit', 'lastpipe',
  'lithist', 'localvar_inherit', 'localvar_unset', 'login_shell', 'mailwarn', 'no_empty_cmd_completion', 'nocaseglob',
  'nocasematch', 'noexpand_translation', 'nullglob', 'progcomp_alias', 'restricted_shell', 'shift_verbose', 'varredir_close', 'xpg_echo',
].sort((a, b) => (inOrder(a) < inOrder(b) ? -1 : 1)); // prettier-ignore

/** bash lists `autocd` before `assoc_expand_once`. */
function inOrder(name: string): string {
  return name === 'autocd' ? 'as' : name;
}

export const shopt: Builtin = async (shell, words) => {
  const flags = words
    .slice(1)
    .filter((word) => /^-[suqpo]+$/.test(word))
    .join('');
  const names = words.slice(1).filter((word) => !/^-[suqpo]+$/.test(word));
  const set = flags.includes('o') ? shell.state.options : shell.state.shopts;
  const known: readonly string[] = flags.includes('o') ? Object.keys(SHELL_OPTIONS).sort() : NAMES;
  const isOn = (name: string): boolean => set.has(name as ShellOption);
  const row = (name: string): string =>
    flags.includes('p')
      ? `shopt ${isOn(name) ? '-s' : '-u'} ${name}\n`
      : `${name.padEnd(15)}\t${isOn(name) ? 'on' : 'off'}\n`;
  const chosen = names.length
    ? names
    : known.filter((name) => !/[su]/.test(flags) || isOn(name) === flags.includes('s'));
  let status = 0;
  for (const name of chosen) {
    if (!known.includes(name)) status = await fail(shell, 'shopt', `${name}: invalid shell option name`);
    else if (names.length && flags.includes('s')) set.add(name as ShellOption);
    else if (names.length && flags.includes('u')) set.delete(name as ShellOption);
    else {
      if (!flags.includes('q')) await print(shell, row(name));
      if (names.length && !isOn(name)) status = 1;
    }
  }
  return status;
};
