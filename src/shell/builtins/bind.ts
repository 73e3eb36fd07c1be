import type { Builtin } from './builtin.ts';
import { showUsage } from './show-usage.ts';

/** `bind`. Simplified: the line editor's keys are what they are; asking for others is answered beside the terminal. */
export const bind: Builtin = async (shell, words) => {
  if (!shell.options.interactive) await shell.complain('warning: line editing not enabled', 'bind');
  const [flag = ''] = words.slice(-1);
  if (/^-[mfqurx]$/.test(flag)) return showUsage(shell, 'bind', `${flag}: option requires an argument`);
  const wrong = /^-[a-zA-Z]*?([^-lpsvPSVXmfqurx])/.exec(words[1] ?? '')?.[1];
  if (wrong !== undefined) return showUsage(shell, 'bind', `-${wrong}: invalid option`);
  if (shell.options.interactive)
    shell.proc.notice('Drydock does not simulate bind: the keys of the line editor stay as they are.');
  return 0;
};
