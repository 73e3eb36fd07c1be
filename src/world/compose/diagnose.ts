import { CliError } from '../../cli/cli-error.ts';
import type { ComposeHost } from '../../cli/compose/load-options.ts';
import { loadProject } from '../../cli/compose/load-project.ts';
import { findProject } from '../../cli/compose/find-files.ts';
import { readYaml } from '../../cli/yaml/read-yaml.ts';
import { YamlSyntaxError } from '../../cli/yaml/yaml-error.ts';
import { lineSpan, locateMessage, type TextSpan } from './locate.ts';
import { scanYaml } from './scan-yaml.ts';

/** What Compose has against a file, in the words of the terminal. */
export interface ComposeProblem extends TextSpan {
  readonly severity: 'error' | 'warning';
  readonly message: string;
}

/**
 * What `docker compose` would say of a file with this text, in its folder. A file that goes over another is taken with that one.
 * @param host the machine, with the file's folder as working directory
 */
export async function diagnoseCompose(
  path: string,
  text: string,
  host: ComposeHost,
): Promise<ComposeProblem[]> {
  if (text.trim() === '') return [];
  const entries = scanYaml(text);
  const warnings = new Set<string>();
  const edited: ComposeHost = {
    ...host,
    readFile: (file) => (file === path ? text : host.readFile(file)),
    kindOf: (file) => (file === path ? 'file' : host.kindOf(file)),
    warn: (message) => void warnings.add(message),
  };
  const faulty = faultyLine(text);
  const placeOf = (message: string): TextSpan =>
    faulty === undefined ? locateMessage(message, text, entries) : lineSpan(text, faulty);
  const problem = (severity: ComposeProblem['severity'], message: string): ComposeProblem[] =>
    speaksOfOther(message, path) ? [] : [{ severity, message, ...placeOf(message) }];
  const errors: string[] = [];
  try {
    await loadProject({ host: edited, files: filesWith(path, edited) });
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    errors.push(error.message);
  }
  return [
    ...errors.flatMap((message) => problem('error', message)),
    ...[...warnings].flatMap((message) => problem('warning', message)),
  ];
}

/** Where a text stops being YAML. */
function faultyLine(text: string): number | undefined {
  try {
    readYaml(text);
    return undefined;
  } catch (error) {
    return error instanceof YamlSyntaxError ? error.line : undefined;
  }
}

/** Those that are loaded where this one is, or it alone. */
function filesWith(path: string, host: ComposeHost): readonly string[] {
  try {
    const { files } = findProject({ host });
    return files.includes(path) ? files : [path];
  } catch (error) {
    if (error instanceof CliError) return [path];
    throw error;
  }
}

/** Of a file beside this one; it has its own editor. */
function speaksOfOther(message: string, path: string): boolean {
  const file = /(?:^|\s)(\/[^\s:]+\.ya?ml): /.exec(message)?.[1];
  return file !== undefined && file !== path;
}
