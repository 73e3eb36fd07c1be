import { SysError } from '../errno.ts';
import type { FileView } from '../files/file-view.ts';
import { isCapable, type Credentials } from '../files/permissions.ts';
import { parseAddress } from './ipv4.ts';
import type { NetNamespace } from './net-namespace.ts';
import type { Listener, Network, Socket } from './socket.ts';

/** Notes what must be closed when the running process ends. */
export type Own = (resource: { close(): void }) => void;

/** A listener whose connections belong to the process that accepts them. */
export function ownListener(listener: Listener, own: Own): Listener {
  own(listener);
  return {
    local: listener.local,
    accept: async () => ownSocket(await listener.accept(), own),
    close: () => listener.close(),
  };
}

export function ownSocket(socket: Socket, own: Own): Socket {
  own(socket);
  return socket;
}

/** Ports below 1024 are root's on the machine itself; elsewhere `ip_unprivileged_port_start` is 0. */
function mayBind({ name }: NetNamespace, port: number, who: Credentials | undefined): boolean {
  return port === 0 || port >= 1024 || name !== 'host' || !who || isCapable(who, 'NET_BIND_SERVICE');
}

/** A namespace's network as a process with the rights of `who` sees it, or the machine itself: names are first looked up in its own /etc/hosts. @see nsswitch.conf(5) */
export function processNetwork(
  namespace: NetNamespace,
  files: FileView,
  own: Own,
  who?: Credentials,
): Network {
  return {
    get interfaces() {
      return namespace.interfaces;
    },
    get defaultRoute() {
      return namespace.defaultRoute;
    },
    listen: (address, port) => {
      if (!mayBind(namespace, port, who)) throw new SysError('EACCES');
      return ownListener(namespace.listen(address, port), own);
    },
    connect: async (address, port) => ownSocket(await namespace.connect(address, port), own),
    resolve: async (name) => {
      if (parseAddress(name) !== undefined) return [name];
      const addresses = addressesInHosts(
        files.exists('/etc/hosts') ? files.readText('/etc/hosts') : '',
        name,
      );
      if (addresses.length) return addresses;
      return name === 'localhost' ? ['127.0.0.1'] : namespace.resolve(name);
    },
    ping: (address, timeoutMs) => namespace.ping(address, timeoutMs),
    listeners: () => namespace.listeners(),
  };
}

/** IPv4 addresses of a name in the text of a hosts file. */
export function addressesInHosts(text: string, name: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().split(/\s+/))
    .filter(([address = '', ...names]) => address.includes('.') && names.includes(name))
    .map(([address = '']) => address);
}
