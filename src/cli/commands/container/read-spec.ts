import { CliError } from '../../cli-error.ts';

/** Runs the parser of a flag's value; its error becomes the client's, with `run`'s status. @throws CliError */
export function readSpec<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    throw new CliError(
      `docker: ${(error as Error).message}\n\nRun 'docker run --help' for more information`,
      125,
    );
  }
}
