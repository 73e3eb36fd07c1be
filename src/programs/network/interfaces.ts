import type { NetInterface } from '../../kernel/net/socket.ts';
import type { Process, Program } from '../../kernel/process.ts';

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function toAddress(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}

/** First and last address of an interface's network, and its mask. */
function networkOf({ address, prefix }: NetInterface): {
  base: string;
  broadcast: string;
  mask: string;
} {
  const size = 2 ** (32 - prefix);
  const base = Math.floor(toNumber(address) / size) * size;
  return {
    base: toAddress(base),
    broadcast: toAddress(base + size - 1),
    mask: toAddress(2 ** 32 - size),
  };
}

/** The interface that leads out, and its gateway. */
function defaultRoute(proc: Process): { nic: NetInterface; gateway: string } | undefined {
  const { defaultRoute: route, interfaces } = proc.network;
  const nic = interfaces.find(({ name }) => name === route?.interfaceName);
  return nic && route && { nic, gateway: route.gateway };
}

const isBridge = ({ name }: NetInterface): boolean => /^(docker|br-)/.test(name);

/** ip: `addr`, `link` and `route`, shown only. @see ip(8) */
export const ip: Program = async (proc) => {
  const words = proc.argv.slice(1);
  const oneLine = words.some((word) => /^-(o|oneline)$/.test(word));
  const brief = words.some((word) => /^-(br|brief)$/.test(word));
  const [object = '', action = '', ...rest] = words.filter((word) => !/^-/.test(word));
  const wanted =
    action === 'dev'
      ? rest[0]
      : rest.includes('dev')
        ? rest[rest.indexOf('dev') + 1]
        : /^(show|list|ls|s)?$/.test(action)
          ? rest[0]
          : action;
  const nics = proc.network.interfaces
    .map((nic, index) => ({ nic, index: index + 1 }))
    .filter(({ nic }) => wanted === undefined || nic.name === wanted);
  if (/^a(d|dd|ddr|ddress)?$/.test(object) || /^l(i|in|ink)?$/.test(object)) {
    if (wanted !== undefined && nics.length === 0) {
      await proc.err(
        proc.busybox ? `ip: can't find device '${wanted}'\n` : `Device "${wanted}" does not exist.\n`,
      );
      return 1;
    }
    const addresses = object.startsWith('a');
    for (const { nic, index } of nics)
      await proc.out(
        brief
          ? briefText(nic)
          : oneLine && addresses
            ? oneLineText(nic, index)
            : describe(nic, index, {
                addresses,
                link: !(addresses && words.includes('-4')),
                busybox: proc.busybox,
              }),
      );
    return 0;
  }
  if (/^r(o|ou|out|oute)?$/.test(object) && action === 'get') return routeGet(proc, rest[0]);
  if (/^r(o|ou|out|oute)?$/.test(object)) {
    const way = defaultRoute(proc);
    if (way) await proc.out(`default via ${way.gateway} dev ${way.nic.name} \n`);
    for (const { nic } of nics)
      if (nic.name !== 'lo')
        await proc.out(
          `${networkOf(nic).base}/${nic.prefix} dev ${nic.name} ${proc.busybox ? '' : 'proto kernel '}scope link ${proc.busybox ? ' ' : ''}src ${nic.address} \n`,
        );
    return 0;
  }
  if (object === '') {
    await proc.err('Usage: ip [ OPTIONS ] OBJECT { COMMAND | help }\n');
    return proc.busybox ? 1 : 255;
  }
  await proc.err(
    proc.busybox
      ? `ip: invalid argument '${object}' to 'ip'\n`
      : `Object "${object}" is unknown, try "ip help".\n`,
  );
  return 1;
};

/** `ip route get ADDRESS`: which way a packet would go. */
async function routeGet(proc: Process, address: string | undefined): Promise<number> {
  if (address === undefined) {
    await proc.err(
      proc.busybox ? 'ip: need at least destination address\n' : 'need at least a destination address\n',
    );
    return proc.busybox ? 1 : 255;
  }
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) {
    await proc.err(
      proc.busybox
        ? `ip: invalid argument '${address}' to 'ip'\n`
        : `Error: any valid prefix is expected rather than "${address}".\n`,
    );
    return 1;
  }
  const end = proc.busybox ? '\n' : 'uid 0 \n    cache ';
  const nics = proc.network.interfaces;
  if (nics.some((nic) => nic.address === address) || address.startsWith('127.')) {
    await proc.out(`local ${address} dev lo src ${address} ${end}${proc.busybox ? '' : '<local> \n'}`);
    return 0;
  }
  const near = nics.find(
    (nic) => nic.name !== 'lo' && networkOf({ ...nic, address }).base === networkOf(nic).base,
  );
  const way = defaultRoute(proc);
  const nic = near ?? way?.nic;
  if (!nic) {
    await proc.err(`${proc.busybox ? 'ip: ' : ''}RTNETLINK answers: Network is unreachable\n`);
    return proc.busybox ? 1 : 2;
  }
  const via = near || !way ? '' : `via ${way.gateway} `;
  await proc.out(`${address} ${via}dev ${nic.name} src ${nic.address} ${end}${proc.busybox ? '' : '\n'}`);
  return 0;
}

function describe(
  nic: NetInterface,
  index: number,
  show: { addresses: boolean; link: boolean; busybox: boolean },
): string {
  const loopback = nic.name === 'lo';
  const pair = loopback || isBridge(nic) ? '' : `@if${index + 5}`;
  const flags = loopback ? 'LOOPBACK,UP,LOWER_UP' : 'BROADCAST,MULTICAST,UP,LOWER_UP';
  const head = `${index}: ${nic.name}${pair}: <${flags}> mtu ${loopback ? 65536 : 1500} qdisc noqueue state ${loopback ? 'UNKNOWN' : 'UP'}${show.busybox ? '' : ' group default'} ${loopback ? 'qlen 1000' : ''}\n`;
  const link = `    link/${loopback ? 'loopback' : 'ether'} ${nic.mac} brd ${loopback ? '00:00:00:00:00:00' : 'ff:ff:ff:ff:ff:ff'}${pair !== '' && !show.busybox ? ' link-netnsid 0' : ''}\n`;
  if (!show.addresses) return head + link;
  const broadcast = loopback ? '' : ` brd ${networkOf(nic).broadcast}`;
  return `${head}${show.link ? link : ''}    inet ${nic.address}/${nic.prefix}${broadcast} scope ${loopback ? 'host' : 'global'} ${nic.name}\n       valid_lft forever preferred_lft forever\n`;
}

function oneLineText(nic: NetInterface, index: number): string {
  const loopback = nic.name === 'lo';
  return `${index}: ${nic.name}    inet ${nic.address}/${nic.prefix}${loopback ? '' : ` brd ${networkOf(nic).broadcast}`} scope ${loopback ? 'host' : 'global'} ${nic.name}\\       valid_lft forever preferred_lft forever\n`;
}

function briefText(nic: NetInterface): string {
  return `${nic.name.padEnd(16)} ${(nic.name === 'lo' ? 'UNKNOWN' : 'UP').padEnd(14)} ${nic.address}/${nic.prefix} \n`;
}

/** ifconfig: shows the interfaces. */
export const ifconfig: Program = async (proc) => {
  const wanted = proc.argv.slice(1).find((word) => !word.startsWith('-'));
  const nics = proc.network.interfaces.filter(({ name }) => wanted === undefined || name === wanted);
  if (nics.length === 0) {
    await proc.err(
      proc.busybox
        ? `ifconfig: ${wanted ?? ''}: error fetching interface information: Device not found\n`
        : `${wanted ?? ''}: error fetching interface information: Device not found\n`,
    );
    return 1;
  }
  for (const nic of nics) {
    const loopback = nic.name === 'lo';
    const { mask, broadcast } = networkOf(nic);
    const flags = loopback ? 'UP LOOPBACK RUNNING' : 'UP BROADCAST RUNNING MULTICAST';
    await proc.out(
      `${nic.name.padEnd(10)}Link encap:${loopback ? 'Local Loopback' : `Ethernet  HWaddr ${nic.mac.toUpperCase()}`}  \n          inet addr:${nic.address}  ${loopback ? '' : `Bcast:${broadcast}  `}Mask:${mask}\n          ${flags}  MTU:${loopback ? 65536 : 1500}  Metric:1\n\n`,
    );
  }
  return 0;
};

/** route: the routing table. */
export const route: Program = async (proc) => {
  const row = (to: string, via: string, mask: string, flags: string, nic: string): string =>
    `${to.padEnd(15)} ${via.padEnd(15)} ${mask.padEnd(15)} ${flags.padEnd(5)} 0      0        0 ${nic}\n`;
  await proc.out(
    'Kernel IP routing table\nDestination     Gateway         Genmask         Flags Metric Ref    Use Iface\n',
  );
  const way = defaultRoute(proc);
  const numeric = proc.argv.includes('-n');
  if (way) await proc.out(row(numeric ? '0.0.0.0' : 'default', way.gateway, '0.0.0.0', 'UG', way.nic.name));
  for (const nic of proc.network.interfaces)
    if (nic.name !== 'lo')
      await proc.out(row(networkOf(nic).base, numeric ? '0.0.0.0' : '*', networkOf(nic).mask, 'U', nic.name));
  return 0;
};

/** netstat: listening sockets. Simplified: connections are not listed. */
export const netstat: Program = async (proc) => {
  const flags = proc.argv.slice(1).join('');
  const programs = flags.includes('p');
  const listening = /[la]/.test(flags);
  const rows = listening ? proc.network.listeners() : [];
  await proc.out(
    `Active Internet connections (${listening ? (flags.includes('a') ? 'servers and established' : 'only servers') : 'w/o servers'})\nProto Recv-Q Send-Q Local Address           Foreign Address         State       ${programs ? 'PID/Program name    ' : ''}\n`,
  );
  for (const { local, pid, program } of rows) {
    await proc.out(
      `tcp        0      0 ${`${local.address}:${local.port}`.padEnd(23)} 0.0.0.0:*               LISTEN      ${programs ? (pid > 0 ? `${pid}/${program}` : '-') : ''}\n`,
    );
  }
  return 0;
};
