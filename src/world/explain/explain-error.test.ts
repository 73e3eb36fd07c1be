import { describe, expect, it } from 'vitest';
import { explainError } from './explain-error.ts';
import { container, createScene, ran } from './testing/scenes.ts';
import type { Scene } from './scene.ts';

const told = (
  line: string,
  status: number,
  output: string,
  scene: Partial<Scene> = {},
): [title: string | undefined, ...fixes: string[]] => {
  const error = explainError(ran(line, { status, output }), createScene(scene));
  return [error?.title, ...(error?.fixes ?? []).map(({ command }) => command)];
};

const daemon = (text: string): string =>
  `docker: Error response from daemon: ${text}\n\nRun 'docker run --help' for more information\n`;
const ID = '14f6753e96565971f42a60eb607458a68476f19c9d79f006cc646ba243b62db1';

describe('explainError', () => {
  it('says nothing of what succeeded, still runs, or was interrupted', () => {
    expect(
      explainError(ran('ls', { output: 'x: No such file or directory' }), createScene()),
    ).toBeUndefined();
    expect(told('sleep 100', 130, '^C')).toEqual([undefined]);
  });

  it('a port that is taken: by whom, and a free one', () => {
    const scene = {
      containers: [
        container({ name: 'old', createdMs: 10, ports: [{ host: 8080, container: 80 }] }),
        container({ name: 'gifted_torvalds', status: 'created', ports: [{ host: 8081, container: 80 }] }),
      ],
    };
    const output = daemon(
      'failed to set up container networking: driver failed programming external connectivity on endpoint gifted_torvalds (6c36): Bind for 0.0.0.0:8080 failed: port is already allocated',
    );
    expect(told('docker run -d -p 8080:80 nginx', 125, output, scene)).toEqual([
      'Port 8080 of the machine is taken',
      'docker rm gifted_torvalds',
      'docker run -d -p 8082:80 nginx',
      'docker rm -f old',
    ]);
  });

  it('a name that is taken: start, remove, or another one', () => {
    const output = daemon(
      `Conflict. The container name "/web" is already in use by container "${ID}". You have to remove (or rename) that container to be able to reuse that name.`,
    );
    expect(
      told('docker run --name web nginx', 125, output, { containers: [container({ status: 'exited' })] }),
    ).toEqual([
      'There is a container called web already',
      'docker start web',
      'docker rm web',
      'docker run --name web2 nginx',
    ]);
    expect(told('docker run --name web nginx', 125, output, { containers: [container()] })[1]).toBe(
      'docker rm -f web',
    );
  });

  it('images that are not there, by name, tag and spelling', () => {
    const denied = (name: string): string =>
      daemon(
        `pull access denied for ${name}, repository does not exist or may require 'docker login': denied: requested access to the resource is denied`,
      );
    expect(told('docker run ngnix', 125, denied('ngnix')).slice(0, 2)).toEqual([
      'There is no image ngnix',
      'docker run nginx',
    ]);
    expect(
      told('docker run -d site', 125, denied('site'), {
        images: [{ id: '1', names: ['sites'], volumes: [] }],
      })[1],
    ).toBe('docker run -d sites');
    expect(
      told(
        'docker pull nginx:nosuch',
        1,
        daemon('manifest for nginx:nosuch not found: manifest unknown: manifest unknown'),
      ),
    ).toEqual(['nginx has no tag nosuch', 'docker pull nginx']);
    expect(
      told(
        'docker run Nginx',
        125,
        'docker: invalid reference format: repository name (library/Nginx) must be lowercase\n',
      ),
    ).toEqual(['Names of images are in lower case', 'docker run nginx']);
    expect(told('docker push site', 1, 'An image does not exist locally with the tag: site\n')[0]).toBe(
      'No image here is called site',
    );
    expect(told('docker push site', 1, 'denied: requested access to the resource is denied\n')).toEqual([
      'You may not push there',
      'docker login',
      'docker tag site YOU/site',
    ]);
  });

  it('what is in the way of removing', () => {
    const scene = { containers: [container({ id: ID, status: 'exited' })] };
    expect(
      told(
        'docker rm web',
        1,
        daemon(
          'cannot remove container "/web": container is running: stop the container before removing or force remove',
        ),
      ),
    ).toEqual(['web is still running', 'docker stop web', 'docker rm -f web']);
    expect(
      told(
        'docker rmi nginx',
        1,
        daemon(
          'conflict: unable to remove repository reference "nginx" (must force) - container 14f6753e9656 is using its referenced image 3f117edb4b5e',
        ),
        scene,
      ),
    ).toEqual(['A container is made from nginx', 'docker ps -a', 'docker rm web']);
    expect(
      told('docker volume rm data', 1, daemon(`remove data: volume is in use - [${ID}]`), scene),
    ).toEqual(['The volume data is in use', 'docker rm web']);
    expect(
      told(
        'docker network rm n',
        1,
        daemon('error while removing network: network n has active endpoints (name:"nn" id:"eb3ce78b10f5")'),
      ).at(-1),
    ).toBe('docker network disconnect n nn');
  });

  it('a container that is not running, and a program that is not in it', () => {
    const scene = { containers: [container({ id: ID, status: 'exited' })] };
    expect(told('docker exec web ls', 1, daemon(`container ${ID} is not running`), scene)).toEqual([
      'web is not running',
      'docker start web',
      'docker logs web',
    ]);
    const missing =
      'OCI runtime exec failed: exec failed: unable to start container process: exec: "bash": executable file not found in $PATH: unknown\n';
    expect(told('docker exec -it web bash', 127, missing)).toEqual([
      'This image has no bash',
      'docker exec -it web sh',
    ]);
    expect(told('docker run alpine nosuch', 127, missing.replace('bash', 'nosuch'))).toEqual([
      'There is no program nosuch in the container',
      'docker run --rm -it alpine sh',
    ]);
    expect(
      told('docker run --platform linux/arm64 alpine true', 255, 'exec /bin/true: exec format error\n')[0],
    ).toBe('The program is for another kind of processor');
  });

  it('builds: the file that is not there, and the one that is out of reach', () => {
    const missing = (copy: string): string =>
      `------\n > [2/2] ${copy}:\n------\nDockerfile:2\n   2 | >>> ${copy}\nERROR: failed to build: failed to solve: failed to compute cache key: failed to calculate checksum of ref 77c5::e39a: "/x": not found\n`;
    expect(told('docker build .', 1, missing('COPY x /y'))[0]).toBe('The build context has no x');
    expect(told('docker build .', 1, missing('COPY ../x /y'))[0]).toBe(
      'COPY can’t reach outside of the build context',
    );
    expect(
      told(
        'docker build .',
        1,
        'ERROR: failed to build: failed to solve: failed to read dockerfile: open Dockerfile: no such file or directory\n',
      )[0],
    ).toBe('There is no Dockerfile in the build’s folder');
    expect(
      told(
        'docker build .',
        1,
        'failed to solve: dockerfile parse error on line 1: unknown instruction: FRM (did you mean FROM?)\n',
      )[0],
    ).toBe('FRM is no instruction');
    expect(
      told(
        'docker build .',
        1,
        'ERROR: failed to build: failed to solve: process "/bin/sh -c npm i" did not complete successfully: exit code: 127\n',
      )[0],
    ).toBe('A RUN step of the Dockerfile failed');
    expect(
      told('docker build -t x', 1, "ERROR: docker: 'docker buildx build' requires 1 argument\n"),
    ).toEqual(['docker build requires 1 argument', 'docker build -t x .']);
  });

  it('misspelled commands and flags', () => {
    expect(told('docker rnu nginx', 1, 'docker: unknown command: docker rnu\n').slice(0, 2)).toEqual([
      'docker has no command rnu',
      'docker run nginx',
    ]);
    expect(told('docker run --nmae web nginx', 125, 'unknown flag: --nmae\n').slice(0, 2)).toEqual([
      'There is no flag --nmae here',
      'docker run --name web nginx',
    ]);
    expect(told('docker ps -z', 125, "unknown shorthand flag: 'z' in -z\n")[0]).toBe(
      'There is no flag -z here',
    );
    expect(told('dokcer ps', 127, '-bash: dokcer: command not found\n')).toEqual([
      'There is no command dokcer',
      'docker ps',
    ]);
  });

  it('compose, the swarm, requests and files', () => {
    expect(told('docker compose up', 1, 'no configuration file provided: not found\n')[0]).toBe(
      'There is no compose file in this folder',
    );
    expect(
      told(
        'docker compose up',
        1,
        "validating /b/compose.yaml: services.web additional properties 'imag' not allowed\n",
      )[0],
    ).toBe('The compose file has a key imag that Compose does not know');
    expect(told('docker compose up', 1, 'services must be a mapping\n')[0]).toBe(
      'The compose file is not put together right',
    );
    expect(
      told('docker service ls', 1, daemon('This node is not a swarm manager. Use "docker swarm init"')),
    ).toEqual(['Services need a swarm', 'docker swarm init']);
    expect(
      told(
        'curl localhost:99',
        7,
        "curl: (7) Failed to connect to localhost port 99 after 0 ms: Couldn't connect to server\n",
      )[0],
    ).toBe('Nothing listens on port 99 of localhost');
    expect(told('curl localhost', 56, 'curl: (56) Recv failure: Connection reset by peer\n')[0]).toBe(
      'The connection was made, and then dropped',
    );
    expect(told('curl -s localhost:99', 7, '')).toEqual(['Nothing listens there', 'docker ps']);
    expect(told('cd nosuch', 1, '-bash: cd: nosuch: No such file or directory\n')[0]).toBe(
      'nosuch is not there',
    );
    expect(told('./f', 126, '-bash: ./f: Permission denied\n')).toEqual([
      'You may not do that with ./f',
      'chmod +x ./f',
    ]);
  });

  it('the number alone, where no words are known', () => {
    expect(told('docker run --name web x', 137, '')).toEqual(['It was killed', 'docker logs web']);
    expect(told('grep x f', 1, '')).toEqual([undefined]);
  });
});
