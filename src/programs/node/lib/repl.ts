/** internal/repl: node on a terminal. Simplified: the terminal's own line editing, without history and completion. */
export const REPL = String.raw`'use strict';
const { host } = binding;
const loop = require('internal/loop');
const { inspect } = require('internal/inspect');
const loader = require('internal/modules/cjs/loader');
const HELP = '.break    Sometimes you get stuck, this gets you out\n.clear    Alias for .break\n.exit     Exit the REPL\n.help     Print this help message\n\nPress Ctrl+C to abort current expression, Ctrl+D to exit the REPL\n';
exports.start = function start() {
  let pending = '', interrupted = false, running = false;
  const module = new loader.Module('<repl>'); module.filename = process.cwd() + '/<repl>'; module.paths = loader.Module._nodeModulePaths(process.cwd());
  globalThis.module = module; globalThis.exports = module.exports; globalThis.require = loader.requireOf(module);
  for (const one of loader.Module.builtinModules) if (!one.includes('/') && !(one in globalThis)) Object.defineProperty(globalThis, one, { configurable: true, enumerable: false, get: () => loader.loadBuiltin(one), set(value) { Object.defineProperty(globalThis, one, { value, writable: true, configurable: true, enumerable: true }); } });
  const prompt = () => { running = false; process.stdout.write(pending === '' ? '> ' : '... '); };
  const colors = process.stdout.isTTY && !process.env.NO_COLOR;
  const show = (value) => { process.stdout.write(inspect(value, { colors, showProxy: true }) + '\n'); };
  const wrong = (error) => { globalThis._error = error; const words = error instanceof Error ? inspect(error).replace(/\n {4}at [^\n]*(?:\[repl\]|\[eval\]|node:)[^\n]*/g, '').replace(/^\[(.*)\]$/s, '$1') : inspect(error); process.stdout.write('Uncaught' + (error instanceof Error ? ' ' + words : ' ' + words) + '\n'); };
  const settle = (value) => { globalThis._ = value; show(value); prompt(); };
  process.on('uncaughtException', (error) => { wrong(error); if (running) prompt(); });
  /** Declarations at the top become properties, so that the next line sees them and may declare them again. */
  const rewrite = (source) => source.replace(/^\s*(?:const|let)\s+(?=[\w$[{])/, (words) => words.replace(/const|let/, 'var')).replace(/^\s*class\s+([\w$]+)/, (words, name) => 'var ' + name + ' = ' + words.trim()).replace(/^\s*(async\s+)?function(\s*\*)?\s+([\w$]+)\s*\(/, (words, async, star, name) => 'var ' + name + ' = ' + (async ?? '') + 'function' + (star ?? '') + ' ' + name + '(');
  const run = (text) => { host.evaluates(text); return (0, eval)(text); };
  const evaluate = (source) => {
    const text = /^\s*\{.*\}\s*$/s.test(source) && !/;\s*\}\s*$/.test(source) ? '(' + source + ')' : rewrite(source);
    try { return run(text); } catch (error) { if (error instanceof SyntaxError && text.startsWith('(')) return run(rewrite(source)); throw error; }
  };
  const unfinished = (error, source) => error instanceof SyntaxError && (/^Unexpected end of input|^Unterminated template|^missing \) after argument list/.test(error.message)) && (opened(source) > 0 || /\x60/.test(source));
  const opened = (source) => { let depth = 0; for (const char of source.replace(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\/\/.*$/gm, '')) depth += '([{'.includes(char) ? 1 : ')]}'.includes(char) ? -1 : 0; return depth; };
  const line = (text) => {
    interrupted = false;
    if (pending === '' && text.trim() === '') { prompt(); return; }
    if (/^\.\w+$/.test(text.trim())) { const command = text.trim(); if (command === '.exit') process.exit(); if (command === '.help') process.stdout.write(HELP); else if (command === '.break' || command === '.clear') pending = ''; else process.stdout.write('Invalid REPL keyword\n'); prompt(); return; }
    const source = pending === '' ? text : pending + '\n' + text;
    if (opened(source) > 0) { pending = source; prompt(); return; }
    pending = ''; running = true;
    if (/\bawait\b/.test(source)) { const name = /^\s*(?:const|let|var)\s+([\w$]+)\s*=\s*(.*)$/s.exec(source); const body = name ? 'globalThis.' + name[1] + ' = ' + name[2] : source.replace(/;\s*$/, ''); let made; try { made = run('(async () => (' + body + '))()'); } catch (error) { wrong(error); prompt(); return; } made.then((value) => settle(name ? undefined : value), (error) => { wrong(error); prompt(); }); return; }
    try { settle(evaluate(source)); } catch (error) { if (unfinished(error, source)) { pending = source; prompt(); return; } wrong(error); prompt(); }
  };
  let rest = '';
  process.on('SIGINT', () => {
    rest = '';
    if (pending !== '' || running) { pending = ''; interrupted = false; process.stdout.write('\n'); prompt(); return; }
    if (interrupted) { process.stdout.write('\n'); process.exit(0); }
    interrupted = true; process.stdout.write('\n(To exit, press Ctrl+C again or Ctrl+D or type .exit)\n'); prompt();
  });
  if (process.stdin.isTTY) process.stdout.write('Welcome to Node.js ' + process.version + '.\nType ".help" for more information.\n');
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (text) => { rest += text; const lines = rest.split('\n'); rest = lines.pop(); for (const one of lines) line(one.replace(/\r$/, '')); });
  process.stdin.on('end', () => { process.stdout.write('\n'); process.exit(0); });
  prompt();
};
`;
