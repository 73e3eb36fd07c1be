import type { Program } from '../../kernel/process.ts';
import { curl } from './curl/curl.ts';
import { httpd } from './httpd.ts';
import { ifconfig, ip, netstat, route } from './interfaces.ts';
import { getent, nslookup } from './lookup.ts';
import { nc } from './netcat.ts';
import { ping } from './ping.ts';
import { wget } from './wget.ts';

/** Programs about the network. */
export const NETWORK_PROGRAMS: ReadonlyMap<string, Program> = new Map(
  Object.entries({ curl, getent, httpd, ifconfig, ip, nc, netstat, nslookup, ping, route, ss: netstat, wget }),
);
