/** Applies `755`, `u+x`, `go-w,a=r` … to a mode; undefined if it is no mode. @see chmod(1) */
export function applyMode(text: string, mode: number, directory: boolean, umask: number): number | undefined {
  if (/^[0-7]+$/.test(text)) {
    const bits = Number.parseInt(text, 8);
    if (bits > 0o7777) return undefined;
    // GNU keeps a directory's set-id bits unless they are spelled out.
    return text.length <= 4 && directory ? bits | (text.length < 4 ? mode & 0o6000 : 0) : bits;
  }
  let result = mode;
  for (const clause of text.split(',')) {
    const match = /^([ugoa]*)((?:[-+=](?:[rwxXst]*|[ugo]))+)$/.exec(clause);
    if (!match) return undefined;
    for (const action of (match[2] ?? '').matchAll(/([-+=])([rwxXst]*|[ugo])(?=[-+=]|$)/g)) {
      result = applyAction(match[1] ?? '', action[1] ?? '', action[2] ?? '', result, directory, umask);
    }
  }
  return result;
}

function applyAction(
  who: string,
  operator: string,
  permissions: string,
  mode: number,
  directory: boolean,
  umask: number,
): number {
  const all = who === '' || who.includes('a');
  const shifts = [6, 3, 0].filter((_, index) => all || who.includes('ugo'.charAt(index)));
  const bits = permissionBits(permissions, mode, directory);
  let mask = shifts.reduce((sum, shift) => sum | (7 << shift), 0);
  let value = shifts.reduce((sum, shift) => sum | (bits << shift), 0);
  if (who === '') value &= ~umask;
  if (permissions.includes('s'))
    value |= (all || who.includes('u') ? 0o4000 : 0) | (all || who.includes('g') ? 0o2000 : 0);
  if (permissions.includes('t')) value |= 0o1000;
  if (operator === '+') return mode | value;
  if (operator === '-') return mode & ~value;
  if (who === '') mask = 0o777;
  // A directory's set-id bits go only where they are named.
  if (!directory || permissions.includes('s'))
    mask |= (all || who.includes('u') ? 0o4000 : 0) | (all || who.includes('g') ? 0o2000 : 0);
  if (all || who.includes('o')) mask |= 0o1000;
  return (mode & ~mask) | value;
}

function permissionBits(permissions: string, mode: number, directory: boolean): number {
  const copied = { u: (mode >> 6) & 7, g: (mode >> 3) & 7, o: mode & 7 }[permissions];
  if (copied !== undefined) return copied;
  const anyone = directory || (mode & 0o111) !== 0;
  return (
    (permissions.includes('r') ? 4 : 0) |
    (permissions.includes('w') ? 2 : 0) |
    (permissions.includes('x') || (permissions.includes('X') && anyone) ? 1 : 0)
  );
}
