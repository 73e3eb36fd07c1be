import { createFixtureApi, type CannedResponse } from '../client/fixture-api.ts';
import { runClient } from '../client/run-client.ts';
import { isData, type Data } from '../client/wire.ts';
import type { Adapter, Case, Comparison } from '../suite.ts';
import { compareCases } from '../client/compare-cases.ts';

interface OutputCase extends Case {
  readonly input: {
    readonly args: readonly string[];
    readonly fixtures: readonly string[];
    readonly responses?: readonly CannedResponse[];
    readonly stream?: readonly unknown[];
    readonly stdin?: string;
  };
  readonly expected: { readonly stdout: string; readonly stderr: string; readonly exit: number };
}

/** The machine's clock at the start of a run. */
const NOW_MS = Date.UTC(2026, 0, 1);

/** `{"$secondsAgo": n}` → that moment, as the fixture wants it. */
function resolveTimes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(resolveTimes);
  if (!isData(value)) return value;
  const ago = value['$secondsAgo'];
  if (typeof ago === 'number') {
    const ms = NOW_MS - ago * 1000;
    return value['unix'] ? Math.floor(ms / 1000) : new Date(ms).toISOString().replace('.000Z', 'Z');
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolveTimes(item)]));
}

/** The recorder's clock was another one: moments in full count as one. */
function hideMoments(text: string): string {
  return text.replace(/\b20\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z| \+0000 (?:UTC|utc))/g, '<MOMENT>');
}

async function compare(testCase: OutputCase, fixtures: Data): Promise<Omit<Comparison, 'name'>> {
  const { args, fixtures: names, responses = [], stream = [], stdin } = testCase.input;
  const objects = Object.fromEntries(
    names.map((fixture) => [fixture.replace(/\(.*\)$/, ''), resolveTimes(fixtures[fixture])]),
  );
  const swarm = {
    nodes: resolveTimes(fixtures['nodes']) as Data[],
    info: resolveTimes(fixtures['info(swarm)']) as Data,
  };
  const api = createFixtureApi({ objects, swarm, responses, stream });
  const result = await runClient(args, { api, ...(stdin === undefined ? {} : { stdin }) });
  const shown = ({ stdout, stderr, exit }: OutputCase['expected']): unknown => ({
    stdout: hideMoments(stdout),
    stderr: hideMoments(stderr),
    exit,
  });
  return { actual: shown(result), expected: shown(testCase.expected) };
}

/** What commands print for given objects of the API. */
export const cliOutputLive: Adapter = {
  suite: 'cli-output-live',
  run: (file) =>
    compareCases(file.cases as readonly OutputCase[], (testCase) =>
      compare(testCase, file['fixtures'] as Data),
    ),
};
