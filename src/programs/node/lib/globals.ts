/** internal/globals: what a program finds in globalThis. The bigger ones are made when they are first used. */
export const GLOBALS = String.raw`'use strict';
const loop = require('internal/loop');
const define = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: false });
const enumerable = (name, value) => Object.defineProperty(globalThis, name, { value, writable: true, configurable: true, enumerable: true });
const lazy = (name, from, key = name) => Object.defineProperty(globalThis, name, { configurable: true, enumerable: false, get() { const value = require(from)[key]; define(name, value); return value; }, set(value) { define(name, value); } });
enumerable('global', globalThis);
define('process', require('internal/process').process);
for (const name of ['clearImmediate', 'setImmediate', 'clearInterval', 'clearTimeout', 'setInterval', 'setTimeout']) enumerable(name, loop[name]);
enumerable('queueMicrotask', function queueMicrotask(callback) {
  if (typeof callback !== 'function') throw require('internal/errors').invalidArgType('callback', 'function', callback);
  Promise.resolve().then(() => { try { callback(); } catch (error) { loop.uncaught(error, 'uncaughtException'); } });
});
enumerable('structuredClone', function structuredClone(value) { return require('internal/clone').clone(value); });
define('console', require('console'));
lazy('Buffer', 'buffer'); lazy('atob', 'buffer'); lazy('btoa', 'buffer'); lazy('Blob', 'buffer');
for (const name of ['URL', 'URLSearchParams']) lazy(name, 'internal/url');
for (const name of ['TextEncoder', 'TextDecoder']) lazy(name, 'internal/encoding');
for (const name of ['AbortController', 'AbortSignal', 'Event', 'EventTarget', 'CustomEvent', 'DOMException']) lazy(name, 'internal/event-target');
for (const name of ['fetch', 'Headers', 'Request', 'Response', 'FormData']) lazy(name, 'internal/fetch');
lazy('performance', 'perf_hooks'); lazy('crypto', 'crypto', 'webcrypto');
// Numbers and dates for people: English as in Node without a locale.
Number.prototype.toLocaleString = function toLocaleString(locale, options = {}) { return require('internal/intl').number(Number(this), options); };
BigInt.prototype.toLocaleString = function toLocaleString() { return this.toString().replace(/\B(?=(\d{3})+$)/g, ','); };
Date.prototype.toLocaleDateString = function toLocaleDateString(locale, options) { return require('internal/intl').date(this, options, 'date'); };
Date.prototype.toLocaleTimeString = function toLocaleTimeString(locale, options) { return require('internal/intl').date(this, options, 'time'); };
Date.prototype.toLocaleString = function toLocaleString(locale, options) { return require('internal/intl').date(this, options, 'both'); };
lazy('Intl', 'internal/intl');
`;
/** internal/intl: the part of Intl that English needs. Simplified: any other locale is shown as en-US. */
export const INTL = String.raw`'use strict';
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const two = (n) => String(n).padStart(2, '0');
function number(value, options = {}) {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value < 0 ? '-\u221e' : '\u221e';
  const percent = options.style === 'percent', money = options.style === 'currency';
  const least = options.minimumFractionDigits ?? (money ? 2 : 0);
  const most = options.maximumFractionDigits ?? Math.max(least, money ? 2 : percent ? 0 : 3);
  let [whole, part = ''] = Math.abs(percent ? value * 100 : value).toFixed(most).split('.');
  while (part.length > least && part.endsWith('0')) part = part.slice(0, -1);
  if (options.useGrouping !== false) whole = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  const symbol = money ? { USD: '$', EUR: '\u20ac', GBP: '\u00a3', JPY: '\u00a5' }[options.currency] ?? options.currency + '\u00a0' : '';
  return (value < 0 ? '-' : '') + symbol + whole + (part ? '.' + part : '') + (percent ? '%' : '');
}
function date(value, options = {}, what) {
  if (isNaN(value)) return 'Invalid Date';
  let d = value;
  const utc = options.timeZone === 'UTC' || options.timeZone === 'GMT';
  const get = (name) => d[(utc ? 'getUTC' : 'get') + name]();
  const hour12 = options.hour12 ?? true;
  const clock = () => (hour12 ? (get('Hours') % 12 || 12) : two(get('Hours'))) + ':' + two(get('Minutes')) + (options.timeStyle === 'short' ? '' : ':' + two(get('Seconds'))) + (hour12 ? (get('Hours') < 12 ? ' AM' : ' PM') : '');
  const day = () => {
    if (options.dateStyle === 'full') return DAYS[get('Day')] + ', ' + MONTHS[get('Month')] + ' ' + get('Date') + ', ' + get('FullYear');
    if (options.dateStyle === 'long') return MONTHS[get('Month')] + ' ' + get('Date') + ', ' + get('FullYear');
    if (options.dateStyle === 'medium') return MONTHS[get('Month')].slice(0, 3) + ' ' + get('Date') + ', ' + get('FullYear');
    const parts = options.year || options.month || options.day || options.weekday;
    if (!parts) return get('Month') + 1 + '/' + get('Date') + '/' + get('FullYear');
    const named = options.month === 'long' || options.month === 'short';
    const month = options.month === 'long' ? MONTHS[get('Month')] : options.month === 'short' ? MONTHS[get('Month')].slice(0, 3) : options.month === '2-digit' ? two(get('Month') + 1) : options.month ? String(get('Month') + 1) : '';
    const dayText = options.day === '2-digit' ? two(get('Date')) : options.day ? String(get('Date')) : '';
    const year = options.year === '2-digit' ? two(get('FullYear') % 100) : options.year ? String(get('FullYear')) : '';
    const weekday = options.weekday ? (options.weekday === 'long' ? DAYS[get('Day')] : DAYS[get('Day')].slice(0, 3)) : '';
    const text = named ? [[month, dayText].filter(Boolean).join(' '), year].filter(Boolean).join(', ') : [month, dayText, year].filter(Boolean).join('/');
    return [weekday, text].filter(Boolean).join(', ');
  };
  if (what === 'date') return day();
  if (what === 'time') return clock();
  return day() + ', ' + clock();
}
exports.number = number; exports.date = date;
exports.Intl = {
  NumberFormat: class NumberFormat { constructor(locale, options) { this.options = options; this.format = (value) => number(Number(value), options); } resolvedOptions() { return { locale: 'en-US', ...this.options }; } },
  DateTimeFormat: class DateTimeFormat { constructor(locale, options = {}) { this.options = options; this.format = (value = new Date()) => date(new Date(value), options, options.timeStyle && !options.dateStyle ? 'time' : options.timeStyle ? 'both' : options.hour ? 'both' : 'date'); } resolvedOptions() { return { locale: 'en-US', calendar: 'gregory', numberingSystem: 'latn', timeZone: process.env.TZ || 'UTC', ...this.options }; } },
};
`;
