import { parseImageReference } from '../../../lib/image-reference.ts';
import { CliError } from '../../cli-error.ts';

/** @throws CliError for a text that is no image reference */
export function parseReference(text: string): ReturnType<typeof parseImageReference> {
  try {
    return parseImageReference(text);
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}
