import { aliasesOf, allCommands } from './command-tree.ts';
import type { Command } from './command.ts';
import type { Flag } from './flags/flag.ts';

/** How a command or a flag is treated: simulated, accepted with a notice beside the terminal, or refused. */
export type Treatment = 'modelled' | 'noticed' | 'refused';

export interface CommandCoverage {
  /** As `docker` is given it. */
  readonly path: string;
  readonly treatment: Treatment;
  readonly flags: readonly { readonly name: string; readonly treatment: Treatment }[];
}

/** How each command and each flag is treated, from the tables that the client itself runs on. */
export function clientCoverage(): CommandCoverage[] {
  const seen = new Set<Command>();
  return allCommands().flatMap(({ path, command }) => {
    if (seen.has(command)) return [];
    seen.add(command);
    const treatment = command.refused || !command.run ? 'refused' : 'modelled';
    const flags = command.flags
      .filter(({ hidden, name }) => hidden !== true && name !== 'help')
      .map((flag) => ({ name: `--${flag.name}`, treatment: treatmentOf(flag, treatment) }));
    const own = aliasesOf(command).find((alias) => alias.includes(' ') && !alias.startsWith('builder'));
    return [{ path: own ?? path, treatment, flags }];
  });
}

function treatmentOf({ unmodelled, experimental }: Flag, command: Treatment): Treatment {
  if (command === 'refused' || experimental) return 'refused';
  return unmodelled ? 'noticed' : 'modelled';
}

/** How many of each. */
function count(list: readonly { readonly treatment: Treatment }[]): Record<Treatment, number> {
  const of = (treatment: Treatment): number => list.filter((item) => item.treatment === treatment).length;
  return { modelled: of('modelled'), noticed: of('noticed'), refused: of('refused') };
}

/** The page that people read. */
export function coveragePage(coverage: readonly CommandCoverage[]): string {
  const flags = count(coverage.flatMap((command) => command.flags));
  const { modelled, refused } = count(coverage);
  const there = coverage.filter(({ treatment }) => treatment === 'modelled');
  const missing = coverage.filter(({ treatment }) => treatment === 'refused');
  return `# Docker, command by command

What of the \`docker\` client ${CLIENT} is simulated here. This page is made from the tables that the client itself runs on: \`npm run coverage:docker\`.

- **modelled**: it does what it does in life, as far as [what is simulated](what-is-simulated.md) goes.
- **noticed**: it is accepted, checked as the real client checks it, and has no effect; a notice beside the terminal says so.
- **refused**: help, flags and argument errors are the real client's; then it ends with status 1, with a notice, or as on a machine outside a swarm.

|  | modelled | noticed | refused |
|---|---|---|---|
| commands | ${modelled} | 0 | ${refused} |
| flags | ${flags.modelled} | ${flags.noticed} | ${flags.refused} |

## Modelled commands

| command | flags modelled | flags noticed or refused |
|---|---|---|
${there.map(commandRow).join('\n')}

## Refused commands

${missing.map(({ path }) => `\`docker ${path}\``).join(' · ')}

## Known differences

- \`docker build\` takes the flags of \`docker buildx build\`; of buildx there are its builds, cache and the one builder of the daemon.
- Of Compose, \`alpha\` and \`publish\` are refused, and so are mounts of type image; \`models\`, \`gpus\`, \`provider\` and hooks before the start have no effect, which is said.
- Short descriptions in \`--help\` are our words.
- \`docker login\` to Docker Hub knows one pretend account, which a notice names, and its login through the web browser is not there; nothing can be pushed to Docker Hub. A registry of your own is asked.
- \`docker service create\` with a job mode sends what the real client sends; the progress of jobs is not shown.
- \`docker swarm unlock-key\` on a manager is refused: managers are never locked here.
- \`docker build\` from a URL is refused, and \`docker import\` of one finds no host: nothing outside of the machine can be reached.
- Contexts: there is one, \`default\`; the commands that make others are refused, and so are those that make manifest lists: \`docker manifest inspect\` shows what registries keep.
- Logs are kept as json-file, local or not at all (\`none\`), with \`max-size\` and \`max-file\`, at most 4 MB of a container; other drivers are refused with a notice.
- Networks are of the drivers bridge, host and none; macvlan and ipvlan are refused with a notice, since there is no network around the machine.
- \`--gpus\` ends as on a machine without device drivers; \`--mount type=image\` and the removal of links are refused with a notice.
- \`docker top\` and \`ps\` in it choose columns by \`-ef\`, \`aux\` and \`-o\`; \`--ulimit\` counts for nofile and nproc.
- \`docker stats\` counts what goes over the network by connections: the chatter of a real bridge (ARP, IPv6) is not there, so an idle container shows \`0B\`.
- Images have few files and layers, and sizes and digests of their own: they are made of the programs that are simulated. A tag names what runs: what there is in one version only has no tags of others. Small tools of older Alpine, Debian and Ubuntu releases, and what their package managers install, are those of the newest.
- Images that were made in the same second are listed in the order they were made; Docker leaves it open.
- Of what \`docker info\` tells, the parts of a real installation (versions of containerd and runc, security options) are those of the packages of 28.2.2.
- Over HTTP the daemon's socket does not take what is no JSON: attached streams, archives, builds; objects of a swarm can only be read.
`;
}

const CLIENT = '28.2.2';

function commandRow({ path, flags }: CommandCoverage): string {
  const names = (wanted: (treatment: Treatment) => boolean): string =>
    flags
      .filter(({ treatment }) => wanted(treatment))
      .map(({ name }) => `\`${name}\``)
      .join(' ');
  return `| \`docker ${path}\` | ${names((treatment) => treatment === 'modelled')} | ${names((treatment) => treatment !== 'modelled')} |`;
}
