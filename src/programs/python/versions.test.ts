import { describe, expect, it } from 'vitest';
import { openTestSession } from '../../../test/support/open-session.ts';
import { PROJECT_FOLDER } from '../../world/world.ts';

const RELEASES = [
  ['3.13-slim', '3.13.9', '25.2'],
  ['3.12-alpine', '3.12.12', '25.0.1'],
  ['3.11-slim', '3.11.14', '24.0'],
  ['3.10', '3.10.19', '23.0.1'],
] as const;

const CODE = `import sys, platform, sysconfig, flask
print(sys.version.split()[0], "%d.%d.%d" % sys.version_info[:3], platform.python_version(), sys.implementation.cache_tag)
print(sysconfig.get_path("purelib"), flask.__file__)`;

describe.each(RELEASES)('python:%s', (tag, release, pipRelease) => {
  const branch = release.slice(0, release.lastIndexOf('.'));
  const site = `/usr/local/lib/python${branch}/site-packages`;

  it(`is ${release}, whatever asks`, async () => {
    const session = openTestSession(PROJECT_FOLDER);
    const script = `python -V; python3 -V; python${branch} -V; echo $PYTHON_VERSION; pip --version; python -m pip --version
pip install -q flask 2> /dev/null; python -c '${CODE}'; flask --version | head -1`;
    const { stdout } = await session.run({ command: `docker run --rm -i -q python:${tag} sh`, input: script }); // prettier-ignore
    const pip = `pip ${pipRelease} from ${site}/pip (python ${branch})\n`;
    expect(stdout).toBe(
      `${`Python ${release}\n`.repeat(3)}${release}\n${pip}${pip}${release} ${release} ${release} cpython-${branch.replace('.', '')}\n${site} ${site}/flask/__init__.py\nPython ${release}\n`,
    );
  });
});

it('says beside the terminal which versions have a module, and leaves versions out that it is not', async () => {
  const notices: string[] = [];
  const session = openTestSession(PROJECT_FOLDER, 1, (text) => notices.push(text));
  await session.run({ command: 'docker run --rm -q python:3.12-slim python -c "import distutils"' });
  await session.run({ command: 'docker run --rm -q python:3.10-slim python -c "import tomllib"' });
  const { stderr } = await session.run({ command: 'docker pull python:3.9' });
  expect(stderr).toBe(
    'Error response from daemon: manifest for python:3.9 not found: manifest unknown: manifest unknown\n',
  );
  expect(notices).toEqual([
    'Python had the module distutils until 3.11: 3.12 has it no more.',
    'Python has the module tomllib from 3.11 on: this is 3.10.',
    'The registry of Drydock has these tags of python: latest, trixie, slim, slim-trixie, alpine, alpine3.22; 3.13, 3.13.9, 3.12, 3.12.12, 3, 3.11, 3.11.14, 3.10, 3.10.19 (each also with -trixie, -slim, -slim-trixie, -alpine, -alpine3.22).',
  ]);
});
