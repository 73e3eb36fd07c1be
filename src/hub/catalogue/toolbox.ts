import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_PATH } from './etc-alpine.ts';

const CREATED = '2026-01-02T08:00:00Z';
const comment = 'buildkit.dockerfile.v0';

/** Program → where it is installed. */
const TOOLS: Readonly<Record<string, string>> = {
  bash: 'bin/bash',
  curl: 'usr/bin/curl',
  dig: 'usr/bin/dig',
  nslookup: 'usr/bin/nslookup',
  ping: 'usr/bin/ping',
  nc: 'usr/bin/nc',
  ss: 'sbin/ss',
  ip: 'sbin/ip',
  wget: 'usr/bin/wget',
  jq: 'usr/bin/jq',
  tree: 'usr/bin/tree',
  vim: 'usr/bin/vim',
  less: 'usr/bin/less',
  envsubst: 'usr/bin/envsubst',
  'redis-cli': 'usr/bin/redis-cli',
};

/** What one wants at hand to look at networks and files; for containers that have nothing themselves. */
export const TOOLBOX: ImageDefinition = {
  repository: 'drydock/toolbox',
  description: 'bash, curl, dig, nslookup, ping, nc, ss, ip, jq and more, to look around with',
  stars: 4,
  builds: [
    {
      tags: ['latest', '1', '1.0'],
      created: CREATED,
      config: { Env: [ALPINE_PATH], Cmd: ['bash'], WorkingDir: '/root' },
      steps: [
        ...alpineBase('3.22.2', '2025-10-08T11:04:56Z'),
        {
          createdBy: `RUN /bin/sh -c apk add --no-cache ${Object.keys(TOOLS).join(' ')} # buildkit`,
          comment,
          layer: once((tools) => {
            const root = new LayerBuilder(CREATED);
            for (const [program, path] of Object.entries(TOOLS))
              root.weight(path, 900_000, tools.stub(program), 0o755);
            return root.build(5_600_000);
          }),
        },
        { createdBy: 'WORKDIR /root', comment },
        { createdBy: 'CMD ["bash"]', comment },
      ],
    },
  ],
};
