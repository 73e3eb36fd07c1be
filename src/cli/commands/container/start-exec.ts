import { ApiError } from '../../../api/api-error.ts';
import type { AttachedStream, EngineApi } from '../../../api/engine-api.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';

/** The pseudo-terminal to give an exec, as large as ours. */
export function terminalOf(proc: Process, tty: boolean): { Tty: boolean; ConsoleSize?: [number, number] } {
  const size = tty ? proc.stdout.tty?.getSize() : undefined;
  return { Tty: tty, ...(size ? { ConsoleSize: [size.rows, size.columns] } : {}) };
}

/** @throws CliError with the exec's own status (126, 127) where the command can't be run, ApiError for other refusals */
export async function startExec(
  engine: EngineApi,
  id: string,
  options: Parameters<EngineApi['ExecStart']>[1],
): Promise<AttachedStream | undefined> {
  try {
    return await engine.ExecStart(id, options);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { ExitCode } = await engine.ExecInspect(id);
    throw ExitCode === null ? error : new CliError(error.message, ExitCode);
  }
}
