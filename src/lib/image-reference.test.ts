import { describe, expect, it } from 'vitest';
import {
  formatFamiliar,
  formatReference,
  formatRepository,
  matchesFamiliar,
  parseDockerReference,
  parseImageReference,
  parseReference,
  parseReferenceOrId,
  withDefaultTag,
} from './image-reference.ts';

const HEX = 'a'.repeat(64);

describe('parseImageReference', () => {
  it('completes what a user types', () => {
    expect(parseImageReference('alpine')).toEqual({ domain: 'docker.io', path: 'library/alpine' });
    expect(parseImageReference('gordon/app:1')).toEqual({
      domain: 'docker.io',
      path: 'gordon/app',
      tag: '1',
    });
    expect(parseImageReference('index.docker.io/alpine')).toEqual({
      domain: 'docker.io',
      path: 'library/alpine',
    });
    expect(parseImageReference('localhost:5000/app@sha256:' + HEX)).toEqual({
      domain: 'localhost:5000',
      path: 'app',
      digest: `sha256:${HEX}`,
    });
  });

  it('refuses what is no reference, in the words of distribution', () => {
    expect(() => parseImageReference('Foo')).toThrow(
      'invalid reference format: repository name (library/Foo) must be lowercase',
    );
    expect(() => parseImageReference('foo:bad:tag')).toThrow('invalid reference format');
    expect(() => parseImageReference(HEX)).toThrow(
      `invalid repository name (${HEX}), cannot specify 64-byte hexadecimal strings`,
    );
    expect(() => parseReference('')).toThrow('repository name must have at least one component');
    expect(() => parseReference(`a@sha256:${'f'.repeat(40)}`)).toThrow('invalid checksum digest length');
  });
});

describe('other readings', () => {
  it('tells IDs from names', () => {
    expect(parseReferenceOrId(HEX)).toEqual({ id: `sha256:${HEX}` });
    expect(parseReferenceOrId('redis')).toEqual({ domain: 'docker.io', path: 'library/redis' });
  });

  it('lets a digest win over a tag', () => {
    const reference = parseDockerReference(`redis:7@sha256:${HEX}`);
    expect(formatReference(reference)).toBe(`docker.io/library/redis@sha256:${HEX}`);
    expect(formatReference(parseDockerReference('redis'))).toBe('docker.io/library/redis:latest');
  });
});

describe('formats', () => {
  it('shows the short form of names on Docker Hub only', () => {
    expect(formatFamiliar(withDefaultTag(parseImageReference('library/alpine')))).toBe('alpine:latest');
    expect(formatFamiliar(parseImageReference('quay.io/library/alpine'))).toBe('quay.io/library/alpine');
    expect(formatRepository(parseReference('a/b'))).toBe('a/b');
  });

  it('matches shell patterns with and without tag', () => {
    const reference = parseImageReference('foo/bar:1');
    expect(matchesFamiliar('foo/*', reference)).toBe(true);
    expect(matchesFamiliar('foo/bar:1', reference)).toBe(true);
    expect(matchesFamiliar('*', reference)).toBe(false);
  });
});
