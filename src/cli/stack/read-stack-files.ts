import type { Process } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';
import { CliError } from '../cli-error.ts';
import { readFile } from '../read-file.ts';
import { readStdin } from '../read-stdin.ts';
import { parseStackFile, type StackFile } from './read-stack-file.ts';

/** The files of a stack; `-` is stdin. @throws CliError. @see docker/cli v28.2.2 cli/command/stack/loader/loader.go GetConfigDetails */
export async function readStackFiles(proc: Process, paths: readonly string[]): Promise<StackFile[]> {
  if (paths.length === 0) throw new CliError('Specify a Compose file (with --compose-file)');
  const files: StackFile[] = [];
  for (const path of paths) files.push(parseStackFile(await readText(proc, path)));
  const [first, ...others] = files;
  const other = others.find(({ version }) => version !== first?.version);
  if (first && other)
    throw new CliError(`version mismatched between two composefiles : ${first.version} and ${other.version}`);
  return files;
}

async function readText(proc: Process, path: string): Promise<string> {
  return toText(path === '-' ? await readStdin(proc) : readFile(proc, path));
}
