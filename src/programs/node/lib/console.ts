/** console */
export const CONSOLE = String.raw`'use strict';
const { host } = binding;
const { formatWithOptions, inspect } = require('internal/inspect');
class Console {
  constructor(stdout, stderr) {
    let options = {};
    if (stdout && typeof stdout.write !== 'function') { options = stdout; ({ stdout, stderr } = options); }
    const state = { stdout, stderr: stderr || stdout, indent: '', counts: new Map(), timers: new Map(), options };
    for (const name of Object.getOwnPropertyNames(Console.prototype)) if (name !== 'constructor') this[name] = Object.defineProperty(Console.prototype[name].bind(this), 'name', { value: name });
    Object.defineProperty(this, '_state', { value: state, enumerable: false });
  }
  log(...args) { emit(this, 1, args); }
  warn(...args) { emit(this, 2, args); }
  dir(value, options) { put(this, 1, inspect(value, Object.assign({ customInspect: false, colors: colors(this, 1) }, options))); }
  time(label = 'default') { const { timers } = this._state; if (timers.has(label)) process.emitWarning("Label '" + label + "' already exists for console.time()"); else timers.set(label, host.now()); }
  timeEnd(label = 'default') { if (elapsed(this, label, 'timeEnd', [])) this._state.timers.delete(label); }
  timeLog(label = 'default', ...data) { elapsed(this, label, 'timeLog', data); }
  trace(...args) { const error = new Error(formatWithOptions({}, ...args)); error.name = 'Trace'; const lines = error.stack.split('\n').slice(error.message.split('\n').length); put(this, 2, 'Trace' + (error.message ? ': ' + error.message : '') + '\n' + lines.join('\n')); }
  assert(value, ...args) { if (value) return; if (typeof args[0] === 'string') args[0] = 'Assertion failed: ' + args[0]; else args.unshift('Assertion failed'); this.warn(...args); }
  clear() { if (this._state.stdout ? this._state.stdout.isTTY : host.isatty(1)) put(this, 1, '\x1b[1;1H\x1b[0J', true); }
  count(label = 'default') { label = String(label); const { counts } = this._state; counts.set(label, (counts.get(label) || 0) + 1); this.log(label + ': ' + counts.get(label)); }
  countReset(label = 'default') { this._state.counts.delete(String(label)); }
  group(...args) { if (args.length > 0) this.log(...args); this._state.indent += '  '; }
  groupEnd() { this._state.indent = this._state.indent.slice(2); }
  table(data, columns) { const text = require('internal/table').table(data, columns); if (text === undefined) this.log(data); else this.log(text); }
}
Console.prototype.debug = Console.prototype.info = Console.prototype.dirxml = Console.prototype.log;
Console.prototype.error = Console.prototype.warn;
Console.prototype.groupCollapsed = Console.prototype.group;
function colors(self, fd) { const { stdout, stderr, options } = self._state; if (options.colorMode === true || options.colorMode === false) return options.colorMode; const stream = fd === 1 ? stdout : stderr; return stream ? Boolean(stream.isTTY) : host.isatty(fd) === 1 && !process.env.NO_COLOR || process.env.FORCE_COLOR > 0; }
function emit(self, fd, args) { put(self, fd, args.length === 1 && typeof args[0] === 'string' ? args[0] : args.length === 0 ? '' : formatWithOptions(colors(self, fd) ? { colors: true } : {}, ...args)); }
const { created } = require('internal/process');
function put(self, fd, text, bare) {
  const { stdout, stderr, indent } = self._state;
  if (indent) text = indent + text.replaceAll('\n', '\n' + indent);
  if (!bare) text += '\n';
  if (stdout) { (fd === 1 ? stdout : stderr).write(text); return; }
  // The process's own streams: at once, unless a program has put something in place of their write.
  const stream = created[fd === 1 ? 'stdout' : 'stderr'];
  if (text.includes('\0') || (stream !== undefined && Object.prototype.hasOwnProperty.call(stream, 'write'))) { process[fd === 1 ? 'stdout' : 'stderr'].write(text); return; }
  try { host.writeText(fd, text); } catch (error) { if (error.code !== 'EPIPE') throw require('internal/errors').uvException(error.code, 'write'); }
}
function elapsed(self, label, name, data) {
  label = String(label);
  const from = self._state.timers.get(label);
  if (from === undefined) { process.emitWarning("No such label '" + label + "' for console." + name + '()'); return false; }
  const ms = host.now() - from;
  const text = ms >= 60000 ? Math.floor(ms / 60000) + ':' + ((ms % 60000) / 1000).toFixed(3).padStart(6, '0') + ' (m:ss.mmm)' : ms >= 1000 ? (ms / 1000).toFixed(3) + 's' : Number(ms.toFixed(3)) + 'ms';
  self.log('%s: %s', label, text, ...data);
  return true;
}
const console = new Console();
console.Console = Console;
module.exports = console;
`;
/** internal/table: console.table. */
export const TABLE = String.raw`'use strict';
const { inspect } = require('internal/inspect');
const show = (value) => inspect(value, { maxArrayLength: 3, breakLength: Infinity, depth: value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length > 2 ? -1 : 0 });
const wide = (text) => text.replace(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|[\ud83c-\ud83e][\udc00-\udfff]/g, 'xx').length;
exports.table = function table(data, columns) {
  if (data === null || typeof data !== 'object') return undefined;
  let first = '(index)', rows;
  if (data instanceof Map) { first = '(iteration index)'; return draw([first, 'Key', 'Values'], [...data].map(([key, value], at) => [String(at), show(key), show(value)])); }
  if (data instanceof Set) { first = '(iteration index)'; rows = [...data].map((value, at) => [String(at), value]); }
  else rows = Object.keys(data).map((key) => [key, data[key]]);
  const keys = [], seen = new Set(); let hasValues = false;
  const cells = rows.map(([key, row]) => {
    const own = {};
    if (row === null || (typeof row !== 'object' && typeof row !== 'function')) { hasValues = true; return { key, own, value: show(row) }; }
    for (const name of columns || Object.keys(row)) { if (!seen.has(name)) { seen.add(name); keys.push(name); } if (Object.prototype.hasOwnProperty.call(row, name)) own[name] = show(row[name]); }
    return { key, own };
  });
  const head = [first, ...keys]; if (hasValues) head.push('Values');
  return draw(head, cells.map(({ key, own, value }) => { const row = [key, ...keys.map((name) => own[name] ?? '')]; if (hasValues) row.push(value ?? ''); return row; }));
};
function draw(head, rows) {
  const widths = head.map((name, at) => Math.max(wide(name), ...rows.map((row) => wide(row[at]))) + 2);
  const rule = (left, middle, right) => left + widths.map((size) => '\u2500'.repeat(size)).join(middle) + right;
  const line = (cells) => '\u2502' + cells.map((cell, at) => ' ' + cell + ' '.repeat(widths[at] - wide(cell) - 1)).join('\u2502') + '\u2502';
  return [rule('\u250c', '\u252c', '\u2510'), line(head), rule('\u251c', '\u253c', '\u2524'), ...rows.map(line), rule('\u2514', '\u2534', '\u2518')].join('\n');
}
`;
