import { expect, it } from 'vitest';
import { bootWithPrograms, runScript } from '../testing/run-script.ts';
import { hashPassword, isPassword } from './secret.ts';

it('useradd writes passwd, group and shadow, and makes a home', async () => {
  const { stdout, stderr } = await runScript(
    'useradd -m -s /bin/bash bob; useradd bob; echo $?; id bob; tail -n1 /etc/passwd; tail -n1 /etc/group; tail -n1 /etc/shadow; stat -c "%U %a" /home/bob',
  );
  expect({ stdout, stderr }).toEqual({
    stdout:
      '9\nuid=1000(bob) gid=1000(bob) groups=1000(bob)\nbob:x:1000:1000::/home/bob:/bin/bash\nbob:x:1000:\nbob:!:20454:0:99999:7:::\nbob 755\n',
    stderr: "useradd: user 'bob' already exists\n",
  });
});

it('usermod -aG adds groups, groupdel and userdel remove them', async () => {
  const { stdout, stderr } = await runScript(
    'groupadd dev; useradd bob; usermod -aG dev bob; id -nG bob; groupdel bob; userdel bob; id bob; groupdel dev; groupdel dev',
  );
  expect({ stdout, stderr }).toEqual({
    stdout: 'bob dev\n',
    stderr:
      "groupdel: cannot remove the primary group of user 'bob'\nid: 'bob': no such user\ngroupdel: group 'dev' does not exist\n",
  });
});

it('busybox adduser and addgroup', async () => {
  const { stdout, stderr } = await runScript(
    'adduser -D bob; adduser -D bob; addgroup dev; adduser bob dev; id bob; adduser -S -D -H -G dev svc; id svc; deluser bob; deluser bob; echo $?',
    { busybox: true },
  );
  expect({ stdout, stderr }).toEqual({
    stdout:
      'uid=1000(bob) gid=1000(bob) groups=1000(bob),1001(dev)\nuid=100(svc) gid=1001(dev) groups=1001(dev)\n2\n',
    stderr: "adduser: user 'bob' in use\ndeluser: unknown user bob\n",
  });
});

it('su runs a command as another user, who may less', async () => {
  const { stdout, stderr } = await runScript(
    'useradd bob; su bob -s /bin/sh -c "id -un; echo x > /etc/x; kill 1; hostname n; cat /etc/shadow"; su - bob -s /bin/sh -c "echo \\$HOME \\$USER"; su eve',
  );
  expect({ stdout, stderr }).toEqual({
    stdout: 'bob\n/home/bob bob\n',
    stderr:
      'sh: 1: cannot create /etc/x: Permission denied\nsh: 1: kill: Operation not permitted\n\nhostname: you must be root to change the host name\ncat: /etc/shadow: Permission denied\nsu: user eve does not exist or the user entry does not contain all the required fields\n',
  });
});

it('sudo runs a command as root', async () => {
  const machine = bootWithPrograms();
  const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  view.chmod('/bin/sudo', 0o4755);
  const { stdout, stderr } = await runScript(
    'useradd bob; sudo -u bob id -un; sudo A=1 printenv A; sudo nothing; echo $?; su bob -s /bin/sh -c "sudo id; echo \\$?"',
    { machine },
  );
  expect({ stdout, stderr }).toEqual({
    stdout: 'bob\n1\n1\n1\n',
    stderr:
      'sudo: nothing: command not found\nsudo: a terminal is required to read the password; either use the -S option to read from standard input or configure an askpass helper\nsudo: a password is required\n',
  });
});

it('chpasswd stores a password that su asks for', async () => {
  const machine = bootWithPrograms();
  const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
  view.chmod('/bin/su', 0o4755);
  const { stdout, stderr } = await runScript(
    'useradd bob; useradd eve; echo bob:secret | chpasswd; su eve -s /bin/sh -c "echo secret | su bob -s /bin/sh -c whoami; echo wrong | su bob -c whoami; echo \\$?"',
    { machine },
  );
  expect({ stdout, stderr }).toEqual({
    stdout: 'bob\n1\n',
    stderr: 'Password: Password: su: Authentication failure\n',
  });
});

it('a locked field takes no password, an empty one any', () => {
  const field = hashPassword('secret', 'salt');
  expect([
    isPassword(field, 'secret'),
    isPassword(field, 'x'),
    isPassword('!', ''),
    isPassword('', 'x'),
  ]).toEqual([true, false, false, true]);
});
