import { describe, expect, it } from 'vitest';
import { buildCommand } from './build-command.ts';

describe('buildCommand', () => {
  it.each([
    ['/root/site/Dockerfile', '/root/site', undefined, 'docker build -t site .'],
    ['/root/site/Dockerfile', '/root/site', 'friendlyhello:2', 'docker build -t friendlyhello:2 .'],
    ['/root/site/My App/Dockerfile', '/root/site', undefined, "docker build -t my-app 'My App'"],
    ['/root/site/Dockerfile', '/tmp', undefined, 'docker build -t site /root/site'],
    ['/root/site/Dockerfile', '/root/sit', undefined, 'docker build -t site /root/site'],
    ['/root/site/web.Dockerfile', '/root/site', 'web', 'docker build -t web -f web.Dockerfile .'],
    ['/root/site/a/web.Dockerfile', '/root/site', undefined, 'docker build -t a -f a/web.Dockerfile a'],
    ['/Dockerfile', undefined, undefined, 'docker build -t image /'],
  ])('builds %s from %s', (path, cwd, tag, command) => {
    expect(buildCommand({ path, cwd, tag })).toBe(command);
  });
});
