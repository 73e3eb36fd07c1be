import { HUB_ACCOUNT } from '../../api/hub-account.ts';
import { once, type ImageDefinition } from '../image-definition.ts';
import { LayerBuilder } from '../layer-builder.ts';
import { alpineBase } from './base-alpine.ts';
import { ALPINE_PATH } from './etc-alpine.ts';

const CREATED = '2026-01-02T08:00:00Z';
const comment = 'buildkit.dockerfile.v0';

const RECIPE = `The secret recipe

1. One small base image
2. A COPY of what changes seldom
3. A COPY of what changes often, last

Whoever reads this is logged in.
`;

/** A repository that only its owner can see: what a login is for. */
export const SECRET_RECIPE: ImageDefinition = {
  repository: `${HUB_ACCOUNT.username}/secret-recipe`,
  description: 'A recipe that only its owner can read',
  stars: 0,
  isPrivate: true,
  builds: [
    {
      tags: ['latest', '1'],
      created: CREATED,
      config: { Env: [ALPINE_PATH], Cmd: ['cat', '/recipe.txt'], WorkingDir: '/' },
      steps: [
        ...alpineBase('3.22.2', '2025-10-08T11:04:56Z'),
        {
          createdBy: 'COPY recipe.txt / # buildkit',
          comment,
          layer: once(() => new LayerBuilder(CREATED).file('recipe.txt', RECIPE).build(RECIPE.length)),
        },
        { createdBy: 'CMD ["cat" "/recipe.txt"]', comment },
      ],
    },
  ],
};
