import type { Program } from '../kernel/process.ts';
import { createBusybox } from './busybox.ts';
import { BUSYBOX_APPLETS } from './busybox-applets.ts';
import { FILE_PROGRAMS } from './files/file-programs.ts';
import { NETWORK_PROGRAMS } from './network/network-programs.ts';
import { PROCESS_PROGRAMS } from './processes/process-programs.ts';
import { lazyProgram } from './lazy-program.ts';
import { PACKAGE_PROGRAMS } from './packages/package-programs.ts';
import { POSTGRES_PROGRAMS } from './postgres/postgres-programs.ts';
import { hello } from './system/hello.ts';
import { SYSTEM_PROGRAMS } from './system/system-programs.ts';
import { TEXT_PROGRAMS } from './text/text-programs.ts';
import { USER_PROGRAMS } from './users/user-programs.ts';

export { BUSYBOX_APPLETS };

const COMMANDS: ReadonlyMap<string, Program> = new Map([
  ...FILE_PROGRAMS,
  ...TEXT_PROGRAMS,
  ...SYSTEM_PROGRAMS,
  ...PROCESS_PROGRAMS,
  ...USER_PROGRAMS,
  ...NETWORK_PROGRAMS,
]);

/** Every program by the name that executables (stubs) carry, except shells and docker. */
export const PROGRAMS: ReadonlyMap<string, Program> = new Map([
  ...COMMANDS,
  ...PACKAGE_PROGRAMS,
  ...POSTGRES_PROGRAMS,
  ['hello', hello],
  ['apache', lazyProgram(async () => (await import('./apache/apache.ts')).apache)],
  ['htpasswd', lazyProgram(async () => (await import('./apache/htpasswd.ts')).htpasswd)],
  ['nginx', lazyProgram(async () => (await import('./nginx/nginx.ts')).nginx)],
  ['node', lazyProgram(async () => (await import('./node/node.ts')).node)],
  ['npm', lazyProgram(async () => (await import('./node/npm/npm.ts')).npm)],
  ['npx', lazyProgram(async () => (await import('./node/npm/npm.ts')).npx)],
  ['pip', lazyProgram(async () => (await import('./python/pip/pip.ts')).pip)],
  ['python', lazyProgram(async () => (await import('./python/python.ts')).python)],
  ['redis-cli', lazyProgram(async () => (await import('./redis/redis-cli.ts')).redisCli)],
  ['redis-server', lazyProgram(async () => (await import('./redis/redis-server.ts')).redisServer)],
  ['registry', lazyProgram(async () => (await import('./registry/registry.ts')).registry)],
  ['traefik-whoami', lazyProgram(async () => (await import('./whoami/whoami.ts')).whoami)],
  ['yarn', lazyProgram(async () => (await import('./node/npm/yarn.ts')).yarn)],
  ['busybox', createBusybox(BUSYBOX_APPLETS, COMMANDS)],
]);
