import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { splitCommands } from '../shell/split-commands.ts';
import { hostView } from '../world/machine-image.ts';
import { openSessions } from '../world/machine-commands.ts';
import { parseScenario, runScenario } from '../world/scenario.ts';
import { openTerminal } from '../world/terminal.ts';
import { createWorld, PROJECT_FOLDER } from '../world/world.ts';
import { mountFolder } from './mount-folder.ts';
import { nodeHost } from './node.ts';

const USAGE = `Usage: npm run --silent sim -- [--json] [--seed N] [--mount DIR] [--machines N] [--scenario FILE] [SCRIPT|-]

Runs a shell script on a fresh simulated machine, in virtual time. Without a script, on a terminal: interactive.

With several machines, node1, node2, …, a command that begins with "@node2 " runs on that one; "@cut node2" pulls its network cable,
"@plug node2" plugs it in again; "@off node2" and "@on node2" are its power.
`;

const MOST_MACHINES = 9;

interface Options {
  json: boolean;
  seed: number;
  mount: string | undefined;
  machines: number;
  scenario: string | undefined;
  script: string | undefined;
}

function readOptions(): Options {
  const { values, positionals } = parseArgs({
    options: {
      json: { type: 'boolean', default: false },
      seed: { type: 'string', default: '1' },
      mount: { type: 'string' },
      machines: { type: 'string', default: '1' },
      scenario: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
    allowPositionals: true,
  });
  if (values.help) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  const seed = Number(values.seed);
  if (!Number.isInteger(seed)) throw new Error(`--seed: not a whole number: ${values.seed}`);
  const machines = Number(values.machines);
  if (!Number.isInteger(machines) || machines < 1 || machines > MOST_MACHINES)
    throw new Error(`--machines: not a number from 1 to ${MOST_MACHINES}: ${values.machines}`);
  if (positionals.length > 1) throw new Error('one script at a time');
  return {
    json: values.json,
    seed,
    machines,
    mount: values.mount,
    scenario: values.scenario,
    script: positionals[0],
  };
}

function printJson(result: object): void {
  process.stdout.write(`${JSON.stringify(result)}\n`);
}

async function runScript(options: Options, script: string): Promise<number> {
  const { seed, machines } = options;
  const world = createWorld({ host: nodeHost, seed, machines, mode: 'virtual', onError: reportBug });
  const [machine] = world.machines;
  if (options.mount !== undefined) mountFolder(hostView(machine.kernel), options.mount, PROJECT_FOLDER);
  const streams = { stdout: process.stdout, stderr: process.stderr };
  const session = openSessions(world, {
    cwd: PROJECT_FOLDER,
    ...(options.json ? {} : { onOutput: (stream, bytes) => void streams[stream].write(bytes) }),
  });
  let status = 0;
  for (const command of splitCommands(script)) {
    const result = await session.run(command);
    if (options.json && result) printJson(result);
    status = result?.exitCode ?? 0;
    if (session.exited !== undefined) return session.exited;
  }
  return status;
}

async function runScenarioFile(options: Options, file: string): Promise<number> {
  const scenario = parseScenario(readFileSync(file));
  const results = await runScenario(scenario, nodeHost, {
    seed: options.seed,
    onStep: (result) => {
      if (options.json) return printJson(result);
      process.stdout.write(`$ ${result.command}\n${result.stdout}`);
      process.stderr.write(result.stderr);
    },
  });
  return results.at(-1)?.exitCode ?? 0;
}

function reportBug(error: unknown, where: string): void {
  process.stderr.write(
    `drydock: internal error in ${where}: ${error instanceof Error ? error.stack : String(error)}\n`,
  );
}

/** The machine's terminal on this terminal, in real time. */
async function interact(options: Options): Promise<number> {
  const world = createWorld({ host: nodeHost, seed: options.seed, mode: 'real', onError: reportBug });
  const [machine] = world.machines;
  if (options.mount !== undefined) mountFolder(hostView(machine.kernel), options.mount, PROJECT_FOLDER);
  const size = (): { columns: number; rows: number } => ({
    columns: process.stdout.columns || 80,
    rows: process.stdout.rows || 24,
  });
  const terminal = openTerminal(machine, {
    size: size(),
    cwd: PROJECT_FOLDER,
    onOutput: (bytes) => void process.stdout.write(bytes),
  });
  process.stdin.setRawMode(true);
  process.stdin.on('data', (data: Buffer) => terminal.input(data));
  process.stdout.on('resize', () => terminal.resize(size()));
  world.queue.start();
  const status = await terminal.closed;
  process.stdin.setRawMode(false);
  return status;
}

async function main(): Promise<number> {
  const options = readOptions();
  if (options.scenario !== undefined) return runScenarioFile(options, options.scenario);
  if (options.script === undefined && process.stdin.isTTY) return interact(options);
  const script =
    options.script === undefined || options.script === '-' ? readFileSync(0) : readFileSync(options.script);
  return runScript(options, script.toString('utf8'));
}

/** As a program in a pipeline ends whose reader has gone. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 141 : 2));

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    process.stderr.write(`drydock: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(2);
  },
);
