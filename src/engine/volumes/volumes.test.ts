import { describe, expect, it } from 'vitest';
import { addImage, bootEngine, runContainer, startDetached } from '../testing/boot-engine.ts';

type Body = Parameters<ReturnType<typeof bootEngine>['asClient']>[0];
const refusal = async (body: Body): Promise<string> =>
  bootEngine()
    .asClient(body)
    .then(
      () => 'no error',
      (error: Error) => error.message,
    );

describe('volumes', () => {
  it('keep files from one container to the next, and on the machine', async () => {
    const { asClient, kernel, engine } = bootEngine();
    const HostConfig = { Binds: ['data:/d'] };
    const text = await asClient(async (api) => {
      await runContainer(api, { Cmd: ['write', '/d/f', 'kept'], HostConfig });
      return (await runContainer(api, { Cmd: ['read', '/d/f'], HostConfig })).stdout;
    });
    expect(text).toBe('kept\n');
    expect(kernel.viewAsRoot(kernel.hostMounts).readText('/var/lib/docker/volumes/data/_data/f')).toBe(
      'kept\n',
    );
    const volumeEvents = engine.store.pastEvents
      .filter(({ Type }) => Type === 'volume')
      .map(({ Action }) => Action);
    expect(volumeEvents).toEqual(['create', 'mount', 'unmount', 'mount', 'unmount']);
  });

  it('start with what the image has at their place, once', async () => {
    const { asClient, engine } = bootEngine();
    addImage(engine, 'site:latest', {}, { '/html/index.html': 'from the image\n' });
    const texts = await asClient(async (api) => {
      const read = { Image: 'site', Cmd: ['read', '/html/index.html'] };
      const withCopy = await runContainer(api, { ...read, HostConfig: { Binds: ['site:/html'] } });
      const without = await runContainer(api, { ...read, HostConfig: { Binds: ['nc:/html:nocopy'] } });
      await runContainer(api, {
        Cmd: ['write', '/s/index.html', 'changed'],
        HostConfig: { Binds: ['site:/s'] },
      });
      const again = await runContainer(api, { ...read, HostConfig: { Binds: ['site:/html'] } });
      return [withCopy.stdout, without.stderr, again.stdout];
    });
    expect(texts).toEqual(['from the image\n', 'No such file or directory\n', 'changed\n']);
  });

  it('read-only ones refuse writes; binds are the machine’s own files', async () => {
    const { asClient, kernel } = bootEngine();
    const view = kernel.viewAsRoot(kernel.hostMounts);
    view.mkdirAll('/home/html');
    view.writeFile('/home/html/index.html', 'my page\n');
    const results = await asClient(async (api) => {
      const bound = { Binds: ['/home/html:/h'] };
      const first = await runContainer(api, { Cmd: ['read', '/h/index.html'], HostConfig: bound });
      await runContainer(api, { Cmd: ['write', '/h/new', 'made inside'], HostConfig: bound });
      const refused = await runContainer(api, {
        Cmd: ['write', '/h/x', 'y'],
        HostConfig: { Binds: ['/home/html:/h:ro'] },
      });
      const root = await runContainer(api, {
        Cmd: ['write', '/x', 'y'],
        HostConfig: { ReadonlyRootfs: true, Tmpfs: { '/run': '' } },
      });
      return [first.stdout, refused.stderr, root.stderr];
    });
    expect(results).toEqual(['my page\n', 'Read-only file system\n', 'Read-only file system\n']);
    expect(view.readText('/home/html/new')).toBe('made inside\n');
  });

  it('in memory give their space back with the last process, the machine’s own do not', async () => {
    const { asClient, kernel, engine } = bootEngine();
    const used = await asClient(async (api) => {
      const id = await startDetached(api, { HostConfig: { Tmpfs: { '/t': '' }, Binds: ['/dev:/host-dev'] } });
      const mounts = engine.context.containers.get(id)?.runtime?.mounts;
      const view = mounts && kernel.viewAsRoot(mounts);
      view?.writeFile('/t/f', new Uint8Array(8192).fill(1));
      view?.writeFile('/host-dev/f', new Uint8Array(8192).fill(1));
      const usedBytes = () => ['/t', '/host-dev'].map((path) => view?.space(path).usedBytes);
      const before = usedBytes();
      await api.ContainerDelete(id, { force: true });
      await kernel.clock.sleep(1000);
      return [before, usedBytes()];
    });
    expect(used).toEqual([
      [8192, 8192],
      [0, 8192],
    ]);
  });

  it('in use they stay; pruning takes anonymous ones only', async () => {
    const { asClient } = bootEngine();
    const result = await asClient(async (api) => {
      const id = await startDetached(api, { Volumes: { '/anon': {} }, HostConfig: { Binds: ['data:/d'] } });
      const message = await api.VolumeDelete('data').catch((error: Error) => error.message.replace(id, 'ID'));
      await api.ContainerDelete(id, { force: true });
      const pruned = await api.VolumePrune();
      const left = (await api.VolumeList()).Volumes.map(({ Name }) => Name);
      const all = await api.VolumePrune({ all: ['true'] });
      return [message, pruned.Deleted.length, left, all.Deleted];
    });
    expect(result).toEqual(['remove data: volume is in use - [ID]', 1, ['data'], ['data']]);
  });

  it('refuse in Docker’s words', async () => {
    const binds = (...Binds: string[]) => ({ Image: 'app', HostConfig: { Binds } });
    expect(await refusal((api) => api.VolumeDelete('nope'))).toBe('get nope: no such volume');
    expect(await refusal((api) => api.VolumeCreate({ Name: 'a' }))).toBe(
      'create a: volume name is too short, names should be at least two alphanumeric characters',
    );
    expect(await refusal((api) => api.ContainerCreate(binds('my data:/x')))).toBe(
      'create my data: "my data" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path',
    );
    expect(await refusal((api) => api.ContainerCreate(binds('data:relative')))).toBe(
      "invalid volume specification: 'data:relative': invalid mount config for type \"volume\": invalid mount path: 'relative' mount path must be absolute",
    );
    expect(await refusal((api) => api.ContainerCreate(binds('v1:/v', 'v2:/v')))).toBe(
      'Duplicate mount point: /v',
    );
    const mount = (Type: 'bind', Source: string) => ({
      Image: 'app',
      HostConfig: { Mounts: [{ Type, Source, Target: '/x' }] },
    });
    expect(await refusal((api) => api.ContainerCreate(mount('bind', '/does/not/exist')))).toBe(
      'invalid mount config for type "bind": bind source path does not exist: /does/not/exist',
    );
  });
});
