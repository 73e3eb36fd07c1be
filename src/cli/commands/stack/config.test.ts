import { describe, expect, it } from 'vitest';
import { runDocker } from '../../testing/run-docker.ts';

/** What `docker stack config` writes about files. */
async function config(...texts: string[]): Promise<{ stdout: string; stderr: string }> {
  const files = Object.fromEntries(texts.map((text, index) => [`${index}.yml`, text]));
  const words = Object.keys(files).flatMap((name) => ['-c', name]);
  const { stdout, stderr } = await runDocker(['stack', 'config', ...words], {}, files);
  return { stdout, stderr };
}

describe('docker stack config', () => {
  it('prints the long forms', async () => {
    const file = `version: "3.7"
services:
  web:
    image: busybox:\${TAG-1}
    command: sh -c "a b"
    ports: ["8080:80"]
    volumes: ["./data:/data:ro", "named:/n"]
    environment: [A=1, B]
    deploy: {resources: {limits: {memory: 50M}}, update_config: {delay: 90s}}
networks: {front: {external: true}}
secrets: {key: {file: ./key}}
`;
    expect(await config(file)).toEqual({
      stderr: '',
      stdout: `version: "3.7"
services:
  web:
    command:
      - sh
      - -c
      - a b
    deploy:
      update_config:
        delay: 1m30s
      resources:
        limits:
          memory: "52428800"
    environment:
      A: "1"
      B: null
    image: busybox:1
    ports:
      - mode: ingress
        target: 80
        published: 8080
        protocol: tcp
    volumes:
      - type: bind
        source: /app/data
        target: /data
        read_only: true
      - type: volume
        source: named
        target: /n
networks:
  front:
    name: front
    external: true
secrets:
  key:
    file: /app/key
`,
    });
  });

  it('puts one file over another', async () => {
    const below = `services:
  a:
    image: x
    command: [one]
    dns: [a]
    init: true
    environment: {A: 1, B: 2}
    networks: {n: {aliases: [one]}}
    ports: ["90:90"]
    healthcheck: {interval: 5s, retries: 5}
networks: {n: {driver: overlay}}
`;
    const above = `services:
  a:
    command: [two]
    dns: [a, b]
    init: false
    environment: {A: , B: 3}
    networks: {n: {ipv4_address: 10.0.0.9}}
    ports: ["80:80"]
    healthcheck: {interval: 0s, retries: 0}
networks: {n: {attachable: true}}
`;
    expect((await config(below, above)).stdout).toBe(`version: "3.13"
services:
  a:
    command:
      - two
    dns:
      - a
      - a
      - b
    environment:
      A: "1"
      B: "3"
    healthcheck:
      interval: 5s
      retries: 0
    image: x
    init: true
    networks:
      "n":
        ipv4_address: 10.0.0.9
    ports:
      - mode: ingress
        target: 80
        published: 80
        protocol: tcp
      - mode: ingress
        target: 90
        published: 90
        protocol: tcp
networks:
  "n":
    attachable: true
`);
  });

  it('warns of what has no effect', async () => {
    const file = `services: {}
networks: {a: {external: {name: b}}}
`;
    expect(await config(file)).toEqual({
      stderr:
        'time="2026-01-01T00:00:00Z" level=warning msg="network a: network.external.name is deprecated in favor of network.name"\n',
      stdout: 'version: "3.13"\nservices: {}\nnetworks:\n  a:\n    name: b\n    external: true\n',
    });
  });

  it.each([
    ['services: {a: {ports: ["x:y"]}}', "services.a.ports.0 Does not match format 'ports'"],
    [
      'services: {a: {deploy: {resources: {limits: {memory: x}}}}}',
      "decoding failed due to the following error(s):\n\nerror decoding 'Deploy.Resources.Limits.memory': invalid size: 'x'",
    ],
    [
      'services: {a: {volumes: ["aa:/b", "aa::b"]}}',
      "decoding failed due to the following error(s):\n\nerror decoding 'Volumes[1]': invalid spec: aa::b: empty section between colons",
    ],
    [
      'services: {a: {deploy: {replicas: -1}}}',
      "decoding failed due to the following error(s):\n\ncannot parse 'Deploy.Replicas', -1 overflows uint",
    ],
    ['services: {a: {volumes_from: [b]}}', 'Configuration contains forbidden properties'],
    ['version: "2.4"', 'unsupported Compose file version: 2.4'],
    [
      'services: {a: {volumes: [{type: bind, target: /a}]}}',
      'invalid mount config for type "bind": field Source must not be empty',
    ],
    [
      'volumes: {a: {external: true, driver: b}}',
      'conflicting parameters "external" and "driver" specified for volume "a"',
    ],
    [
      'secrets: {a: {driver: b, file: c}}',
      'secret a: secret.driver and secret.file conflict; only use secret.driver',
    ],
    ['- a', 'top-level object must be a mapping'],
    ['services: {a: {1: b}}', 'json: unsupported type: map[interface {}]interface {}'],
    ['a: [b', "yaml: line 1: did not find expected ',' or ']'"],
  ])('refuses %j', async (file, message) => {
    expect(await config(`${file}\n`)).toEqual({ stdout: '', stderr: `${message}\n` });
  });

  it('refuses files of two versions', async () => {
    expect((await config('version: "3.1"\n', 'version: "3.2"\n')).stderr).toBe(
      'version mismatched between two composefiles : 3.1 and 3.2\n',
    );
  });
});
