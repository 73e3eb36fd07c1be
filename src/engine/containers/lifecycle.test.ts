import { describe, expect, it } from 'vitest';
import { bootEngine, runContainer, startDetached } from '../testing/boot-engine.ts';

const eventsOf = (engine: ReturnType<typeof bootEngine>['engine']): string[] =>
  engine.store.pastEvents.map(({ Type, Action, Actor }) => {
    const { exitCode, signal } = Actor.Attributes;
    return [Type, Action, exitCode ?? signal].filter((word) => word !== undefined).join(' ');
  });

describe('a container', () => {
  it('runs its command, gives its output and ends with its status', async () => {
    const { asClient, engine, errors } = bootEngine();
    const result = await asClient((api) => runContainer(api, { Cmd: ['fail', '42'] }, 'one'));
    expect(result).toMatchObject({ stdout: '', stderr: 'failed\n', status: 42 });
    expect(eventsOf(engine)).toEqual([
      'container create',
      'container attach',
      'network connect',
      'container start',
      'container die 42',
      'network disconnect',
    ]);
    expect(engine.store.state.containers.get(result.id)).toMatchObject({
      status: 'exited',
      exitCode: 42,
      pid: 0,
    });
    expect(errors).toEqual([]);
  });

  it('that was removed on exit leaves nothing', async () => {
    const { asClient, engine } = bootEngine();
    const { status } = await asClient((api) =>
      runContainer(api, { Cmd: ['fail', '3'], Volumes: { '/data': {} }, HostConfig: { AutoRemove: true } }),
    );
    expect(status).toBe(3);
    expect([
      engine.store.state.containers.size,
      engine.store.state.volumes.size,
      engine.context.containers.size,
    ]).toEqual([0, 0, 0]);
  });

  it('ignores SIGTERM as pid 1 and is killed after the grace time', async () => {
    const { asClient, engine, kernel } = bootEngine();
    const id = await asClient((api) => startDetached(api, {}, 'box'));
    const before = kernel.clock.now();
    await asClient((api) => api.ContainerStop('box', { t: 3 }));
    expect(Math.round((kernel.clock.now() - before) / 1000)).toBe(3);
    expect(engine.store.state.containers.get(id)).toMatchObject({ status: 'exited', exitCode: 137 });
    expect(eventsOf(engine).slice(-5)).toEqual([
      'container kill 15',
      'container kill 9',
      'container die 137',
      'network disconnect',
      'container stop',
    ]);
  });

  it('that handles its stop signal ends by itself', async () => {
    const { asClient, engine } = bootEngine();
    const id = await asClient((api) => startDetached(api, { Cmd: ['sleep', '1000', '--term'] }));
    await asClient((api) => api.ContainerStop(id));
    expect(engine.store.state.containers.get(id)?.exitCode).toBe(143);
  });

  it('starts again with its files as it left them', async () => {
    const { asClient } = bootEngine();
    const result = await asClient(async (api) => {
      const { id } = await runContainer(api, { Cmd: ['write', '/kept', 'yes'] });
      await api.ContainerStart(id);
      await (await api.ContainerWait(id)).done();
      return [...(await api.ContainerArchive(id, '/kept')).entries()].map((entry) =>
        new TextDecoder().decode(entry.read()),
      );
    });
    expect(result).toEqual(['yes\n']);
  });

  it('attached before its end was seen waits for the next one, not for the last', async () => {
    const { asClient } = bootEngine();
    const result = await asClient(async (api) => {
      const { id } = await runContainer(api, { Cmd: ['sleep', '5'] });
      const wait = await api.ContainerWait(id, 'next-exit');
      const stream = await api.ContainerAttach(id, { stream: true, stdout: true });
      const before = await api.ContainerInspect(id);
      await api.ContainerStart(id);
      await wait.done();
      stream.close();
      return [before.State.FinishedAt !== (await api.ContainerInspect(id)).State.FinishedAt];
    });
    expect(result).toEqual([true]);
  });
});

describe('refusals', () => {
  const refusal = async (body: Parameters<ReturnType<typeof bootEngine>['asClient']>[0]): Promise<string> => {
    const { asClient } = bootEngine();
    return asClient(body).then(
      () => 'no error',
      (error: Error & { kind?: string }) => `${String(error.kind)}: ${error.message}`,
    );
  };

  it('names its conflicts as Docker does', async () => {
    expect(
      await refusal(async (api) => {
        await api.ContainerCreate({ Image: 'app' }, { name: 'web' });
        return api.ContainerCreate({ Image: 'app' }, { name: 'web' });
      }),
    ).toMatch(
      /^conflict: Conflict\. The container name "\/web" is already in use by container "[0-9a-f]{64}"\. You have to remove \(or rename\) that container to be able to reuse that name\.$/,
    );
    expect(await refusal((api) => api.ContainerCreate({ Image: 'nosuch' }))).toBe(
      'notFound: No such image: nosuch:latest',
    );
    expect(await refusal((api) => api.ContainerCreate({ Image: 'app' }, { name: 'my app' }))).toBe(
      'invalidParameter: Invalid container name (my app), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed',
    );
    expect(
      await refusal(async (api) => {
        await startDetached(api, {}, 'web');
        await api.ContainerDelete('web');
      }),
    ).toBe(
      'conflict: cannot remove container "/web": container is running: stop the container before removing or force remove',
    );
  });

  it.each([
    [['nosuch'], 127, 'exec: "nosuch": executable file not found in $PATH: unknown'],
    [['/bin/nosuch'], 127, 'exec: "/bin/nosuch": stat /bin/nosuch: no such file or directory: unknown'],
    [['/etc/passwd'], 126, 'exec: "/etc/passwd": permission denied: unknown'],
    [['/etc'], 126, 'exec: "/etc": is a directory: unknown: permission denied'],
  ])('cannot run %j', async (Cmd, exitCode, text) => {
    const { asClient, engine } = bootEngine();
    const error = await asClient((api) => runContainer(api, { Cmd }, 'bad')).catch(
      (reason: Error) => reason.message,
    );
    expect(error).toBe(
      `failed to create task for container: failed to create shim task: OCI runtime create failed: runc create failed: unable to start container process: error during container init: ${text}`,
    );
    const [, container] = [...engine.store.state.containers][0]!;
    expect(container).toMatchObject({ status: 'created', exitCode, pid: 0 });
    expect(container.endpoints.get('bridge')?.address).toBe('');
  });

  it('an unknown user', async () => {
    expect(await refusal((api) => runContainer(api, { User: 'nosuch' }))).toBe(
      'system: unable to find user nosuch: no matching entries in passwd file',
    );
  });
});

describe('restart policy', () => {
  it('on-failure gives up after its count, with growing delays', async () => {
    const { asClient, engine, kernel } = bootEngine();
    const HostConfig = { RestartPolicy: { Name: 'on-failure' as const, MaximumRetryCount: 2 } };
    const id = await asClient((api) => startDetached(api, { Cmd: ['fail', '3'], HostConfig }));
    await asClient(() => kernel.clock.sleep(5000));
    expect(engine.store.state.containers.get(id)).toMatchObject({
      status: 'exited',
      exitCode: 3,
      restartCount: 2,
    });
  });

  it('always restarts, but not what was stopped or killed by hand', async () => {
    const { asClient, engine, kernel } = bootEngine();
    const HostConfig = { RestartPolicy: { Name: 'always' as const, MaximumRetryCount: 0 } };
    const id = await asClient((api) => startDetached(api, { Cmd: ['sleep', '20'], HostConfig }));
    await asClient(() => kernel.clock.sleep(50_000));
    expect(engine.store.state.containers.get(id)).toMatchObject({ status: 'running', restartCount: 2 });
    await asClient((api) => api.ContainerKill(id));
    await asClient(() => kernel.clock.sleep(50_000));
    expect(engine.store.state.containers.get(id)?.status).toBe('exited');
  });
});

describe('stdin', () => {
  it('goes to the process and ends with its first client', async () => {
    const { asClient } = bootEngine();
    const output = await asClient(async (api) => {
      const { Id } = await api.ContainerCreate({
        Image: 'app',
        Cmd: ['cat'],
        OpenStdin: true,
        StdinOnce: true,
      });
      const stream = await api.ContainerAttach(Id, { stream: true, stdin: true, stdout: true });
      await api.ContainerStart(Id);
      await stream.write(new TextEncoder().encode('piped\n'));
      stream.closeWrite();
      const chunk = await stream.read();
      await (await api.ContainerWait(Id)).done();
      return new TextDecoder().decode(chunk?.data);
    });
    expect(output).toBe('piped\n');
  });

  it('a client that writes to a process that is gone is not killed for it', async () => {
    const { asClient } = bootEngine();
    const told = await asClient(async (api) => {
      const { Id } = await api.ContainerCreate({
        Image: 'app',
        Cmd: ['echo', 'x'],
        OpenStdin: true,
        StdinOnce: true,
      });
      const stream = await api.ContainerAttach(Id, { stream: true, stdin: true, stdout: true });
      await api.ContainerStart(Id);
      await (await api.ContainerWait(Id)).done();
      return stream.write(new Uint8Array(200_000)).then(
        () => 'written',
        (error: Error) => error.message,
      );
    });
    expect(told).toBe('written');
  });
});
