import { join } from 'node:path';
import { compareTranscript } from '../compare-transcript.ts';
import { readEquivalences } from '../equivalences.ts';
import { runSessions } from '../session-pool.ts';
import type { Adapter } from '../suite.ts';
import { listTranscripts, readTranscript, readUnstable, type Transcript } from '../transcript.ts';
import type { Scenario } from '../../../src/world/scenario.ts';

/** The whole machine: each session in a fresh world, each step held against the recording after normalisation. */
export function createTranscriptsAdapter(suite: string): Adapter {
  return {
    suite,
    run: async (_file, dir) => {
      const files = listTranscripts(dir);
      const rules = { equivalences: readEquivalences(), unstable: readUnstable(dir) };
      const transcripts = files.map((file) => readTranscript(join(dir, file)));
      const outcomes = await runSessions(transcripts.map(toScenario));
      return files.flatMap((file, index) => {
        const outcome = outcomes[index] ?? { results: [], error: 'the session was not run' };
        const transcript = transcripts[index];
        return transcript ? compareTranscript(file, transcript, outcome, rules) : [];
      });
    },
  };
}

/** The session without what came out of it. */
function toScenario({ name, images, files, workdir, builder, steps }: Transcript): Scenario {
  return {
    name,
    images,
    files,
    workdir,
    ...(builder !== null && { builder }),
    steps: steps.map(({ command, tty, input, preWait }) => ({
      command,
      ...(tty !== undefined && { tty }),
      ...(input !== undefined && { input }),
      ...(preWait !== undefined && { preWait }),
    })),
  };
}
