import { CliError } from '../../../src/cli/cli-error.ts';
import type { ComposeHost } from '../../../src/cli/compose/load-options.ts';
import { loadProject } from '../../../src/cli/compose/load-project.ts';
import { printedJson } from '../../../src/cli/compose/print/project-json.ts';
import type { Project } from '../../../src/cli/compose/project.ts';
import { startOrder } from '../../../src/cli/compose/project/start-order.ts';
import { applyEquivalences, readEquivalences } from '../equivalences.ts';
import { nameOf, type Adapter, type Case, type Comparison } from '../suite.ts';

interface Input {
  readonly projectName: string;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

interface Expected {
  readonly config?: unknown;
  readonly error?: string;
  readonly warnings?: readonly string[];
  readonly startOrder?: readonly string[];
  readonly disabledServices?: readonly string[];
}

/** A machine with nothing but the files of a case. */
function createHost({ cwd, env, files }: Input, warnings: string[]): ComposeHost {
  const paths = new Map(Object.entries(files).map(([name, text]) => [`${cwd}/${name}`, text]));
  return {
    cwd,
    env,
    home: env['HOME'] ?? '/',
    kindOf: (path) => (paths.has(path) ? 'file' : undefined),
    readFile: (path) => {
      const text = paths.get(path);
      if (text === undefined) throw new CliError(`open ${path}: no such file or directory`);
      return text;
    },
    readStdin: () => Promise.resolve(''),
    warn: (message) => void warnings.push(message),
  };
}

/** The reference ran the loader alone, which keeps what no service uses. */
async function load(input: Input): Promise<{ project?: Project; error?: string; warnings: string[] }> {
  const warnings: string[] = [];
  const host = createHost(input, warnings);
  try {
    const project = await loadProject({ host, projectName: input.projectName, keepUnusedResources: true });
    return { project, warnings };
  } catch (error) {
    if (error instanceof CliError) return { error: error.message, warnings };
    throw error;
  }
}

/** Whether each service stands behind those that it depends on. */
function isOrder(order: readonly string[], { services }: Project): boolean {
  return order.every((name, index) =>
    Object.keys(services[name]?.depends_on ?? {}).every((dependency) => {
      const at = order.indexOf(dependency);
      return at < 0 ? !(dependency in services) : at < index;
    }),
  );
}

const EQUIVALENCES = readEquivalences();

/** An error as either version of the reference would word it. */
function comparable(error = ''): string {
  const output = { stdout: '', stderr: error, exitCode: 1 };
  return applyEquivalences(output, { command: 'docker compose config' }, EQUIVALENCES).stderr;
}

async function compare({ input, expected }: Case): Promise<Omit<Comparison, 'name'>> {
  const { project, error, warnings } = await load(input as Input);
  const wanted = expected as Expected;
  if (!project)
    return {
      actual: { error: comparable(error), ...(warnings.length > 0 && { warnings }) },
      expected: { ...wanted, ...('error' in wanted && { error: comparable(wanted.error) }) },
    };
  const order = startOrder(project.services);
  const disabled = Object.keys(project.disabledServices);
  const isRight =
    isOrder(order, project) && [...order].sort().join() === [...(wanted.startOrder ?? [])].sort().join();
  const actual = {
    config: JSON.parse(printedJson(project)) as unknown,
    startOrder: isRight ? wanted.startOrder : order,
    ...(warnings.length > 0 && { warnings }),
    ...(disabled.length > 0 && { disabledServices: disabled }),
  };
  return { actual, expected };
}

/** compose-go's loader and types packages; of the order of starts only that it is one counts. */
export const composeConfigInline: Adapter = {
  suite: 'compose-config-inline',
  run: (file) =>
    Promise.all(
      file.cases.map(async (testCase, index) => ({
        name: nameOf(testCase, index),
        ...(await compare(testCase).catch((error: unknown) => ({
          actual: { thrown: String(error) },
          expected: testCase.expected,
        }))),
      })),
    ),
};
