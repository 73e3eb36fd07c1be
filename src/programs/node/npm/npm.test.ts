import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../../host/node.ts';
import { stillHost } from '../../../kernel/testing/boot.ts';
import { runScript } from '../../testing/run-script.ts';
import { satisfies } from './semver.ts';

beforeAll(() => {
  Object.assign(stillHost, { compile: nodeHost.compile });
});

describe('satisfies', () => {
  it.each([
    ['4.21.2', '^4.18.0', true], ['5.1.0', '^4.18.0', false], ['4.21.2', '~4.21.0', true], ['4.21.2', '~4.20', false], ['1.2.3', '1.2.3', true],
    ['1.2.4', '1.2.3', false], ['2.0.0', '>=1 <3', true], ['0.2.5', '^0.2.3', true], ['0.3.0', '^0.2.3', false], ['3.0.0', '1.x || 3', true],
    ['1.5.0', '1 - 2', true], ['9.9.9', '*', true], ['9.9.9', 'latest', true], ['2.0.0', '1', false],
  ])('%s %s: %s', (version, range, expected) => {
    expect(satisfies(version, range)).toBe(expected);
  }); // prettier-ignore
});

describe('npm', () => {
  const online = (script: string): ReturnType<typeof runScript> => runScript(script);

  it('installs, runs what it installed, and lists it', async () => {
    const { stdout } = await online(`
npm init -y > /dev/null; npm install uuid@9 dotenv chalk@4 | grep added; npm install -D nodemon > /dev/null
npm ls; npm ls --omit=dev > /dev/null; echo $?
node -e 'console.log(require("uuid").validate(require("uuid").v4()), require("dotenv").parse("A=1 # c\\nB=\\"x y\\""), require("chalk").red("r"))'
node -p 'Object.keys(require("./package-lock.json").packages).length, require("./package.json").devDependencies.nodemon'
rm -r node_modules; npm ci --omit=dev | grep added; ls node_modules`);
    expect(stdout).toMatch(/^added 3 packages, and audited 4 packages in /);
    expect(stdout).toContain('work@1.0.0 /work\n├── chalk@4.1.2\n├── dotenv@17.2.3\n├── nodemon@3.1.10\n└── uuid@9.0.1\n\n0\ntrue { A: \'1\', B: \'x y\' } r\n^3.1.10\n'); // prettier-ignore
    expect(stdout).toMatch(/\nadded 3 packages, and audited 4 packages in \d+ms\nchalk\ndotenv\nuuid\n$/);
  });

  it('runs scripts in their order, and tells their status', async () => {
    const { stdout, stderr } = await online(`
echo '{"name":"t","version":"1.0.0","scripts":{"prestart":"echo before","start":"node -p process.env.npm_lifecycle_event","bad":"exit 3"}}' > package.json
npm start; npm run -s bad; echo $?; npm run none; echo $?`);
    expect(stdout).toBe(
      '\n> t@1.0.0 prestart\n> echo before\n\nbefore\n\n> t@1.0.0 start\n> node -p process.env.npm_lifecycle_event\n\nstart\n3\n1\n',
    );
    expect(stderr).toContain('npm error Missing script: "none"\nnpm error\nnpm error To see a list of scripts, run:\n'); // prettier-ignore
  });

  it('refuses what is not there', async () => {
    const { stderr } = await online(`
npm install nosuchpkg; npm install express@99; npm ci; npm frob`);
    expect(stderr).toContain("npm error code E404\nnpm error 404 Not Found - GET https://registry.npmjs.org/nosuchpkg - Not found\nnpm error 404\nnpm error 404  'nosuchpkg@*' is not in this registry.\n"); // prettier-ignore
    expect(stderr).toContain('npm error code ETARGET\nnpm error notarget No matching version found for express@99.\n'); // prettier-ignore
    expect(stderr).toContain('npm error code EUSAGE\nnpm error\nnpm error The `npm ci` command can only install with an existing package-lock.json or\n'); // prettier-ignore
    expect(stderr).toContain('Unknown command: "frob"\n');
  });
});
