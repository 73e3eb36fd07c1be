import { isSysError, type SysError } from '../../kernel/errno.ts';
import { isLoopback, parseAddress } from '../../kernel/net/ipv4.ts';
import type { Socket } from '../../kernel/net/socket.ts';
import { MACHINE_ADDRESS } from '../machine.ts';
import { FIRST_MACHINE } from '../mirror.ts';
import { machineAccount } from '../../programs/http/body-account.ts';
import { HttpHeaders } from '../../programs/http/http-headers.ts';
import { EndlessBodyError, HttpFormatError } from '../../programs/http/http-message.ts';
import {
  EmptyReplyError,
  httpRequest as sendRequest,
  UnknownHostError,
} from '../../programs/http/http-request.ts';
import { wholeBody } from '../../programs/http/message-reader.ts';
import type { RequestNote } from '../explain/scene.ts';
import type { Answerer, PreviewRequest, PreviewResponse, RequestFailure } from './queries.ts';
import { QueryRefused, type QueryContext, type QueryHandler } from './query.ts';

type Failed = { failed: RequestFailure; message: string };
type Answer = (PreviewResponse | Failed) & { answeredBy?: Answerer };

/** The browser panel's request, sent from the machine itself through its network. */
export const httpRequest: QueryHandler<'httpRequest'> = async (context, request) => {
  const { clock } = context.machine.kernel;
  const beganMs = clock.now();
  const { host, port } = targetOf(request);
  const answer = await send(context, request, `http://${host}:${port}${request.target}`);
  // What is asked of other machines is no sign of anything here.
  if (isLoopback(host) || host === MACHINE_ADDRESS)
    context.activity.request({ port, atMs: clock.now(), outcome: outcomeOf(answer) });
  return { ...answer, tookMs: clock.now() - beganMs };
};

/** As it is noted for explanations. */
function outcomeOf(answer: Answer): RequestNote['outcome'] {
  if (!('failed' in answer)) return 'answered';
  if (answer.failed === 'empty' || answer.failed === 'invalid') return 'reset';
  return answer.failed === 'unknown-host' ? 'unreachable' : answer.failed;
}

async function send(context: QueryContext, request: PreviewRequest, url: string): Promise<Answer> {
  const { method, body } = request;
  const headers = new HttpHeaders([
    ['Host', request.host],
    ...request.headers.filter(([name]) => name.toLowerCase() !== 'host'),
    ['Connection', 'close'],
  ]);
  const account = machineAccount(context.machine.kernel.hostNetwork);
  try {
    const {
      head,
      body: pieces,
      socket,
    } = await sendRequest(context.machine.kernel.hostNetwork, url, {
      method,
      headers,
      ...(body ? { body } : {}),
      // As a browser does that leaves a page: a stream of events would go on for ever.
      onConnect: (socket) => context.whenCancelled(() => socket.close()),
    });
    const answeredBy = answererOf(context, socket);
    const whole = await wholeBody(pieces, account);
    const { status, reason } = head;
    return {
      status,
      statusText: reason,
      headers: [...head.headers],
      body: whole,
      ...(answeredBy ? { answeredBy } : {}),
    };
  } catch (error) {
    const failed = failureOf(error, targetOf(request));
    if (failed) return failed;
    throw error;
  } finally {
    account.release();
  }
}

/** The container whose connection it is, on whichever machine. */
function answererOf({ machines }: QueryContext, { takenBy }: Pick<Socket, 'takenBy'>): Answerer | undefined {
  if (!takenBy) return undefined;
  const machine = machines.find(({ kernel }) => kernel.hostNetwork.ownAddress === takenBy.machineAddress);
  const container = machine?.engine.store.state.containers.get(takenBy.name);
  if (!machine || !container) return undefined;
  const isFirst = machine.name === FIRST_MACHINE;
  return {
    id: takenBy.name,
    machine: machine.name,
    name: container.name,
    binds: isFirst ? container.mounts.flatMap(({ type, source }) => (type === 'bind' ? [source] : [])) : [],
  };
}

interface Target {
  /** `localhost` and what is below it is this machine. */
  readonly host: string;
  readonly port: number;
}

/** @throws QueryRefused for what is no address */
function targetOf({ host }: PreviewRequest): Target {
  const match = /^([\w.-]+)(?::(\d+))?$/.exec(host);
  const port = Number(match?.[2] ?? 80);
  if (!match || port < 1 || port > 65535)
    throw new QueryRefused('That is not an address. An address of this machine looks like localhost:4000.');
  const name = match[1] ?? '';
  return { host: /(^|\.)localhost$/.test(name) ? '127.0.0.1' : name, port };
}

function failureOf(error: unknown, target: Target): Failed | undefined {
  if (error instanceof EmptyReplyError)
    return { failed: 'empty', message: 'The connection was closed before an answer came.' };
  if (error instanceof EndlessBodyError)
    return { failed: 'invalid', message: 'The answer went on and on: after 256 MB it was given up.' };
  if (error instanceof HttpFormatError)
    return { failed: 'invalid', message: 'What came was no HTTP: another kind of program listens there.' };
  if (error instanceof UnknownHostError)
    return {
      failed: 'unknown-host',
      message: 'There is no internet in here: only this machine (localhost) and the others have addresses.',
    };
  return isSysError(error) ? failureOfSystem(error, target) : undefined;
}

function failureOfSystem(error: SysError, { host, port }: Target): Failed {
  const place = isLoopback(host) ? 'this machine' : host;
  switch (error.code) {
    case 'ECONNREFUSED':
      return {
        failed: 'refused',
        message: `Nothing listens on port ${port} of ${place}. Is a container publishing it (-p ${port}:…)?`,
      };
    case 'ETIMEDOUT':
      return { failed: 'timeout', message: 'No answer came in time.' };
    case 'ECONNRESET':
      return {
        failed: 'reset',
        message: `Port ${port} is published, but nothing answers behind it. Does the program in the container listen on 0.0.0.0, and on the port that was published?`,
      };
    case 'EPIPE':
      return { failed: 'reset', message: 'The connection was closed before an answer came.' };
    default:
      return {
        failed: 'unreachable',
        message:
          parseAddress(host) === undefined
            ? error.message
            : `There is no way to ${host} from here: ${error.message}.`,
      };
  }
}
