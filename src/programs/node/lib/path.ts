/** path: the POSIX one; path.win32 is not there. */
export const PATH = String.raw`'use strict';
const { invalidArgType } = require('internal/errors');
const check = (value, name) => { if (typeof value !== 'string') throw invalidArgType(name, 'string', value); };
function normalizeParts(path, absolute) {
  const parts = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.length > 0 && parts[parts.length - 1] !== '..') parts.pop();
    else if (!absolute) parts.push('..');
  }
  return parts.join('/');
}
const posix = {
  sep: '/', delimiter: ':',
  resolve(...paths) {
    let resolved = '';
    for (let at = paths.length - 1; at >= 0 && !resolved.startsWith('/'); at--) { check(paths[at], 'paths[' + at + ']'); if (paths[at] !== '') resolved = paths[at] + (resolved === '' ? '' : '/' + resolved); }
    if (!resolved.startsWith('/')) resolved = process.cwd() + '/' + resolved;
    return '/' + normalizeParts(resolved, true);
  },
  normalize(path) {
    check(path, 'path');
    if (path === '') return '.';
    const absolute = path.startsWith('/');
    let normal = normalizeParts(path, absolute);
    if (normal === '') { if (absolute) return '/'; return path.endsWith('/') ? './' : '.'; }
    if (path.endsWith('/')) normal += '/';
    return absolute ? '/' + normal : normal;
  },
  isAbsolute(path) { check(path, 'path'); return path.startsWith('/'); },
  join(...paths) { for (const path of paths) check(path, 'path'); const joined = paths.filter((path) => path !== '').join('/'); return joined === '' ? '.' : posix.normalize(joined); },
  relative(from, to) {
    check(from, 'from'); check(to, 'to');
    const a = posix.resolve(from).split('/').filter(Boolean), b = posix.resolve(to).split('/').filter(Boolean);
    let same = 0; while (same < a.length && same < b.length && a[same] === b[same]) same++;
    return [...a.slice(same).map(() => '..'), ...b.slice(same)].join('/');
  },
  toNamespacedPath: (path) => path,
  dirname(path) {
    check(path, 'path');
    const trimmed = path.length > 1 ? path.replace(/\/+$/, '') : path;
    const at = trimmed.lastIndexOf('/');
    if (at < 0) return path.startsWith('/') ? '/' : '.';
    return trimmed.slice(0, at).replace(/\/+$/, '') || '/';
  },
  basename(path, suffix) {
    check(path, 'path'); if (suffix !== undefined) check(suffix, 'suffix');
    const base = path.replace(/\/+$/, '').split('/').pop() ?? '';
    return suffix !== undefined && base !== suffix && base.endsWith(suffix) ? base.slice(0, -suffix.length) : base;
  },
  extname(path) { check(path, 'path'); const base = posix.basename(path); const at = base.lastIndexOf('.'); return at <= 0 || /^\.+$/.test(base.slice(0, at + 1)) && base === '..' ? '' : base.slice(at); },
  format(parts) { const dir = parts.dir || parts.root; const base = parts.base || (parts.name || '') + (parts.ext ? (parts.ext.startsWith('.') ? '' : '.') + parts.ext : ''); return !dir ? base : dir === parts.root ? dir + base : dir + '/' + base; },
  parse(path) { check(path, 'path'); const root = path.startsWith('/') ? '/' : ''; const base = posix.basename(path), ext = posix.extname(path); const dir = posix.dirname(path); return { root, dir: dir === '.' && !path.startsWith('.') ? '' : dir, base, ext, name: ext ? base.slice(0, -ext.length) : base }; },
  matchesGlob(path, pattern) { return new RegExp('^' + pattern.replace(/[.+^$()|[\]\\]/g, '\\$&').replace(/\*\*/g, '\0').replace(/\*/g, '[^/]*').replace(/\0/g, '.*').replace(/\?/g, '[^/]') + '$').test(path); },
};
posix.posix = posix;
module.exports = posix;
`;
