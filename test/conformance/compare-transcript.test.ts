import { describe, expect, it } from 'vitest';
import { compareTranscript, type Rules } from './compare-transcript.ts';
import { readEquivalences } from './equivalences.ts';
import { judge } from './results.ts';
import {
  listTranscripts,
  readTranscript,
  readUnstable,
  type RecordedStep,
  type Transcript,
} from './transcript.ts';

const RECORDED = new URL('../recorded/', import.meta.url).pathname;
const RULES: Rules = { equivalences: readEquivalences(), unstable: [] };

function transcript(steps: readonly (Partial<RecordedStep> & { command: string })[]): Transcript {
  const full = steps.map((step) => ({ stdout: '', stderr: '', exitCode: 0, ...step }));
  return { name: 't', images: [], files: {}, workdir: '/', builder: null, steps: full };
}

function failedOf(recorded: Transcript, ours: Transcript, rules: Rules = RULES): string[] {
  return judge(compareTranscript('t.json', recorded, { results: ours.steps }, rules)).result.failed;
}

describe('compareTranscript', () => {
  it('finds every recording equal to itself', () => {
    const rules = { ...RULES, unstable: readUnstable(RECORDED) };
    for (const file of listTranscripts(RECORDED)) {
      const recorded = readTranscript(RECORDED + file);
      expect(
        judge(compareTranscript(file, recorded, { results: recorded.steps }, rules)).result.failed,
      ).toEqual([]);
    }
  });

  it('accepts other IDs and the words of Docker 28, and nothing else', () => {
    const id = (digit: string): string => digit.repeat(64);
    const recorded = transcript([
      {
        command: 'docker kill a',
        stderr: `Error response from daemon: Cannot kill container: a: Container ${id('1')} is not running\n`,
        exitCode: 1,
      },
      {
        command: 'docker network rm n',
        stderr: `Error response from daemon: error while removing network: network n id ${id('2')} has active endpoints\n`,
        exitCode: 1,
      },
      { command: 'echo a', stdout: 'a\n' },
    ]);
    const ours = transcript([
      {
        command: '',
        stderr: `Error response from daemon: cannot kill container: a: container ${id('3')} is not running\n`,
        exitCode: 1,
      },
      {
        command: '',
        stderr:
          'Error response from daemon: error while removing network: network n has active endpoints (name:"web" id:"aaaaaaaaaaa1")\n',
        exitCode: 1,
      },
      { command: '', stdout: 'b\n' },
    ]);
    expect(failedOf(recorded, ours)).toEqual(['t.json#3']);
  });

  it('compares what a build of an older client did', () => {
    const client = '20.10.24';
    const recorded = transcript([
      {
        command: 'docker build .',
        client,
        stderr:
          '#4 [1/2] FROM a\n#4 CACHED\n\n#5 [2/2] RUN x\n#5 CACHED\n#6 naming to docker.io/library/t done\n',
      },
    ]);
    const text =
      '#0 building with "default"\n#5 [1/2] FROM a@sha256:11\n#5 DONE 0.0s\n#6 [2/2] RUN x\n#6 CACHED\n#7 naming to docker.io/library/t:latest done\n';
    expect(failedOf(recorded, transcript([{ command: '', stderr: text }]))).toEqual([]);
    expect(
      failedOf(recorded, transcript([{ command: '', stderr: text.replace('CACHED', 'DONE 1s') }])),
    ).toEqual(['t.json#1']);
  });

  it('accepts either form of an unstable step, and fails what is missing', () => {
    const recorded = transcript([{ command: 'a', stdout: 'x\n' }, { command: 'b' }]);
    const unstable = [
      {
        file: 't.json',
        step: 1,
        fields: ['stdout'] as const,
        run1: { stdout: 'x\n' },
        run2: { stdout: 'y\n' },
      },
    ];
    expect(failedOf(recorded, transcript([{ command: 'a', stdout: 'y\n' }]), { ...RULES, unstable })).toEqual(
      ['t.json#2'],
    );
  });
});
