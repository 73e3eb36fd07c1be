import type { ImageDefinition } from '../image-definition.ts';
import { ALPINE_CURL } from './alpine-curl.ts';
import { BASH } from './bash.ts';
import { BUSYBOX } from './busybox.ts';
import { CURL } from './curl.ts';
import { PROXY, WELCOME } from './drydock.ts';
import { TODOS } from './drydock-todos.ts';
import { HTTPD } from './httpd.ts';
import { NGINX } from './nginx.ts';
import { POSTGRES } from './postgres.ts';
import { NODE } from './node.ts';
import { PYTHON } from './python.ts';
import { REDIS } from './redis.ts';
import { REGISTRY } from './registry.ts';
import { SECRET_RECIPE } from './secret-recipe.ts';
import { TOOLBOX } from './toolbox.ts';
import { WHOAMI } from './whoami.ts';
import { ALPINE, DEBIAN, HELLO_WORLD, UBUNTU } from './small-images.ts';

/** Every image that can be pulled. */
export const CATALOGUE: readonly ImageDefinition[] = [
  ALPINE,
  ALPINE_CURL,
  BASH,
  BUSYBOX,
  CURL,
  DEBIAN,
  HELLO_WORLD,
  HTTPD,
  PROXY,
  TODOS,
  WELCOME,
  NGINX,
  POSTGRES,
  NODE,
  PYTHON,
  REDIS,
  REGISTRY,
  SECRET_RECIPE,
  TOOLBOX,
  UBUNTU,
  WHOAMI,
];
