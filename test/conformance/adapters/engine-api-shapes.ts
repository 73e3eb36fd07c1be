import type { Scenario } from '../../../src/world/scenario.ts';
import type { StepOutput } from '../equivalences.ts';
import { runSessions } from '../session-pool.ts';
import { nameOf, type Adapter, type Case, type Comparison } from '../suite.ts';
import { findMisfits, type Shape } from './shape-fit.ts';

interface ShapeCase extends Case {
  readonly input: { readonly operation: string };
  readonly expected: { readonly shape: Shape };
}

/** An object of every kind, with as much set as one of it can have. */
const LOCAL = [
  'docker network create --label a=b lab',
  'docker volume create --label a=b --opt type=tmpfs --opt device=tmpfs disk',
  'docker run -d --name web --label a=b --network lab -p 8080:80 -v disk:/data --mount type=volume,src=more,dst=/more -e A=1 --health-cmd true --health-interval 1s --stop-timeout 3 --tmpfs /tmp --sysctl net.ipv4.ip_forward=1 nginx:alpine',
  'sleep 5',
];
const SWARM = [
  'docker swarm init',
  'echo s | docker secret create -l a=b key -',
  'echo c | docker config create -l a=b conf -',
  'docker service create -d --name api --label a=b --replicas 1 -p 8081:80 --secret key --config conf -e A=1 nginx:alpine',
  'sleep 20',
];

/** How each operation is asked: what is there before, and its path (a command where that has an ID in it). */
const OPERATIONS: Readonly<Record<string, readonly [before: readonly string[], path: string]>> = {
  ContainerInspect: [LOCAL, '/containers/web/json?size=1'],
  ContainerList: [LOCAL, '/containers/json?all=1&size=1'],
  ImageInspect: [LOCAL, '/images/nginx:alpine/json'],
  ImageList: [LOCAL, '/images/json'],
  ImageHistory: [LOCAL, '/images/nginx:alpine/history'],
  NetworkInspect: [LOCAL, '/networks/lab'],
  VolumeInspect: [LOCAL, '/volumes/disk'],
  VolumeList: [LOCAL, '/volumes'],
  SystemInfo: [LOCAL, '/info'],
  SystemVersion: [LOCAL, '/version'],
  SystemDataUsage: [[...LOCAL, 'echo FROM nginx:alpine | docker build -'], '/system/df'],
  ExecInspect: [
    [
      ...LOCAL,
      `ID=$(curl -s --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' -d '{"Cmd":["true"],"User":"root"}' http://docker/containers/web/exec | jq -r .Id)`,
      `curl -s --unix-socket /var/run/docker.sock -H 'Content-Type: application/json' -d '{"Detach":true}' http://docker/exec/$ID/start`,
      'sleep 1',
    ],
    '/exec/$ID/json',
  ],
  SystemEvents: [LOCAL, '/events?since=0&until=$(date +%s)'],
  ServiceInspect: [SWARM, '/services/api'],
  TaskInspect: [SWARM, '/tasks/$(docker service ps -q api)'],
  NodeInspect: [SWARM, '/nodes/$(docker node ls -q)'],
  SecretInspect: [SWARM, '/secrets/key'],
  ConfigInspect: [SWARM, '/configs/conf'],
  SwarmInspect: [SWARM, '/swarm'],
};

/**
 * Fields that are left out of an answer, by the end of their path: empty ones with `omitempty`, those of other platforms, of the containerd image store and of
 * cluster volumes, and those that only come where they are asked for. @see moby v28.2.2 api/types
 */
const OPTIONAL =
  /^HostConfig\.Mounts\.|(?:^|\.)(?:ImageManifestDescriptor|Descriptor|Manifests|VirtualSize|Variant|OsVersion|KernelMemoryTCP|Init|Mounts|Annotations|StorageOpt|Tmpfs|Sysctls|ArgsEscaped|NetworkDisabled|MacAddress|Shell|StopSignal|StopTimeout|User|ExposedPorts|Healthcheck|Cmd|Env|Volumes|Entrypoint|OnBuild|WorkingDir|Labels|Health|Timeout|Retries|StartPeriod|StartInterval|IPRange|AuxiliaryAddresses|Peers|Status|ClusterVolume|UsageData|BridgeNfIptables|BridgeNfIp6tables|Experimental|ProductLicense|DefaultAddressPools|DiscoveredDevices|Info|runtimeArgs|status|NodeAddr|ControlAvailable|Error|RemoteManagers|Nodes|Managers|Cluster|IP|PublicPort|Parent|scope)$/;

/** Objects of a swarm are messages in which nearly everything is left out where it is empty: what they always have is theirs on the first level. */
const OPTIONAL_IN_SWARM =
  /\.|^(?:PreviousSpec|UpdateStatus|ServiceStatus|JobStatus|NetworksAttachments|GenericResources|AssignedGenericResources|JobIteration|Name|Labels|Slot|DefaultAddrPool|SubnetSize|ManagerStatus|Endpoint|Volumes)$/;

/** Fields that the daemon sends and the suite's source, swagger.yaml, leaves out. @see moby v28.2.2 api/types/swarm/task.go */
const UNDOCUMENTED = /^NetworksAttachments: the API has no such field$/;

function toScenario(name: string, operation: string): Scenario {
  const [before, path] = OPERATIONS[operation] ?? [[], `/no-such-operation/${operation}`];
  const ask = `curl -s --unix-socket /var/run/docker.sock "http://docker/v1.50${path}"`;
  const steps = [...before, ask].map((command) => ({ command }));
  return { name, images: ['nginx:alpine'], workdir: '/home/dev/app', steps };
}

/** The whole answer, or the first of a stream. */
function readAnswer({ stdout }: StepOutput): unknown {
  const [first = ''] = stdout.split('\n');
  return JSON.parse(first) as unknown;
}

function compare(testCase: ShapeCase, name: string, output: StepOutput | undefined): Comparison {
  const { shape } = testCase.expected;
  const expected = { shape };
  if (!output) return { name, actual: 'no answer', expected };
  const isSwarm = OPERATIONS[testCase.input.operation]?.[0] === SWARM;
  const optional = isSwarm ? OPTIONAL_IN_SWARM : OPTIONAL;
  const answer = readAnswer(output);
  const misfits = findMisfits(answer, shape, (path) => optional.test(path)).filter(
    (misfit) => !UNDOCUMENTED.test(misfit),
  );
  return misfits.length === 0
    ? { name, actual: { shape }, expected }
    : { name, actual: { misfits: [...new Set(misfits)] }, expected: { misfits: [] } };
}

/** The fields of the daemon's answers over its socket, of objects that have much set. */
export const engineApiShapes: Adapter = {
  suite: 'engine-api-shapes',
  run: async (file) => {
    const cases = file.cases as readonly ShapeCase[];
    const names = cases.map(nameOf);
    const scenarios = cases.map(({ input }, index) => toScenario(names[index] ?? '', input.operation));
    const outcomes = await runSessions(scenarios);
    return cases.map((testCase, index) => {
      const results = outcomes[index]?.results ?? [];
      return compare(testCase, names[index] ?? '', results[(scenarios[index]?.steps.length ?? 0) - 1]);
    });
  },
};
