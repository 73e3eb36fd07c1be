import { COMMAND_LINE, DOCKER } from './docker.ts';
import { SANDBOX, SHARE, ZIP } from './files.ts';
import type { FuzzKind } from './kind.ts';
import { DOCKERFILE, IGNORE, REFERENCE, TEMPLATE } from './languages.ts';
import { LESSON_PACK, MARKDOWN } from './lessons.ts';
import { COMPOSE, HTTP, SHELL, TAR, TERMINAL } from './machine.ts';

export const KINDS: readonly FuzzKind[] = [
  SHELL, COMMAND_LINE, DOCKER, DOCKERFILE, COMPOSE, TEMPLATE, IGNORE, REFERENCE, TAR, ZIP, SHARE, SANDBOX, LESSON_PACK, MARKDOWN, TERMINAL, HTTP,
]; // prettier-ignore
