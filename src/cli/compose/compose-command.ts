import type { Process } from '../../kernel/process.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import type { Arity } from '../command.ts';
import type { Flag, FlagValues } from '../flags/flag.ts';
import type { LoadOptions } from './load-options.ts';
import type { LoadedModel } from './load-project.ts';
import type { Project } from './project.ts';

/** How far loading goes for a command; files, names, profiles and the folder are those of the flags of `docker compose` itself. */
export type LoadDepth = Omit<
  LoadOptions,
  'host' | 'files' | 'projectName' | 'projectDirectory' | 'profiles' | 'envFiles'
>;

/** What a running command of Compose has. */
export interface ComposeContext {
  readonly proc: Process;
  /** Of the command itself. */
  readonly flags: FlagValues;
  readonly args: readonly string[];
  /** Of `docker compose`, before the command. */
  readonly root: FlagValues;
  /** `--dry-run`: `api` only remembers what would be done. */
  readonly dryRun: boolean;
  /** Connects to the daemon when first called. @throws CliError where there is none */
  api(): Promise<EngineApi>;
  /** The project that the flags name; warnings have gone to stderr. @throws CliError */
  loadProject(depth?: LoadDepth): Promise<Project>;
  /** The model before it is a project. @throws CliError */
  loadModel(depth?: LoadDepth): Promise<LoadedModel>;
}

/** One command of `docker compose`. */
export interface ComposeCommand {
  readonly name: string;
  /** After `docker compose NAME`: `[OPTIONS] [SERVICE...]`. */
  readonly use: string;
  readonly short: string;
  readonly aliases?: readonly string[];
  readonly args: Arity;
  readonly flags: readonly Flag[];
  /** False where the first argument ends the flags (`run`, `exec`). */
  readonly interspersed?: boolean;
  /** Missing where it is not simulated: then it only says so beside the terminal. */
  readonly run?: (context: ComposeContext) => Promise<number>;
}

type Run = (context: ComposeContext) => Promise<number>;

/** What a command does, loaded when it first runs. */
export function lazily(load: () => Promise<Run>): Run {
  return async (context) => (await context.proc.load(load()))(context);
}
