import { tableOf } from '../../lib/table.ts';
import type { Mount } from '../../api/container-types.ts';
import { cleanPath } from '../../lib/clean-path.ts';
import { parseCsvLine } from '../../lib/csv-line.ts';
import { parseBool } from '../../lib/go-bool.ts';
import { parseBinarySize } from '../../lib/human-size.ts';

/** A mount with the options that only the client's flag has. */
export type MountSpec = Mount & {
  Consistency?: string;
  BindOptions?: { ReadOnlyNonRecursive?: boolean; ReadOnlyForceRecursive?: boolean };
  ImageOptions?: { Subpath?: string };
};

/** A `--mount` value is malformed; the message is Docker's. */
export class MountSpecError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MountSpecError';
  }
}

/** A mount while its fields are read: the type is what was typed. */
type Draft = Omit<MountSpec, 'Type'> & { Type: string };
type Setter = (draft: Draft, value: string, key: string) => void;

/**
 * Reads a value of `--mount`: `type=bind,source=/src,target=/dst,readonly`.
 * @param cwd absolute directory that a source beginning with a dot starts from
 * @throws MountSpecError or CsvError
 * @see docker/cli v28.2.2 opts/mount.go
 */
export function parseMountSpec(text: string, cwd: string): MountSpec {
  const draft: Draft = { Type: 'volume', Target: '' };
  for (const field of parseCsvLine(text)) setField(draft, field);
  if (draft.Source?.startsWith('.') === true) draft.Source = cleanPath(`${cwd}/${draft.Source}`);
  checkDraft(draft);
  return draft as MountSpec;
}

function setField(draft: Draft, field: string): void {
  const equals = field.indexOf('=');
  if (equals >= 0) {
    const key = field.slice(0, equals);
    const set = SETTERS[key];
    if (!set) throw new MountSpecError(`unexpected key '${key}' in '${field}'`);
    set(draft, field.slice(equals + 1), key);
    return;
  }
  if (!FLAGS.has(field)) throw new MountSpecError(`invalid field '${field}' must be a key=value pair`);
  SETTERS[field]?.(draft, 'true', field);
}

/** Keys that mean `true` without a value. */
const FLAGS = new Set(['readonly', 'ro', 'volume-nocopy', 'bind-nonrecursive']);

const setSource: Setter = (draft, value) => {
  draft.Source = value;
};
const setTarget: Setter = (draft, value) => {
  draft.Target = value;
};
const setReadOnly: Setter = (draft, value, key) => {
  const readOnly = toBool(value, key);
  if (readOnly) draft.ReadOnly = true;
  else delete draft.ReadOnly;
};

const SETTERS: Readonly<Record<string, Setter>> = tableOf({
  type: (draft, value) => {
    draft.Type = value.toLowerCase();
  },
  source: setSource,
  src: setSource,
  target: setTarget,
  dst: setTarget,
  destination: setTarget,
  readonly: setReadOnly,
  ro: setReadOnly,
  consistency: (draft, value) => {
    draft.Consistency = value.toLowerCase();
  },
  'bind-propagation': (draft, value) => {
    bindOptions(draft).Propagation = value.toLowerCase();
  },
  'bind-nonrecursive': (draft, value, key) => {
    bindOptions(draft).NonRecursive = toBool(value, key);
  },
  'bind-recursive': setRecursive,
  'volume-subpath': (draft, value) => {
    volumeOptions(draft).Subpath = value;
  },
  'volume-nocopy': (draft, value, key) => {
    volumeOptions(draft).NoCopy = toBool(value, key);
  },
  'volume-label': (draft, value) => {
    setPair((volumeOptions(draft).Labels ??= {}), value);
  },
  'volume-driver': (draft, value) => {
    driverConfig(draft).Name = value;
  },
  'volume-opt': (draft, value) => {
    setPair((driverConfig(draft).Options ??= {}), value);
  },
  'image-subpath': (draft, value) => {
    (draft.ImageOptions ??= {}).Subpath = value;
  },
  'tmpfs-size': (draft, value, key) => {
    (draft.TmpfsOptions ??= {}).SizeBytes = toSize(value, key);
  },
  'tmpfs-mode': (draft, value, key) => {
    if (!/^[0-7]+$/.test(value)) throw new MountSpecError(`invalid value for ${key}: ${value}`);
    (draft.TmpfsOptions ??= {}).Mode = parseInt(value, 8);
  },
});

function setRecursive(draft: Draft, value: string, key: string): void {
  if (value === 'disabled') bindOptions(draft).NonRecursive = true;
  else if (value === 'writable') bindOptions(draft).ReadOnlyNonRecursive = true;
  else if (value === 'readonly') bindOptions(draft).ReadOnlyForceRecursive = true;
  else if (value !== 'enabled') {
    const allowed = '(must be "enabled", "disabled", "writable", or "readonly")';
    throw new MountSpecError(`invalid value for ${key}: ${value} ${allowed}`);
  }
}

function bindOptions(draft: Draft): NonNullable<Draft['BindOptions']> {
  return (draft.BindOptions ??= {});
}

function volumeOptions(draft: Draft): NonNullable<Draft['VolumeOptions']> {
  return (draft.VolumeOptions ??= { DriverConfig: {} });
}

function driverConfig(draft: Draft): { Name?: string; Options?: Record<string, string> } {
  return (volumeOptions(draft).DriverConfig ??= {});
}

function setPair(target: Record<string, string>, pair: string): void {
  const [key = '', ...rest] = pair.split('=');
  if (key !== '') target[key] = rest.join('=');
}

function toBool(value: string, key: string): boolean {
  const parsed = parseBool(value);
  if (parsed === undefined) throw new MountSpecError(`invalid value for ${key}: ${value}`);
  return parsed;
}

function toSize(value: string, key: string): number {
  try {
    return parseBinarySize(value);
  } catch {
    throw new MountSpecError(`invalid value for ${key}: ${value}`);
  }
}

function checkDraft(draft: Draft): void {
  const fail = (message: string): never => {
    throw new MountSpecError(message);
  };
  const { Type: type, BindOptions: bind } = draft;
  if (type === '') fail('type is required');
  if (draft.Target === '') fail('target is required');
  const groups = { volume: draft.VolumeOptions, bind, image: draft.ImageOptions, tmpfs: draft.TmpfsOptions };
  for (const [group, options] of Object.entries(groups)) {
    if (options && type !== group) fail(`cannot mix '${group}-*' options with mount type '${type}'`);
  }
  const needsReadOnly = (value: string): string =>
    `option 'bind-recursive=${value}' requires 'readonly' to be specified in conjunction`;
  if (bind?.ReadOnlyNonRecursive === true && draft.ReadOnly !== true) fail(needsReadOnly('writable'));
  if (bind?.ReadOnlyForceRecursive !== true) return;
  if (draft.ReadOnly !== true) fail(needsReadOnly('readonly'));
  if (bind.Propagation !== 'rprivate') {
    fail(
      "option 'bind-recursive=readonly' requires 'bind-propagation=rprivate' to be specified in conjunction",
    );
  }
}
