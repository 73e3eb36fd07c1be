import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { parseSpecifiers } from './specifiers.ts';

/** A line of requirements: `flask`, `flask==2.3`, `redis>=4,<6`. */
export interface Requirement {
  readonly text: string;
  readonly name: string;
  readonly specifiers: ReturnType<typeof parseSpecifiers>;
  /** Where it was read, as pip puts it behind the name. */
  readonly from: string;
}

/** Undefined where the file can't be read; the reason was printed. */
export async function readRequirements(proc: Process, path: string): Promise<Requirement[] | undefined> {
  try {
    return proc.files
      .readText(path)
      .split('\n')
      .map((line) => line.replace(/(?:^|\s)#.*/, '').trim())
      .flatMap((line, index) =>
        line === '' || line.startsWith('-')
          ? []
          : [parseRequirement(line, ` (from -r ${path} (line ${index + 1}))`)],
      );
  } catch (error) {
    if (!isSysError(error)) throw error;
    await proc.err(`ERROR: Could not open requirements file: [Errno 2] ${error.message}: '${path}'\n`);
    return undefined;
  }
}

export function parseRequirement(line: string, from = ''): Requirement {
  const text = (line.split(';')[0] ?? '').replaceAll(' ', '');
  const name = /^[\w.-]*/.exec(text)?.[0] ?? text;
  return { text, name, specifiers: parseSpecifiers(text.slice(name.length)), from };
}
