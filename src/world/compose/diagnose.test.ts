import { describe, expect, it } from 'vitest';
import { memoryHost } from '../../cli/compose/testing/memory-host.ts';
import { diagnoseCompose } from './diagnose.ts';

const WEB = 'services:\n  web:\n    image: nginx\n';

/** Each problem as `line:from-to severity message`, for a file that is written in /app. */
async function problems(text: string, beside: Readonly<Record<string, string>> = {}, name = 'compose.yaml') {
  const { host } = memoryHost({ 'compose.yaml': WEB, ...beside });
  const found = await diagnoseCompose(`/app/${name}`, text, host);
  return found.map(
    ({ startLine, startColumn, endColumn, severity, message }) =>
      `${startLine}:${startColumn}-${endColumn} ${severity} ${message}`,
  );
}

describe('diagnoseCompose', () => {
  it('has nothing against what can be loaded', async () => {
    expect(await problems(`${WEB}    ports: ["4000:80"]\n`)).toEqual([]);
    expect(await problems('\n')).toEqual([]);
  });

  it.each([
    [
      'services:\n  web:\n    imagee: nginx\n',
      "3:5-11 error validating /app/compose.yaml: services.web additional properties 'imagee' not allowed",
    ],
    [
      'services:\n  web:\n    image: nginx\n    depends_on:\n      - db\n',
      '5:9-11 error service "web" depends on undefined service "db": invalid compose project',
    ],
    [
      'services:\n  web:\n    image: nginx\n    networks: [back]\n',
      '4:15-21 error service "web" refers to undefined network back: invalid compose project',
    ],
    [
      'services:\n  web:\n    image: nginx\n    volumes:\n      - data:/data\n',
      '5:9-19 error service "web" refers to undefined volume data: invalid compose project',
    ],
    [
      'services:\n  web:\n    ports: x\n',
      '3:5-10 error validating /app/compose.yaml: services.web.ports must be a array',
    ],
    [
      'services:\n  web:\n    restart: always\n',
      '2:3-6 error service "web" has neither an image nor a build context specified: invalid compose project',
    ],
    [
      'services:\n  web:\n    image: nginx\n   ports: []\n',
      '4:4-13 error failed to parse /app/compose.yaml: yaml: line 1: did not find expected key',
    ],
  ])('%j', async (text, expected) => {
    expect(await problems(text)).toEqual([expected]);
  });

  it('warns as the terminal does', async () => {
    expect(await problems(`version: "3"\n${WEB}    hostname: \${NAME}\n`)).toEqual([
      '5:15-21 warning The "NAME" variable is not set. Defaulting to a blank string.',
      '1:1-8 warning /app/compose.yaml: the attribute `version` is obsolete, it will be ignored, please remove it to avoid potential confusion',
    ]);
  });

  it('takes an override with what it goes over', async () => {
    const text = 'services:\n  web:\n    restart: always\n';
    expect(await problems(text, { 'compose.override.yaml': '' }, 'compose.override.yaml')).toEqual([]);
  });
});
