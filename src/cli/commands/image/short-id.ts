/** The first 12 digits of an image ID, or all of it with its algorithm. */
export function shortId(id: string, full: boolean): string {
  return full ? id : id.replace(/^sha256:/, '').slice(0, 12);
}
