import { usage, type Builtin } from './builtin.ts';

const SYNOPSIS =
  '[-lpsvPSVX] [-m keymap] [-f filename] [-q name] [-u name] [-r keyseq] [-x keyseq:shell-command] [keyseq:readline-function or readline-command]';

/** `bind`. Simplified: the line editor's keys are what they are; asking for others is answered beside the terminal. */
export const bind: Builtin = async (shell, words) => {
  if (!shell.options.interactive) await shell.complain('warning: line editing not enabled', 'bind');
  const [flag = ''] = words.slice(-1);
  if (/^-[mfqurx]$/.test(flag)) return usage(shell, 'bind', SYNOPSIS, `${flag}: option requires an argument`);
  const wrong = /^-[a-zA-Z]*?([^-lpsvPSVXmfqurx])/.exec(words[1] ?? '')?.[1];
  if (wrong !== undefined) return usage(shell, 'bind', SYNOPSIS, `-${wrong}: invalid option`);
  if (shell.options.interactive)
    shell.proc.notice('Drydock does not simulate bind: the keys of the line editor stay as they are.');
  return 0;
};
