import { normalizePath } from '../../../kernel/files/path.ts';
import { replace } from '../rerun.ts';
import { lastNote, type Scene, type SceneContainer } from '../scene.ts';
import {
  dockerCommandsOf,
  isRunning,
  justMade,
  justRan,
  noticed,
  type Misconception,
} from './misconception.ts';

const RUNS = ['container run', 'container start', 'container restart', 'compose up', 'compose restart'];

const COMPOSE_FOLDER = 'com.docker.compose.project.working_dir';

/** The folder from which an image of that name was last built by hand. */
function contextOf({ history }: Scene, image: string): string | undefined {
  for (const note of history.toReversed())
    for (const { path, flags, args } of note.status === 0 ? dockerCommandsOf(note) : [])
      if (path === 'image build' && (flags.get('tag') ?? []).some((tag) => sameName(tag, image)))
        return normalizePath(args[0] ?? '.', note.cwd);
  return undefined;
}

const sameName = (a: string, b: string): boolean => bare(a) === bare(b);
const bare = (name: string): string => name.replace(/^docker\.io\/(library\/)?/, '').replace(/:latest$/, '');

/** The container's image, if it was built here: when, and from which folder. */
function builtFrom(
  scene: Scene,
  container: SceneContainer,
): { endedMs: number; startedMs: number; folder: string } | undefined {
  const build = scene.builds.find(({ imageId }) => imageId === container.imageId);
  const folder = build && (contextOf(scene, container.image) ?? container.labels[COMPOSE_FOLDER]);
  return build && folder !== undefined ? { ...build, folder } : undefined;
}

export const IMAGE_MISCONCEPTIONS: readonly Misconception[] = [
  {
    id: 'edit-needs-build',
    title: 'A changed file needs a new build',
    detect(scene) {
      if (!justRan(scene, ...RUNS) || lastNote(scene)?.status !== 0) return undefined;
      const since = lastNote(scene)?.startedMs ?? 0;
      for (const container of scene.containers.filter(({ startedMs }) => startedMs >= since)) {
        const built = builtFrom(scene, container);
        const file = built && scene.newerFile(built.folder, built.startedMs);
        if (!built || file === undefined) continue;
        const covered = container.mounts.some(
          ({ type, name }) => type === 'bind' && `${file}/`.startsWith(`${name}/`),
        );
        if (covered) continue;
        const isCompose = container.labels[COMPOSE_FOLDER] !== undefined;
        const { cwd = '' } = lastNote(scene) ?? {};
        return noticed(
          `${container.imageId}/${file}`,
          `${file} was changed after the image ${container.image} was built. COPY took the file as it was then: ${container.name} runs the old one until the image is built again.`,
          isCompose
            ? [{ command: 'docker compose up -d --build', words: 'Build again, and start' }]
            : [
                {
                  command: `docker build -t ${container.image} ${built.folder === cwd ? '.' : built.folder}`,
                  words: `Build ${container.image} again`,
                },
              ],
        );
      }
      return undefined;
    },
  },
  {
    id: 'build-changes-no-container',
    title: 'A new image changes no running container',
    detect(scene) {
      if (!justRan(scene, 'image build', 'image pull', 'compose build') || lastNote(scene)?.status !== 0)
        return undefined;
      for (const container of scene.containers.filter(isRunning)) {
        const now = scene.images.find(({ names }) => names.some((name) => sameName(name, container.image)));
        if (!now || now.id === container.imageId) continue;
        const isCompose = container.labels[COMPOSE_FOLDER] !== undefined;
        return noticed(
          `${container.id}/${now.id}`,
          `${container.image} is a new image now, but ${container.name} still runs the old one: a container keeps the image that it was made from. Make it again to get the new one.`,
          isCompose
            ? [{ command: 'docker compose up -d', words: 'Let Compose make it again' }]
            : [{ command: replace(container), words: `Make ${container.name} again`, isDraft: true }],
        );
      }
      return undefined;
    },
  },
  {
    id: 'flags-go-before-the-image',
    title: 'Flags go before the image',
    detect(scene) {
      const command = justRan(scene, 'container run', 'container create');
      const [image, first = ''] = command?.args ?? [];
      const line = lastNote(scene)?.line ?? '';
      const isFlag = /^(-[dpvei]|-it|-dp|--(name|rm|publish|volume|env|network|detach)\b)/.test(first);
      // Images whose entrypoint takes flags of its own.
      const [made] = justMade(scene);
      const isOwn = made !== undefined && made.command.length > made.args.length && made.status === 'running';
      if (!image || !isFlag || isOwn) return undefined;
      const at = line.lastIndexOf(` ${image} `);
      return noticed(
        line,
        `${first} stands after the image ${image}, so it is given to the program in the container, and docker run never sees it.`,
        at < 0
          ? []
          : [
              {
                command: `${line.slice(0, at)} ${line.slice(at + image.length + 2).trim()} ${image}`,
                words: 'The same with the flags before the image',
                isDraft: true,
              },
            ],
      );
    },
  },
  {
    id: 'run-makes-a-new-container',
    title: 'docker run makes a new container each time',
    detect(scene) {
      const command = justRan(scene, 'container run', 'container ls');
      if (!command || command.flags.has('rm')) return undefined;
      const groups = new Map<string, SceneContainer[]>();
      for (const container of scene.containers)
        if (container.status === 'exited' && container.labels['com.docker.compose.project'] === undefined) {
          const key = JSON.stringify([container.imageId, container.command]);
          groups.set(key, [...(groups.get(key) ?? []), container]);
        }
      const copies = [...groups.values()].find((group) => group.length >= 3);
      const last = copies?.toSorted((a, b) => a.createdMs - b.createdMs).at(-1);
      if (!copies || !last) return undefined;
      return noticed(
        `${last.imageId}/${last.command.join(' ')}`,
        `There are ${copies.length} stopped containers of ${last.image} that did the same. docker start runs one that is there again; docker run --rm leaves none behind.`,
        [
          { command: `docker start -a ${last.name}`, words: `Start ${last.name} again` },
          {
            command: `docker rm ${copies.map(({ name }) => name).join(' ')}`,
            words: 'Remove the copies',
            isDraft: true,
          },
        ],
      );
    },
  },
  {
    id: 'push-needs-a-registry-name',
    title: 'A name says where an image is pushed to',
    detect(scene) {
      const command = justRan(scene, 'image push');
      const [name = ''] = command?.args ?? [];
      const note = lastNote(scene);
      if (!command || note?.status === 0 || !/denied/.test(note?.output ?? '') || name.includes('/'))
        return undefined;
      return noticed(
        name,
        `${name} without anything before it means docker.io/library/${name}, which belongs to Docker. The name of an image is also its address: tag it as YOU/${name} for Docker Hub, or HOST:PORT/${name} for a registry of your own.`,
        [
          {
            command: `docker tag ${name} localhost:5000/${name}`,
            words: 'Name it for a registry on this machine',
          },
        ],
      );
    },
  },
];
