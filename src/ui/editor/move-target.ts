/** The path that a file or folder has in another folder; undefined where it is there already, or would go into itself. */
export function moveTarget(path: string, folder: string): string | undefined {
  const slash = path.lastIndexOf('/');
  const isInItself = folder === path || folder.startsWith(`${path}/`);
  if (isInItself || path.slice(0, slash) === folder) return undefined;
  return `${folder}${path.slice(slash)}`;
}
