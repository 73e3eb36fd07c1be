// Changes MicroPython's module, as text, before it is made suspendable. The names of functions are those that wasm-dis gives those of the pinned
// package; each change says what it expects to find and fails where that is not there.
import { readFileSync } from 'node:fs';

/** Functions of MicroPython that ours call. */
const FUNCTIONS = {
  QSTR_HASH: '40', // qstr_hash(qstr)
  UNARY_OP: '334', // mp_unary_op(op, object)
  NEW0: '10', // m_malloc0(bytes)
  FREE: '13', // m_free(address)
  EQUAL: '415', // mp_obj_equal(a, b)
  MAP_LOOKUP: '397', // mp_map_lookup(map, key, kind)
  NEW_DICT: '490', // mp_obj_new_dict(n)
  TYPE_OF: '406', // mp_obj_get_type(object)
  IS_EXCEPTION: '520', // mp_obj_is_native_exception_instance(object)
  CONVERT_MEMBER: '352', // mp_convert_member_lookup(self, type, member, to)
  CALL_1: '344', // mp_call_function_1(function, argument)
  PRINT_OBJECT: '408', // mp_obj_print_helper(print, object, kind)
  PRINT_TUPLE: '777', // mp_obj_tuple_print(print, tuple, kind)
  PRINT_TEXT: '65', // mp_print_str(print, text)
  QSTR_TEXT: '42', // qstr_str(qstr)
  QSTR_LENGTH: '41', // qstr_len(qstr)
  CALL: '342', // mp_call_function_n_kw(function, n, n_keywords, arguments)
  RAISE_OBJECT: '6', // nlr_raise(exception)
  RAISE: '328', // mp_raise_msg_varg(type, text, values)
}; // prettier-ignore
/** Addresses of static data, and numbers of interned strings. */
const NUMBERS = {
  STR_TYPE: '98804', TUPLE_TYPE: '99192', TYPE_TYPE: '99380', OBJECT_TYPE: '96912', PROPERTY_TYPE: '97116',
  BYTES_TYPE: '98704', KEYBOARD_INTERRUPT: '188176', KEYBOARD_TRACEBACK: '188184', TYPE_ERROR: '95484', JOIN_TEXT: '68483', BOOL_TYPE: '93816', INT_TYPE: '96112', RUNTIME_ERROR: '95340', NAME_ERROR: '95268', ARGS: '61', MODULE: '22',
  DOT: '84391', OPEN: '85315', CLOSE: '84753', LESS: '83662', CLASS_OPEN: '77591', CLASS_CLOSE: '83542',
}; // prettier-ignore

/** Bytes. The stack itself is larger: what is called last looks no more. A browser gives a worker about 500 kB of stack for what runs in WebAssembly, which the
 * deepest calls of classes and of JSON fill at some 130 kB of this one. @see ../instance.ts */
const C_STACK_LIMIT = 80 * 1024;

/** Pages of memory that an instance begins with, in place of 259: a browser counts them in full, and looks for garbage the sooner. */
const FIRST_PAGES = 96;

/** setThrew(threw, value) of Emscripten. */
const SET_THREW = '1471';

const read = (name) => readFileSync(new URL(name, import.meta.url), 'utf8');

/** @returns the function's text and where it stands */
function findFunction(text, number) {
  const start = text.search(new RegExp(`\\n \\(func \\$${number}\\s`)) + 1;
  const end = text.indexOf('\n )\n', start) + 3;
  if (start === 0 || end < start) throw new Error(`no function ${number}`);
  return { start, end, body: text.slice(start, end) };
}

function editFunction(text, number, edit) {
  const { start, end, body } = findFunction(text, number);
  const edited = edit(body);
  if (edited === body) throw new Error(`function ${number} is as it was`);
  return text.slice(0, start) + edited + text.slice(end);
}

function replaceOnce(text, pattern, to) {
  const found = text.match(new RegExp(pattern, 'g'));
  if (found?.length !== 1) throw new Error(`expected once, found ${found?.length ?? 0} times: ${pattern}`);
  return text.replace(pattern, typeof to === 'string' ? () => to : to);
}

/** Our own functions, with what they need of MicroPython's by its number. */
function ours(name) {
  let text = read(name).replace(/;;.*$/gm, '');
  for (const [word, number] of Object.entries(FUNCTIONS))
    text = text.replaceAll(new RegExp(`\\$${word}(?![A-Z_0-9])`, 'g'), () => `$${number}`);
  for (const [word, number] of Object.entries(NUMBERS))
    text = text.replaceAll(`(i32.const ${word})`, `(i32.const ${number})`);
  return text;
}

/** What MicroPython has by this number is called `…_native`, and ours is called instead. */
function rename(text, number, name) {
  const { start, end, body } = findFunction(text, number);
  const called = new RegExp(`\\$${number}(?=[\\s)])`, 'g');
  const others = (part) => part.replaceAll(called, () => `$${name}`);
  const native = `(func $${name}_native${others(body.slice(body.indexOf(`$${number}`) + `$${number}`.length))}`;
  return `${others(text.slice(0, start))} ${native}${others(text.slice(end))}`;
}

/** The text that a function is given is replaced by what is said instead. */
function say(text, number, parameter) {
  return editFunction(text, number, (body) =>
    body.replace(
      /\n {2}(?=\((?!param|local |result))/,
      (start) => `${start}(local.set $${parameter} (call $say (local.get $${parameter})))${start}`,
    ),
  );
}

/**
 * Calls that can be jumped out of (setjmp) go through JavaScript in this build, each of them, to be caught there. Exceptions of WebAssembly do the same
 * within the module, several times as fast.
 */
function jumpWithin(module) {
  const calls = [];
  let text = module.replace(
    /\n \(import "env" "invoke_\w+" \(func (\S+) \(param i32((?: i32)*)\)( \(result i32\))?\)\)/g,
    (_, name, rest, result = '') => {
      const values = rest.split(' ').slice(1);
      const type = `${values.length ? `(param${rest})` : ''}${result}`;
      const given = values.map((_, index) => `(local.get ${index + 1})`).join(' ');
      calls.push(`
 (func ${name} (param i32${rest})${result} (local $stack i32)
  (local.set $stack (global.get $global$0))
  (try${result}
   (do (call_indirect ${type} ${given} (local.get 0)))
   (catch $jump
    (global.set $global$0 (local.get $stack))
    (call $${SET_THREW} (i32.const 1) (i32.const 0))${result && ' (i32.const 0)'})))`);
      return '';
    },
  );
  text = replaceOnce(text, /\n \(import "env" "_emscripten_throw_longjmp" \(func (\S+)\)\)/, '');
  if (calls.length !== 11) throw new Error('calls that can be jumped out of are not as expected');
  return text.replace(/\)\s*$/, `\n (tag $jump)\n (func $fimport$60 (throw $jump))${calls.join('')})\n`);
}

export function patchModule(module) {
  let text = jumpWithin(module);
  text = replaceOnce(text, /\(memory \$0 259 /, `(memory $0 ${FIRST_PAGES} `);
  // mp_js_init: how deep calls may go, in bytes of C's stack.
  text = editFunction(text, 1255, (body) => replaceOnce(body, /\(i32\.const 32768\)/, `(i32.const ${C_STACK_LIMIT})`));
  // mp_map_init(map, n): room for the index.
  text = editFunction(text, 393, (body) => replaceOnce(body, /\(i32\.shl\s+\(local\.get \$1\)\s+\(i32\.const 3\)\s+\)/, '(call $omap_bytes (local.get $1))'));
  // mp_map_lookup(map, key, kind): what came after the search of an ordered table was that of a hash table.
  text = editFunction(text, 397, (body) => {
    const at = body.indexOf('(block $block15');
    return `${body.slice(0, at)}
      (br_if $block5 (i32.eqz (local.tee $4 (call $omap_lookup (local.get $0) (local.get $1) (local.get $2) (local.get $5)))))
      (i32.store8 offset=268 (i32.add (i32.const 188108) (i32.and (i32.shr_u (local.get $1) (i32.const 2)) (i32.const 127)))
        (i32.shr_u (i32.sub (local.get $4) (i32.load offset=8 (local.get $0))) (i32.const 3)))
      (return (local.get $4)))
      (return (local.get $4)))
      (i32.const 0))`;
  });
  // A text that nobody asks for makes room for one of ours.
  text = replaceOnce(text, /Aladdin:open sesame\\00/, "<class \\'\\00xxxxxxxxxx\\00");
  // qstr_find_strn, and the function behind those that intern.
  text = rename(text, 35, 'find_string');
  text = rename(text, 37, 'intern_string');
  text = rename(text, 340, 'load_method');
  text = rename(text, 354, 'store_attribute');
  text = rename(text, 812, 'is_subclass');
  text = rename(text, 428, 'subscript');
  text = rename(text, 336, 'get_iterator');
  text = rename(text, 412, 'length');
  text = rename(text, 727, 'str_lower');
  text = rename(text, 729, 'str_upper');
  text = rename(text, 731, 'str_isalpha');
  text = rename(text, 735, 'bytes_decode');
  // mp_iternext: whatever goes through something endless asks here.
  text = editFunction(text, 337, (body) => body.replace(/\n {2}(?=\((?!param|local |result))/, (start) => `${start}(call $check_interrupt)${start}`));
  // str_join
  text = editFunction(text, 700, (body) => replaceOnce(body, /\(call \$363\s+\(i32\.const 68483\)\s+\)/, '(call $join_error (local.get $1) (local.get $0))'));
  // mp_obj_new_exception_msg, the one with values, and mp_vprintf say what CPython says.
  text = say(text, 527, 1);
  text = say(text, 528, 1);
  text = say(text, 70, 1);
  // m_malloc_fail: a MemoryError says nothing.
  text = editFunction(text, 362, (body) => replaceOnce(body, /\(call \$328\s+\(i32\.const 95232\)\s+\(i32\.const 69973\)\s+\(local\.get \$1\)\s+\)/,
    '(call $338 (i32.const 95232) (i32.const 0))'));
  // mp_raise_recursion_depth
  text = editFunction(text, 370, (body) => replaceOnce(body, /\(i32\.const 95340\)/, '(global.get $recursion_error)'));
  // mp_execute_bytecode: a local variable without a value
  text = editFunction(text, 998, (body) => replaceOnce(body, /\(i32\.const 95268\)(?=\s+\(i32\.const 67804\))/, '(global.get $unbound_local_error)'));
  // type_print, instance_print and mp_obj_exception_print
  text = editFunction(text, 804, (body) => `${body.slice(0, body.indexOf('(local $3'))}\n  (call $print_type (local.get $0) (local.get $1) (local.get $2)))\n`);
  text = editFunction(text, 797, (body) => replaceOnce(body, /\(drop\s+\(call \$69\s+\(local\.get \$0\)\s+\(i32\.const 83308\)/,
    '(call $print_object_open (local.get $0) (local.get $1)) (drop (call $69 (local.get $0) (i32.const 83309)'));
  text = editFunction(text, 522, (body) => replaceOnce(body, /\(call \$777/, '(call $print_arguments'));
  // The text of a KeyError is its key as repr shows it.
  text = editFunction(text, 522, (body) => replaceOnce(body, /(\(call \$408\s+\(local\.get \$0\)\s+\(i32\.load offset=8\s+\(local\.get \$4\)\s+\)\s+)\(i32\.const 0\)/,
    (_, call) => `${call}(i32.eq (i32.load (local.get $1)) (i32.const 95196))`));
  return text.replace(/\)\s*$/, `${ours('ordered-maps.wat')}${ours('hooks.wat')}${ours('strings.wat')}${ours('interrupts.wat')})\n`);
} // prettier-ignore
