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
