import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SessionOutcome } from './compare-transcript.ts';
import type { Scenario } from '../../src/world/scenario.ts';
import type { StepOutput } from './equivalences.ts';
import type { SessionMessage } from './session-worker.ts';

const WORKER = fileURLToPath(new URL('./session-worker.ts', import.meta.url));
const WORKERS = 2;
/** Real time: one session that hangs must not hold up the others. */
const SESSION_LIMIT_MS = 60_000;
const START_LIMIT_MS = 30_000;

/** Runs sessions, some at a time, each in a fresh world; outcomes come in the order of the scenarios. */
export async function runSessions(scenarios: readonly Scenario[]): Promise<SessionOutcome[]> {
  const outcomes: SessionOutcome[] = [];
  const queue = [...scenarios.entries()];
  const work = async (): Promise<void> => {
    const worker = new SessionWorker();
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [index, scenario] = next;
      outcomes[index] = await worker.run(scenario);
    }
    worker.stop();
  };
  await Promise.all(Array.from({ length: WORKERS }, work));
  return outcomes;
}

/** One child process, replaced after a session that did not end. */
class SessionWorker {
  #child: ChildProcess | undefined;
  #failure: string | undefined;

  async run(scenario: Scenario): Promise<SessionOutcome> {
    const child = this.#child ?? (await this.#start());
    if (this.#failure !== undefined) return { results: [], error: this.#failure };
    const outcome = await runIn(child, scenario);
    if (outcome.error !== undefined) this.stop();
    return outcome;
  }

  stop(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }

  async #start(): Promise<ChildProcess> {
    const child = fork(WORKER, [], {
      execArgv: process.execArgv,
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#child = child;
    let stderr = '';
    child.stderr?.on('data', (data: Buffer) => {
      stderr = (stderr + data.toString()).slice(-2000);
    });
    const message = await nextMessage(child, START_LIMIT_MS);
    if (message?.kind !== 'ready') this.#failure = `the worker did not start: ${stderr}`;
    else if (message.error !== undefined) this.#failure = message.error;
    return child;
  }
}

function nextMessage(child: ChildProcess, limitMs: number): Promise<SessionMessage | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(undefined);
    }, limitMs);
    const done = (message?: SessionMessage): void => {
      clearTimeout(timer);
      resolve(message);
    };
    child.once('message', (message) => {
      done(message as SessionMessage);
    });
    child.once('exit', () => {
      done();
    });
  });
}

function runIn(child: ChildProcess, scenario: Scenario): Promise<SessionOutcome> {
  return new Promise((resolve) => {
    const results: StepOutput[] = [];
    const finish = (error?: string): void => {
      clearTimeout(timer);
      child.removeAllListeners();
      resolve(error === undefined ? { results } : { results, error });
    };
    const timer = setTimeout(() => {
      finish(`the session did not end within ${SESSION_LIMIT_MS / 1000} seconds`);
    }, SESSION_LIMIT_MS);
    child.on('message', (data) => {
      const message = data as SessionMessage;
      if (message.kind === 'step') results.push(message.result);
      else finish(message.error);
    });
    child.once('exit', (code, signal) => {
      finish(`the worker ended (${signal ?? String(code)})`);
    });
    child.send({ scenario });
  });
}
