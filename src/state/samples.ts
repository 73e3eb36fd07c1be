import type { ProjectFile } from '../world/queries/queries.ts';

/** A project to begin with. */
export interface SampleHead {
  /** Also the name of its folder. */
  readonly id: string;
  readonly title: string;
  /** What can be seen in it. */
  readonly about: string;
  /** What starts it, typed in its folder. */
  readonly command: string;
  /** Where it then answers. */
  readonly address: string;
}

export interface Sample extends SampleHead {
  readonly files: readonly ProjectFile[];
}

/** Each has its folder in `samples/`. */
export const SAMPLE_HEADS: readonly SampleHead[] = [
  {
    id: 'static-site',
    title: 'A static site with nginx',
    about: 'A small Dockerfile, a configuration of nginx, and pages that are copied into the image.',
    command: 'docker build -t news . && docker run -d --name news -p 8080:80 news',
    address: 'localhost:8080',
  },
  {
    id: 'flask-redis',
    title: 'A counter: Flask and Redis with Compose',
    about: 'Two services that find each other by name, and a volume that keeps the count.',
    command: 'docker compose up -d --build',
    address: 'localhost:8000',
  },
  {
    id: 'express-todos-postgres',
    title: 'A list of things to do: Express and PostgreSQL',
    about: 'An API in Node.js that waits until its database is healthy.',
    command: 'docker compose up -d --build',
    address: 'localhost:3000',
  },
  {
    id: 'friendlyhello-swarm',
    title: 'friendlyhello as a stack',
    about: 'Five replicas behind one port in a swarm, with Redis beside them.',
    command:
      'docker build -t friendlyhello . && docker swarm init && docker stack deploy -c docker-compose.yml getstartedlab',
    address: 'localhost:4000',
  },
  {
    id: 'node-build-nginx',
    title: 'Pages built with Node.js, served by nginx',
    about: 'Two stages: what builds the pages stays out of the image that serves them.',
    command: 'docker build -t site . && docker run -d --name site -p 8081:80 site',
    address: 'localhost:8081',
  },
];
