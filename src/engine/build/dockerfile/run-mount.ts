import { tableOf } from '../../../lib/table.ts';
import { formatQuoted } from '../../../lib/go-format.ts';
import { parseCsvLine } from '../../../lib/csv-line.ts';
import { parseBool } from '../../../lib/go-bool.ts';
import { parseBinarySize } from '../../../lib/human-size.ts';
import { InstructionError } from './dockerfile-error.ts';
import { withSuggestion } from '../../../lib/suggest.ts';
import type { RunMount } from './types.ts';

type Draft = { -readonly [Key in keyof RunMount]: RunMount[Key] } & { readOnlyGiven: boolean };
type Setter = (draft: Draft, value: string, key: string) => void;

const TYPES: readonly RunMount['type'][] = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const SHARING = ['shared', 'private', 'locked'];
/** Keys in the order in which suggestions are looked for. */
const KEYS =
  'type from source target readonly id sharing required size mode uid gid src dst destination ro rw readwrite env'.split(
    ' ',
  );
const FLAGS = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);

/**
 * Reads one `RUN --mount=` value.
 * @param expandValue expands variables; `from` takes none
 * @throws InstructionError
 * @see buildkit v0.22 frontend/dockerfile/instructions/commands_runmount.go
 */
export function parseRunMount(text: string, expandValue: (value: string) => string): RunMount {
  const draft: Draft = {
    type: 'bind',
    from: '',
    source: '',
    target: '',
    readOnly: false,
    id: '',
    sharing: '',
    required: false,
    sizeBytes: 0,
    readOnlyGiven: false,
  };
  for (const field of fieldsOf(text)) setField(draft, field, expandValue);
  const { readOnlyGiven, ...mount } = draft;
  checkMount(mount);
  const writable = mount.type === 'cache' || mount.type === 'tmpfs';
  return readOnlyGiven ? mount : { ...mount, readOnly: !writable };
}

/** What can be said before variables are known: whether it is CSV, and `from` has no variable. @throws InstructionError */
export function checkRunMount(text: string): void {
  for (const field of fieldsOf(text)) {
    const [key = '', value = ''] = field.split(/=(.*)/s);
    if (key.toLowerCase() === 'from' && /\$./.test(value)) {
      throw new InstructionError(`'from' doesn't support variable expansion, define alias stage instead`);
    }
  }
}

function fieldsOf(text: string): string[] {
  try {
    return parseCsvLine(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InstructionError(`failed to parse csv mounts: ${reason}`);
  }
}

function setField(draft: Draft, field: string, expandValue: (value: string) => string): void {
  const equals = field.indexOf('=');
  const key = (equals < 0 ? field : field.slice(0, equals)).toLowerCase();
  if (equals < 0 && !FLAGS.has(key)) {
    throw new InstructionError(`invalid field '${field}' must be a key=value pair`);
  }
  const set = SETTERS[key];
  if (!set)
    throw new InstructionError(withSuggestion(`unexpected key '${key}' in '${field}'`, key, KEYS, true));
  set(draft, equals < 0 ? 'true' : expandValue(field.slice(equals + 1)), key);
}

const setSource: Setter = (draft, value) => {
  draft.source = value;
};
const setTarget: Setter = (draft, value) => {
  draft.target = value;
};
const setReadOnly: Setter = (draft, value, key) => {
  draft.readOnly = toBool(value, key);
  draft.readOnlyGiven = true;
};
const setWritable: Setter = (draft, value, key) => {
  draft.readOnly = !toBool(value, key);
  draft.readOnlyGiven = true;
};

const SETTERS: Readonly<Record<string, Setter>> = tableOf({
  type: (draft, value) => {
    const type = TYPES.find((known) => known === value.toLowerCase());
    if (type === undefined) {
      const message = `unsupported mount type ${formatQuoted(value)}`;
      throw new InstructionError(withSuggestion(message, value, TYPES, true));
    }
    draft.type = type;
  },
  from: (draft, value) => {
    draft.from = value;
  },
  source: setSource,
  src: setSource,
  target: setTarget,
  dst: setTarget,
  destination: setTarget,
  readonly: setReadOnly,
  ro: setReadOnly,
  readwrite: setWritable,
  rw: setWritable,
  required: (draft, value, key) => {
    requireType(draft, key, ['secret', 'ssh']);
    draft.required = toBool(value, key);
  },
  size: (draft, value, key) => {
    requireType(draft, key, ['tmpfs']);
    draft.sizeBytes = toSize(value, key);
  },
  id: (draft, value) => {
    draft.id = value;
  },
  env: (draft, value, key) => {
    requireType(draft, key, ['secret']);
    draft.env = value;
  },
  sharing: (draft, value) => {
    if (!SHARING.includes(value.toLowerCase())) {
      const message = `unsupported sharing value ${formatQuoted(value)}`;
      throw new InstructionError(withSuggestion(message, value, SHARING, true));
    }
    draft.sharing = value.toLowerCase();
  },
  mode: (draft, value) => {
    draft.mode = toInteger(value, 8, 'mode');
  },
  uid: (draft, value) => {
    draft.uid = toInteger(value, 10, 'uid');
  },
  gid: (draft, value) => {
    draft.gid = toInteger(value, 10, 'gid');
  },
});

function requireType(draft: Draft, key: string, types: readonly string[]): void {
  if (types.includes(draft.type)) return;
  throw new InstructionError(`unexpected key '${key}' for mount type '${draft.type}'`);
}

function toBool(value: string, key: string): boolean {
  const parsed = parseBool(value);
  if (parsed === undefined) throw new InstructionError(`invalid value for ${key}: ${value}`);
  return parsed;
}

function toSize(value: string, key: string): number {
  try {
    return parseBinarySize(value);
  } catch {
    throw new InstructionError(`invalid value for ${key}: ${value}`);
  }
}

function toInteger(value: string, radix: 8 | 10, key: string): number {
  const valid = radix === 8 ? /^[0-7]+$/.test(value) : /^\d+$/.test(value);
  if (!valid) throw new InstructionError(`invalid value ${value} for ${key}`);
  return parseInt(value, radix);
}

function checkMount(mount: RunMount): void {
  if (mount.type === 'bind' || mount.type === 'tmpfs') {
    for (const key of ['mode', 'uid', 'gid'] as const) {
      if (mount[key] !== undefined) {
        throw new InstructionError(`${key} not allowed for ${formatQuoted(mount.type)} type mounts`);
      }
    }
  }
  if (mount.type === 'secret') checkSecret(mount);
  if (mount.sharing !== '' && mount.type !== 'cache') {
    throw new InstructionError(`invalid cache sharing set for ${mount.type} mount`);
  }
}

function checkSecret(mount: RunMount): void {
  if (mount.from !== '') throw new InstructionError('secret mount should not have a from');
  if (mount.sharing !== '') throw new InstructionError('secret mount should not define sharing');
  if (mount.source === '' && mount.target === '' && mount.id === '') {
    throw new InstructionError('invalid secret mount. one of source, target required');
  }
  if (mount.source !== '' && mount.id !== '') throw new InstructionError("both source and id can't be set");
}
