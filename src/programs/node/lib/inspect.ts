/** internal/inspect: util.inspect and util.format, with Node's layout. @see https://nodejs.org/api/util.html#utilinspectobject-options */
export const INSPECT = String.raw`'use strict';
const { host } = binding;
const custom = Symbol.for('nodejs.util.inspect.custom');
const DEFAULTS = { showHidden: false, depth: 2, colors: false, customInspect: true, showProxy: false, maxArrayLength: 100, maxStringLength: 10000, breakLength: 128, compact: 3, sorted: false, getters: false, numericSeparator: false };
const COLORS = { bold: [1, 22], italic: [3, 23], underline: [4, 24], inverse: [7, 27], dim: [2, 22], strikethrough: [9, 29], hidden: [8, 28], reset: [0, 0], white: [37, 39], grey: [90, 39], gray: [90, 39], black: [30, 39], blue: [34, 39], cyan: [36, 39], green: [32, 39], magenta: [35, 39], red: [31, 39], yellow: [33, 39], blackBright: [90, 39], redBright: [91, 39], greenBright: [92, 39], yellowBright: [93, 39], blueBright: [94, 39], magentaBright: [95, 39], cyanBright: [96, 39], whiteBright: [97, 39], bgBlack: [40, 49], bgRed: [41, 49], bgGreen: [42, 49], bgYellow: [43, 49], bgBlue: [44, 49], bgMagenta: [45, 49], bgCyan: [46, 49], bgWhite: [47, 49] };
const STYLES = { special: 'cyan', number: 'yellow', bigint: 'yellow', boolean: 'yellow', undefined: 'grey', null: 'bold', string: 'green', symbol: 'green', date: 'magenta', regexp: 'red', module: 'underline' };
const TypedArray = Object.getPrototypeOf(Uint8Array);
const tagGetter = Object.getOwnPropertyDescriptor(TypedArray.prototype, Symbol.toStringTag).get;
const isTyped = (value) => tagGetter.call(value) !== undefined;
const brand = (method) => (value) => { try { method.call(value); return true; } catch { return false; } };
const getter = (Class, name) => Object.getOwnPropertyDescriptor(Class.prototype, name).get;
const isMap = brand(getter(Map, 'size')), isSet = brand(getter(Set, 'size')), isDate = brand(Date.prototype.getTime), isBuffer = brand(getter(ArrayBuffer, 'byteLength')), isView = brand(getter(DataView, 'byteLength'));
const isRegExp = (value) => Object.prototype.toString.call(value) === '[object RegExp]' && brand(getter(RegExp, 'source'))(value);
const isError = (value) => value instanceof Error || Object.prototype.toString.call(value) === '[object Error]';
const boxes = [[Number, 'Number'], [String, 'String'], [Boolean, 'Boolean'], [BigInt, 'BigInt'], [Symbol, 'Symbol']].map(([Class, name]) => [brand(Class.prototype.valueOf), name, Class]);
const isPromise = (value) => value instanceof Promise;
exports.types = { isMap, isSet, isDate, isRegExp, isNativeError: isError, isPromise, isTypedArray: isTyped, isUint8Array: (v) => tagGetter.call(v) === 'Uint8Array', isArrayBuffer: isBuffer, isAnyArrayBuffer: isBuffer, isDataView: isView, isArrayBufferView: (v) => ArrayBuffer.isView(v), isAsyncFunction: (v) => typeof v === 'function' && Object.prototype.toString.call(v) === '[object AsyncFunction]', isGeneratorFunction: (v) => typeof v === 'function' && /GeneratorFunction\]$/.test(Object.prototype.toString.call(v)), isGeneratorObject: (v) => Object.prototype.toString.call(v) === '[object Generator]', isBoxedPrimitive: (v) => typeof v === 'object' && v !== null && boxes.some(([test]) => test(v)), isProxy: () => false, isWeakMap: (v) => v instanceof WeakMap, isWeakSet: (v) => v instanceof WeakSet, isModuleNamespaceObject: (v) => Object.prototype.toString.call(v) === '[object Module]', isSymbolObject: (v) => typeof v === 'object' && v !== null && boxes[4][0](v) };

function inspect(value, options, ...legacy) {
  const context = Object.assign({}, DEFAULTS, { breakLength: 80 }, inspect.defaultOptions);
  if (typeof options === 'boolean') { context.showHidden = options; if (legacy[0] !== undefined) context.depth = legacy[0]; if (legacy[1] !== undefined) context.colors = legacy[1]; }
  else if (options) for (const key of Object.keys(options)) if (options[key] !== undefined) context[key] = options[key];
  if (context.maxArrayLength === null) context.maxArrayLength = Infinity;
  if (context.maxStringLength === null) context.maxStringLength = Infinity;
  context.seen = []; context.circular = new Map(); context.indent = 0; context.level = 0;
  context.stylize = context.colors ? (text, style) => { const color = COLORS[STYLES[style]]; return color ? '\x1b[' + color[0] + 'm' + text + '\x1b[' + color[1] + 'm' : text; } : (text) => text;
  return formatValue(context, value, 0, false);
}
inspect.custom = custom; inspect.colors = COLORS; inspect.styles = STYLES; inspect.defaultOptions = {};
exports.inspect = inspect;
exports.colors = COLORS;

const ESCAPES = { '\b': '\\b', '\t': '\\t', '\n': '\\n', '\f': '\\f', '\r': '\\r', '\\': '\\\\', '\v': '\\x0B' };
function quote(text) {
  let mark = "'";
  if (text.includes("'")) { if (!text.includes('"')) mark = '"'; else if (!text.includes(String.fromCharCode(96)) && !text.includes('$' + '{')) mark = String.fromCharCode(96); }
  return mark + text.replace(/[\x00-\x1f\x7f-\x9f\\'"]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, (char) => char === "'" || char === '"' ? (char === mark ? '\\' + char : char) : ESCAPES[char] || (char > '\xff' ? '\\u' + char.charCodeAt(0).toString(16).toUpperCase() : '\\x' + char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'))) + mark;
}
function formatPrimitive(context, value) {
  switch (typeof value) {
    case 'string': {
      let rest = '';
      if (value.length > context.maxStringLength) { const more = value.length - context.maxStringLength; value = value.slice(0, context.maxStringLength); rest = '... ' + more + ' more character' + (more > 1 ? 's' : ''); }
      if (context.compact !== true && value.length > 16 && value.length > context.breakLength - context.indent - 4) {
        const lines = value.split(/(?<=\n)/);
        return lines.map((line) => context.stylize(quote(line), 'string')).join(' +\n' + ' '.repeat(context.indent + 2)) + rest;
      }
      return context.stylize(quote(value), 'string') + rest;
    }
    case 'number': return context.stylize(Object.is(value, -0) ? '-0' : String(value), 'number');
    case 'bigint': return context.stylize(value + 'n', 'bigint');
    case 'boolean': return context.stylize(String(value), 'boolean');
    case 'undefined': return context.stylize('undefined', 'undefined');
    case 'symbol': return context.stylize(value.toString(), 'symbol');
  }
}
function formatValue(context, value, level, typed) {
  if (value === null) return context.stylize('null', 'null');
  if (typeof value !== 'object' && typeof value !== 'function') return formatPrimitive(context, value);
  if (context.customInspect) {
    const own = value[custom];
    if (typeof own === 'function' && own !== inspect && !(value.constructor && value.constructor.prototype === value)) {
      const depth = context.depth === null ? null : context.depth - level;
      const given = own.call(value, depth, Object.assign({}, context, { stylize: context.stylize, depth }), inspect);
      if (given !== value) return typeof given === 'object' && given !== null ? formatValue(context, given, level) : String(given).replaceAll('\n', '\n' + ' '.repeat(context.indent));
    }
  }
  if (context.seen.includes(value)) {
    let index = context.circular.get(value);
    if (index === undefined) context.circular.set(value, index = context.circular.size + 1);
    return context.stylize('[Circular *' + index + ']', 'special');
  }
  return formatObject(context, value, level, typed);
}
function constructorName(value) {
  for (let at = value, depth = 0; at !== null && at !== undefined; at = Object.getPrototypeOf(at), depth++) {
    const own = Object.getOwnPropertyDescriptor(at, 'constructor');
    if (own && typeof own.value === 'function' && own.value.name !== '' && (depth === 0 ? value instanceof own.value : value instanceof own.value)) return own.value.name;
  }
  return null;
}
function prefix(name, tag, fallback, size) {
  const sized = size === undefined ? '' : '(' + size + ')';
  if (name === null) return '[' + fallback + sized + ': null prototype] ' + (tag !== '' && tag !== fallback ? '[' + tag + '] ' : '');
  return name + sized + ' ' + (tag !== '' && tag !== name ? '[' + tag + '] ' : '');
}
function ownKeys(context, value) {
  let keys = context.showHidden ? Object.getOwnPropertyNames(value) : Object.keys(value);
  const symbols = Object.getOwnPropertySymbols(value).filter((key) => context.showHidden || Object.prototype.propertyIsEnumerable.call(value, key));
  return symbols.length ? keys.concat(symbols) : keys;
}
const isIndex = (key) => typeof key === 'string' && /^(?:0|[1-9]\d*)$/.test(key);
function formatObject(context, value, level, typed) {
  const name = constructorName(value);
  let tag = ''; try { tag = value[Symbol.toStringTag]; } catch {}
  if (typeof tag !== 'string' || tag === name) tag = '';
  let braces = ['{', '}'], base = '', keys, entries = () => [], isList = false;
  if (Array.isArray(value)) {
    keys = ownKeys(context, value).filter((key) => !isIndex(key));
    braces = [(name !== 'Array' || tag ? prefix(name, tag, 'Array', value.length) : '') + '[', ']'];
    if (value.length === 0 && keys.length === 0) return braces[0] + ']';
    isList = true; entries = () => listEntries(context, value, level);
  } else if (isSet(value) ) {
    keys = ownKeys(context, value); braces[0] = prefix(name, tag, 'Set', value.size) + '{';
    if (value.size === 0 && keys.length === 0) return braces[0] + '}';
    entries = () => indented(context, () => limited(context, [...Set.prototype.values.call(value)], value.size, (one) => formatValue(context, one, level + 1)));
  } else if (isMap(value)) {
    keys = ownKeys(context, value); braces[0] = prefix(name, tag, 'Map', value.size) + '{';
    if (value.size === 0 && keys.length === 0) return braces[0] + '}';
    entries = () => indented(context, () => limited(context, [...Map.prototype.entries.call(value)], value.size, ([key, one]) => formatValue(context, key, level + 1) + ' => ' + formatValue(context, one, level + 1)));
  } else if (isTyped(value)) {
    const kind = tagGetter.call(value);
    keys = ownKeys(context, value).filter((key) => !isIndex(key));
    braces = [prefix(name, tag === kind ? '' : tag, kind, value.length) + '[', ']'];
    if (value.length === 0 && keys.length === 0) return braces[0] + ']';
    isList = true;
    entries = () => limited(context, Array.prototype.slice.call(value, 0, Math.min(value.length, 1000)), value.length, (one) => formatPrimitive(context, one));
  } else if (typeof value === 'function') {
    base = functionBase(value, name, tag); keys = ownKeys(context, value).filter((key) => !(context.showHidden && (key === 'length' || key === 'name' || key === 'prototype')));
    if (keys.length === 0) return context.stylize(base, 'special');
    base = context.stylize(base, 'special');
  } else if (isRegExp(value)) { keys = ownKeys(context, value).filter((key) => key !== 'lastIndex'); base = RegExp.prototype.toString.call(value); if (keys.length === 0) return context.stylize(base, 'regexp'); }
  else if (isDate(value)) { keys = ownKeys(context, value); base = isNaN(Date.prototype.getTime.call(value)) ? 'Invalid Date' : Date.prototype.toISOString.call(value); if (name !== 'Date') base = prefix(name, tag, 'Date') + base; if (keys.length === 0) return context.stylize(base, 'date'); }
  else if (isError(value)) { keys = ownKeys(context, value); base = errorBase(context, value, name, keys, level); if (keys.length === 0) return base; }
  else if (isBuffer(value)) {
    keys = ownKeys(context, value); braces[0] = prefix(name, tag, 'ArrayBuffer') + '{';
    entries = () => { const bytes = new Uint8Array(value); const shown = [...bytes.subarray(0, 50)].map((one) => one.toString(16).padStart(2, '0')).join(' '); return ['[Uint8Contents]: <' + shown + (bytes.length > 50 ? ' ... ' + (bytes.length - 50) + ' more byte' + (bytes.length > 51 ? 's' : '') : '') + '>', 'byteLength: ' + context.stylize(String(bytes.length), 'number')]; };
  } else if (isPromise(value)) {
    keys = ownKeys(context, value); braces[0] = prefix(name, tag, 'Promise') + '{';
    entries = () => { const box = {}; const state = host.promise(value, box); if (state === 0) return [context.stylize('<pending>', 'special')]; return indented(context, () => { const shown = formatValue(context, box.value, level + 1); return [state === 2 ? context.stylize('<rejected>', 'special') + ' ' + shown : shown]; }); };
  } else if (value instanceof WeakSet || value instanceof WeakMap) { keys = ownKeys(context, value); braces[0] = prefix(name, tag, 'WeakMap') + '{'; entries = () => [context.stylize('<items unknown>', 'special')]; }
  else if (value instanceof WeakRef) { keys = ownKeys(context, value); braces[0] = prefix(name, tag, 'WeakRef') + '{'; entries = () => indented(context, () => [formatValue(context, value.deref(), level + 1)]); }
  else if (/^\[object (Map|Set) Iterator\]$/.test(Object.prototype.toString.call(value))) { keys = ownKeys(context, value); braces[0] = '[' + tag + '] {'; entries = () => []; }
  else {
    const box = boxes.find(([test]) => test(value));
    if (box) {
      const [, kind, Class] = box; const inner = Class.prototype.valueOf.call(value);
      keys = ownKeys(context, value).filter((key) => !(kind === 'String' && isIndex(key)));
      base = '[' + kind + (name !== kind ? name === null ? ' (null prototype)' : ' (' + name + ')' : '') + ': ' + formatPrimitive(Object.assign({}, context, { stylize: (text) => text }), inner) + ']';
      if (keys.length === 0) return context.stylize(base, kind.toLowerCase());
    } else {
      keys = ownKeys(context, value);
      const kind = Object.prototype.toString.call(value);
      if (kind === '[object Arguments]') { braces = ['[Arguments] [', ']']; isList = true; const list = Array.prototype.slice.call(value); keys = keys.filter((key) => !isIndex(key)); if (list.length === 0 && keys.length === 0) return '[Arguments] []'; entries = () => listEntries(context, list, level); }
      else if (kind === '[object Module]') braces[0] = '[Module: null prototype] {';
      else {
        if (name !== 'Object' || tag !== '') braces[0] = prefix(name, tag, 'Object') + '{';
        if (keys.length === 0) return braces[0] + '}';
      }
    }
  }
  if (context.depth !== null && level > context.depth) return context.stylize('[' + (name === null ? (tag || 'Object') + ': null prototype' : Array.isArray(value) ? name : braces[0].length > 1 && !isList ? braces[0].slice(0, -2).replace(/\(\d+\)$/, '') || name : name) + ']', 'special');
  context.seen.push(value);
  context.level = level;
  let output;
  try {
    output = entries();
    for (const key of keys) output.push(formatProperty(context, value, key, level, isList));
  } finally { context.seen.pop(); }
  const reference = context.circular.get(value);
  if (reference !== undefined) { const mark = context.stylize('<ref *' + reference + '>', 'special'); if (context.compact !== true) base = base === '' ? mark : mark + ' ' + base; else braces[0] = mark + ' ' + braces[0]; }
  if (context.sorted) { const sort = typeof context.sorted === 'function' ? context.sorted : undefined; if (!isList) output.sort(sort); }
  return layOut(context, output, base, braces, isList, level, value);
}
function indented(context, body) { context.indent += 2; try { return body(); } finally { context.indent -= 2; } }
function limited(context, list, size, format) {
  const most = Math.min(Math.max(0, context.maxArrayLength), size);
  const output = list.slice(0, most).map(format);
  const more = size - most;
  if (more > 0) output.push('... ' + more + ' more item' + (more > 1 ? 's' : ''));
  return output;
}
function listEntries(context, list, level) {
  const output = []; const most = Math.min(Math.max(0, context.maxArrayLength), list.length);
  let index = 0;
  while (index < list.length && output.length < most) {
    if (Object.prototype.hasOwnProperty.call(list, index)) { output.push(formatProperty(context, list, index, level, true, true)); index++; continue; }
    const from = index; while (index < list.length && !Object.prototype.hasOwnProperty.call(list, index)) index++;
    output.push(context.stylize('<' + (index - from) + ' empty item' + (index - from > 1 ? 's' : '') + '>', 'undefined'));
  }
  const more = list.length - index;
  if (more > 0) output.push('... ' + more + ' more item' + (more > 1 ? 's' : ''));
  return output;
}
function formatProperty(context, value, key, level, isList, isEntry) {
  const own = Object.getOwnPropertyDescriptor(value, key) || { value: value[key], enumerable: true };
  let text; const step = context.compact !== true || !isList ? 2 : 3;
  if ('value' in own) { context.indent += step; text = formatValue(context, own.value, level + 1); context.indent -= step; }
  else if (own.get !== undefined) text = context.stylize(own.set !== undefined ? '[Getter/Setter]' : '[Getter]', 'special');
  else text = context.stylize(own.set !== undefined ? '[Setter]' : 'undefined', own.set !== undefined ? 'special' : 'undefined');
  if (isEntry) return text;
  let name;
  if (typeof key === 'symbol') name = context.stylize('[' + key.toString() + ']', 'symbol');
  else if (key === '__proto__') name = "['__proto__']";
  else if (own.enumerable === false) name = '[' + key + ']';
  else if (/^[a-zA-Z_][a-zA-Z_0-9]*$/.test(key)) name = key;
  else name = context.stylize(quote(key), 'string');
  return name + ': ' + text;
}
function functionBase(value, name, tag) {
  const source = Function.prototype.toString.call(value);
  if (/^class\b/.test(source) && source.endsWith('}')) {
    let text = 'class ' + (Object.prototype.hasOwnProperty.call(value, 'name') && value.name !== '' ? value.name : '(anonymous)');
    const parent = Object.getPrototypeOf(value);
    if (name !== 'Function' && name !== null) text += ' [' + name + ']';
    if (parent && parent.name) text += ' extends ' + parent.name; else if (parent === null) text += ' extends [null prototype]';
    return '[' + text + ']';
  }
  const kind = /^\[object (\w*Function)\]$/.exec(Object.prototype.toString.call(value));
  let text = '[' + (kind ? kind[1] : 'Function');
  if (name === null) text += ' (null prototype)';
  return text + (value.name === '' ? ' (anonymous)' : ': ' + value.name) + ']';
}
function errorBase(context, error, name, keys, level) {
  let stack = typeof error.stack === 'string' && error.stack !== '' ? error.stack : Error.prototype.toString.call(error);
  const own = error.name !== undefined && error.name !== null ? String(error.name) : 'Error';
  for (const key of ['name', 'message', 'stack']) { const at = keys.indexOf(key); if (at >= 0 && stack.includes(String(error[key]))) keys.splice(at, 1); }
  // A class of its own, or a name given later, in place of what the stack was made with.
  if (name !== null && name !== own && own.endsWith('Error') && !stack.includes(name)) { if (stack.startsWith(own)) stack = name + (name.includes(own) ? '' : ' [' + own + ']') + stack.slice(own.length); }
  else if (!stack.startsWith(own)) { const match = /^([A-Z]\w*(?: \[\w+\])?|Error)(?=[:\n]|$)/.exec(stack); if (match && own !== 'Error' && !match[1].startsWith(own)) stack = own + stack.slice(match[1].length); }
  if ('cause' in error && Object.prototype.hasOwnProperty.call(error, 'cause') && !keys.includes('cause')) keys.push('cause');
  if (Array.isArray(error.errors) && !keys.includes('errors')) keys.push('errors');
  const at = stack.indexOf('\n    at');
  if (at < 0) stack = '[' + stack + ']';
  if (context.indent > 0) stack = stack.replaceAll('\n', '\n' + ' '.repeat(context.indent));
  return stack;
}
const width = (context, text) => context.colors ? text.replace(/\x1b\[\d+m/g, '').length : text.length;
/** Columns for long lists of short things. */
function inColumns(context, output, value) {
  let total = 0, longest = 0, count = output.length;
  if (context.maxArrayLength < count || (output.length > 0 && /^\.\.\. \d+ more item/.test(output[output.length - 1]))) count--;
  const lengths = [];
  for (let at = 0; at < count; at++) { const size = width(context, output[at]); lengths.push(size); total += size + 2; if (size > longest) longest = size; }
  const wide = longest + 2;
  if (!(wide * 3 + context.indent < context.breakLength && (total / wide > 5 || longest <= 6))) return output;
  const biased = Math.max(wide - 3 - Math.sqrt(wide - total / output.length), 1);
  const columns = Math.min(Math.round(Math.sqrt(2.5 * biased * count) / biased), Math.floor((context.breakLength - context.indent) / wide), context.compact * 4, 15);
  if (columns <= 1) return output;
  const widths = [];
  for (let column = 0; column < columns; column++) { let most = 0; for (let at = column; at < count; at += columns) most = Math.max(most, lengths[at]); widths.push(most + 2); }
  const numbers = value !== undefined && output.slice(0, count).every((_, at) => typeof value[at] === 'number' || typeof value[at] === 'bigint');
  const rows = [];
  for (let at = 0; at < count; at += columns) {
    const end = Math.min(at + columns, count); let row = '';
    for (let one = at; one < end; one++) {
      const last = one === end - 1, extra = output[one].length - lengths[one];
      const cell = last ? output[one] : output[one] + ', ';
      if (numbers) row += cell.padStart(widths[one - at] + extra - (last ? 2 : 0)); else row += last ? cell : cell.padEnd(widths[one - at] + extra);
    }
    rows.push(row);
  }
  if (count < output.length) rows.push(output[count]);
  return rows;
}
function layOut(context, output, base, braces, isList, level, value) {
  const head = base ? base + ' ' : '';
  if (context.compact === true) { return head + braces[0] + ' ' + output.join(', ') + ' ' + braces[1]; }
  if (typeof context.compact === 'number' && context.compact >= 1) {
    const count = output.length;
    if (isList && count > 6) output = inColumns(context, output, value);
    if (context.level - level < context.compact && count === output.length) {
      let size = output.length + output.length + context.indent + braces[0].length + base.length + 10;
      if (size <= context.breakLength) { for (const one of output) size += width(context, one); if (size <= context.breakLength && !base.includes('\n')) { const line = output.join(', '); if (!line.includes('\n')) return head + braces[0] + ' ' + line + ' ' + braces[1]; } }
    }
  }
  const indentation = '\n' + ' '.repeat(context.indent);
  return head + braces[0] + indentation + '  ' + output.join(',' + indentation + '  ') + indentation + braces[1];
}

/** util.format */
function formatWithOptions(options, first, ...rest) {
  let text = '', at = 0;
  if (typeof first === 'string') {
    if (rest.length === 0) return first;
    text = first.replace(/%[sdijfoOc%]/g, (mark) => {
      if (mark === '%%') return '%';
      if (at >= rest.length) return mark;
      const value = rest[at++];
      switch (mark) {
        case '%s': return typeof value === 'string' ? value : typeof value === 'bigint' ? value + 'n' : Object.is(value, -0) ? '-0' : typeof value !== 'object' || value === null ? typeof value === 'function' && !hasOwnText(value) ? inspect(value, { depth: 0 }) : String(value) : hasOwnText(value) ? String(value) : inspect(value, Object.assign({}, options, { depth: 0, colors: false, compact: 3 }));
        case '%d': return typeof value === 'bigint' ? value + 'n' : typeof value === 'symbol' ? 'NaN' : formatPrimitive({ stylize: (t) => t }, Number(value));
        case '%i': return typeof value === 'bigint' ? value + 'n' : typeof value === 'symbol' ? 'NaN' : formatPrimitive({ stylize: (t) => t }, parseInt(value));
        case '%f': return typeof value === 'symbol' ? 'NaN' : formatPrimitive({ stylize: (t) => t }, parseFloat(value));
        case '%j': try { return JSON.stringify(value); } catch (error) { if (/circular/.test(error.message)) return '[Circular]'; throw error; }
        case '%o': return inspect(value, Object.assign({}, options, { showHidden: true, showProxy: true, depth: 4 }));
        case '%O': return inspect(value, options);
        case '%c': return '';
      }
    });
  } else { text = inspect(first, options); }
  for (; at < rest.length; at++) text += ' ' + (typeof rest[at] === 'string' ? rest[at] : inspect(rest[at], options));
  return text;
}
function hasOwnText(value) {
  if (isError(value)) return true;
  if (Array.isArray(value) || isDate(value)) return isDate(value);
  for (let at = value; at; at = Object.getPrototypeOf(at)) { if (at === Object.prototype || at === Function.prototype) return false; if (Object.prototype.hasOwnProperty.call(at, 'toString')) { const own = Object.getOwnPropertyDescriptor(at, 'constructor'); return !(own && own.value && /\[native code\]/.test(Function.prototype.toString.call(own.value))); } }
  return false;
}
exports.format = (...args) => args.length === 0 ? '' : formatWithOptions({}, ...args);
exports.formatWithOptions = (options, ...args) => args.length === 0 ? '' : formatWithOptions(options, ...args);
`;
