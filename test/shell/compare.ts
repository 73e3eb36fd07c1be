// Shows where the simulated shell and the real one differ: `npm run compare:shell -- bash [topic…]`; `-` takes a script from stdin.
import { readFileSync } from 'node:fs';
import { findRealShell, runInRealShell } from './real-shell.ts';
import { comparable, KNOWN_DIFFERENCES, readTopics, type ShellName } from './scripts.ts';
import { runSimulated } from './simulated-shell.ts';

const [shell = 'bash', ...topics] = process.argv.slice(2);
const name = shell as ShellName;
const command = findRealShell(name);
if (!command) throw new Error(`no ${shell} on PATH`);
const scripts = topics.includes('-')
  ? readFileSync(0, 'utf8').split('\n%%\n')
  : readTopics(name)
      .filter((topic) =>
        topics.length === 0 ? topic.name !== KNOWN_DIFFERENCES : topics.includes(topic.name),
      )
      .flatMap((topic) => topic.scripts);
const real = await runInRealShell(command, scripts);
let differ = 0;
for (const [index, script] of scripts.entries()) {
  const expected = real[index];
  const actual = await runSimulated(name, script).catch((error: unknown) => ({
    stdout: '',
    stderr: error instanceof Error ? (error.stack ?? '') : String(error),
    status: -2,
  }));
  const [theirs, ours] = [comparable(script, expected), comparable(script, actual)];
  const rows = (['stdout', 'stderr', 'status'] as const).filter((key) => theirs?.[key] !== ours?.[key]);
  if (rows.length === 0) continue;
  differ++;
  console.log(`=== ${script}`);
  for (const key of rows)
    console.log(
      `  ${key}: real ${JSON.stringify(theirs?.[key])}\n  ${' '.repeat(key.length)}  ours ${JSON.stringify(ours?.[key])}`,
    );
}
console.log(`${scripts.length} scripts, ${differ} differ`);
