import { expect, it } from 'vitest';
import { runScript } from '../testing/run-script.ts';

/** What a script printed, and the status of its last command. */
async function run(script: string): Promise<string> {
  const { stdout, stderr } = await runScript(`${script}\nprintf '\\0%d' $?`);
  const [printed, status] = stdout.split('\0');
  return `${printed}${stderr}${status}`;
}

it.each([
  ['htpasswd -nbs ada secret', 'ada:{SHA}5en6G6MezRroT3XKqkdPOmY/BfQ=\n\n0'],
  ['htpasswd -nbp ada secret', 'ada:secret\n\nWarning: storing passwords as plain text might just not work on this platform.\n0'],
  ['htpasswd -nb a:b x', "htpasswd: username contains illegal character ':'\n6"],
  ['htpasswd -b none ada x', "htpasswd: cannot modify file none; use '-c' to create it\n1"],
  ['htpasswd -cnb ada x', 'htpasswd: -c and -n options conflict\n2'],
  ['htpasswd -cb f ada x; htpasswd -bB f bob y; htpasswd -b f ada z; htpasswd -D f bob; htpasswd -D f eve; cut -d: -f1 f', 'ada\nAdding password for user ada\nAdding password for user bob\nUpdating password for user ada\nDeleting password for user bob\nUser eve not found\n0'],
  ['htpasswd -cbB -C 4 f ada x; htpasswd -vb f ada x; htpasswd -vb f ada y', 'Adding password for user ada\nPassword for user ada correct.\npassword verification failed\n3'],
  ['printf "x\\ny\\n" | htpasswd -c f ada', 'New password: Re-type new password: htpasswd: password verification error\n3'],
  ['echo x | htpasswd -ci f ada; htpasswd -vb f ada x', 'Adding password for user ada\nPassword for user ada correct.\n0'],
])('%s', async (script, printed) => {
  expect(await run(script)).toBe(printed);
}); // prettier-ignore

it.each([
  ['-nbB', /^ada:\$2y\$05\$[./\w]{53}\n\n0$/],
  ['-nbB -C 6', /^ada:\$2y\$06\$[./\w]{53}\n\n0$/],
  ['-nb', /^ada:\$apr1\$[./\w]{8}\$[./\w]{22}\n\n0$/],
])('htpasswd %s', async (options, printed) => {
  expect(await run(`htpasswd ${options} ada secret`)).toMatch(printed);
});

it('tells how it is used', async () => {
  expect(await run('htpasswd -nb ada')).toMatch(/^Usage:\n\thtpasswd \[-cimBdpsDv\] [^]*2$/);
});
