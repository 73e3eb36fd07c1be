import { describe, expect, it } from 'vitest';
import { normaliseSteps } from './normalise.ts';

const LONG = 'c0ffee'.repeat(10) + '1234';
const one = (stdout: string, stderr = ''): { stdout: string; stderr: string } => {
  const [step] = normaliseSteps([{ command: '', stdout, stderr }]);
  return { stdout: step?.stdout ?? '', stderr: step?.stderr ?? '' };
};

describe('normaliseSteps', () => {
  it('numbers IDs in the order in which they appear, long and short alike', () => {
    const steps = normaliseSteps([
      { command: `docker rm ${LONG}`, stdout: 'aaaaaaaaaaa1\n', stderr: '' },
      { command: '', stdout: `sha256:${LONG} ${LONG.slice(0, 12)} ${LONG.slice(0, 14)}…`, stderr: '' },
    ]);
    expect(steps.map(({ stdout }) => stdout)).toEqual(['<id2>\n', 'sha256:<ID1> <id1> <id1>…']);
  });

  it('numbers swarm IDs, names, MACs, tokens and random ports', () => {
    const id = 'h8uptijmlpi0q67nqjgq0hv1y';
    expect(one(`${id}\n${id.slice(0, 12)}  x\n`).stdout).toBe('<SID1>\n<sid1>  x\n');
    expect(
      one('objective_dijkstra 02:42:ac:11:00:02 SWMTKN-1-' + '0'.repeat(50) + '-' + '1'.repeat(25)).stdout,
    ).toBe('<NAME1> <MAC1> <TOKEN1>');
    expect(one('0.0.0.0:32768->80/tcp "HostPort": "49153" :8080->80').stdout).toBe(
      '0.0.0.0:<PORT1>->80/tcp "HostPort": "<PORT2>" :8080->80',
    );
  });

  it('replaces times, ages, sizes and percentages', () => {
    expect(
      one('2026-11-23T06:46:21.439Z 2026-11-23 06:46:21 +0000 UTC Mon Nov 23 06:46:21 UTC 2026').stdout,
    ).toBe('<TIME> <TIME> <TIME>');
    expect(one('Up About a minute, Exited (0) 5 seconds ago, Less than a second').stdout).toBe(
      'Up <AGE>, Exited (0) <AGE> ago, <AGE>',
    );
    expect(one('1.98MB / 468KiB 0B 3.072kB 12.5%').stdout).toBe('<SIZE> / <SIZE> 0B <SIZE> <PCT>');
    expect(one('0001-01-01T00:00:00Z').stdout).toBe('0001-01-01T00:00:00Z');
  });

  it('drops progress', () => {
    expect(one('aaaaaaaaaaa1: Waiting\naaaaaaaaaaa1: Pull complete\n').stdout).toBe('<id1>: Pull complete\n');
    const text =
      'overall progress: 0 out of 2 tasks\n1/2: new\noverall progress: 1 out of 2 tasks\noverall progress: 2 out of 2 tasks\nverify: Waiting 5 seconds\nverify: Waiting 4 seconds\n';
    expect(one(text).stdout).toBe(
      'overall progress: 0 out of 2 tasks\n1/2: new\noverall progress: 2 out of 2 tasks\nverify: Waiting <AGE> to verify that tasks are stable...\n',
    );
  });

  it('orders the vertices of a build', () => {
    const text =
      '#2 [internal] load x\n#2 DONE 0.1s\n\n#5 exporting to image\n#5 exporting layers 0.2s done\n#3 [2/2] RUN a\n#3 0.412 text\n#4 [1/2] FROM b\n#4 CACHED\n';
    expect(one('', text).stderr).toBe(
      '#1 [internal] load x\n#1 DONE <T>\n#2 [1/2] FROM b\n#2 CACHED\n#3 [2/2] RUN a\n#3 <T> text\n#4 exporting to image\n#4 exporting layers done\n',
    );
  });

  it('squeezes columns and blinds process numbers', () => {
    expect(one('NAME      ID\nx   y  \n').stdout).toBe('NAME  ID\nx  y\n');
    expect(one('PID   USER     COMMAND\n    1 root     sh\n   17 root     ps\n').stdout).toBe(
      'PID  USER  COMMAND\n    1 root  sh\n<PID> root  ps\n',
    );
  });
});
