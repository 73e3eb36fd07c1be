import type { Socket } from '../../kernel/net/socket.ts';

/** What all workers together count, as nginx keeps it in shared memory. @see nginx ngx_http_stub_status_module.c */
export class Connections {
  readonly #numbers = new WeakMap<Socket, number>();
  readonly #active = new Set<Socket>();
  readonly #answering = new Set<Socket>();
  #accepted = 0;
  #requests = 0;

  opened(socket: Socket): void {
    this.#numbers.set(socket, ++this.#accepted);
    this.#active.add(socket);
  }

  closed(socket: Socket): void {
    this.#active.delete(socket);
    this.#answering.delete(socket);
  }

  requested(socket: Socket): void {
    this.#requests++;
    this.#answering.add(socket);
  }

  answered(socket: Socket): void {
    this.#answering.delete(socket);
  }

  /** Counted from 1 since the start: the `*7` of the error log. */
  numberOf(socket: Socket): number {
    return this.#numbers.get(socket) ?? 0;
  }

  /** The page of `stub_status`. */
  statusText(): string {
    const [active, writing] = [this.#active.size, this.#answering.size];
    return (
      `Active connections: ${active} \nserver accepts handled requests\n` +
      ` ${this.#accepted} ${this.#accepted} ${this.#requests} \n` +
      `Reading: 0 Writing: ${writing} Waiting: ${active - writing} \n`
    );
  }
}
