import { createApi } from '../client/stub-api.ts';
import { compareCases } from '../client/compare-cases.ts';
import { runClient } from '../client/run-client.ts';
import { toRequest } from '../client/http.ts';
import { difference, isData, type Data } from '../client/wire.ts';
import type { Adapter, Case, Comparison } from '../suite.ts';

interface BodyCase extends Case {
  readonly input: { readonly args: readonly string[] };
  readonly expected: {
    readonly accept: boolean;
    readonly body?: Data;
    readonly exit?: number;
    readonly stderr?: string;
  };
}

const named = (id: string, ...names: string[]): Data[] => names.map((Name) => ({ ID: id, Spec: { Name } }));

/** What the recorder's daemon had: the IDs are those in the recorded bodies. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  SecretList: named('secretid000000000000000000', 'foo'),
  ConfigList: named('configid000000000000000000', 'foo', 'redis-conf'),
  NetworkInspect: { Id: 'netid000', Name: 'my-network' },
  ServiceCreate: { ID: 'f'.repeat(25) },
};

async function compare(testCase: BodyCase, baseline: Data): Promise<Omit<Comparison, 'name'>> {
  let body: unknown;
  const api = createApi((operation, args) => {
    if (operation === 'ServiceCreate') ({ body } = toRequest(operation, args));
    return Promise.resolve(ANSWERS[operation]);
  });
  const { stderr, exit } = await runClient(testCase.input.args, { api });
  return {
    actual: isData(body) ? { accept: true, body: changes(body, baseline) } : { accept: false, exit, stderr },
    expected: testCase.expected,
  };
}

/** The mode is one of several: it is compared whole. */
function changes(body: Data, baseline: Data): Data {
  const result = difference(body, baseline);
  return 'Mode' in result ? { ...result, Mode: body['Mode'] } : result;
}

/** Flags of `docker service create` → the request that the daemon gets, or the refusal of the client. */
export const cliServiceCreateBody: Adapter = {
  suite: 'cli-service-create-body',
  run: (file) =>
    compareCases(file.cases as readonly BodyCase[], (testCase) =>
      compare(testCase, file['baseline'] as Data),
    ),
};
