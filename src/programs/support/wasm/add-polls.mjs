// Lets no loop of a WebAssembly module run long without asking: for the scripts that make the runtimes of languages.

/** A text of parentheses → nested arrays of words. */
export function parse(text) {
  const stack = [[]];
  for (const [token] of text.matchAll(/[()]|[^\s()]+/g)) {
    if (token === '(') stack.push([]);
    else if (token === ')') {
      const list = stack.pop();
      stack.at(-1).push(list);
    } else stack.at(-1).push(token);
  }
  return stack[0][0];
}

/** The text of nested arrays. */
export const print = (node) => (Array.isArray(node) ? `(${node.map(print).join(' ')})` : node);

const contains = (node, test) =>
  Array.isArray(node) && (test(node) || node.some((part) => contains(part, test)));
const isLoop = (node) => node[0] === 'loop';
const isCall = (node) => node[0] === 'call' || node[0] === 'call_indirect';

/** Work is counted in turns of loops; what is copied in one go counts by its length. */
const COUNTER = `
 (global $fuel (export "fuel") (mut i32) (i32.const 0))
 (func $spend (param $bytes i32) (result i32)
  (if (i32.gt_s (global.get $fuel) (i32.const -1000000000))
   (then (global.set $fuel (i32.sub (global.get $fuel) (i32.shr_u (local.get $bytes) (i32.const 6))))))
  (local.get $bytes))`;
const COUNT = parse('(global.set $fuel (i32.sub (global.get $fuel) (i32.const 1)))');
const poll = (next) =>
  parse(
    `(if (i32.lt_s (global.get $fuel) (i32.const 0)) (then (call $poll)${next ? ` (call ${next})` : ''}))`,
  );

/**
 * Each turn of a loop takes one from the exported global `fuel`; where that is used up, the import `poll` is called, which fills it again. It is looked at in
 * loops with calls of functions that may be suspended anyway, and where loops are nested; the others are over as soon as they have seen all
 * of the memory, and only count.
 * @param wat every function on lines of its own
 * @param options module and name of the import; `suspends`: functions that are imported and may suspend; `skips`: functions that ask by themselves;
 * `leaves`: whether a function that could not be suspended until now asks too, by its name; `after`: for a function's name, what its loops call when they have asked, or undefined
 */
export function addPolls(
  wat,
  { module, name, suspends, skips, leaves = () => true, after = () => undefined },
) {
  const pieces = wat.split('\n (func ');
  const functions = new Map();
  for (const piece of pieces.slice(1)) {
    const end = piece.indexOf('\n )') < 0 ? piece.length : piece.indexOf('\n )');
    const tree = parse(`(func ${piece.slice(0, end)})`);
    functions.set(tree[1], { tree, rest: piece.slice(end + '\n )'.length) });
  }
  const isSuspended = suspendedFunctions(functions, suspends);
  const hasLoop = new Set(
    [...functions].filter(([, { tree }]) => contains(tree, isLoop)).map(([key]) => key),
  );
  const mayBeLong = (loop, inSuspended) => {
    const isLong = (node) =>
      isLoop(node) || (isCall(node) && (inSuspended || node[0] !== 'call' || hasLoop.has(node[1])));
    return loop.slice(1).some((part) => contains(part, isLong));
  };
  const asks = (key) => isSuspended.has(key) || leaves(key);
  const visit = (node, key) => {
    if (!Array.isArray(node)) return node;
    const made = node.map((part) => visit(part, key));
    if (node[0] === 'memory.copy' || node[0] === 'memory.fill') {
      if (node[3][0] !== 'i32.const') made[3] = ['call', '$spend', made[3]];
    } else if (isLoop(node)) {
      const head = node.findIndex((part, at) => at > 0 && Array.isArray(part) && part[0] !== 'result');
      made.splice(
        head,
        0,
        COUNT,
        ...(asks(key) && mayBeLong(node, isSuspended.has(key)) ? [poll(after(key))] : []),
      );
    }
    return made;
  };
  let text = pieces[0];
  for (const [key, { tree, rest }] of functions)
    text += `\n ${print(skips.includes(key) ? tree : visit(tree, key))}${rest}`;
  const last = text.lastIndexOf('\n (import ');
  const at = text.indexOf('\n', last + 1);
  return `${text.slice(0, at)}\n (import "${module}" "${name}" (func $poll))${COUNTER}${text.slice(at)}`;
}

/** Functions that call what may suspend, straight or around corners: Asyncify takes what is called indirectly for such. */
function suspendedFunctions(functions, suspends) {
  const callers = new Map();
  const found = new Set();
  const collect = (node, key) => {
    if (!Array.isArray(node)) return;
    if (node[0] === 'call_indirect' || (node[0] === 'call' && suspends.includes(node[1]))) found.add(key);
    if (node[0] === 'call') callers.set(node[1], [...(callers.get(node[1]) ?? []), key]);
    for (const part of node) collect(part, key);
  };
  for (const [key, { tree }] of functions) collect(tree, key);
  const queue = [...found];
  while (queue.length > 0)
    for (const caller of callers.get(queue.pop()) ?? [])
      if (!found.has(caller)) {
        found.add(caller);
        queue.push(caller);
      }
  return found;
}
