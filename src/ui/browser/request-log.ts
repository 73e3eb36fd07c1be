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
 * The file that was saved and that a container mounts which answered for the page of this tab: it is to be loaded again.
 * @param host of the page that shows: `localhost:4000`
 * @param paths files of the first machine
 */
export function servedFile(
  log: readonly LoggedRequest[],
  tab: string,
  host: string,
  paths: readonly string[],
): string | undefined {
  const isOfPage = ({ tab: of, address }: LoggedRequest): boolean =>
    of === tab && (address === host || address.startsWith(`${host}/`));
  const binds = log.flatMap((entry) => (isOfPage(entry) ? (entry.answeredBy?.binds ?? []) : []));
  return paths.find((path) => binds.some((bind) => path === bind || path.startsWith(`${bind}/`)));
}
