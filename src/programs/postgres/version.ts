import type { FileView } from '../../kernel/files/file-view.ts';

/** The version that PGlite is, and the image. Simplified: clients of Debian's and Alpine's packages, which are version 17 there, are this one too. */
const POSTGRES_VERSION = '18.6';
const DEBIAN_REVISION = '1.pgdg13+1';

/** Alpine's build is another one, with musl. */
export function isAlpine(files: FileView): boolean {
  return files.exists('/etc/alpine-release');
}

/** `18.6 (Debian 18.6-1.pgdg13+1)`; Alpine's build says the number alone. */
export function fullVersion(files: FileView): string {
  return isAlpine(files)
    ? POSTGRES_VERSION
    : `${POSTGRES_VERSION} (Debian ${POSTGRES_VERSION}-${DEBIAN_REVISION})`;
}

/** What the build was made for and with, as the log and `version()` of the official image say it. */
export function platform(files: FileView): string {
  return isAlpine(files)
    ? 'x86_64-pc-linux-musl, compiled by gcc (Alpine 14.2.0) 14.2.0, 64-bit'
    : 'x86_64-pc-linux-gnu, compiled by gcc (Debian 14.2.0-19) 14.2.0, 64-bit';
}
