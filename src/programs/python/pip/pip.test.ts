import { describe, expect, it } from 'vitest';
import { runScript } from '../../testing/run-script.ts';

describe('pip', () => {
  it('installs, lists and removes', async () => {
    const { stdout } = await runScript(
      'pip install -q redis==5.0.1; pip freeze; pip list; pip install redis; pip show redis | head -n 2; pip uninstall -y redis; pip freeze',
    );
    expect(stdout).toBe(`redis==5.0.1
Package Version
------- -------
pip     25.0.1
redis   5.0.1
Requirement already satisfied: redis in /usr/local/lib/python3.12/site-packages (5.0.1)
Name: redis
Version: 5.0.1
Found existing installation: redis 5.0.1
Uninstalling redis-5.0.1:
  Successfully uninstalled redis-5.0.1
`);
  });

  it('says what it does not find', async () => {
    const { stdout, stderr } = await runScript(
      'export PIP_DISABLE_PIP_VERSION_CHECK=1; pip install nosuch==1; echo $?; pip install; echo $?; pip install -r none.txt; echo $?; pip frob; echo $?',
    );
    expect(stdout).toBe('Collecting nosuch==1\n1\n1\n1\n1\n');
    expect(stderr)
      .toContain(`ERROR: Could not find a version that satisfies the requirement nosuch==1 (from versions: none)
ERROR: No matching distribution found for nosuch==1
ERROR: You must give at least one requirement to install (see "pip help install")
ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'none.txt'
ERROR: unknown command "frob"
`);
  });
});
