import { describe, expect, it } from 'vitest';
import { BuildError } from '../../api/build-error.ts';
import { toBytes } from '../../lib/bytes.ts';
import { buildImage, buildRequest } from '../testing/build-image.ts';
import { bootEngine, runContainer } from '../testing/boot-engine.ts';

describe('performStep', () => {
  it('runs, copies and makes folders, and takes them from the cache the next time', async () => {
    const { asClient, errors } = bootEngine();
    const lines = [
      'FROM app',
      'ARG TOPIC=ships',
      'WORKDIR /data',
      'COPY a.txt ./',
      'RUN ["write", "b.txt", "b"]',
      'RUN ["env"]',
      'CMD ["read", "b.txt"]',
    ];
    const [first, second, changed, run] = await asClient(async (api) => [
      await buildImage(api, lines, { 'a.txt': '1' }),
      await buildImage(api, lines, { 'a.txt': '1' }),
      await buildImage(api, lines, { 'a.txt': '2' }),
      await runContainer(api, { Image: 'made' }),
    ]);
    expect(first).toEqual({
      log: 'PATH=/bin\nHOSTNAME=buildkitsandbox\nHOME=/root\nTOPIC=ships\n',
      cached: [],
    });
    expect(second.cached).toEqual([
      '[2/5] WORKDIR /data',
      '[3/5] COPY a.txt ./',
      '[4/5] RUN ["write", "b.txt", "b"]',
      '[5/5] RUN ["env"]',
    ]);
    expect(changed.cached).toEqual(['[2/5] WORKDIR /data']);
    expect(run.stdout).toBe('b\n');
    expect(errors).toEqual([]);
  });

  it('runs again when what a bind mount shows has changed', async () => {
    const { asClient, errors } = bootEngine();
    const lines = ['FROM app', 'RUN --mount=type=bind,source=src,target=/src ["read", "/src/a.txt"]'];
    const logs = await asClient(async (api) => [
      (await buildImage(api, lines, { 'src/a.txt': '1', other: '1' })).log,
      (await buildImage(api, lines, { 'src/a.txt': '1', other: '2' })).log,
      (await buildImage(api, lines, { 'src/a.txt': '2', other: '2' })).log,
    ]);
    expect(logs).toEqual(['1', '', '2']);
    expect(errors).toEqual([]);
  });

  it('mounts files and folders, relative to the stage’s folder, and leaves no trace of it', async () => {
    const { asClient, errors } = bootEngine();
    const mount = (rest: string): string => `RUN --mount=${rest}`;
    const lines = [
      'FROM app',
      'ARG NAME=a.txt',
      'WORKDIR /data',
      `${mount('type=bind,source=$NAME,target=${NAME}')} ["read", "/data/a.txt"]`,
      `${mount('type=bind,source=deep,target=in/here')} ["read", "in/here/b.txt"]`,
      `${mount('type=secret,id=key,env=KEY')} --network=none ["env"]`,
      `${mount('type=secret,id=key')} ["read", "/run/secrets/key"]`,
      `${mount('type=ssh')} ["echo", "no agent"]`,
    ];
    const files = { 'a.txt': 'one,', 'deep/b.txt': 'two,' };
    const secrets = { key: toBytes('hidden,') };
    const [log, layers, found] = await asClient(async (api) => {
      const built = await buildImage(api, lines, files, { secrets });
      const { RootFS } = await api.ImageInspect('made');
      const reasons = [];
      for (const wrong of [
        'type=bind,source=gone,target=/x',
        'type=secret,id=none,required',
        'type=ssh,required',
        'type=tmpfs,target=/x,uid=1',
      ])
        reasons.push(
          await buildImage(api, ['FROM app', `${mount(wrong)} ["echo"]`]).catch((reason: Error) =>
            reason.message.replace(/ref \S+:/, 'ref R:'),
          ),
        );
      return [built.log, RootFS.Layers?.slice(-5), reasons];
    });
    expect(log).toContain('one,two,');
    expect(log).toContain('KEY=hidden,');
    expect(log).toContain('hidden,no agent\n');
    // Five layers without a file are the same layer.
    expect(new Set(layers).size).toBe(1);
    expect(found).toEqual([
      'failed to compute cache key: failed to calculate checksum of ref R: "/gone": not found',
      'secret none: not found',
      'no SSH key "default" forwarded from the client',
      'uid not allowed for "tmpfs" type mounts',
    ]);
    expect(errors).toEqual([]);
  });

  it('shows the step that can’t even begin', async () => {
    const { asClient } = bootEngine();
    const told: string[] = [];
    await asClient(async (api) => {
      const messages = api.ImageBuild(buildRequest(['FROM app', 'COPY gone /'], {}));
      try {
        for await (const message of messages)
          if (!('result' in message))
            for (const { name, error } of message.vertexes ?? []) if (error) told.push(`${name}: ${error}`);
      } catch (error) {
        if (!(error instanceof BuildError)) throw error;
      }
    });
    expect(told.map((text) => text.replace(/ref \S+:/, 'ref R:'))).toEqual([
      '[2/2] COPY gone /: failed to calculate checksum of ref R: "/gone": not found',
    ]);
  });

  it('makes the same image at any time with SOURCE_DATE_EPOCH, and another one without', async () => {
    const { asClient } = bootEngine();
    const lines = ['FROM app', 'WORKDIR /srv', 'RUN ["write", "a", "b"]'];
    const ids = await asClient(async (api) => {
      const found: string[] = [];
      for (const epoch of ['1000', '1000', undefined, undefined]) {
        const buildArgs: Record<string, string> = epoch ? { SOURCE_DATE_EPOCH: epoch } : {};
        await buildImage(api, [...lines, 'RUN ["sleep", "1"]'], {}, { buildArgs, noCache: true });
        found.push((await api.ImageInspect('made')).Id);
      }
      return found;
    });
    expect(ids[1]).toBe(ids[0]);
    expect(new Set(ids).size).toBe(3);
  });

  it('keeps a CMD of the stage when ENTRYPOINT follows it, and drops an inherited one', async () => {
    const { asClient } = bootEngine();
    const commands = await asClient(async (api) => {
      await buildImage(api, ['FROM app', 'CMD ["a"]', 'ENTRYPOINT ["echo"]']);
      const own = (await api.ImageInspect('made')).Config.Cmd;
      await buildImage(api, ['FROM made', 'ENTRYPOINT ["echo", "b"]']);
      return [own, (await api.ImageInspect('made')).Config.Cmd];
    });
    expect(commands).toEqual([['a'], undefined]);
  });

  it('says what went wrong, and where', async () => {
    const { asClient, errors } = bootEngine();
    const found: unknown[] = [];
    for (const line of [
      'RUN ["fail", "3"]',
      'RUN ["gone"]',
      'COPY gone /',
      'COPY --exclude=[ . /',
      'COPY a[ /',
      'ADD http://a.b/c /',
    ]) {
      const lines = ['# syntax=docker/dockerfile:1-labs', 'FROM app', line];
      const error = await asClient((api) => buildImage(api, lines, { a: '' }).catch((reason) => reason));
      if (!(error instanceof BuildError)) throw error;
      expect(error.location).toEqual({
        filename: 'Dockerfile',
        source: lines.join('\n'),
        startLine: 3,
        endLine: 3,
      });
      found.push(error.message.replace(/ref \S+:/, 'ref R:'));
    }
    const checksum = 'failed to compute cache key: failed to calculate checksum of ref R:';
    const init = 'unable to start container process: error during container init';
    expect(found).toEqual([
      'process "fail 3" did not complete successfully: exit code: 3',
      `process "gone" did not complete successfully: runc run failed: ${init}: exec: "gone": executable file not found in $PATH`,
      `${checksum} "/gone": not found`,
      `${checksum} invalid excludepatterns: [[]: syntax error in pattern`,
      `${checksum} syntax error in pattern`,
      'failed to load cache key: Get "http://a.b/c": dial tcp: lookup a.b: no such host',
    ]);
    expect(errors).toEqual([]);
  });
});
