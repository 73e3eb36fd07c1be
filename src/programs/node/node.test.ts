import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { stillHost } from '../../kernel/testing/boot.ts';
import { runScript } from '../testing/run-script.ts';

beforeAll(() => {
  Object.assign(stillHost, { compile: nodeHost.compile });
});

/** Runs a program from a file, `/work/app.js`. */
const runFile = (source: string, before = ''): ReturnType<typeof runScript> =>
  runScript(`${before}\ncat > app.js <<'EOF'\n${source}\nEOF\nnode app.js; echo "status $?"`);

describe('node', () => {
  it.each([
    ['node -v', 'v22.21.1\n'],
    ['node -p "[1, 2].map((x) => x * 2)"', '[ 2, 4 ]\n'],
    ['echo "console.log(process.argv.length)" | node - a', '3\n'],
    ['node -e "process.exitCode = 3"; echo $?', '3\n'],
    ['node -e "process.exit(300)"; echo $?', '44\n'],
    ['node -e "console.log(process.env.A)"', 'undefined\n'],
    ['A=1 node -e "process.env.B = 2; console.log(process.env.A, process.env.B)"', '1 2\n'],
    ['printf "a\\nb" | node -e \'let s = ""; process.stdin.on("data", (d) => s += d).on("end", () => console.log(s.split("\\n")))\'', "[ 'a', 'b' ]\n"],
    ["node -e 'const { execSync } = require(\"child_process\"); console.log(String(execSync(\"echo hi\")))'", 'hi\n\n'],
    ["node -e 'process.on(\"exit\", (c) => console.log(\"bye\", c))'", 'bye 0\n'],
  ])('%s', async (script, output) => {
    expect((await runScript(script)).stdout).toBe(output);
  }); // prettier-ignore

  it('shows values as util.inspect does', async () => {
    const { stdout } = await runFile(`
const circle = { name: 'c' }; circle.self = circle;
console.log(circle, [1, , 3], new Map([['a', { b: 1 }]]), new Set(['x']), null, undefined, -0, 10n, Symbol('s'));
console.log({ a: { b: { c: { d: 1 } } } }, [['x']], class A {}, class B extends Array {}, function f() {}, () => {});
console.log('%s is %d years and %i, %j %o %%', 'Ada', 36.5, 36.9, { a: 1 }, [1], 'more');
console.log(Buffer.from('hé'), new Uint8Array(2), /a/g, new Date(0), Promise.resolve(1), Object.create(null));
console.log("it's", ["it's", 'a\\nb'], { 'a-b': 1, get x() { return 1; } }, [Array.from({ length: 101 }, (_, i) => i)].flat().length);
console.log(Array.from({ length: 20 }, (_, i) => i * 3));`);
    expect(stdout)
      .toBe(`<ref *1> { name: 'c', self: [Circular *1] } [ 1, <1 empty item>, 3 ] Map(1) { 'a' => { b: 1 } } Set(1) { 'x' } null undefined -0 10n Symbol(s)
{ a: { b: { c: [Object] } } } [ [ 'x' ] ] [class A] [class B extends Array] [Function: f] [Function (anonymous)]
Ada is 36.5 years and 36, {"a":1} [ 1, [length]: 1 ] % more
<Buffer 68 c3 a9> Uint8Array(2) [ 0, 0 ] /a/g 1970-01-01T00:00:00.000Z Promise { 1 } [Object: null prototype] {}
it's [ "it's", 'a\\nb' ] { 'a-b': 1, x: [Getter] } 101
[
   0,  3,  6,  9, 12, 15, 18,
  21, 24, 27, 30, 33, 36, 39,
  42, 45, 48, 51, 54, 57
]
status 0
`);
  });

  it.each([
    ['nope()', 'ReferenceError: nope is not defined', 1],
    ['const a = {}; a.b.c', "TypeError: Cannot read properties of undefined (reading 'c')", 14],
    ['const a = {}; a.b()', 'TypeError: a.b is not a function', 17],
    ['const a = { b: {} }; a.b["c"]()', 'TypeError: a.b.c is not a function', 29],
    ['const k = 1; k = 2', 'TypeError: Assignment to constant variable.', 13],
    ['x; let x = 1', "ReferenceError: Cannot access 'x' before initialization", 0],
    ['new (class A { constructor() { this.q() } })', 'TypeError: this.q is not a function', 36],
    ['JSON.parse("{bad")', "SyntaxError: Expected property name or '}' in JSON at position 1 (line 1 column 2)", 5],
    ['let u; const { a } = u;', "TypeError: Cannot destructure property 'a' of 'u' as it is undefined.", 0],
    ['let u;\nfor (const q of u) {\n}', 'TypeError: u is not iterable', 0],
    ['const x = {}; [...x]', 'TypeError: x is not iterable', 0],
    ['[1].map(3)', 'TypeError: 3 is not a function', 0],
    ['class A {\n}\nA()', "TypeError: Class constructor A cannot be invoked without 'new'", 0],
    ['const o = { c: {} }; o.c.o = o; JSON.stringify([o])', "TypeError: Converting circular structure to JSON\n    --> starting at object with constructor 'Object'\n    |     property 'c' -> object with constructor 'Object'\n    --- property 'o' closes the circle", 0],
    ['const f = [1]; f[0]()', 'TypeError: f[0] is not a function', 0],
    ['new RegExp("(")', 'SyntaxError: Invalid regular expression: /(/: Unterminated group', 0],
    ['let a = ;', "SyntaxError: Unexpected token ';'", 8],
    ['let a = 1; let a = 2', "SyntaxError: Identifier 'a' has already been declared", 15],
    ['foo(1', 'SyntaxError: missing ) after argument list', 5],
    ['require("./none")', "Error: Cannot find module './none'", 0],
    ['require("fs").readFileSync("/none")', "Error: ENOENT: no such file or directory, open '/none'", 0],
    ['(async () => { throw new TypeError("late") })()', 'TypeError: late', 15],
  ])('dies of %s in V8\'s words', async (source, words) => {
    const { stdout, stderr } = await runFile(source);
    expect(stdout).toBe('status 1\n');
    expect(stderr).toContain(`\n${words}\n`);
    expect(stderr).toMatch(/\n\s*\^\n\n/);
    expect(stderr).toMatch(/\n\nNode\.js v22\.21\.1\n$/);
  }); // prettier-ignore

  it.each([
    ['Promise.reject(5)', /^node:internal\/process\/promises:394\n {4}triggerUncaughtException\(err, true \/\* fromPromise \*\/\);\n {4}\^\n\n\[UnhandledPromiseRejection: This error .* with the reason "5"\.\] \{\n {2}code: 'ERR_UNHANDLED_REJECTION'\n\}\n\nNode\.js v22/],
    ['require("fs").readFileSync("/none")', /^node:fs:\d+\n {4}throw [^\n]{1,80};\n {4}\^\n\nError: ENOENT/],
    ['require("net").createServer().listen(99999)', /^node:net:\d+\n {4}throw err;\n {4}\^\n\nRangeError \[ERR_SOCKET_BAD_PORT\]/],
    ['JSON.parse("{\\n  bad")', /^<anonymous_script>:2\n {2}bad\n {2}\^\n\nSyntaxError: [^\n]*\n {4}at JSON\.parse \(<anonymous>\)\n/],
    ['throw { a: 1 }', /^Uncaught:\n\{ a: 1 \}\n\nNode/],
  ])('shows where %s was thrown', async (source, shown) => {
    const { stdout, stderr } = await runFile(source);
    expect(stdout).toBe('status 1\n');
    expect(stderr).toMatch(shown);
  }); // prettier-ignore

  it('shows where an error happened', async () => {
    const { stderr } = await runFile('function f() {\n  throw new Error("no");\n}\nf();');
    expect(stderr).toMatch(
      /^\/work\/app\.js:2\n {2}throw new Error\("no"\);\n {2}\^\n\nError: no\n {4}at f \(\/work\/app\.js:2:9\)\n {4}at Object\.<anonymous> \(\/work\/app\.js:4:1\)\n/,
    );
  });

  it('runs timers, ticks and promises in order, on virtual time', async () => {
    const { stdout } = await runFile(`
const start = Date.now();
setTimeout(() => console.log('2 h', Date.now() - start), 7200e3);
setTimeout(() => console.log('timeout'), 1); setImmediate(() => console.log('immediate'));
process.nextTick(() => console.log('tick')); Promise.resolve().then(() => console.log('promise'));
let n = 0; const i = setInterval(() => { if (++n === 3) clearInterval(i); }, 10);
setTimeout(() => {}, 1e9).unref();
console.log('sync');`);
    expect(stdout).toBe('sync\ntick\npromise\nimmediate\ntimeout\n2 h 7200000\nstatus 0\n');
  });

  it('requires and imports', async () => {
    const { stdout } = await runScript(`
mkdir -p node_modules/foo node_modules/esm lib
echo '{"main":"m"}' > node_modules/foo/package.json; echo 'exports.bar = 1; exports.dir = __dirname' > node_modules/foo/m.js
echo '{"type":"module","exports":{".":{"import":"./e.js"},"./sub/*":"./*.js"}}' > node_modules/esm/package.json; echo 'export const e = import.meta.url' > node_modules/esm/e.js
echo '{"a":1}' > lib/d.json; echo 'exports.early = 1; exports.b = require("./b")' > a.js; echo 'exports.seen = { ...require("./a") }' > b.js
cat > main.mjs <<'EOF'
import foo, { bar } from 'foo';
import { e } from 'esm'; import * as again from 'esm/sub/e';
import { readFileSync } from 'node:fs';
import { createRequire } from 'module';
const require = createRequire(import.meta.url);
console.log(foo.dir, bar, e, again.e === e, typeof readFileSync, require('./lib/d'), require('./a'), import.meta.filename);
console.log(await import('./none.mjs').catch((error) => error.code + ' ' + error.message));
EOF
node main.mjs`);
    expect(stdout)
      .toBe(`/work/node_modules/foo 1 file:///work/node_modules/esm/e.js true function { a: 1 } { early: 1, b: { seen: { early: 1 } } } /work/main.mjs
ERR_MODULE_NOT_FOUND Cannot find module '/work/none.mjs' imported from /work/main.mjs
`);
  });

  it('can be stopped in an endless loop, and handles signals when told to', async () => {
    const { stdout } = await runScript(`
timeout 2 node -e 'while (true) {}'; echo $?
node -e 'process.on("SIGTERM", () => { console.log("got it"); process.exit(7) }); setInterval(() => {}, 1000)' & sleep 1; kill $!; wait $!; echo $?
node -e 'setInterval(() => {}, 1000)' & sleep 1; kill $!; wait $!; echo $?`);
    expect(stdout).toBe('124\ngot it\n7\n143\n');
  });

  it('serves and asks by HTTP, with streams and keep-alive', async () => {
    const { stdout } = await runFile(`
const http = require('http');
const server = http.createServer((req, res) => {
  if (req.url === '/echo') { req.pipe(res); return; }
  res.write('a'); setTimeout(() => res.end('b'), 10);
}).listen(3000, async () => {
  console.log(await (await fetch('http://localhost:3000/')).text());
  console.log(await (await fetch('http://localhost:3000/echo', { method: 'POST', body: 'x'.repeat(200000) })).text().then((t) => t.length));
  try { await fetch('http://localhost:1') } catch (error) { console.log(error.message, error.cause.code) }
  server.close();
});`);
    expect(stdout).toBe('ab\n200000\nfetch failed ECONNREFUSED\nstatus 0\n');
  });

  it('reaches nothing of the JavaScript around it', async () => {
    const { stdout } = await runFile(`
console.log(Object.getOwnPropertyNames(globalThis).filter((name) => /^__|host|postMessage|importScripts|indexedDB/.test(name)));
const f = (function () {}).constructor('return typeof WebAssembly + typeof self + typeof document')();
console.log(f);`);
    expect(stdout).toBe('[]\nundefinedundefinedundefined\nstatus 0\n');
  });

  it('survives deep recursion', async () => {
    const { stdout } = await runFile(
      'function f(n) { return f(n + 1) + 1 } try { f(0) } catch (e) { console.log(e instanceof RangeError, e.message) }',
    );
    expect(stdout).toBe('true Maximum call stack size exceeded\nstatus 0\n');
  });
});
