import type { LessonFolder } from './lesson-folder.ts';

type Written = Pick<LessonFolder, 'text'>;

/** `lesson.md:12: ` for the line that names a check, a step or a question; nothing where none does. */
export const idAt = (written: Written, id: string): string =>
  lineAt(written, (line) => /(?:^|[\s{])id:\s*['"]?([^\s,}'"]+)/.exec(line)?.[1] === id);

/** `lesson.md:40: ` for the line of a step's text that has these words. */
export function textAt(written: Written, heading: string, words: string): string {
  const [first = ''] = words.split('\n');
  const lines = written.text.split('\n');
  const from = lines.indexOf(`## ${heading}`);
  return lineAt(written, (line, index) => index >= from && line.includes(first));
}

function lineAt({ text }: Written, is: (line: string, index: number) => boolean): string {
  const index = text.split('\n').findIndex(is);
  return index < 0 ? '' : `lesson.md:${index + 1}: `;
}
