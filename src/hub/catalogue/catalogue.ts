import type { ImageDefinition } from '../image-definition.ts';
import { NGINX } from './nginx.ts';
import { ALPINE, BUSYBOX, DEBIAN, HELLO_WORLD, UBUNTU } from './small-images.ts';

/** Every image that can be pulled. */
export const CATALOGUE: readonly ImageDefinition[] = [ALPINE, BUSYBOX, DEBIAN, HELLO_WORLD, NGINX, UBUNTU];
