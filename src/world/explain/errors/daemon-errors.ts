import { freePort } from '../rerun.ts';
import { containerOf, draft, fix, instead, type ErrorRule } from './error-rule.ts';

/** What the daemon refuses about containers, their names, ports, files and networks. */
export const DAEMON_ERRORS: readonly ErrorRule[] = [
  {
    pattern:
      /Bind for (\S+):(\d+) failed: port is already allocated|listen \w+ (\S*):(\d+): bind: address already in use/,
    explain: ([, , one, , other], failure) => {
      const port = Number(one ?? other);
      const { scene, note } = failure;
      const owner = scene.containers.find(
        ({ status, ports }) => status === 'running' && ports.some(({ host }) => host === port),
      );
      const free = freePort(scene.containers, port);
      const made = scene.containers.filter(
        ({ status, createdMs }) => status === 'created' && createdMs >= note.startedMs,
      );
      return {
        title: `Port ${port} of the machine is taken`,
        words: `One port of the machine can lead to one container only${owner ? `, and ${port} leads to ${owner.name}` : ''}. Take another one on the left side of -p, or free it. The container was made all the same, and is left in the state Created.`,
        fixes: [
          ...made.map(({ name }) => fix(`docker rm ${name}`, 'Remove the container that could not start')),
          ...(note.line.includes(`${port}:`)
            ? [instead(note, `${port}:`, `${free}:`, `Use the port ${free} of the machine`)]
            : []),
          ...(owner ? [draft(`docker rm -f ${owner.name}`, `Stop and remove ${owner.name}`)] : []),
        ],
      };
    },
  },
  {
    pattern: /The container name "\/(\S+)" is already in use by container/,
    explain: ([, name = ''], failure) => {
      const owner = containerOf(failure.scene, name);
      const isRun = failure.command?.path === 'container run';
      const runs = owner?.status === 'running';
      return {
        title: `There is a container called ${name} already`,
        words: isRun
          ? `docker run always makes a new container, and a name can be given once. ${runs ? 'The old one is running.' : 'The old one is stopped, and can be started again as it is.'}`
          : 'A name can be given once. A stopped container keeps its name until it is removed.',
        fixes: [
          ...(isRun && !runs ? [fix(`docker start ${name}`, 'Start the old one again, as it is')] : []),
          draft(`docker rm ${runs ? '-f ' : ''}${name}`, 'Remove the old one, then try again'),
          ...(isRun ? [instead(failure.note, name, `${name}2`, 'Give the new one another name')] : []),
        ],
      };
    },
  },
  {
    pattern: /container name \((\S+)\), only \[a-zA-Z0-9\]/,
    explain: ([, name = '']) => ({
      title: `${name} can’t be the name of a container`,
      words: 'Names have at least two characters: letters, digits, and inside of the name also . _ and -.',
      fixes: [],
    }),
  },
  {
    pattern: /cannot remove container "\/?(\S+)": container is running/,
    explain: ([, name = '']) => ({
      title: `${name} is still running`,
      words: 'Only a stopped container can be removed. -f stops it by force and removes it in one go.',
      fixes: [
        fix(`docker stop ${name}`, 'Stop it first'),
        draft(`docker rm -f ${name}`, 'Kill it and remove it'),
      ],
    }),
  },
  {
    pattern:
      /unable to (?:remove repository reference|delete) "?([^\s"]+)"? \((?:must (?:be )?force[d]?|cannot be forced)\) - (?:container|image is being used by (?:running|stopped) container) (\w+)/,
    explain: ([, image = '', id = ''], failure) => {
      const owner = containerOf(failure.scene, id);
      const name = owner?.name ?? id;
      const runs = owner?.status === 'running';
      return {
        title: `A container is made from ${image}`,
        words: `${name} is ${runs ? 'running' : 'stopped, but there'} and needs the image. Remove the container first; a stopped one counts, too.`,
        fixes: [
          fix('docker ps -a', 'See all containers, stopped ones too'),
          draft(`docker rm ${runs ? '-f ' : ''}${name}`, `Remove ${name}`),
        ],
      };
    },
  },
  {
    pattern: /[Cc]ontainer (\w+) is not running|cannot attach to a stopped container/,
    explain: ([, id = ''], failure) => {
      const typed = failure.command?.args[0] ?? '';
      const owner = containerOf(failure.scene, id || typed);
      const name = owner?.name ?? typed;
      if (failure.command?.path === 'container kill')
        return {
          title: `${name} has ended already`,
          words: 'There is no process left that could be killed.',
          fixes: [],
        };
      return {
        title: `${name} is not running`,
        words: `A command can run only in a running container: its main process has ended${owner ? ` with the status ${owner.exitCode}` : ''}.`,
        fixes: [
          fix(`docker start ${name}`, 'Start it again'),
          fix(`docker logs ${name}`, 'See what it wrote before it ended'),
        ],
      };
    },
  },
  {
    pattern:
      /executable file not found in \$PATH|exec: "([^"]+)": (?:stat [^:]+: no such file or directory|executable)/,
    explain: (match, failure) => {
      const program = /exec: "([^"]+)"/.exec(match.input)?.[1] ?? match[1] ?? '';
      if (program === 'bash' || program === '/bin/bash')
        return {
          title: 'This image has no bash',
          words:
            'Small images such as alpine and busybox have only the plain shell sh. It takes the same everyday commands.',
          fixes: [instead(failure.note, program, program.replace('bash', 'sh'), 'The same with sh')],
        };
      if (program.startsWith('-'))
        return {
          title: `${program} stands after the image`,
          words:
            'What stands after the name of the image is the command to run in the container. Flags of docker run go before it.',
          fixes: [],
        };
      const isExec = failure.command?.path === 'container exec';
      return {
        title: `There is no program ${program} in the container`,
        words: `The image holds only what was put into it, and not what the machine has. ${isExec ? '' : 'The container was made all the same. '}See what is there with sh, or take an image that has it.`,
        fixes:
          failure.command && !isExec && failure.command.args[0]
            ? [fix(`docker run --rm -it ${failure.command.args[0]} sh`, 'Look around in the image')]
            : [],
      };
    },
  },
  {
    pattern: /exec format error/,
    explain: (_match, { command }) => ({
      title: 'The program is for another kind of processor',
      words:
        'The image is for another platform than this machine (arm64 and amd64 do not run each other’s programs), or a script has no #! in its first line.',
      fixes: command?.args[0]
        ? [
            fix(
              `docker image inspect -f '{{.Os}}/{{.Architecture}}' ${command.args[0]}`,
              'See what the image is for',
            ),
          ]
        : [],
    }),
  },
  {
    pattern: /network (\S+) not found|No such network: (\S+)/i,
    explain: ([, one, other]) => {
      const name = one ?? other ?? '';
      return {
        title: `There is no network ${name}`,
        words: 'A network is made before a container can join it.',
        fixes: [
          fix(`docker network create ${name}`, 'Make it'),
          fix('docker network ls', 'See which there are'),
        ],
      };
    },
  },
  {
    pattern: /network (\S+) has active endpoints \(name:"([^"]+)"/,
    explain: ([, name = '', user = '']) => ({
      title: `Containers are still in the network ${name}`,
      words: `${user} is connected to it. Stop or disconnect it first.`,
      fixes: [
        fix(`docker network inspect -f '{{range .Containers}}{{.Name}} {{end}}' ${name}`, 'See who is in it'),
        draft(`docker network disconnect ${name} ${user}`, `Take ${user} out of it`),
      ],
    }),
  },
  {
    pattern: /endpoint with name (\S+) already exists in network (\S+)/,
    explain: ([, name = '', network = '']) => ({
      title: `${name} is in the network ${network} already`,
      words: 'There is nothing to do.',
      fixes: [],
    }),
  },
  {
    pattern: /remove (\S+): volume is in use - \[([\da-f]+)/,
    explain: ([, name = '', id = ''], { scene }) => {
      const owner = containerOf(scene, id);
      const user = owner?.name ?? id.slice(0, 12);
      return {
        title: `The volume ${name} is in use`,
        words: `The container ${user} has it${owner?.status === 'running' ? '' : ', although it is stopped'}. A volume can go when no container has it.`,
        fixes: [draft(`docker rm ${owner?.status === 'running' ? '-f ' : ''}${user}`, `Remove ${user}`)],
      };
    },
  },
  {
    pattern: /bind source path does not exist: (\S+)/,
    explain: ([, path = '']) => ({
      title: `${path} is not there`,
      words: '--mount wants the folder to be there; -v would make an empty one without a word.',
      fixes: [fix(`mkdir -p ${path}`, 'Make the folder')],
    }),
  },
  {
    pattern: /invalid mount path: '([^']*)' mount path must be absolute/,
    explain: ([, path = ''], { note }) => ({
      title: `${path} is no full path`,
      words: 'Where it is mounted in the container is told from the root: with a / at its beginning.',
      fixes: [instead(note, `:${path}`, `:/${path}`, 'The same with a /')],
    }),
  },
  {
    pattern: /includes invalid characters for a local volume name/,
    explain: () => ({
      title: 'That is no name for a volume',
      words:
        'Left of the colon stands a volume’s name, or a folder of the machine, which begins with / or ./',
      fixes: [],
    }),
  },
  {
    pattern: /No such (container|object): (\S+)/i,
    explain: ([, kind = '', name = '']) => ({
      title: `There is no ${kind === 'object' ? 'container, image, volume or network' : 'container'} called ${name}`,
      words: 'Perhaps it has another name, or was removed. Stopped containers are listed with -a.',
      fixes: [fix('docker ps -a', 'See all containers')],
    }),
  },
  {
    pattern: /(?:no such volume|No such volume)/,
    explain: () => ({
      title: 'There is no volume of that name',
      words: 'Perhaps it has another name, or was removed.',
      fixes: [fix('docker volume ls', 'See which there are')],
    }),
  },
  {
    pattern: /Could not find the file (\S+) in container (\S+)/,
    explain: ([, path = '', name = '']) => ({
      title: `${name} has no ${path}`,
      words: 'The path is told from the root of the container’s files.',
      fixes: [draft(`docker exec ${name} ls /`, 'See what is there')],
    }),
  },
  {
    pattern: /unable to find user (\S+):/,
    explain: ([, user = '']) => ({
      title: `The image knows no user ${user}`,
      words: 'Names of users are those in the image’s /etc/passwd. A number works without one.',
      fixes: [],
    }),
  },
  {
    pattern: /Minimum memory limit allowed is (\S+)/,
    explain: ([, least = '']) => ({
      title: 'That is too little memory',
      words: `Docker wants at least ${least}.`,
      fixes: [],
    }),
  },
  {
    pattern: /This node is not a swarm manager/,
    explain: () => ({
      title: 'Services need a swarm',
      words:
        'Nodes, services, stacks and secrets belong to a swarm. One machine is enough to begin one; a worker can’t answer for it.',
      fixes: [fix('docker swarm init', 'Begin a swarm on this machine')],
    }),
  },
  {
    pattern: /This node is already part of a swarm/,
    explain: () => ({
      title: 'This machine is in a swarm already',
      words: 'It can be in one only.',
      fixes: [
        fix('docker node ls', 'See the nodes of the swarm'),
        draft('docker swarm leave --force', 'Leave it'),
      ],
    }),
  },
  {
    pattern: /Cannot connect to the Docker daemon/,
    explain: () => ({
      title: 'The client finds no daemon',
      words:
        'docker only asks; the daemon does. Either it does not run, or DOCKER_HOST or the context names another address.',
      fixes: [fix('docker context ls', 'See which daemon is asked')],
    }),
  },
];
