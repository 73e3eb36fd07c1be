import { expect, it } from 'vitest';
import { readScriptLine } from '../lib/script-line.ts';
import { presenterCommands, presenterText, stepTo } from './presenting.ts';

it('has a command a line, without comments, empty lines and prompts', () => {
  const text = '# first\n\ndocker ps -a\n$ docker run \\\n  -d nginx\n   \ncurl localhost \\';
  expect(presenterCommands(text)).toEqual(['docker ps -a', 'docker run \\\n  -d nginx', 'curl localhost']);
});

it('stays within the list', () => {
  const list = { commands: ['a', 'b'], next: 1 };
  expect([stepTo(list, 2).next, stepTo(list, 9).next, stepTo(list, -1).next]).toEqual([2, 2, 0]);
});

it('takes a lesson’s solution, with files that are written and lines for other machines', () => {
  const solution = [
    '@node1 docker run x',
    "cat > a <<'END'\nb: 1\n\n# c\nEND",
    '@node2 docker ps',
    '@off node2',
  ];
  const text = presenterText(solution.map(readScriptLine));
  expect(presenterCommands(text)).toEqual([solution[0], `@node1 ${solution[1]}`, ...solution.slice(2)]);
  expect(presenterText([{ command: 'docker run x # fails' }])).toBe('docker run x');
  expect(presenterCommands('cat <<< word\nls')).toEqual(['cat <<< word', 'ls']);
});

it.each([
  ['arithmetic', ['echo $((1<<2))', 'ls', '2', '(( x = (1) <<3 ))', '3']],
  ['quotes', ['echo "a <<EOF"', "echo 'a <<EOF'", 'echo \\<<EOF', 'EOF']],
  ['a comment behind a command', ['ls # use <<EOF here', 'ls', 'EOF']],
  ['an end that never comes', ['cat <<EOF', 'ls', 'cat <<A <<B', 'A', ' EOF']],
])('joins nothing for `<<` with %s', (_, lines) => {
  expect(presenterCommands(lines.join('\n'))).toEqual(lines.map((line) => line.trim()));
});

it.each([
  'cat <<END-OF > x\nEND\nEND-OF',
  'cat <<\\EOF\n$x\nEOF',
  'cat << "A B"\nb\nA B',
  "cat <<E'O'F; ls\nb\nEOF",
  'cat <<EOF\n  EOF\n\tEOF\nEOF \nEOF',
  'cat <<-EOF\n  EOF\n# kept\n\t\tEOF',
  'cat <<A <<B\nB\nA\nA\nB',
  'cat $((1<<2)) "<<X" <<EOF \\\n  > x\nb \\\nEOF',
])('takes a here-document whole: %j', (command) => {
  expect(presenterCommands(`# use <<EOF here \\\n$ ${command}\nls`)).toEqual([command, 'ls']);
  expect(presenterCommands(`${command}\nls`.replaceAll('\n', '\r\n'))).toEqual([command, 'ls']);
});
