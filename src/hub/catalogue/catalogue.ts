import type { ImageDefinition } from '../image-definition.ts';
import { ALPINE_CURL } from './alpine-curl.ts';
import { BUSYBOX } from './busybox.ts';
import { NGINX } from './nginx.ts';
import { NODE } from './node.ts';
import { PYTHON } from './python.ts';
import { REDIS } from './redis.ts';
import { ALPINE, DEBIAN, HELLO_WORLD, UBUNTU } from './small-images.ts';

/** Every image that can be pulled. */
export const CATALOGUE: readonly ImageDefinition[] = [
  ALPINE,
  ALPINE_CURL,
  BUSYBOX,
  DEBIAN,
  HELLO_WORLD,
  NGINX,
  NODE,
  PYTHON,
  REDIS,
  UBUNTU,
];
