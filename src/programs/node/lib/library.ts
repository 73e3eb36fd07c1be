import { BUFFER } from './buffer.ts';
import { COMPARE, PARSE_ENV, UTIL } from './util.ts';
import { CONSOLE, TABLE } from './console.ts';
import { CLONE, ENCODING, STRING_DECODER } from './encoding.ts';
import { ERRORS, JSON_WORDS } from './errors.ts';
import { EVENTS } from './events.ts';
import { FS, FS_PROMISES, FS_STREAMS } from './fs.ts';
import { GLOBALS, INTL } from './globals.ts';
import { INSPECT } from './inspect.ts';
import { FATAL, LOOP } from './loop.ts';
import { MAIN, MODULES } from './modules.ts';
import { PATH } from './path.ts';
import { PROCESS, SIGNAL_NUMBERS, STD_STREAMS } from './process.ts';
import { HTTP, HTTP_PARSER } from './http.ts';
import { DNS, NET } from './net.ts';
import {
  ASSERT, ASYNC_HOOKS, DIAGNOSTICS_CHANNEL, PARSE_ARGS, PERF_HOOKS, READLINE, READLINE_PROMISES, TIMERS, TIMERS_PROMISES, TTY, VM, ZLIB,
} from './small-modules.ts'; // prettier-ignore
import { CHILD_PROCESS, CRYPTO, OS } from './system.ts';
import { QUERYSTRING, URL_CLASSES, URL_MODULE } from './url.ts';
import { EVENT_TARGET, FETCH } from './web.ts';
import { REPL } from './repl.ts';
import { STREAM, STREAM_PROMISES } from './stream.ts';

/** Sources of what node brings along, by module name: CommonJS bodies with `binding` for what only the library may reach. */
export const LIBRARY: ReadonlyMap<string, string> = new Map([
  ['internal/errors', ERRORS],
  ['internal/json-words', JSON_WORDS],
  ['internal/inspect', INSPECT],
  ['internal/loop', LOOP],
  ['internal/fatal', FATAL],
  ['internal/globals', GLOBALS],
  ['internal/intl', INTL],
  ['internal/process', PROCESS],
  ['internal/signals', SIGNAL_NUMBERS],
  ['internal/std-streams', STD_STREAMS],
  ['internal/table', TABLE],
  ['internal/encoding', ENCODING],
  ['internal/clone', CLONE],
  ['internal/compare', COMPARE],
  ['internal/parse-env', PARSE_ENV],
  ['internal/fs-streams', FS_STREAMS],
  ['internal/modules/cjs/loader', MODULES],
  ['internal/main', MAIN],
  ['buffer', BUFFER],
  ['console', CONSOLE],
  ['events', EVENTS],
  ['fs', FS],
  ['fs/promises', FS_PROMISES],
  ['path', PATH],
  ['stream', STREAM],
  ['stream/promises', STREAM_PROMISES],
  ['string_decoder', STRING_DECODER],
  ['util', UTIL],
  ['internal/repl', REPL],
  ['internal/parse-args', PARSE_ARGS],
  ['internal/url', URL_CLASSES],
  ['internal/event-target', EVENT_TARGET],
  ['internal/fetch', FETCH],
  ['internal/http-parser', HTTP_PARSER],
  ['assert', ASSERT],
  ['assert/strict', "module.exports = require('assert').strict;"],
  ['async_hooks', ASYNC_HOOKS],
  ['child_process', CHILD_PROCESS],
  ['constants', "module.exports = { ...require('fs').constants, ...require('os').constants.signals };"],
  ['crypto', CRYPTO],
  ['diagnostics_channel', DIAGNOSTICS_CHANNEL],
  ['dns', DNS],
  ['dns/promises', "module.exports = require('dns').promises;"],
  ['http', HTTP],
  ['net', NET],
  ['os', OS],
  ['perf_hooks', PERF_HOOKS],
  ['querystring', QUERYSTRING],
  ['readline', READLINE],
  ['readline/promises', READLINE_PROMISES],
  ['timers', TIMERS],
  ['timers/promises', TIMERS_PROMISES],
  ['tty', TTY],
  ['url', URL_MODULE],
  ['vm', VM],
  ['zlib', ZLIB],
  ['module', "module.exports = require('internal/modules/cjs/loader').Module;"],
  ['process', 'module.exports = process;'],
  ['path/posix', "module.exports = require('path');"],
  ['sys', "module.exports = require('util');"],
  ['util/types', "module.exports = require('util').types;"],
]);
