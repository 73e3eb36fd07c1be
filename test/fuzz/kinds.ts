import { SANDBOX, SHARE, ZIP } from './files.ts';
import type { FuzzKind } from './kind.ts';
import { DOCKERFILE, IGNORE, REFERENCE, TEMPLATE } from './languages.ts';
import { COMMAND_LINE, COMPOSE, HTTP, SHELL, TAR, TERMINAL } from './machine.ts';

export const KINDS: readonly FuzzKind[] = [
  SHELL, COMMAND_LINE, DOCKERFILE, COMPOSE, TEMPLATE, IGNORE, REFERENCE, TAR, ZIP, SHARE, SANDBOX, TERMINAL, HTTP,
]; // prettier-ignore
