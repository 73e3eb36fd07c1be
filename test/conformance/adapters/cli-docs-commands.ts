import { ApiError } from '../../../src/api/api-error.ts';
import { normalRequest, parseUrl, toRequest, type HttpRequest } from '../client/http.ts';
import { runClient } from '../client/run-client.ts';
import { createApi } from '../client/stub-api.ts';
import type { Adapter, Case, Comparison } from '../suite.ts';
import { compareCases } from '../client/compare-cases.ts';

interface CommandCase extends Case {
  readonly input: { readonly args: readonly string[] };
  readonly expected: {
    readonly accept: boolean;
    readonly exit?: number;
    readonly stderr?: string;
    readonly requests?: readonly { readonly method: string; readonly url: string; readonly body?: unknown }[];
  };
}

async function compare(testCase: CommandCase): Promise<Omit<Comparison, 'name'>> {
  const { accept, exit, stderr, requests = [] } = testCase.expected;
  const sent: HttpRequest[] = [];
  // As the recorder's daemon: it knows nothing.
  const api = createApi((operation, args) => {
    sent.push(toRequest(operation, args));
    return Promise.reject(new ApiError('notFound', 'page not found'));
  });
  const result = await runClient(testCase.input.args, { api, stdin: 'y\n' });
  const expected = { accept, ...(accept ? {} : { exit, stderr }) };
  if (!accept)
    return {
      actual: { accept: sent.length > 0, exit: result.exit, stderr: result.stderr },
      expected,
    };
  return {
    actual: { accept: sent.length > 0, requests: sent.slice(0, requests.length).map(normalRequest) },
    expected: {
      accept,
      requests: requests.map(({ method, url, body }) => normalRequest(parseUrl(method, url, body))),
    },
  };
}

/** Documented command lines: whether the client takes them, and what it asks the daemon first. */
export const cliDocsCommands: Adapter = {
  suite: 'cli-docs-commands',
  run: (file) => compareCases(file.cases as readonly CommandCase[], compare),
};
