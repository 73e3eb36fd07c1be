import { tableOf } from '../lib/table.ts';

/** Linux x86-64 signal numbers. @see signal(7) */
const NUMBERS = tableOf({
  SIGHUP: 1, SIGINT: 2, SIGQUIT: 3, SIGILL: 4, SIGTRAP: 5, SIGABRT: 6, SIGBUS: 7, SIGFPE: 8, SIGKILL: 9, SIGUSR1: 10,
  SIGSEGV: 11, SIGUSR2: 12, SIGPIPE: 13, SIGALRM: 14, SIGTERM: 15, SIGSTKFLT: 16, SIGCHLD: 17, SIGCONT: 18, SIGSTOP: 19,
  SIGTSTP: 20, SIGTTIN: 21, SIGTTOU: 22, SIGURG: 23, SIGXCPU: 24, SIGXFSZ: 25, SIGVTALRM: 26, SIGPROF: 27, SIGWINCH: 28,
  SIGIO: 29, SIGPWR: 30, SIGSYS: 31,
} as const); // prettier-ignore

/** A signal by name, `SIGTERM`. */
export type Signal = keyof typeof NUMBERS;

/** All signals in order of their numbers. */
export const SIGNALS = Object.keys(NUMBERS) as Signal[];

/** Signal → its number. */
export function signalNumber(signal: Signal): number {
  return NUMBERS[signal];
}

/** `TERM`, `SIGTERM`, `sigterm`, `15` → the signal, or undefined. */
export function parseSignal(text: string): Signal | undefined {
  if (/^\d+$/.test(text)) return SIGNALS.find((name) => NUMBERS[name] === Number(text));
  const upper = text.toUpperCase();
  const name = upper.startsWith('SIG') ? upper : `SIG${upper}`;
  return name in NUMBERS ? (name as Signal) : undefined;
}

/** What a signal does to a process that neither ignores nor handles it. */
export function defaultAction(signal: Signal): 'terminate' | 'ignore' | 'stop' | 'continue' {
  switch (signal) {
    case 'SIGCHLD':
    case 'SIGURG':
    case 'SIGWINCH':
      return 'ignore';
    case 'SIGCONT':
      return 'continue';
    case 'SIGSTOP':
    case 'SIGTSTP':
    case 'SIGTTIN':
    case 'SIGTTOU':
      return 'stop';
    default:
      return 'terminate';
  }
}
