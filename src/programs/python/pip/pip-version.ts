import type { PythonVersion } from '../versions.ts';

/** The pip that comes with the last release of each. @see github.com/python/cpython, Lib/ensurepip */
const BUNDLED: Readonly<Record<number, string>> = { 10: '23.0.1', 11: '24.0', 12: '25.0.1', 13: '25.2' };

export function pipVersion({ minor }: PythonVersion): string {
  return BUNDLED[minor] ?? '25.2';
}
