import { describe, expect, it } from 'vitest';
import { ApiError } from '../api/api-error.ts';
import type { EngineApi } from '../api/engine-api.ts';
import { completeDocker } from './completion.ts';

const api = {
  ServiceList: () =>
    Promise.resolve([{ Spec: { Name: 'shop_api', Labels: { 'com.docker.stack.namespace': 'shop' } } }]),
  NodeList: () => Promise.resolve([{ Description: { Hostname: 'node1' } }]),
  SecretList: () => Promise.resolve([{ Spec: { Name: 'key' } }]),
  ConfigList: () => Promise.reject(new ApiError('unavailable', 'This node is not a swarm manager.')),
  ContainerList: ({ all }: { all: boolean }) =>
    Promise.resolve([
      { Names: ['/web'], Labels: { 'com.docker.compose.service': 'front' } },
      ...(all ? [{ Names: ['/old'], Labels: {} }] : []),
    ]),
  ImageList: () => Promise.resolve([{ RepoTags: ['alpine:latest', 'nginx:1.27'] }, { RepoTags: null }]),
  NetworkList: () => Promise.resolve([{ Name: 'bridge' }, { Name: 'front' }]),
  VolumeList: () => Promise.resolve({ Volumes: [{ Name: 'data' }] }),
} as unknown as EngineApi;

/** What of the candidates fits the last word. */
async function candidates(line: string): Promise<string[]> {
  const words = line.split(' ');
  return (await completeDocker(words, api)).filter((text) => text.startsWith(words.at(-1) ?? ''));
}

describe('completeDocker', () => {
  it.each<[line: string, candidates: string[]]>([
    ['docker vol', ['volume']],
    ['docker volume r', ['rm']],
    ['docker comp', ['compose']],
    ['docker compose v', ['version']],
    ['docker compose -f compose.yaml con', ['config']],
    ['docker compose -f ', []],
    ['docker compose config --no-i', ['--no-interpolate']],
    ['docker nosuch ', []],
    ['docker exec ', ['web']],
    ['docker exec -it ', ['web']],
    ['docker exec web ', []],
    ['docker start ', ['web', 'old']],
    ['docker rm -f web ', ['web', 'old']],
    ['docker logs --ti', ['--timestamps']],
    ['docker logs -n ', []],
    ['docker logs -n 3 ', ['web', 'old']],
    ['docker run --rm -it al', ['alpine']],
    ['docker run --name web -dp 80:80 n', ['nginx:1.27']],
    ['docker run alpine:l', ['alpine:latest']],
    ['docker run alpine --r', []],
    ['docker run alpine a', []],
    ['docker run --network ', ['bridge', 'front']],
    ['docker run --network=f', ['--network=front']],
    ['docker run -v ', ['data:']],
    ['docker run --restart o', ['on-failure']],
    ['docker rmi ', ['alpine', 'nginx:1.27']],
    ['docker tag alpine:latest ', ['alpine', 'nginx:1.27']],
    ['docker network connect ', ['bridge', 'front']],
    ['docker network connect front ', ['web', 'old']],
    ['docker volume rm ', ['data']],
    ['docker cp ', ['web:', 'old:']],
    ['docker inspect ', ['web', 'old', 'alpine', 'nginx:1.27', 'bridge', 'front', 'data']],
    ['docker build ', []],
    ['docker build -f ', []],
    ['docker run --pull ', ['always', 'missing', 'never']],
    ['docker kill -s SIGHU', ['SIGHUP']],
    ['docker service update ', ['shop_api']],
    ['docker service scale ', ['shop_api=']],
    ['docker service create --secret ', ['key']],
    ['docker node inspect ', ['self', 'node1']],
    ['docker node rm ', ['node1']],
    ['docker secret rm ', ['key']],
    ['docker secret create ', []],
    ['docker config rm ', []],
    ['docker stack rm ', ['shop']],
    ['docker network create ', []],
    ['docker compose logs -f ', ['front']],
    ['docker compose exec ', ['front']],
    ['docker compose exec front ', []],
    ['docker compose up --no-c', ['--no-color']],
  ])('%s', async (line, expected) => {
    expect(await candidates(line)).toEqual(expected);
  });
});
