import { describe, expect, it } from 'vitest';
import { differenceText, lossLines, restartText, shortLabel, travelledText } from './travel-words.ts';

describe('words of the timeline', () => {
  it('says what happened and what started again', () => {
    expect(travelledText('undo', 'docker rm -f web', ['web'])).toBe(
      'Undone: docker rm -f web — web started again from its command',
    );
    expect(travelledText('redo', 'rm notes.txt', [])).toBe('Done again: rm notes.txt');
    expect(travelledText(3, 'before the swarm', ['a', 'b'])).toBe(
      'Back at: before the swarm — a and b started again from their commands',
    );
    expect(restartText(['a', 'b', 'c', 'd'])).toBe('4 containers started again from their commands');
  });

  it('shortens long commands and those of several lines', () => {
    expect(shortLabel('for i in 1 2\ndo echo $i; done')).toBe('for i in 1 2…');
    expect(shortLabel('x'.repeat(71))).toBe(`${'x'.repeat(70)}…`);
  });

  it('tells each difference', () => {
    expect(
      [
        { kind: 'container', name: 'web', change: 'changed', detail: 'running → exited (1)' } as const,
        { kind: 'image', name: 'nginx:alpine', change: 'removed' } as const,
        { kind: 'file', name: '/root/site/about.html', change: 'added' } as const,
        { kind: 'file', name: '/tmp/x', change: 'changed' } as const,
        { kind: 'build cache', name: '', change: 'changed' } as const,
      ].map(differenceText),
    ).toEqual([
      'Container web: running → exited (1)',
      'Image nginx:alpine: removed',
      'about.html: new',
      '/tmp/x: changed',
      'Build cache: changed',
    ]);
  });

  it('lists what is lost, and counts the rest', () => {
    const losses = Array.from({ length: 10 }, (_, index) => ({
      kind: 'volume' as const,
      name: `v${index}`,
      change: 'changed' as const,
      detail: '1 file',
    }));
    const lines = lossLines({ losses, stops: [{ terminal: 'terminal-2', command: 'docker logs -f web' }] });
    expect(lines.slice(-3)).toEqual([
      'Volume v7: 1 file',
      'and 2 more changes',
      'Terminal 2: docker logs -f web is ended',
    ]);
    expect(lossLines({ losses: [], stops: [] })).toEqual([]);
  });
});
