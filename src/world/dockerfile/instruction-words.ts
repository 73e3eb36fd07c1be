import { tableOf } from '../../lib/table.ts';

/** What an instruction is for, in our words. */
export interface InstructionWords {
  /** Behind its name in a list. */
  readonly brief: string;
  /** Two or three sentences. */
  readonly text: string;
  readonly example: string;
}

export interface FlagWords {
  readonly detail: string;
  /** It needs no value. */
  readonly isSwitch?: true;
}

/** By name, in lower case. */
export const INSTRUCTION_WORDS: Readonly<Record<string, InstructionWords>> = tableOf({
  add: {
    brief: 'copy, unpack or download',
    text: 'Like COPY, and more: it unpacks tar archives and fetches from addresses. Where plain copying is meant, COPY says so more clearly.',
    example: 'ADD release.tar.gz /opt/',
  },
  arg: {
    brief: 'a value given at build time',
    text: 'Declares a variable that `--build-arg` can set. It is there while the image is built, not in its containers. One before the first FROM counts for FROM lines only.',
    example: 'ARG VERSION=1.0',
  },
  cmd: {
    brief: 'what a container runs',
    text: 'The command a container starts with unless `docker run` names another. With an ENTRYPOINT, it gives that one’s arguments. Only the last CMD counts, and it adds no layer.',
    example: 'CMD ["node", "server.js"]',
  },
  copy: {
    brief: 'files from the context or a stage',
    text: 'Puts files of the build context (or, with `--from`, of another stage or image) into the image as a layer. It runs again when what the files hold has changed; their dates do not count.',
    example: 'COPY package.json ./',
  },
  entrypoint: {
    brief: 'the program a container is',
    text: 'The program every container of the image starts; what follows the image’s name in `docker run` becomes its arguments. It adds no layer.',
    example: 'ENTRYPOINT ["nginx"]',
  },
  env: {
    brief: 'environment variables',
    text: 'Sets variables for the instructions that follow and for every container. They can be read by anyone who has the image, so secrets don’t belong here.',
    example: 'ENV NODE_ENV=production',
  },
  expose: {
    brief: 'ports it listens on',
    text: 'Notes which ports the program listens on. It publishes nothing: that is what `docker run -p` does. `-P` publishes all that are noted.',
    example: 'EXPOSE 8080',
  },
  from: {
    brief: 'begins a stage from an image',
    text: 'Begins a new stage on top of an image, of an earlier stage, or of nothing (`scratch`). The last stage is the image that is built, unless `--target` names another.',
    example: 'FROM node:22-alpine AS build',
  },
  healthcheck: {
    brief: 'how to see that it works',
    text: 'A command that Docker runs in the container now and then: status 0 means healthy, 1 unhealthy. `docker ps` shows the result.',
    example: 'HEALTHCHECK CMD wget -q -O /dev/null http://localhost/',
  },
  label: {
    brief: 'notes on the image',
    text: 'Adds names and values that describe the image: author, source, version. `docker inspect` shows them and filters find them.',
    example: 'LABEL org.opencontainers.image.source="https://example.org"',
  },
  maintainer: {
    brief: 'the author (deprecated)',
    text: 'Names the author. A label does this today.',
    example: 'LABEL org.opencontainers.image.authors="Jo"',
  },
  onbuild: {
    brief: 'for images built on this one',
    text: 'Keeps an instruction for later: it runs right after FROM when another Dockerfile builds on this image.',
    example: 'ONBUILD COPY . /app',
  },
  run: {
    brief: 'run a command, keep what it writes',
    text: 'Runs a command in the image as it is up to here, and keeps the files it changed as a layer. It comes from the cache as long as nothing before it and not its own text changed, even if the command would now do something else.',
    example: 'RUN apk add --no-cache curl',
  },
  shell: {
    brief: 'the shell of RUN, CMD, ENTRYPOINT',
    text: 'Chooses the program that runs commands written without JSON brackets; `/bin/sh -c` unless set.',
    example: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
  },
  stopsignal: {
    brief: 'the signal of docker stop',
    text: 'The signal that `docker stop` sends first; SIGTERM unless set.',
    example: 'STOPSIGNAL SIGQUIT',
  },
  user: {
    brief: 'who runs what follows',
    text: 'The user for the RUN, CMD and ENTRYPOINT that follow, and for the containers. A program that need not be root should not be.',
    example: 'USER node',
  },
  volume: {
    brief: 'data that outlives a container',
    text: 'Marks a folder: each container gets an anonymous volume there unless `-v` names one. What later instructions write into it is lost.',
    example: 'VOLUME /var/lib/data',
  },
  workdir: {
    brief: 'the folder for what follows',
    text: 'Makes a folder if it is missing, and makes it the current one for the instructions that follow and for the containers.',
    example: 'WORKDIR /app',
  },
});

const CHOWN: FlagWords = { detail: 'owner of the copy: user:group' };
const CHMOD: FlagWords = { detail: 'permissions of the copy' };
const LINK: FlagWords = { detail: 'a layer of its own, whatever is below', isSwitch: true };

/** The flags each instruction has, by its name in lower case. */
export const INSTRUCTION_FLAGS: Readonly<Record<string, Readonly<Record<string, FlagWords>>>> = tableOf({
  from: { platform: { detail: 'the platform of the image' } },
  copy: {
    from: { detail: 'a stage or an image instead of the context' },
    chown: CHOWN,
    chmod: CHMOD,
    link: LINK,
  },
  add: {
    chown: CHOWN,
    chmod: CHMOD,
    link: LINK,
    checksum: { detail: 'what a download has to be: sha256:…' },
    'keep-git-dir': { detail: 'keep .git of a repository', isSwitch: true },
  },
  run: {
    mount: { detail: 'a cache, a secret or files for this command only' },
    network: { detail: 'the network it runs in' },
  },
  healthcheck: {
    interval: { detail: 'time between checks: 30s' },
    timeout: { detail: 'how long one may take: 30s' },
    'start-period': { detail: 'failures that don’t count at the start: 0s' },
    'start-interval': { detail: 'time between checks in the start period: 5s' },
    retries: { detail: 'failures until it is unhealthy: 3' },
  },
});
