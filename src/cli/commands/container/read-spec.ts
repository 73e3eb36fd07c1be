import { CliError } from '../../cli-error.ts';

/** Runs the parser of a flag's value; its error becomes the client's. @throws CliError */
export function readSpec<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new CliError((error as Error).message);
  }
}
