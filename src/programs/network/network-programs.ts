import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';
import { ifconfig, ip, netstat, route } from './interfaces.ts';
import { getent, nslookup } from './lookup.ts';
import { ss } from './ss.ts';

/** Programs about the network. */
export const NETWORK_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    curl: lazyProgram(async () => (await import('./curl/curl.ts')).curl),
    dig: lazyProgram(async () => (await import('./dig.ts')).dig),
    getent,
    httpd: lazyProgram(async () => (await import('./httpd.ts')).httpd),
    ifconfig,
    ip,
    nc: lazyProgram(async () => (await import('./netcat.ts')).nc),
    netstat,
    nslookup,
    ping: lazyProgram(async () => (await import('./ping.ts')).ping),
    route,
    ss,
    wget: lazyProgram(async () => (await import('./wget.ts')).wget),
  }),
);
