import { closest, draft, fix, instead, type ErrorRule } from './error-rule.ts';

/** What goes wrong with names of images, with registries and with builds. */
export const IMAGE_ERRORS: readonly ErrorRule[] = [
  {
    pattern: /pull access denied for (\S+?),/,
    explain: ([, name = ''], { note, scene }) => {
      const known = scene.images.flatMap(({ names }) => names);
      const near = closest(name, [...known, ...OFFICIAL]);
      return {
        title: `There is no image ${name}`,
        words: `Neither this machine nor Docker Hub has a public image of that name. Is it misspelled, or yet to be built? A private one would need docker login.`,
        fixes: [
          ...(near ? [instead(note, name, near, `Did you mean ${near}?`)] : []),
          fix(`docker search ${name}`, 'Look for it on Docker Hub'),
          fix('docker images', 'See which images are here'),
        ],
      };
    },
  },
  {
    pattern: /manifest for (\S+?):(\S+) not found: manifest unknown/,
    explain: ([, name = '', tag = ''], { note }) => ({
      title: `${name} has no tag ${tag}`,
      words: 'The image is there, but not in that version. Without a tag docker takes latest.',
      fixes: [instead(note, `${name}:${tag}`, name, 'Take the tag latest')],
    }),
  },
  {
    pattern: /invalid reference format(?:: repository name \((\S+)\) must be lowercase)?/,
    explain: ([, upper], { note }) => {
      const name = upper?.replace(/^library\//, '');
      return name
        ? {
            title: 'Names of images are in lower case',
            words: `${name} has capitals in it. Only a tag may have some.`,
            fixes: [instead(note, name, name.toLowerCase(), 'The same in lower case')],
          }
        : {
            title: 'That is no name of an image',
            words:
              'It is written NAME or NAME:TAG, in lower case, without blanks. Often a flag lost its value, and a word meant for it is taken for the image.',
            fixes: [],
          };
    },
  },
  {
    pattern: /An image does not exist locally with the tag: (\S+)/,
    explain: ([, name = ''], { scene }) => {
      const near = closest(
        name,
        scene.images.flatMap(({ names }) => names),
      );
      return {
        title: `No image here is called ${name}`,
        words: 'Only what has this very name can be pushed. docker tag gives an image one more name.',
        fixes: [
          fix('docker images', 'See what your images are called'),
          draft(`docker tag ${near ?? 'IMAGE'} ${name}`, 'Give one that name'),
        ],
      };
    },
  },
  {
    pattern: /denied: requested access to the resource is denied/,
    explain: (_match, { command }) => {
      if (command?.path !== 'image push') return undefined;
      const name = command.args[0] ?? 'IMAGE';
      const bare = name.slice(name.lastIndexOf('/') + 1);
      return {
        title: 'You may not push there',
        words: `On Docker Hub you write to names that begin with your own user name, as YOU/${bare}, and after docker login. A name without a slash belongs to Docker’s own images.`,
        fixes: [
          draft('docker login', 'Log in to Docker Hub'),
          draft(`docker tag ${name} YOU/${bare}`, 'Give the image a name below yours'),
        ],
      };
    },
  },
  {
    pattern: /unauthorized: incorrect username or password/,
    explain: () => ({
      title: 'The registry does not know that name and password',
      words: 'Type them once more: what you type for a password is not shown.',
      fixes: [draft('docker login', 'Try again')],
    }),
  },
  {
    pattern: /No such image: (\S+)/,
    explain: ([, name = ''], { scene, note }) => {
      const near = closest(
        name.replace(/:latest$/, ''),
        scene.images.flatMap(({ names }) => names),
      );
      return {
        title: `There is no image ${name} here`,
        words: 'Perhaps it has another tag, or is gone already.',
        fixes: [
          ...(near ? [instead(note, name.replace(/:latest$/, ''), near, `Did you mean ${near}?`)] : []),
          fix('docker images', 'See which images are here'),
        ],
      };
    },
  },
  {
    pattern: /failed to read dockerfile: open (\S+): no such file or directory/,
    explain: ([, name = ''], { command }) => ({
      title: `There is no ${name} in the build’s folder`,
      words: `docker build looks for it in the folder that you give it at the end${command?.args[0] ? ` (${command.args[0]})` : ''}. Is it in another folder, or has it another name?`,
      fixes: [
        fix('ls', 'See what is in this folder'),
        draft('docker build -f FILE .', 'Name the file with -f'),
      ],
    }),
  },
  {
    pattern: /failed to calculate checksum of ref [^"]*"([^"]+)": not found/,
    explain: (match) => {
      const path = (match[1] ?? '').replace(/^\//, '');
      const isOutside =
        /^\s*(?:\d+ \|\s*>>>|>>>|#?\s*>).*\b(?:COPY|ADD)\b[^\n]*\.\.\//m.test(match.input) ||
        /\b(?:COPY|ADD)\b[^\n]*\s\.\.\//.test(match.input);
      return isOutside
        ? {
            title: 'COPY can’t reach outside of the build context',
            words:
              'Only files in the folder that docker build is given are sent to the builder: .. leads out of it. Build from the folder above, and name the Dockerfile with -f.',
            fixes: [draft('docker build -f FOLDER/Dockerfile ..', 'Build from the folder above')],
          }
        : {
            title: `The build context has no ${path}`,
            words:
              'COPY takes files of the folder that docker build is given, as they are named from there. Is the name right, and does .dockerignore leave it out?',
            fixes: [
              fix('ls -a', 'See what is in this folder'),
              draft('cat .dockerignore', 'See what is left out'),
            ],
          };
    },
  },
  {
    pattern: /dockerfile parse error on line (\d+): unknown instruction: (\S+)(?: \(did you mean (\S+)\?\))?/,
    explain: ([, line = '', name = '', near]) => ({
      title: `${name} is no instruction`,
      words: `Line ${line} of the Dockerfile begins with it.${near ? ` Perhaps you meant ${near}.` : ' Long instructions go on after a \\ at the end of the line.'}`,
      fixes: [],
    }),
  },
  {
    pattern: /process "(.+)" did not complete successfully: exit code: (\d+)/,
    explain: ([, process = '', code = '']) => ({
      title: 'A RUN step of the Dockerfile failed',
      words: `${process.replace(/^\/bin\/sh -c /, '')} ended with the status ${code}${code === '127' ? ', which means that the program was not found' : ''}. What it wrote is above. The layers before it are kept.`,
      fixes: [],
    }),
  },
];

const OFFICIAL = ['alpine', 'busybox', 'debian', 'hello-world', 'httpd', 'mysql', 'nginx', 'node', 'postgres', 'python', 'redis', 'registry', 'traefik', 'ubuntu', 'wordpress']; // prettier-ignore
