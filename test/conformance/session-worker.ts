import type { Scenario } from '../../src/world/scenario.ts';
import type { StepOutput } from './equivalences.ts';

/** What a worker is asked: to run a session. */
export interface SessionRequest {
  readonly scenario: Scenario;
}

/** What it answers: each step at once, then the end; `ready` comes first. */
export type SessionMessage =
  | { readonly kind: 'ready'; readonly error?: string }
  | { readonly kind: 'step'; readonly result: StepOutput }
  | { readonly kind: 'end'; readonly error?: string };

type OnStep = (result: StepOutput) => void;
type RunSession = (scenario: Scenario, onStep: OnStep) => Promise<void>;

const send = (message: SessionMessage): void => {
  process.send?.(message);
};

/** The world is loaded when first wanted, so that other suites run while it can't be loaded. */
async function loadRunner(): Promise<RunSession> {
  const { runScenario } = await import('../../src/world/scenario.ts');
  const { nodeHost } = await import('../../src/host/node.ts');
  return async (scenario, onStep) => {
    await runScenario(scenario, nodeHost, { onStep });
  };
}

function describe(error: unknown): string {
  return error instanceof Error
    ? (error.stack ?? error.message).split('\n').slice(0, 4).join(' | ')
    : String(error);
}

async function main(): Promise<void> {
  let run: RunSession | undefined;
  try {
    run = await loadRunner();
    send({ kind: 'ready' });
  } catch (error) {
    send({ kind: 'ready', error: describe(error) });
  }
  process.on('message', ({ scenario }: SessionRequest) => {
    if (!run) return;
    run(scenario, ({ stdout, stderr, exitCode }) => {
      send({ kind: 'step', result: { stdout, stderr, exitCode } });
    }).then(
      () => {
        send({ kind: 'end' });
      },
      (error: unknown) => {
        send({ kind: 'end', error: describe(error) });
      },
    );
  });
}

process.on('uncaughtException', (error) => {
  send({ kind: 'end', error: `uncaught: ${describe(error)}` });
});
process.on('unhandledRejection', (error) => {
  send({ kind: 'end', error: `unhandled: ${describe(error)}` });
});

await main();
