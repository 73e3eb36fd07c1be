import { replace } from '../rerun.ts';
import type { SceneContainer } from '../scene.ts';
import { justMade, justRan, list, noticed, type Misconception } from './misconception.ts';

/** What programs write for themselves: nobody misses it. */
const FLEETING =
  /^\/(?:tmp|run|proc|sys|dev|var\/(?:run|log|cache|tmp|lib\/(?:apt|dpkg))|root\/\.(?:cache|\w*_history))(?:\/|$)|\/__pycache__\/|\.pyc$|\.pid$|^\/etc\/(?:hosts|hostname|resolv\.conf|nginx\/conf\.d\/default\.conf)$|\.\w*_history$/;
const MOST_TOLD = 3;

const lasting = (paths: readonly string[]): string[] => paths.filter((path) => !FLEETING.test(path));

function told(paths: readonly string[]): string {
  const more = paths.length - MOST_TOLD;
  return more > 0 ? `${paths.slice(0, MOST_TOLD).join(', ')} and ${more} more` : list(paths);
}

const named = ({ mounts }: SceneContainer) =>
  mounts.filter(({ type, anonymous }) => type === 'volume' && !anonymous);

export const DATA_MISCONCEPTIONS: readonly Misconception[] = [
  {
    id: 'only-the-volume-is-kept',
    title: 'Only what is written to the volume is kept',
    detect(scene) {
      const command = justRan(scene, 'container exec', 'container run', 'container cp', 'container stop');
      const name = command?.args[0]?.split(':')[0];
      const concerned = scene.containers.filter(
        (each) => each.name === name || justMade(scene).includes(each),
      );
      for (const container of concerned) {
        const volumes = named(container);
        if (volumes.length === 0) continue;
        const declared = scene.images.find(({ id }) => id === container.imageId)?.volumes ?? [];
        const other = container.mounts.find(
          ({ anonymous, destination }) => anonymous && declared.includes(destination),
        );
        if (other) {
          const [first] = volumes;
          return noticed(
            `${container.id}/${other.destination}`,
            `${container.name} keeps its data in ${other.destination}, and there it got a volume without a name. Your volume ${first?.name ?? ''} is at ${first?.destination ?? ''}, where the program writes nothing.`,
            [
              {
                command: replace(container, {
                  mounts: volumes.slice(0, 1).map((mount) => ({ ...mount, destination: other.destination })),
                }),
                words: `Make it again with the volume at ${other.destination}`,
                isDraft: true,
              },
            ],
          );
        }
        const outside = command?.path === 'container exec' ? lasting(scene.written(container.id)) : [];
        if (outside.length > 0)
          return noticed(
            `${container.id}/${outside.join()}`,
            `${told(outside)} ${outside.length === 1 ? 'is' : 'are'} in the container’s own files, not in its volume (${volumes.map(({ destination }) => destination).join(', ')}), and will be gone with the container.`,
            [
              {
                command: `docker diff ${container.name}`,
                words: 'See what was written outside of the volume',
              },
            ],
          );
      }
      return undefined;
    },
  },
  {
    id: 'rm-takes-the-data',
    title: 'What a container wrote is gone with it',
    detect(scene) {
      if (!justRan(scene, 'container rm', 'container run', 'container prune', 'compose down', 'compose rm'))
        return undefined;
      for (const { name, image, written } of scene.removed) {
        const lost = lasting(written);
        if (lost.length === 0) continue;
        return noticed(
          name,
          `${told(lost)} ${lost.length === 1 ? 'was' : 'were'} only in the files of ${name}, and went with it. A container made from ${image} anew begins with the image’s files. Undo brings it back; a volume would have kept it.`,
          [
            {
              command: 'docker volume create data',
              words: 'Make a volume, to be mounted with -v data:/FOLDER',
            },
          ],
        );
      }
      return undefined;
    },
  },
  {
    id: 'bind-mount-hides-files',
    title: 'A mounted folder hides what the image has there',
    detect(scene) {
      for (const container of justMade(scene))
        for (const { type, name, destination } of container.mounts) {
          if (type !== 'bind' || !scene.isEmptyFolder(name)) continue;
          const hidden = scene.imageEntries(container.id, destination);
          if (hidden === 0) continue;
          return noticed(
            `${container.id}/${destination}`,
            `${name} is empty, and ${container.name} sees it in place of its own ${destination}, where the image has ${hidden === 1 ? 'a file' : `${hidden} entries`}. A folder of the machine is never filled from the image; a new volume is.`,
            [
              { command: `ls -la ${name}`, words: 'See what is in the folder' },
              {
                command: `docker run --rm ${container.image} ls ${destination}`,
                words: 'See what the image has there',
              },
            ],
          );
        }
      return undefined;
    },
  },
  {
    id: 'down-keeps-volumes',
    title: 'docker compose down keeps volumes',
    detect(scene) {
      const command = justRan(scene, 'compose down');
      const note = scene.history.at(-1);
      if (!command || note?.status !== 0 || command.flags.has('volumes')) return undefined;
      const project =
        command.flags.get('project-name')?.at(-1) ??
        note.cwd.slice(note.cwd.lastIndexOf('/') + 1).toLowerCase();
      const kept = scene.volumes.filter((volume) => volume.project === project).map(({ name }) => name);
      if (kept.length === 0) return undefined;
      return noticed(
        kept.join(),
        `The containers and the network are gone; ${list(kept)} ${kept.length === 1 ? 'is' : 'are'} still there, with all data. The next up finds it again. That is on purpose; -v takes volumes, too.`,
        [{ command: 'docker compose down -v', words: 'Remove the volumes as well', isDraft: true }],
      );
    },
  },
];
