import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { findRealShell, runInRealShell } from './real-shell.ts';
import { comparable, KNOWN_DIFFERENCES, readTopics, type Outcome, type ShellName } from './scripts.ts';
import { runSimulated } from './simulated-shell.ts';

/** Where bash itself is here, it has the last word; `python3 test/shell/record.py` writes down what the shells say. */
const REAL: Partial<Record<ShellName, readonly string[] | undefined>> = { bash: findRealShell('bash') };

describe.each(['bash', 'dash', 'ash'] as const)('%s', (shell) => {
  const command = REAL[shell];
  const topics = readTopics(shell);

  /** What the shell of this machine does, or did when it was recorded. */
  const truly = async (script: string, recorded: Outcome | undefined): Promise<unknown> => {
    const [outcome] = command ? await runInRealShell(command, [script]) : [recorded];
    return comparable(script, outcome);
  };

  describe.each(topics.filter(({ name }) => name !== KNOWN_DIFFERENCES))(
    '$name',
    ({ scripts, recordings }) => {
      it.each(scripts)('%s', async (script) => {
        const actual = comparable(script, await runSimulated(shell, script));
        const recorded = recordings.get(script);
        // What it was recorded to do is right: a real shell takes its time to start, and on a busy machine its processes come in another order.
        if (isDeepStrictEqual(actual, comparable(script, recorded))) return;
        expect(actual).toEqual(await truly(script, recorded));
      });
    },
  );

  const known = topics.find(({ name }) => name === KNOWN_DIFFERENCES);
  it.each(known?.scripts ?? [])('still differs: %s', async (script) => {
    const actual = comparable(script, await runSimulated(shell, script));
    expect(actual).not.toEqual(await truly(script, known?.recordings.get(script)));
  });
});
