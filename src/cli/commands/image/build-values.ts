import type { FileSource } from '../../../api/file-source.ts';
import { isSysError } from '../../../kernel/errno.ts';
import { normalizePath } from '../../../kernel/files/path.ts';
import { sourceOf } from '../../../kernel/files/tree.ts';
import type { Process } from '../../../kernel/process.ts';
import { parseImageReference } from '../../../lib/image-reference.ts';
import { CliError } from '../../cli-error.ts';
import { parseKeyValue } from '../../opts/key-value.ts';

/** @throws CliError for a --tag that is no image reference */
export function checkTag(tag: string): void {
  try {
    parseImageReference(tag);
  } catch (error) {
    throw new CliError(`invalid tag ${JSON.stringify(tag)}: ${(error as Error).message}`);
  }
}

/** A --secret, `id=name,src=path` or `id=name,env=VARIABLE`: its name and value. @throws CliError for a file that can't be read */
export function buildSecret(proc: Process, text: string): [string, Uint8Array] {
  const fields = Object.fromEntries(text.split(',').map((field) => parseKeyValue(field)));
  const id = fields['id'] ?? '';
  const path = fields['src'] ?? fields['source'];
  const variable = fields['env'] ?? (path === undefined ? id : undefined);
  if (variable !== undefined) return [id, new TextEncoder().encode(proc.env.get(variable) ?? '')];
  try {
    return [id, proc.files.readFile(path ?? '')];
  } catch (error) {
    if (isSysError(error))
      throw new CliError(`failed to stat ${path ?? ''}: stat ${path ?? ''}: ${error.message.toLowerCase()}`);
    throw error;
  }
}

/**
 * A --build-context, `name=path` or `name=docker-image://image`: its name, and its files or the text. @throws CliError where it can't be read
 * @see docker/buildx v0.24 util/buildflags/context.go
 */
export function namedContext(proc: Process, text: string): [string, FileSource | string] {
  const [name, value] = parseKeyValue(text);
  if (!text.includes('=')) throw new CliError(`invalid context value: ${text}, expected key=value`);
  if (value.startsWith('docker-image://')) return [name, value];
  if (/^[a-z-]+:\/\//.test(value)) {
    proc.notice('Contexts from a URL are not simulated by Drydock: there is no network outside.');
    throw new CliError(`failed to get build context ${name}: ${value}: no such host`);
  }
  const folder = normalizePath(value, proc.files.cwd);
  if (proc.files.statIfAny(folder)?.type !== 'directory')
    throw new CliError(`failed to get build context ${name}: stat ${value}: no such file or directory`);
  return [name, sourceOf(proc.files, folder)];
}
