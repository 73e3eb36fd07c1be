import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';

type Exports = Readonly<Record<string, Program>>;

/** Programs of a module that is loaded when the first of them runs. */
function from(load: () => Promise<unknown>, ...names: readonly string[]): [string, Program][] {
  return names.map((name) => [name, lazyProgram(async () => ((await load()) as Exports)[name] as Program)]);
}

/** Programs about users and groups. */
export const USER_PROGRAMS: ReadonlyMap<string, Program> = new Map([
  ...from(() => import('./adduser.ts'), 'addgroup', 'adduser', 'deluser'),
  ['delgroup', lazyProgram(async () => (await import('./adduser.ts')).deluser)],
  ...from(() => import('./getent.ts'), 'getent'),
  ...from(() => import('./gosu.ts'), 'gosu'),
  ...from(() => import('./nologin.ts'), 'nologin'),
  ...from(() => import('./passwd.ts'), 'chpasswd', 'passwd'),
  ...from(() => import('./su.ts'), 'su'),
  ...from(() => import('./sudo.ts'), 'sudo'),
  ...from(() => import('./useradd.ts'), 'groupadd', 'groupdel', 'useradd', 'userdel', 'usermod'),
]);
