import { describe, expect, it } from 'vitest';
import { runScript } from '../testing/run-script.ts';

const STEPS = 'Reading package lists...\nBuilding dependency tree...\nReading state information...\n';

describe('apt-get', () => {
  it('knows no package before update, nor one that is not there', async () => {
    const { stdout, stderr } = await runScript(
      'apt-get install -y tree; echo $?; apt-get -qq update >/dev/null; apt-get install -y nosuch tree=1.0; echo $?; apt-get frob; echo $?',
    );
    expect([stdout, stderr]).toEqual([
      `${STEPS}100\n${STEPS}100\n100\n`,
      "E: Unable to locate package tree\nE: Unable to locate package nosuch\nE: Version '1.0' for 'tree' was not found\nE: Invalid operation frob\n",
    ]);
  });

  it('asks where more comes than was asked for, and gives up without a terminal', async () => {
    const { stdout } = await runScript(
      'apt-get update >/dev/null; apt-get install jq; echo $?; ls /usr/bin/jq 2>&1',
    );
    expect(stdout).toBe(`${STEPS}The following additional packages will be installed:
  libjq1 libonig5
The following NEW packages will be installed:
  jq libjq1 libonig5
0 upgraded, 3 newly installed, 0 to remove and 0 not upgraded.
Need to get 423 kB of archives.
After this operation, 1188 kB of additional disk space will be used.
Do you want to continue? [Y/n] Abort.
1
ls: cannot access '/usr/bin/jq': No such file or directory
`);
  });

  it('takes the space on the disk that the package has in life', async () => {
    const { stdout } = await runScript(
      'apt-get update >/dev/null; apt-get install -y vim >/dev/null 2>&1; du -sk /usr/share/vim-runtime',
    );
    expect(stdout).toBe('40336\t/usr/share/vim-runtime\n');
  });

  it('installs, records and removes again', async () => {
    const { stdout, stderr } = await runScript(
      `apt-get update >/dev/null; apt-get install -y jq=1.7* 2>&1 | tail -n 4; ls /usr/bin; dpkg -s jq | head -n 2; dpkg -S /usr/bin/jq; dpkg -l jq | tail -n 1
       apt-get remove -y jq | tail -n 1; apt-get autoremove -y | grep Removing; ls /usr/bin; dpkg -s jq; echo $?`,
    );
    expect([stdout, stderr]).toEqual([
      `Setting up libonig5 (6.9.9-1+b1) ...
Setting up libjq1 (1.7.1-6+deb13u1) ...
Setting up jq (1.7.1-6+deb13u1) ...
Processing triggers for libc-bin (2.41-12) ...
jq
Package: jq
Status: install ok installed
jq: /usr/bin/jq
ii  jq   1.7.1-6+deb13u1 amd64        lightweight and flexible command-line JSON processor
Removing jq (1.7.1-6+deb13u1) ...
Removing libjq1 (1.7.1-6+deb13u1) ...
Removing libonig5 (6.9.9-1+b1) ...
1
`,
      "dpkg-query: package 'jq' is not installed and no information is available\nUse dpkg --info (= dpkg-deb --info) to examine archive files.\n",
    ]);
  });
});
