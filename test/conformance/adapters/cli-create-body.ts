import { createApi } from '../client/stub-api.ts';
import { runClient } from '../client/run-client.ts';
import { difference, isData, wireEndpoint, type Data } from '../client/wire.ts';
import type { Adapter, Case, Comparison } from '../suite.ts';
import { compareCases } from '../client/compare-cases.ts';

interface BodyCase extends Case {
  readonly input: {
    readonly args: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly files?: Readonly<Record<string, string | { readonly base64: string }>>;
  };
  readonly expected: {
    readonly accept: boolean;
    readonly body?: Data;
    readonly query?: string;
    readonly exit?: number;
    readonly stderr?: string;
  };
}

/** The recorder worked in a folder of /tmp, and wrote it as this one. */
const [WORKDIR, SHOWN] = ['/tmp/work', '/home/user'];

/** The request as Go writes it, with its zeros. */
function toWire(request: Data, baseline: Data): Data {
  const networking = request['NetworkingConfig'];
  const endpoints =
    isData(networking) && isData(networking['EndpointsConfig']) ? networking['EndpointsConfig'] : {};
  return {
    ...baseline,
    ...request,
    HostConfig: { ...(baseline['HostConfig'] as Data), ...(request['HostConfig'] as Data) },
    NetworkingConfig: {
      EndpointsConfig: Object.fromEntries(
        Object.entries(endpoints).map(([name, settings]) => [name, wireEndpoint(settings)]),
      ),
    },
  };
}

async function compare(testCase: BodyCase, baseline: Data): Promise<Omit<Comparison, 'name'>> {
  const { args, env, files = {} } = testCase.input;
  let body: Data | undefined;
  let query = '';
  const api = createApi((operation, [request, options]) => {
    if (operation === 'ContainerCreate' && !body) {
      body = request as Data;
      query = String(new URLSearchParams(Object.entries((options ?? {}) as Record<string, string>).sort()));
    }
    return Promise.resolve({ Id: 'f'.repeat(64), Warnings: [] });
  });
  const { stderr, exit } = await runClient(args, {
    api,
    cwd: WORKDIR,
    ...(env ? { env } : {}),
    files: Object.fromEntries(
      Object.entries(files).map(([path, data]) => [
        path,
        typeof data === 'string' ? data : Buffer.from(data.base64, 'base64'),
      ]),
    ),
  });
  const shown = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value).replaceAll(WORKDIR, SHOWN)) as unknown;
  return {
    actual: body
      ? {
          accept: true,
          body: shown(difference(toWire(body, baseline), baseline)),
          ...(query ? { query } : {}),
        }
      : { accept: false, exit, stderr: shown(stderr) },
    expected: testCase.expected,
  };
}

/** Flags of `docker create` → the request that the daemon gets, or the refusal of the client. */
export const cliCreateBody: Adapter = {
  suite: 'cli-create-body',
  run: (file) =>
    compareCases(file.cases as readonly BodyCase[], (testCase) =>
      compare(testCase, file['baseline'] as Data),
    ),
};
