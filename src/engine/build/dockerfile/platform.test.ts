import { describe, expect, it } from 'vitest';
import { formatPlatform, parsePlatform } from './platform.ts';

describe('parsePlatform', () => {
  it.each([
    ['linux/amd64', 'linux/amd64'],
    ['Linux/x86_64', 'linux/amd64'],
    ['linux/arm64/v8', 'linux/arm64'],
    ['linux/arm', 'linux/arm/v7'],
    ['armel', 'linux/arm/v6'],
    ['windows', 'windows/amd64'],
  ])('%s', (text, normal) => {
    expect(formatPlatform(parsePlatform(text))).toBe(normal);
  });

  it.each([
    [
      'linux/',
      '"" is an invalid component of "linux/": platform specifier component must match "^[A-Za-z0-9_.-]+$": invalid argument',
    ],
    ['*', '"*": wildcards not yet supported: invalid argument'],
    ['foo', '"foo": unknown operating system or architecture: invalid argument'],
    ['a/b/c/d', '"a/b/c/d": cannot parse platform specifier: invalid argument'],
  ])('refuses %s', (text, message) => {
    expect(() => parsePlatform(text)).toThrow(message);
  });
});
