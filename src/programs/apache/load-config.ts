import type { Process } from '../../kernel/process.ts';
import { normalizePath } from '../../kernel/files/path.ts';
import { buildConfig } from './build-config.ts';
import { checkConfig } from './check-config.ts';
import { checkLogFolders } from './logs.ts';
import type { CommandLine } from './command-line.ts';
import { createReadState, readConfig, readDirectives } from './read-config.ts';
import type { ApacheConfig } from './settings.ts';

/** Where the official image has its httpd. */
export const SERVER_ROOT = '/usr/local/apache2';

/** The configuration of a call, read, checked and built. @throws ConfigError */
export function loadConfig(proc: Process, line: CommandLine, called: string): ApacheConfig {
  const root = line.root ?? SERVER_ROOT;
  const state = createReadState(root, line.defines);
  const words = (text: readonly string[], file: string) =>
    readDirectives(text.join('\n'), file, proc.files, state);
  const nodes = [
    ...words(line.before, '(-C option)'),
    ...readConfig(proc.files, normalizePath(line.config ?? 'conf/httpd.conf', root), state, called),
    ...words(line.after, '(-c option)'),
  ];
  checkConfig(nodes, 's', state.modules, proc.files);
  return buildConfig(nodes, state.serverRoot, state.modules, proc.files);
}

/** What is checked after all directives are known; before it, the complaint about a missing ServerName is heard. @throws ConfigError */
export function checkLoaded(proc: Process, config: ApacheConfig): void {
  checkLogFolders(proc, config);
}

/** The address that stands for a server without a name. */
export function ownAddress(proc: Process): string {
  return proc.network.interfaces.find(({ name }) => name !== 'lo')?.address ?? '127.0.0.1';
}

/** What is said where no ServerName is set; empty where one is. */
export function nameComplaint(proc: Process, config: ApacheConfig, called: string): string {
  if (config.main.serverName !== undefined) return '';
  return `AH00558: ${called}: Could not reliably determine the server's fully qualified domain name, using ${ownAddress(proc)}. Set the 'ServerName' directive globally to suppress this message\n`;
}
