import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';

/** Programs about the network. */
export const NETWORK_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({
    curl: lazyProgram(async () => (await import('./curl/curl.ts')).curl),
    dig: lazyProgram(async () => (await import('./dig.ts')).dig),
    getent: lazyProgram(async () => (await import('./lookup.ts')).getent),
    httpd: lazyProgram(async () => (await import('./httpd.ts')).httpd),
    ifconfig: lazyProgram(async () => (await import('./interfaces.ts')).ifconfig),
    ip: lazyProgram(async () => (await import('./interfaces.ts')).ip),
    nc: lazyProgram(async () => (await import('./netcat.ts')).nc),
    netstat: lazyProgram(async () => (await import('./interfaces.ts')).netstat),
    nslookup: lazyProgram(async () => (await import('./lookup.ts')).nslookup),
    ping: lazyProgram(async () => (await import('./ping.ts')).ping),
    route: lazyProgram(async () => (await import('./interfaces.ts')).route),
    ss: lazyProgram(async () => (await import('./ss.ts')).ss),
    wget: lazyProgram(async () => (await import('./wget.ts')).wget),
  }),
);
