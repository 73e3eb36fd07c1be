import { describe, expect, it } from 'vitest';
import { container, HELLO, NGINX } from '../testing/fake-records.ts';
import { describeChanges } from './describe-changes.ts';

const mapOf = <T extends { id: string }>(...records: T[]) =>
  new Map(records.map((record) => [record.id, record]));

describe('describeChanges', () => {
  it('says what became of what', () => {
    const running = container('web', NGINX, 'running');
    const before = { container: mapOf(running), image: mapOf(HELLO) };
    const now = { container: mapOf({ ...running, state: 'exited' as const }), image: mapOf(NGINX) };
    expect(describeChanges(before, now)).toBe(
      'Container web: exited (0). Image nginx:alpine: new. Image hello-world:latest: removed.',
    );
    expect(describeChanges(now, now)).toBe('');
  });

  it('counts many', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => container(name, NGINX, 'running'));
    const nothing = { container: new Map(), image: new Map() };
    expect(describeChanges(nothing, { ...nothing, container: mapOf(...many) })).toBe(
      '4 changes of containers and images.',
    );
  });
});
