import { ownEntry, tableOf } from '../../lib/table.ts';
import type { NetNamespace } from '../net/net-namespace.ts';
import { parseAddress } from '../net/ipv4.ts';
import type { ProcNode } from './proc-fs.ts';

/** What is in /proc/net. Simplified: connections are not listed, only listening sockets; counters are those of eth0. @see proc_pid_net(5) */
export function netNode(network: NetNamespace, name: string | undefined): ProcNode | undefined {
  if (name === undefined) return { type: 'directory', names: () => Object.keys(FILES) };
  const text = ownEntry(FILES, name);
  return text && { type: 'file', text: () => text(network) };
}

/** An address as the kernel prints it: bytes in host order, hexadecimal. */
function hexAddress(address: string): string {
  const value = parseAddress(address) ?? 0;
  const bytes = [24, 16, 8, 0].map((shift) => (value >>> shift) & 255);
  return bytes
    .reverse()
    .map((byte) => byte.toString(16).padStart(2, '0').toUpperCase())
    .join('');
}

function deviceLines(network: NetNamespace): string {
  const { receivedBytes, sentBytes, receivedPackets, sentPackets } = network.counters();
  const head =
    'Inter-|   Receive                                                |  Transmit\n face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed\n';
  const rows = network.interfaces.map(({ name }) => {
    const [inBytes, inPackets, outBytes, outPackets] =
      name === 'eth0' ? [receivedBytes, receivedPackets, sentBytes, sentPackets] : [0, 0, 0, 0];
    const pad = (value: number, width: number): string => String(value).padStart(width);
    return `${name.padStart(6)}:${pad(inBytes, 8)}${pad(inPackets, 8)}    0    0    0     0          0         0 ${pad(outBytes, 8)}${pad(outPackets, 8)}    0    0    0     0       0          0\n`;
  });
  return head + rows.join('');
}

function listenLines(network: NetNamespace): string {
  const head =
    '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n';
  const rows = network.listeners().map(({ local: { address, port } }, index) => {
    const place = `${hexAddress(address)}:${port.toString(16).padStart(4, '0').toUpperCase()}`;
    return `${String(index).padStart(4)}: ${place} 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 ${20_000 + index} 1 0000000000000000 100 0 0 10 0\n`;
  });
  return head + rows.join('');
}

const FILES: Readonly<Record<string, (network: NetNamespace) => string>> = tableOf({
  dev: deviceLines,
  tcp: listenLines,
});
