import { parseCsvLine } from '../../lib/csv-line.ts';
import { formatQuoted } from '../../lib/go-format.ts';

/** A secret or config that a service gets, and as which file. */
export interface SwarmFileSpec {
  source: string;
  target: string;
  uid: string;
  gid: string;
  mode: number;
}

const DEFAULT_MODE = 0o444;

/**
 * Reads a value of `--secret` or `--config`: `pw`, or `source=pw,target=db,uid=0,gid=0,mode=0400`.
 * @throws Error in the client's words
 * @see docker/cli v28.2.2 opts/swarmopts/secret.go, config.go
 */
export function parseSwarmFile(text: string, kind: 'secret' | 'config'): SwarmFileSpec {
  const fields = parseCsvLine(text);
  const spec: SwarmFileSpec = { source: '', target: '', uid: '0', gid: '0', mode: DEFAULT_MODE };
  const [only = ''] = fields;
  if (fields.length === 1 && !only.includes('=')) return { ...spec, source: only, target: only };
  for (const field of fields) {
    const equals = field.indexOf('=');
    if (equals < 0) throw new Error(`invalid field '${field}' must be a key=value pair`);
    setField(spec, kind, field.slice(0, equals), field.slice(equals + 1));
  }
  if (spec.source === '') throw new Error('source is required');
  if (spec.target === '') spec.target = spec.source;
  return spec;
}

function setField(spec: SwarmFileSpec, kind: string, key: string, value: string): void {
  switch (key.toLowerCase()) {
    case 'source':
    case 'src':
      spec.source = value;
      return;
    case 'target':
      spec.target = value;
      return;
    case 'uid':
      spec.uid = value;
      return;
    case 'gid':
      spec.gid = value;
      return;
    case 'mode':
      spec.mode = toMode(value);
      return;
    default:
      throw new Error(`invalid field in ${kind} request: ${key}`);
  }
}

/** As Go reads a number of any base: with a leading zero in octal. */
function toMode(text: string): number {
  if (/^0[0-7]*$/.test(text)) return parseInt(text, 8);
  if (/^(0x[\da-f]+|0b[01]+|0o[0-7]+|[1-9]\d*)$/i.test(text)) return Number(text);
  throw new Error(`invalid mode specified: strconv.ParseUint: parsing ${formatQuoted(text)}: invalid syntax`);
}
