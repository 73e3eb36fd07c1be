import { isSysError } from '../../../kernel/errno.ts';
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
