import { SysError } from '../errno.ts';
import type { Scheduler } from '../scheduler.ts';
import { clashes, covers, Forwards, type Forward } from './forwards.ts';
import type { Listener, SocketAddress } from './socket.ts';
import { AcceptQueue, type Listening } from './stream-socket.ts';

const FIRST_EPHEMERAL_PORT = 32768;
const LAST_EPHEMERAL_PORT = 60999;

interface PortServices {
  readonly scheduler: Scheduler;
  /** Who asks for a port. */
  current(): { pid: number; program: string };
}

/** The ports of a network: what listens on them, and which lead elsewhere. */
export class Ports {
  readonly #services: PortServices;
  /** Made with the first: most networks of a crowd have none. */
  #made: Map<number, Listening[]> | undefined;
  readonly #forwards = new Forwards();
  #last = FIRST_EPHEMERAL_PORT;

  constructor(services: PortServices) {
    this.#services = services;
  }

  get #listening(): Map<number, Listening[]> {
    return (this.#made ??= new Map());
  }

  /** Port 0 is any that is free. @throws SysError EADDRINUSE */
  listen(address: string, port: number): Listener {
    const wanted = port || this.ephemeral();
    if (this.inUse(address, wanted)) throw new SysError('EADDRINUSE');
    const local = { address, port: wanted };
    const entry: Listening = {
      ...this.#services.current(),
      queue: new AcceptQueue(this.#services.scheduler, local, () => {
        const others = (this.#listening.get(wanted) ?? []).filter((other) => other !== entry);
        if (others.length) this.#listening.set(wanted, others);
        else this.#listening.delete(wanted);
      }),
    };
    this.#listening.set(wanted, [...(this.#listening.get(wanted) ?? []), entry]);
    return entry.queue;
  }

  /** @throws SysError EADDRINUSE unless it is a rule only */
  forward(forward: Forward): { close(): void } {
    const { address, port } = forward.listen;
    if (!forward.rule && this.inUse(address, port)) throw new SysError('EADDRINUSE');
    return this.#forwards.add(forward);
  }

  /** True if this port is taken on that address, by a listener or a forward. */
  inUse(address: string, port: number): boolean {
    return (
      (this.#made?.get(port)?.some(({ queue }) => clashes(queue.local.address, address)) ?? false) ||
      this.#forwards.has(address, port)
    );
  }

  /** Where a connection to this address and port is passed on to; that comes before what listens. */
  findForward(address: string, port: number): Forward | undefined {
    return this.#forwards.find(address, port);
  }

  findListening(address: string, port: number): Listening | undefined {
    return this.#made?.get(port)?.find(({ queue }) => covers(queue.local.address, address));
  }

  /** The next that is free for a client. */
  ephemeral(): number {
    do this.#last = this.#last >= LAST_EPHEMERAL_PORT ? FIRST_EPHEMERAL_PORT : this.#last + 1;
    while (this.inUse('0.0.0.0', this.#last));
    return this.#last;
  }

  /** By port; pid 0 for forwards. */
  all(): { local: SocketAddress; pid: number; program: string }[] {
    const own = [...(this.#made?.values() ?? [])]
      .flat()
      .map(({ queue, pid, program }) => ({ local: queue.local, pid, program }));
    const forwards = this.#forwards.all().map(({ listen, program }) => ({ local: listen, pid: 0, program }));
    return [...own, ...forwards].sort((a, b) => a.local.port - b.local.port);
  }

  /** Ends every listener and forward. */
  close(): void {
    for (const { queue } of [...(this.#made?.values() ?? [])].flat()) queue.close();
    this.#forwards.clear();
  }
}
