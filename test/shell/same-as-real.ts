import { runInRealShell } from './real-shell.ts';
import { runSimulated } from './simulated-shell.ts';

/** @throws an Error that shows both, where stdout or status of a script differ between bash and the simulated shell */
export async function sameAsReal(bash: readonly string[], script: string): Promise<void> {
  const [theirs] = await runInRealShell(bash, [script]);
  const ours = await runSimulated('bash', script);
  if (ours.stdout === theirs?.stdout && ours.status === theirs.status) return;
  throw new Error(
    `--- bash ${String(theirs?.status)}\n${theirs?.stdout ?? ''}${theirs?.stderr ?? ''}--- ours ${ours.status}\n${ours.stdout}${ours.stderr}`,
  );
}
