import { topLevel } from '../../../cli/command-tree.ts';
import { PROGRAM_WORDS } from '../program-words.data.ts';
import { closest, draft, fix, instead, type ErrorRule, type Failure } from './error-rule.ts';

/** What goes wrong before the daemon is asked: commands, flags, files of Compose; and what the shell and other programs say. */
export const CLIENT_ERRORS: readonly ErrorRule[] = [
  {
    pattern: /unknown command: docker (\S+)|'(\S+)' is not a docker command/,
    explain: ([, one, other], { note }) => {
      const name = one ?? other ?? '';
      const near = closest(name, [...topLevel().map((each) => each.name), 'compose']);
      return {
        title: `docker has no command ${name}`,
        words: near ? `Perhaps you meant ${near}.` : 'docker --help lists what there is.',
        fixes: [
          ...(near ? [instead(note, `docker ${name}`, `docker ${near}`, `Did you mean ${near}?`)] : []),
          fix('docker --help', 'See all commands'),
        ],
      };
    },
  },
  {
    pattern: /unknown (?:shorthand )?flag: (?:'(\w)' in )?(\S+)/,
    explain: ([, letter, word = ''], failure) => {
      const flags = failure.command?.path ?? '';
      const near = flags && !letter ? nearFlag(failure, word) : undefined;
      return {
        title: `There is no flag ${letter ? `-${letter}` : word} here`,
        words: near
          ? `Perhaps you meant ${near}.`
          : 'Each command has flags of its own: --help after it lists them.',
        fixes: [
          ...(near ? [instead(failure.note, word, near, `Did you mean ${near}?`)] : []),
          ...(flags ? [fix(`docker ${shortName(flags)} --help`, 'See the flags of this command')] : []),
        ],
      };
    },
  },
  {
    pattern: /flag needs an argument: (?:'(\w)' in )?(\S+)/,
    explain: ([, letter, word = '']) => ({
      title: `${letter ? `-${letter}` : word} needs a value`,
      words: 'It stands right after the flag: --name web, -p 8080:80.',
      fixes: [],
    }),
  },
  {
    pattern: /'docker ([^']+)' (requires [^\n.]*arguments?)/,
    explain: ([, name = '', requires = ''], { note, command }) => {
      const isBuild = command?.path === 'image build';
      return {
        title: `docker ${name.replace('buildx ', '')} ${requires}`,
        words: isBuild
          ? 'At its end stands the folder whose files the build may copy; a dot is the folder that you are in.'
          : 'Something is missing, or there is too much. The line “Usage” above shows what goes where. A flag that takes a value may have swallowed a word.',
        fixes: isBuild
          ? [fix(`${note.line} .`, 'Build from this folder')]
          : [fix(`docker ${name} --help`, 'See how it is used')],
      };
    },
  },
  {
    pattern: /invalid (?:host|container)Port: (\S+)|invalid containerPort/,
    explain: ([, port = '']) => ({
      title: `${port || 'That'} is no port`,
      words: 'Ports are numbers from 1 to 65535, written MACHINE:CONTAINER.',
      fixes: [],
    }),
  },
  {
    pattern: /no configuration file provided: not found/,
    explain: () => ({
      title: 'There is no compose file in this folder',
      words: 'docker compose reads compose.yaml of the folder that you are in, or of one above it.',
      fixes: [
        fix('ls', 'See what is in this folder'),
        draft('docker compose -f FILE up -d', 'Name the file with -f'),
      ],
    }),
  },
  {
    pattern:
      /(?:validating [^\n:]+: )?(\S+) [Aa]dditional propert(?:y|ies) '?([\w.-]+)'?(?: is)? not allowed/,
    explain: ([, place = '', key = '']) => ({
      title: `The compose file has a key ${key} that Compose does not know`,
      words: `It stands in ${place}. Is it misspelled, or indented by too much or too little?`,
      fixes: [fix('docker compose config', 'Check the file again')],
    }),
  },
  {
    pattern: /(?:services must be a mapping|yaml: (?:line \d+: )?[^\n]+|mapping values are not allowed)/,
    explain: ([text = '']) => ({
      title: 'The compose file is not put together right',
      words: text.includes('cannot start any token')
        ? 'A tab is in it. YAML is indented with blanks only.'
        : 'In YAML the indentation says what belongs to what: each service stands two blanks further in than services:.',
      fixes: [fix('docker compose config', 'Check the file again')],
    }),
  },
  {
    pattern: /service "(\S+)" depends on undefined service "(\S+)"/,
    explain: ([, service = '', other = '']) => ({
      title: `There is no service ${other}`,
      words: `${service} names it under depends_on, but the compose file has none of that name.`,
      fixes: [fix('docker compose config --services', 'See which services there are')],
    }),
  },
  {
    pattern: /no such service: (\S+)/,
    explain: ([, name = '']) => ({
      title: `The compose file has no service ${name}`,
      words: 'Compose goes by the services’ names in the file, not by those of their containers.',
      fixes: [fix('docker compose config --services', 'See which services there are')],
    }),
  },
  {
    pattern: /curl: \(7\)(?: Failed to connect to (\S+) port (\d+))?/,
    explain: ([, host, port = '']) => ({
      title: host === undefined ? 'Nothing listens there' : `Nothing listens on port ${port} of ${host}`,
      words:
        'The machine is there and said no: no program, and no published port of a container, waits at that port.',
      fixes: [fix('docker ps', 'See which ports are published')],
    }),
  },
  {
    pattern: /curl: \((?:52|56)\)/,
    explain: () => ({
      title: 'The connection was made, and then dropped',
      words:
        'The port is published, but behind it nothing answers: the program does not run, listens on another port, or only on 127.0.0.1 inside of its container.',
      fixes: [fix('docker ps -a', 'See whether the container runs, and its ports')],
    }),
  },
  {
    pattern:
      /Could not resolve host: (\S+)|bad address '([^']+)'|Name or service not known|getaddrinfo E(?:NOTFOUND|AI_AGAIN) (\S+)/,
    explain: ([, one, other, third]) => {
      const name = one ?? other ?? third ?? 'that name';
      return {
        title: `Nobody knows ${name}`,
        words:
          'The name leads to no address from here. Containers find each other by name in a network that you made; the machine itself does not know their names.',
        fixes: [fix('docker network ls', 'See which networks there are')],
      };
    },
  },
  {
    pattern: /(?:^|\n)\S*sh: (?:line \d+: )?(?:\d+: )?(\S+?): (?:command )?not found/,
    explain: ([, name = ''], { note }) => {
      const near = closest(name, ['docker', ...Object.keys(PROGRAM_WORDS)]);
      return {
        title: `There is no command ${name}`,
        words: near ? `Perhaps you meant ${near}.` : 'It is misspelled, or this machine does not have it.',
        fixes: near ? [instead(note, name, near, `Did you mean ${near}?`)] : [],
      };
    },
  },
  {
    pattern: /(\S+): (?:cd: )?(?:([^\s:]+): )?No such file or directory/,
    explain: ([, one = '', other], { note }) => ({
      title: `${other ?? one} is not there`,
      words: `Paths without a / at their beginning are looked up in the folder that you are in (${note.cwd}).`,
      fixes: [fix('ls', 'See what is here')],
    }),
  },
  {
    pattern: /(\S+): Permission denied/,
    explain: ([, name = '']) => ({
      title: `You may not do that with ${name}`,
      words: 'A file runs as a program only if it is marked so; who may read and write is shown by ls -l.',
      fixes: name.startsWith('./') ? [fix(`chmod +x ${name}`, 'Mark it as a program')] : [],
    }),
  },
  {
    pattern: /the input device is not a TTY/,
    explain: () => ({
      title: 'There is no terminal to give',
      words: '-t asks for a terminal, but the input comes from a pipe or a file. Leave the t away.',
      fixes: [],
    }),
  },
];

function nearFlag({ command }: Failure, word: string): string | undefined {
  const known = (command?.known ?? []).map((name) => `--${name}`);
  return closest(word, known);
}

const shortName = (path: string): string =>
  path.replace(/^container /, '').replace(/^image (?=build|push|pull|tag|history|save|load)/, '');
