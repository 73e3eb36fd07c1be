import { isSysError } from '../../kernel/errno.ts';
import { dirName } from '../../kernel/files/path.ts';
import type { Process } from '../../kernel/process.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';
import { buildConfig } from './build-config.ts';
import { PREFIX, type CommandLine } from './command-line.ts';
import { ConfigError, parseConfig, type Directive } from './parse-config.ts';
import type { NginxConfig } from './settings.ts';

/** The configuration with all that it includes, and what `-g` adds. @throws ConfigError */
export function loadConfig(proc: Process, { config, globals }: CommandLine): NginxConfig {
  const read = (path: string): Directive[] => {
    let text: string;
    try {
      text = proc.files.readText(path);
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new ConfigError(
        `open() "${path}" failed (${error.code === 'EACCES' ? 13 : 2}: ${error.message})`,
      );
    }
    return parseConfig(text, path, include);
  };
  const include = (pattern: string, from: Directive): readonly Directive[] => {
    const full = pattern.startsWith('/') ? pattern : `${PREFIX}/${pattern}`;
    if (!/[*?[]/.test(full)) {
      if (!proc.files.exists(full))
        throw new ConfigError(
          `open() "${full}" failed (2: No such file or directory) in ${from.file}:${from.line}`,
        );
      return read(full);
    }
    const dir = dirName(full);
    const matches = nameMatcher(full.slice(dir.length + 1), false);
    if (proc.files.statIfAny(dir)?.type !== 'directory') return [];
    return proc.files
      .readDir(dir)
      .filter(({ name }) => matches(name) && !name.startsWith('.'))
      .flatMap(({ name }) => read(`${dir}/${name}`));
  };
  const own =
    globals === ''
      ? []
      : parseConfig(/[;}]\s*$/.test(globals) ? globals : `${globals};`, 'command line', include);
  return buildConfig([...read(config), ...own]);
}
