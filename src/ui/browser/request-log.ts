import type { Answerer, PreviewRequest, Queries, RequestFailure } from '../../world/queries/queries.ts';
import { formatAddress } from './address.ts';

/** A request that a page made, and what came of it. */
export interface LoggedRequest {
  readonly id: number;
  readonly tab: string;
  readonly method: string;
  /** `localhost:4000/about.html` */
  readonly address: string;
  /** `200 OK`, or what went wrong. */
  readonly outcome: { readonly status: string } | { readonly failed: RequestFailure };
  readonly isProblem: boolean;
  /** In the world's time. */
  readonly tookMs: number;
  readonly answeredBy?: Answerer;
}

const MOST = 200;

/** The log with one more, which is the newest and last. */
export function logRequest(
  log: readonly LoggedRequest[],
  tab: string,
  request: PreviewRequest,
  answer: Queries['httpRequest']['answer'],
): LoggedRequest[] {
  const { answeredBy, tookMs } = answer;
  const isProblem = 'failed' in answer || answer.status >= 400;
  const outcome =
    'failed' in answer
      ? { failed: answer.failed }
      : { status: `${answer.status} ${answer.statusText}`.trim() };
  const entry: LoggedRequest = {
    id: (log.at(-1)?.id ?? 0) + 1,
    tab,
    method: request.method,
    address: formatAddress(request),
    outcome,
    isProblem,
    tookMs,
    ...(answeredBy ? { answeredBy } : {}),
  };
  return [...log.slice(1 - MOST), entry];
}

/**
 * The file that was saved and that a container mounts which answered in this tab: its page is to be loaded again.
 * @param paths files of the first machine
 */
export function servedFile(
  log: readonly LoggedRequest[],
  tab: string,
  paths: readonly string[],
): string | undefined {
  const binds = log.flatMap((entry) => (entry.tab === tab ? (entry.answeredBy?.binds ?? []) : []));
  return paths.find((path) => binds.some((bind) => path === bind || path.startsWith(`${bind}/`)));
}
