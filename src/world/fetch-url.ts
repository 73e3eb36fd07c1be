import type { FetchUrl } from '../engine/engine-context.ts';
import { isSysError } from '../kernel/errno.ts';
import type { Network } from '../kernel/net/socket.ts';
import { machineAccount } from '../programs/http/body-account.ts';
import { parseHttpDate } from '../programs/http/http-date.ts';
import { HttpFormatError } from '../programs/http/http-message.ts';
import { EmptyReplyError, httpRequest, UnknownHostError } from '../programs/http/http-request.ts';
import { wholeBody } from '../programs/http/message-reader.ts';

/** How a daemon fetches a file: over its machine's own network, in which there is nothing outside. Errors are in Go's words. */
export function createFetchUrl(network: Network): FetchUrl {
  return async (url) => {
    const account = machineAccount(network);
    const { protocol, hostname } = new URL(url);
    const failed = (reason: string): { error: string } => ({
      error: `Get ${JSON.stringify(url)}: ${reason}`,
    });
    try {
      const [address] = await network.resolve(hostname);
      if (address === undefined) return failed(`dial tcp: lookup ${hostname}: no such host`);
      if (protocol !== 'http:') return failed(`dial tcp ${address}:443: connect: connection refused`);
      const { head, body } = await httpRequest(network, url);
      const data = await wholeBody(body, account);
      if (head.status >= 400) return { error: `invalid response status ${head.status}` };
      const modifiedMs = parseHttpDate(head.headers.get('Last-Modified') ?? '');
      return { data, ...(modifiedMs === undefined ? {} : { modifiedMs }) };
    } catch (error) {
      if (error instanceof UnknownHostError) return failed(`dial tcp: lookup ${error.host}: no such host`);
      if (error instanceof EmptyReplyError || error instanceof HttpFormatError) return failed('EOF');
      if (isSysError(error)) return failed(`dial tcp ${hostname}: connect: ${error.message.toLowerCase()}`);
      throw error;
    } finally {
      account.release();
    }
  };
}
