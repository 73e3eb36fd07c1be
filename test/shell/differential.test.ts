import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { findRealShell, runInRealShell } from './real-shell.ts';
import { comparable, KNOWN_DIFFERENCES, readTopics, type Outcome, type ShellName } from './scripts.ts';
import { runSimulated } from './simulated-shell.ts';

/** Where bash itself is here, it is asked anew; `python3 test/shell/record.py` writes down what the shells say. */
const REAL: Partial<Record<ShellName, readonly string[] | undefined>> = { bash: findRealShell('bash') };

describe.each(['bash', 'dash', 'ash'] as const)('%s', (shell) => {
  const topics = readTopics(shell);
  const expected = new Map<string, Outcome>();

  beforeAll(async () => {
    for (const { recordings } of topics) for (const [script, row] of recordings) expected.set(script, row);
    const command = REAL[shell];
    if (!command) return;
    const scripts = topics.flatMap((topic) => topic.scripts);
    const outcomes = await runInRealShell(command, scripts);
    for (const [index, script] of scripts.entries()) expected.set(script, outcomes[index] as Outcome);
  }, 60_000);

  describe.each(topics.filter(({ name }) => name !== KNOWN_DIFFERENCES))(
    '$name',
    ({ scripts, recordings }) => {
      it.each(scripts)('%s', async (script) => {
        const actual = comparable(script, await runSimulated(shell, script));
        // Where bash is asked anew on a busy machine its processes may come in another order; what it was recorded to do is right too.
        const recorded = comparable(script, recordings.get(script));
        if (isDeepStrictEqual(actual, recorded)) return;
        expect(actual).toEqual(comparable(script, expected.get(script)));
      });
    },
  );

  const known = topics.find(({ name }) => name === KNOWN_DIFFERENCES)?.scripts ?? [];
  it.each(known)('still differs: %s', async (script) => {
    const actual = await runSimulated(shell, script);
    expect(comparable(script, actual)).not.toEqual(comparable(script, expected.get(script)));
  });
});
