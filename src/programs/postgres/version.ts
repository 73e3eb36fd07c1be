/** The version that PGlite is; the packages and the image carry it. */
export const POSTGRES_VERSION = '18.6';
export const POSTGRES_MAJOR = '18';
const DEBIAN_REVISION = '1.pgdg13+1';

/** `18.6 (Debian 18.6-1.pgdg13+1)`; Alpine's build says the number alone. */
export function fullVersion(busybox: boolean): string {
  return busybox ? POSTGRES_VERSION : `${POSTGRES_VERSION} (Debian ${POSTGRES_VERSION}-${DEBIAN_REVISION})`;
}
