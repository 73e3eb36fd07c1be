import { describe, expect, it } from 'vitest';
import { explainLine } from './explain-line.ts';

/** Each part as it stands in the line, and its words. */
const told = (line: string): [string, string][] =>
  explainLine(line).parts.map(({ start, end, words }) => [line.slice(start, end), words]);

describe('explainLine', () => {
  it('tells the parts of docker run, values included', () => {
    expect(
      told('docker run -dp "8080":80 --name=web -v data:/var/lib/x -e MODE=dev nginx:1.27 sh -c "ls -l"'),
    ).toEqual([
      ['docker run', 'Create and run a new container from an image'],
      [
        '-dp "8080":80',
        'It runs in the background; the prompt comes back at once. Port 8080 of the machine goes to port 80 in the container',
      ],
      ['--name=web', 'Its name is web'],
      ['-v data:/var/lib/x', 'The volume data is at /var/lib/x in the container, and outlives it'],
      ['-e MODE=dev', 'The environment variable MODE is dev in the container'],
      ['nginx:1.27', 'The image nginx, in the version with the tag 1.27'],
      ['sh -c "ls -l"', 'The command that runs in the container, in place of the image’s own'],
    ]);
  });

  it('knows commands by both of their names, and takes flags between arguments where docker does', () => {
    expect(told('docker container rm web -f db')).toEqual([
      ['docker container rm', 'Remove one or more containers'],
      ['web', 'The container web'],
      ['-f', 'A running one is killed first'],
      ['db', 'The container db'],
    ]);
    expect(told('docker exec -it web sh').map(([text]) => text)).toEqual(['docker exec', '-it', 'web', 'sh']);
  });

  it('tells flags before the command, and compose with its own', () => {
    expect(told('docker -H tcp://x compose -f a.yaml up -d --build')).toEqual([
      ['docker', 'The docker command'],
      ['-H tcp://x', 'Socket of the daemon to talk to: tcp://x'],
      ['compose', 'Compose: several containers as one project, from a file'],
      ['-f a.yaml', 'The file to read is a.yaml'],
      ['up', 'Create and start containers'],
      ['-d', 'The containers run in the background; the prompt comes back when they are started'],
      ['--build', 'Images are built again first'],
    ]);
  });

  it('tells what the shell does: operators, redirections, variables, what another command prints', () => {
    expect(told('A=1 docker rm $(docker ps -aq) 2>/dev/null && echo done | tee log > $OUT')).toEqual([
      ['A=1', 'The variable A, for this command only'],
      ['docker rm', 'Remove one or more containers'],
      ['$(docker ps -aq)', 'The shell puts here what `docker ps -aq` prints'],
      ['2>/dev/null', 'Errors go to the file /dev/null, which is written anew'],
      ['&&', 'Only if that succeeded: then'],
      ['echo', 'Print its arguments'],
      ['done', 'The text done'],
      ['|', 'What is printed goes to the next command'],
      ['tee', 'Write what comes in to a file, and pass it on'],
      ['log', 'The file log'],
      ['> $OUT', 'What is printed goes to the file $OUT, which is written anew'],
    ]);
  });

  it('tells common options, several in one word too', () => {
    expect(told('ls -la x; curl -s -Z localhost').map(([, words]) => words)).toEqual([
      'List files',
      'With rights, owner, size and time; those that begin with a dot, too',
      'The folder or file x',
      'Ask a server for a page and print the answer',
      'Without the progress',
      'An option',
      'The address localhost',
    ]);
  });

  it('looks into loops and behind sudo', () => {
    expect(told('for i in 1 2; do sudo docker start web$i; done').map(([text]) => text)).toEqual([
      'for i in 1 2',
      'sudo',
      'docker start',
      'web$i',
    ]);
  });

  it('says what there is not: a command, a flag, a value', () => {
    expect(told('docker rn --x')).toEqual([
      ['docker rn', 'Docker has no command rn'],
      ['--x', 'The command has no flag --x'],
    ]);
    expect(told('docker run --nmae web nginx')[1]).toEqual(['--nmae', 'The command has no flag --nmae']);
    expect(told('docker run -p')[1]?.[1]).toContain('its value is missing');
    expect(told('docker run -p x:y nginx')[1]?.[1]).toContain('written as MACHINE:CONTAINER');
  });

  it('survives a line that is no command', () => {
    for (const line of [
      '',
      '   ',
      '"',
      'docker run "',
      '$(',
      'if',
      '| |',
      'cat <<EOF',
      '# note',
      'docker',
      'docker --help',
      'docker compose',
    ])
      for (const { start, end } of explainLine(line).parts) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(line.length);
      }
  });
});
