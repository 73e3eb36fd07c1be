import { isSysError } from '../../kernel/errno.ts';
import { recover } from '../maybe.ts';
import { fail, print, type Builtin } from './builtin.ts';
import { unescape } from './escapes.ts';

/** `echo`: bash and ash take -n, -e, -E; dash only -n, and always interprets backslashes. */
export const echo: Builtin = (shell, words) => {
  const dash = shell.flavour === 'dash';
  const pattern = dash ? /^-n$/ : /^-[neE]+$/;
  let index = 1;
  let newline = true;
  let escapes = dash || shell.state.shopts.has('xpg_echo');
  for (; pattern.test(words[index] ?? ''); index++) {
    for (const flag of (words[index] ?? '').slice(1)) {
      if (flag === 'n') newline = false;
      else escapes = flag === 'e';
    }
    if (dash) {
      index++;
      break;
    }
  }
  const given = words.slice(index).join(' ');
  // The escapes of POSIX are all that dash knows.
  const text = dash ? given.replace(/\\([^\\abcfnrtv0])/g, '\\\\$1') : given;
  const { text: plain, stop } = escapes ? unescape(text, 'echo') : { text, stop: false };
  return recover(
    () => print(shell, plain + (newline && !stop ? '\n' : '')),
    (error) => {
      if (!isSysError(error)) throw error;
      return error.code === 'EPIPE' ? 1 : fail(shell, 'echo', `write error: ${error.message}`);
    },
  );
};
