// Runs scripts in a real shell, for the process that forked it: that one may be large, and a fork copies what leads to its memory. A request is
// { id, command, script, cwd }, its answer { id, outcome }.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const ENVIRONMENT = { PATH: '/usr/bin:/bin', HOME: '/root', LC_ALL: 'C.UTF-8' };
const TIMEOUT_MS = 10_000;

process.on('message', ({ id, command: [shell, ...args], script, cwd }) => {
  const child = spawn(shell, [...args, '-c', script], {
    cwd,
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: TIMEOUT_MS,
    killSignal: 'SIGKILL',
    argv0: args.length === 0 && shell.endsWith('dash') ? 'sh' : shell,
  });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    child[name].setEncoding('utf8').on('data', (text) => (texts[name] += text));
  child.on('error', (error) => answer({ id, error: error.message }));
  child.on('close', (code, signal) => {
    const status = code ?? (signal ? 128 + constants.signals[signal] : -1);
    answer({ id, outcome: { ...texts, status } });
  });
});

/** Whoever asked may have gone in the meantime. */
function answer(message) {
  if (process.connected) process.send(message);
}
