import type { SystemVersion } from '../../api/system-types.ts';
import type { EngineContext } from '../engine-context.ts';

/** The engine that is simulated. */
export const SERVER_VERSION = '28.2.2';
export const API_VERSION = '1.50';
const MIN_API_VERSION = '1.24';
const GIT_COMMIT = '45873be';
const GO_VERSION = 'go1.24.3';
const BUILD_TIME = '2025-05-30T12:07:26.000000000+00:00';

/** @see moby v28 daemon/info.go SystemVersion */
export function systemVersion(context: EngineContext): SystemVersion {
  const { kernelRelease, architecture } = context.kernel.facts;
  const facts = { ApiVersion: API_VERSION, MinAPIVersion: MIN_API_VERSION, GitCommit: GIT_COMMIT, GoVersion: GO_VERSION };
  return {
    Platform: { Name: 'Docker Engine - Community' },
    Components: [
      {
        Name: 'Engine',
        Version: SERVER_VERSION,
        Details: {
          ...facts,
          Arch: architecture,
          BuildTime: BUILD_TIME,
          Experimental: 'false',
          KernelVersion: kernelRelease,
          Os: 'linux',
        },
      },
      { Name: 'containerd', Version: '1.7.27', Details: { GitCommit: '05044ec0a9a75232cad458027ca83437aae3f4da' } },
      { Name: 'runc', Version: '1.2.5', Details: { GitCommit: 'v1.2.5-0-g59923ef' } },
      { Name: 'docker-init', Version: '0.19.0', Details: { GitCommit: 'de40ad0' } },
    ],
    Version: SERVER_VERSION,
    ...facts,
    Os: 'linux',
    Arch: architecture,
    KernelVersion: kernelRelease,
    BuildTime: BUILD_TIME,
  };
}
