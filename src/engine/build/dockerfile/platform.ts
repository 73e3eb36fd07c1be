import { tableOf } from '../../../lib/table.ts';
import { formatQuoted } from '../../../lib/go-format.ts';

/** What an image is built for or runs on. */
export interface Platform {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string;
}

/** A text is no platform; the message is containerd's. */
export class PlatformError extends Error {
  constructor(message: string) {
    super(`${message}: invalid argument`);
    this.name = 'PlatformError';
  }
}

const COMPONENT = '^[A-Za-z0-9_.-]+$';
const SYSTEMS = new Set(
  'aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris windows'.split(' '),
);
const ARCHITECTURES = new Set(
  '386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm'.split(' '),
);
/** Other names of architectures, with the variant that they mean. */
const ALIASES: Readonly<Record<string, readonly [architecture: string, variant: string]>> = tableOf({
  i386: ['386', ''],
  x86_64: ['amd64', ''],
  'x86-64': ['amd64', ''],
  aarch64: ['arm64', ''],
  armhf: ['arm', 'v7'],
  armel: ['arm', 'v6'],
});

/**
 * Reads `linux/arm64/v8`, or an operating system or architecture alone, in the names Go uses.
 * @throws PlatformError
 * @see containerd/platforms v1.0 platforms.go Parse
 */
export function parsePlatform(text: string): Platform {
  if (text.includes('*')) throw new PlatformError(`${formatQuoted(text)}: wildcards not yet supported`);
  const parts = text.split('/');
  const invalid = parts.find((part) => !new RegExp(COMPONENT).test(part));
  if (invalid !== undefined) {
    const rule = `platform specifier component must match ${formatQuoted(COMPONENT)}`;
    throw new PlatformError(
      `${formatQuoted(invalid)} is an invalid component of ${formatQuoted(text)}: ${rule}`,
    );
  }
  const [first = '', second, third] = parts.map((part) => part.toLowerCase());
  if (parts.length > 3) throw new PlatformError(`${formatQuoted(text)}: cannot parse platform specifier`);
  if (second !== undefined)
    return { os: first === 'macos' ? 'darwin' : first, ...architectureOf(second, third ?? '') };
  if (SYSTEMS.has(first)) return { os: first, architecture: 'amd64', variant: '' };
  const known = architectureOf(first, '');
  if (ARCHITECTURES.has(known.architecture)) return { os: 'linux', ...known };
  throw new PlatformError(`${formatQuoted(text)}: unknown operating system or architecture`);
}

function architectureOf(name: string, variant: string): Omit<Platform, 'os'> {
  const [architecture, implied] = ALIASES[name] ?? [name, ''];
  const given = variant === '' ? implied : variant;
  // The usual variant of an architecture goes without saying.
  const isUsual = architecture === 'arm64' && (given === '8' || given === 'v8');
  if (architecture === 'arm' && given === '') return { architecture, variant: 'v7' };
  return { architecture, variant: isUsual ? '' : given.replace(/^(\d)$/, 'v$1') };
}

/** `linux/arm64`, with the variant where there is one. */
export function formatPlatform({ os, architecture, variant }: Platform): string {
  return variant === '' ? `${os}/${architecture}` : `${os}/${architecture}/${variant}`;
}
