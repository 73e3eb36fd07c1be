import { describe, expect, it } from 'vitest';
import { addImage, bootEngine, execIn, runContainer, startDetached } from '../testing/boot-engine.ts';

describe('the first process', () => {
  it('a script without its interpreter is a container that ends with 255', async () => {
    const { asClient, engine } = bootEngine();
    addImage(engine, 'scripts:latest', {}, { '/run.sh': '#!/bin/nosuch\n', '/text': 'hello\n' });
    const view = async (Cmd: string[]) =>
      asClient(async (api) => {
        const { Id } = await api.ContainerCreate({ Image: 'scripts', Cmd });
        return Id;
      });
    const id = await view(['/run.sh']);
    const { fs } = engine.context.containers.get(id)!;
    const files = engine.context.kernel.viewAsRoot(
      engine.context.kernel.createMountTable({ fs, ino: fs.root }),
    );
    files.chmod('/run.sh', 0o755);
    const result = await asClient(async (api) => {
      await api.ContainerStart(id);
      const { StatusCode } = await (await api.ContainerWait(id)).done();
      let text = '';
      for await (const { data } of api.ContainerLogs(id, { stdout: true, stderr: true }))
        text += new TextDecoder().decode(data);
      return [StatusCode, text];
    });
    expect(result).toEqual([255, 'exec /run.sh: no such file or directory\n']);
  });

  it('is found from its working directory, and so is a command beside it', async () => {
    const { asClient } = bootEngine();
    const run = (WorkingDir: string) =>
      asClient((api) => runContainer(api, { Cmd: ['./echo', 'hi'], WorkingDir }));
    expect((await run('/bin')).stdout).toBe('hi\n');
    await expect(run('/tmp')).rejects.toThrow('exec: "./echo": stat ./echo: no such file or directory');
    const beside = await asClient(async (api) =>
      execIn(api, await startDetached(api, { WorkingDir: '/bin' }), ['./echo', 'ho']),
    );
    expect(beside.output).toBe('ho\n');
  });

  it('--init passes signals on', async () => {
    const { asClient, engine } = bootEngine();
    const id = await asClient((api) => startDetached(api, { HostConfig: { Init: true } }));
    await asClient((api) => api.ContainerStop(id));
    expect(engine.store.state.containers.get(id)?.exitCode).toBe(143);
  });

  it('has the environment, host name and user it was given', async () => {
    const { asClient } = bootEngine();
    const { stdout } = await asClient((api) =>
      runContainer(api, { Cmd: ['env'], Env: ['COLOR=red'], Hostname: 'box', User: 'nobody' }),
    );
    expect(stdout).toBe('PATH=/bin\nHOSTNAME=box\nCOLOR=red\nHOME=/\n');
  });

  it('finds its address in /etc/hosts and its limits in /sys/fs/cgroup', async () => {
    const { asClient } = bootEngine();
    const texts = await asClient(async (api) => {
      const id = await startDetached(api, {
        Hostname: 'box',
        HostConfig: { Memory: 64 * 1024 * 1024, ExtraHosts: ['db:10.0.0.5'] },
      });
      return [
        (await execIn(api, id, ['read', '/etc/hosts'])).output.split('\n').slice(-3),
        (await execIn(api, id, ['read', '/sys/fs/cgroup/memory.max'])).output,
        (await api.ContainerChanges(id)).map((change) => change.Path),
      ];
    });
    expect(texts).toEqual([['10.0.0.5\tdb', '172.17.0.2\tbox', ''], '67108864\n', []]);
  });
});

describe('exec', () => {
  it('runs beside the main process with its own status', async () => {
    const { asClient, engine } = bootEngine();
    const results = await asClient(async (api) => {
      await startDetached(api, { Env: ['COLOR=blue'] }, 'box');
      return [
        await execIn(api, 'box', ['fail', '4']),
        await execIn(api, 'box', ['nosuch']),
        await execIn(api, 'box', ['/etc/passwd']),
        await execIn(api, 'box', ['echo', 'x'], { WorkingDir: '/nonexistent' }),
        await execIn(api, 'box', ['echo', 'x'], { User: 'nosuch' }),
      ];
    });
    const failed = 'OCI runtime exec failed: exec failed: unable to start container process: ';
    expect(results).toEqual([
      { output: 'failed\n', status: 4 },
      { output: `${failed}exec: "nosuch": executable file not found in $PATH: unknown\r\n`, status: 127 },
      { output: `${failed}exec: "/etc/passwd": permission denied: unknown\r\n`, status: 126 },
      {
        output: `${failed}chdir to cwd ("/nonexistent") set in config.json failed: no such file or directory: unknown\r\n`,
        status: 127,
      },
      { output: 'unable to find user nosuch: no matching entries in passwd file\r\n', status: 126 },
    ]);
    expect(engine.store.pastEvents.map((event) => event.Action).slice(3, 6)).toEqual([
      'exec_create: fail 4',
      'exec_start: fail 4',
      'exec_die',
    ]);
  });

  it('a container that does not run, or is paused, takes none', async () => {
    const { asClient } = bootEngine();
    const [paused, stopped] = await asClient(async (api) => {
      const id = await startDetached(api, {}, 'box');
      const attempt = () =>
        api.ContainerExec('box', { Cmd: ['echo'] }).then(
          () => '',
          (error: Error) => error.message.replace(id, 'ID'),
        );
      await api.ContainerPause('box');
      const first = await attempt();
      await api.ContainerUnpause('box');
      await api.ContainerKill('box');
      return [first, await attempt()];
    });
    expect([paused, stopped]).toEqual([
      'Container box is paused, unpause the container before exec',
      'container ID is not running',
    ]);
  });
});
