import type { EngineApi } from '../../api/engine-api.ts';
import type { Process } from '../../kernel/process.ts';
import type { ComposeContext } from './compose-command.ts';
import { DRY_RUN_PREFIX } from './dry-run-prefix.ts';
import type { Report } from './progress/progress-event.ts';
import { progressMode, withProgress, type ProgressMode } from './progress/show-progress.ts';

/** What operations on a project need: the process, the daemon, and how progress is shown. */
export interface Session {
  readonly proc: Process;
  readonly engine: EngineApi;
  readonly mode: ProgressMode;
  /** `engine` only remembers what would be done. */
  readonly dryRun: boolean;
}

/** @throws CliError where there is no daemon */
export async function openSession({ proc, root, api, dryRun }: ComposeContext): Promise<Session> {
  return { proc, engine: await api(), mode: progressMode(proc, root), dryRun };
}

/** Runs operations under one headline of progress. */
export function underProgress<T>(
  { proc, mode, dryRun }: Session,
  run: (report: Report) => Promise<T>,
  title = 'Running',
): Promise<T> {
  return withProgress(proc, { mode, title, prefix: dryRun ? DRY_RUN_PREFIX : '' }, run);
}

/** Tells nobody. */
export const SILENT: Report = () => Promise.resolve();
