import type { YamlMap } from '../yaml/yaml-value.ts';

/** A volume's short form makes no sense; the message is Compose's. */
export class ShortVolumeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ShortVolumeError';
  }
}

const PROPAGATIONS = new Set(['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave']);

/**
 * `[SOURCE:]TARGET[:OPTIONS]` → the long form. A single letter before a colon is a drive of Windows, and colons in `${…}` separate nothing.
 * @throws ShortVolumeError
 * @see compose-spec/compose-go v2 format/volume.go
 */
export function parseShortVolume(spec: string): YamlMap {
  if (spec === '') throw new ShortVolumeError('invalid empty volume spec');
  if (spec.length <= 2) return { type: 'volume', target: spec };
  const sections = splitSections(spec);
  const fail = (reason: string): ShortVolumeError => new ShortVolumeError(`invalid spec: ${spec}: ${reason}`);
  if (sections.includes('')) throw fail('empty section between colons');
  if (sections.length > 3) throw fail('too many colons');
  const [first = '', target, options = ''] = sections;
  if (target === undefined) return { type: 'volume', target: first, volume: {} };
  const { bind, volume, readOnly } = readOptions(options);
  const isBind = isFilePath(first);
  return {
    type: isBind ? 'bind' : 'volume',
    source: first,
    target,
    ...(readOnly ? { read_only: true } : {}),
    ...(isBind ? { bind: { ...bind, create_host_path: true } } : bind ? { bind } : {}),
    ...(volume ? { volume } : isBind ? {} : { volume: {} }),
  };
}

function splitSections(spec: string): string[] {
  const sections: string[] = [];
  let section = '';
  let nested = 0;
  for (const [at, char] of [...spec].entries()) {
    if (char === '$' && [...spec][at + 1] === '{') nested++;
    if (char === '}' && nested > 0) nested--;
    if (char === ':' && nested === 0 && !/^\p{L}$/u.test(section)) {
      sections.push(section);
      section = '';
    } else section += char;
  }
  return [...sections, section];
}

interface Options {
  readonly readOnly: boolean;
  readonly bind?: YamlMap;
  readonly volume?: YamlMap;
}

/** Unknown ones are ignored. */
function readOptions(text: string): Options {
  let readOnly = false;
  let volume: YamlMap | undefined;
  let bind: YamlMap | undefined;
  for (const option of text.split(',')) {
    if (option === 'ro' || option === 'rw') readOnly = option === 'ro';
    else if (option === 'nocopy') volume = { nocopy: true };
    else if (PROPAGATIONS.has(option)) bind = { ...bind, propagation: option };
    else if (option === 'z' || option === 'Z') bind = { ...bind, selinux: option };
  }
  return { readOnly, ...(bind ? { bind } : {}), ...(volume ? { volume } : {}) };
}

/** Begins with a dot, a slash, a tilde or a drive, or is a pipe of Windows. */
function isFilePath(source: string): boolean {
  return /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
}
