import type { EngineApi } from '../../api/engine-api.ts';
import type { Listener } from '../../kernel/net/socket.ts';
import type { Process } from '../../kernel/process.ts';
import { machineAccount } from '../../programs/http/body-account.ts';
import { serveHttp } from '../../programs/http/serve-http.ts';

/**
 * Answers HTTP on the daemon's socket, for `curl --unix-socket /var/run/docker.sock` and programs of a learner. `docker` itself finds EngineApi on the
 * socket and sends nothing. The threads are those of `proc`; the routes are loaded with the first request.
 */
export function serveEngine(proc: Process, listener: Listener, api: EngineApi): void {
  serveHttp(
    proc,
    listener,
    async (request) => {
      const { answerEngine } = await proc.load(import('./answer-engine.ts'));
      return answerEngine(api, request, proc.now());
    },
    // A client must not have the daemon killed by what it sends.
    { account: () => machineAccount(proc.network) },
  );
}
