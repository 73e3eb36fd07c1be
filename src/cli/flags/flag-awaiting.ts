import type { Flag } from './flag.ts';

/** The flag of this word, where its value is the next word: `--name`, `-e`, `-dp`. */
export function flagAwaiting(flags: readonly Flag[], word: string): Flag | undefined {
  if (word.startsWith('--')) return flags.find(({ name, type }) => word === `--${name}` && type !== 'bool');
  const letters = [...word.slice(1)];
  const taking = letters.findIndex((letter) =>
    flags.some(({ short, type }) => short === letter && type !== 'bool'),
  );
  return taking >= 0 && taking === letters.length - 1
    ? flags.find(({ short }) => short === letters[taking])
    : undefined;
}
