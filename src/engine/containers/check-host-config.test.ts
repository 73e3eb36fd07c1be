import { describe, expect, it } from 'vitest';
import type { ContainerCreateRequest } from '../../api/container-types.ts';
import { bootEngine, startDetached } from '../testing/boot-engine.ts';

const refusal = async (request: ContainerCreateRequest): Promise<string> =>
  bootEngine()
    .asClient(async (api) => {
      await startDetached(api, {}, 'web');
      await api.ContainerCreate({ Image: 'app', ...request });
      return 'no error';
    })
    .catch((error: Error) => error.message);

describe('a request to create a container is refused', () => {
  const shared = 'container:web';
  it.each<[ContainerCreateRequest, string]>([
    [{ HostConfig: { Memory: 3 * 1024 * 1024 } }, 'Minimum memory limit allowed is 6MB'],
    [
      { HostConfig: { NanoCpus: 64e9 } },
      'range of CPUs is from 0.01 to 4.00, as there are only 4 CPUs available',
    ],
    [
      { HostConfig: { RestartPolicy: { Name: 'on-failure', MaximumRetryCount: -1 } } },
      'invalid restart policy: maximum retry count cannot be negative',
    ],
    [
      { HostConfig: { RestartPolicy: { Name: 'no', MaximumRetryCount: 3 } } },
      "invalid restart policy: maximum retry count can only be used with 'on-failure'",
    ],
    [
      { HostConfig: { NetworkMode: shared }, Hostname: 'x' },
      'conflicting options: hostname and the network mode',
    ],
    [
      { HostConfig: { NetworkMode: shared, PortBindings: { '80/tcp': [] } } },
      'conflicting options: port publishing and the container type network mode',
    ],
    [
      { HostConfig: { NetworkMode: shared }, ExposedPorts: { '80/tcp': {} } },
      'conflicting options: port exposing and the container type network mode',
    ],
    [{ HostConfig: { NetworkMode: 'container:nosuch' } }, 'no error'],
    [{ WorkingDir: '/etc/passwd' }, 'Cannot mkdir: /etc/passwd is not a directory'],
    [
      { HostConfig: { Links: ['nosuch:x'] } },
      'could not get container for nosuch: No such container: nosuch',
    ],
    [
      { WorkingDir: 'relative' },
      "the working directory 'relative' is invalid, it needs to be an absolute path",
    ],
    [
      { HostConfig: { LogConfig: { Type: 'nope', Config: {} } } },
      "logger: no log driver named 'nope' is registered",
    ],
    [
      { HostConfig: { LogConfig: { Type: 'json-file', Config: { size: '1k' } } } },
      "unknown log opt 'size' for json-file log driver",
    ],
    [{ StopSignal: 'NOPE' }, 'invalid signal: NOPE'],
    [{ HostConfig: { NetworkMode: 'host' } }, 'no error'],
  ])('%j', async (request, message) => {
    expect(await refusal(request)).toBe(message);
  });
});
