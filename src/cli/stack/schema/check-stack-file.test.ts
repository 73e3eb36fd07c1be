import { describe, expect, it } from 'vitest';
import { readYaml } from '../../yaml/read-yaml.ts';
import { stackFileProblem } from './check-stack-file.ts';

const problem = (text: string, minor = 13): string | undefined =>
  stackFileProblem(readYaml(text)[0]?.value ?? null, minor);

/** What is wrong with a service that says this. */
const serviceProblem = (line: string, minor = 13): string | undefined =>
  problem(`services:\n  a:\n    ${line}\n`, minor);

describe('stackFileProblem', () => {
  it.each([
    ['init: true', 6, 7],
    ['configs: [a]', 2, 3],
    ['credential_spec: {config: a}', 7, 8],
    ['build: {target: a}', 3, 4],
    ['healthcheck: {start_interval: 1s}', 11, 12],
    ['deploy: {update_config: {order: stop-first}}', 3, 4],
    ['volumes: [{type: tmpfs, tmpfs: {size: 1}}]', 5, 6],
    ['ports: [{target: 80}]', 1, 2],
  ])('knows %j from a version on', (line, before, from) => {
    expect(serviceProblem(line, before)).toMatch(
      /is not allowed$|^services\.a\.ports\.0 must be a string or number$/,
    );
    expect(serviceProblem(line, from)).toBeUndefined();
  });

  it.each([
    ['image: 1', 'services.a.image must be a string'],
    ['foo: 1', 'services.a Additional property foo is not allowed'],
    ['environment: A=1', 'services.a.environment must be a mapping'],
    ['environment: {A: true}', 'services.a.environment.A must be a string, number or null'],
    ['command: 3', 'services.a.command must be a string'],
    ['dns: [a, a]', 'services.a.dns array items[0,1] must be unique'],
    ['volumes: [{target: /a}]', 'services.a.volumes.0 type is required'],
    ['ulimits: {a: {soft: 1}}', 'services.a.ulimits.a hard is required'],
    ['stop_grace_period: 5x', "services.a.stop_grace_period Does not match format 'duration'"],
    [
      'volumes: [{type: tmpfs, tmpfs: {size: -1}}]',
      'services.a.volumes.0.tmpfs.size Must be greater than or equal to 0',
    ],
    [
      'deploy: {update_config: {order: foo}}',
      'services.a.deploy.update_config.order services.a.deploy.update_config.order must be one of the following: "start-first", "stop-first"',
    ],
  ])('says what is wrong with %j', (line, message) => {
    expect(serviceProblem(line)).toBe(message);
  });

  it('names the file itself, and sections', () => {
    expect(problem('foo: 1\n')).toBe('(root) Additional property foo is not allowed');
    expect(problem('x-foo: 1\n', 3)).toBe('(root) Additional property x-foo is not allowed');
    expect(problem('networks: [a]\n')).toBe('networks must be a mapping');
    expect(problem('volumes: {data: local}\n')).toBe('volumes.data must be a mapping or null');
  });
});
