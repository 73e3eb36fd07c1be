import { applyMode } from '../../lib/file-mode.ts';

/** The mode that an octal number is; undefined for changes to a mode. */
const octal = (text: string): number | undefined =>
  /^[0-7]+$/.test(text) ? Number.parseInt(text, 8) : undefined;

/** Whether `--chmod` can have this value: a number up to 07777, or changes such as `u=rwX,go=rX`. @see Dockerfile 1.14 */
export const isCopyMode = (text: string): boolean => applyMode(text, 0, false, 0) !== undefined;

/** The mode of a file that is copied; its own without `--chmod`. */
export function copiedMode(text: string, mode: number, isFolder: boolean): number {
  return octal(text) ?? applyMode(text, mode, isFolder, 0) ?? mode;
}

/** What of `--chmod` the cache goes by: `0644` is `644`. */
export const copyModeKey = (text: string): string | number => octal(text) ?? text;
