import { EXPRESS_FILES } from '../packages/express.ts';
import { PG_FILES } from '../packages/pg.ts';
import { IOREDIS_FILES, REDIS_FILES } from '../packages/redis.ts';
import { SMALL_PACKAGES } from '../packages/small-packages.ts';

/** What the simulated registry has: one line (major version) of a package. */
export interface NodePackage {
  readonly name: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly main?: string;
  readonly type?: 'module';
  readonly exports?: unknown;
  readonly bin?: Readonly<Record<string, string>>;
  /** Below the package's folder; package.json is made from the rest. */
  readonly files: Readonly<Record<string, string>>;
}

/** What real packages stand on and ours do not need: names only, so that trees and counts look as they do. Simplified: requiring one fails. */
const NAMES_ONLY =
  'accepts@1.3.8 array-flatten@1.1.1 bytes@3.1.2 call-bind-apply-helpers@1.0.2 call-bound@1.0.4 content-disposition@1.0.0 content-type@1.0.5 cookie@0.7.2 cookie-signature@1.2.2 debug@4.4.3 depd@2.0.0 destroy@1.2.0 dunder-proto@1.0.1 ee-first@1.1.1 encodeurl@2.0.0 es-define-property@1.0.1 es-errors@1.3.0 es-object-atoms@1.1.1 escape-html@1.0.3 etag@1.8.1 finalhandler@2.1.0 forwarded@0.2.0 fresh@2.0.0 function-bind@1.1.2 get-intrinsic@1.3.0 get-proto@1.0.1 gopd@1.2.0 has-symbols@1.1.0 hasown@2.0.2 http-errors@2.0.0 iconv-lite@0.6.3 inherits@2.0.4 ipaddr.js@1.9.1 is-promise@4.0.0 math-intrinsics@1.1.0 media-typer@1.1.0 merge-descriptors@2.0.0 methods@1.1.2 mime@1.6.0 mime-db@1.54.0 mime-types@3.0.1 negotiator@1.0.0 object-inspect@1.13.4 on-finished@2.4.1 once@1.4.0 parseurl@1.3.3 path-to-regexp@8.3.0 proxy-addr@2.0.7 qs@6.14.0 range-parser@1.2.1 raw-body@3.0.1 router@2.2.0 safer-buffer@2.1.2 send@1.2.0 serve-static@2.2.0 setprototypeof@1.2.0 side-channel@1.1.0 side-channel-list@1.0.0 side-channel-map@1.0.1 side-channel-weakmap@1.0.2 statuses@2.0.1 toidentifier@1.0.1 type-is@2.0.1 unpipe@1.0.0 utils-merge@1.0.1 vary@1.1.2 wrappy@1.0.2 @redis/bloom@5.8.3 @redis/client@5.8.3 @redis/json@5.8.3 @redis/search@5.8.3 @redis/time-series@5.8.3 cluster-key-slot@1.1.2 generic-pool@3.9.0 yallist@4.0.0 @ioredis/commands@1.4.0 denque@2.1.0 lodash.defaults@4.2.0 lodash.isarguments@3.1.0 redis-errors@1.2.0 redis-parser@3.0.0 standard-as-callback@2.1.0 pg-connection-string@2.9.1 pg-pool@3.10.1 pg-protocol@1.10.3 pg-types@2.2.0 pgpass@1.0.5 pg-int8@1.0.1 postgres-array@2.0.0 postgres-bytea@1.0.0 postgres-date@1.0.7 postgres-interval@1.2.0 split2@4.2.0 xtend@4.0.2 basic-auth@2.0.1 on-headers@1.1.0 object-assign@4.1.1 follow-redirects@1.15.11 form-data@4.0.4 proxy-from-env@1.1.0 chokidar@3.6.0 ignore-by-default@1.0.1 minimatch@3.1.2 pstree.remy@1.1.8 semver@7.7.2 simple-update-notifier@2.0.0 supports-color@5.5.0 touch@3.1.1 undefsafe@2.0.5 ms@2.1.3';

const nameOnly = (text: string): NodePackage => {
  const at = text.lastIndexOf('@');
  const name = text.slice(0, at);
  return {
    name,
    version: text.slice(at + 1),
    description: name,
    license: 'MIT',
    dependencies: {},
    files: {},
  };
};

const any = (names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, '*']));

const EXPRESS_5 =
  'accepts body-parser content-disposition content-type cookie cookie-signature debug depd encodeurl escape-html etag finalhandler fresh http-errors merge-descriptors mime-types on-finished once parseurl proxy-addr qs range-parser router send serve-static statuses type-is vary bytes call-bind-apply-helpers call-bound dunder-proto ee-first es-define-property es-errors es-object-atoms forwarded function-bind get-intrinsic get-proto gopd has-symbols hasown iconv-lite inherits ipaddr.js is-promise math-intrinsics media-typer mime-db ms negotiator object-inspect path-to-regexp raw-body safer-buffer setprototypeof side-channel side-channel-list side-channel-map side-channel-weakmap toidentifier unpipe wrappy';
const EXPRESS_4 =
  'accepts array-flatten body-parser content-disposition content-type cookie cookie-signature debug depd encodeurl escape-html etag finalhandler fresh http-errors merge-descriptors methods on-finished parseurl path-to-regexp proxy-addr qs range-parser safe-buffer send serve-static setprototypeof statuses type-is utils-merge vary bytes call-bind-apply-helpers call-bound destroy dunder-proto ee-first es-define-property es-errors es-object-atoms forwarded function-bind get-intrinsic get-proto gopd has-symbols hasown iconv-lite inherits ipaddr.js math-intrinsics media-typer mime mime-db mime-types ms negotiator object-inspect raw-body safer-buffer side-channel side-channel-list side-channel-map side-channel-weakmap toidentifier unpipe';

const express = (version: string, names: string): NodePackage => ({
  name: 'express', version, description: 'Routes, middleware and answers for web servers', license: 'MIT', dependencies: any(names),
  files: { ...EXPRESS_FILES, 'lib/line.js': `module.exports = ${version.split('.')[0]};\n` },
}); // prettier-ignore
const redis = (version: string, names: string): NodePackage => ({
  name: 'redis', version, description: 'Talks to Redis', license: 'MIT', dependencies: any(names), files: REDIS_FILES,
}); // prettier-ignore

const PACKAGES: readonly NodePackage[] = [
  express('5.1.0', EXPRESS_5),
  express('4.21.2', EXPRESS_4),
  redis('5.8.3', '@redis/bloom @redis/client @redis/json @redis/search @redis/time-series cluster-key-slot'),
  redis('4.7.1', '@redis/bloom @redis/client @redis/json @redis/search @redis/time-series cluster-key-slot generic-pool yallist'),
  { name: 'ioredis', version: '5.8.1', description: 'Talks to Redis, with reconnecting', license: 'MIT', dependencies: any('@ioredis/commands cluster-key-slot debug denque lodash.defaults lodash.isarguments redis-errors redis-parser standard-as-callback ms'), files: IOREDIS_FILES },
  { name: 'pg', version: '8.16.3', description: 'Talks to PostgreSQL', license: 'MIT', dependencies: any('pg-connection-string pg-pool pg-protocol pg-types pgpass pg-int8 postgres-array postgres-bytea postgres-date postgres-interval split2 xtend'), files: PG_FILES },
  ...SMALL_PACKAGES,
  ...NAMES_ONLY.split(' ').map(nameOnly),
]; // prettier-ignore

/** The lines of a package, the newest first. */
export function findPackage(name: string): readonly NodePackage[] {
  return PACKAGES.filter((one) => one.name === name);
}
