import fc from 'fast-check';

type Text = fc.Arbitrary<string>;

/** One of these texts, or of what these make. */
const pick = (...options: (string | Text)[]): Text =>
  fc.oneof(...options.map((option) => (typeof option === 'string' ? fc.constant(option) : option)));

/** A text with `%` replaced by what each of the makers gives, in order. */
const fill = (template: string, ...makers: Text[]): Text =>
  fc.tuple(...makers).map((values) => {
    let index = 0;
    return template.replace(/%/g, () => values[index++] ?? '');
  });

const join = (item: Text, separator: string, minLength: number, maxLength: number): Text =>
  fc.array(item, { minLength, maxLength }).map((items) => items.join(separator));

/** What every script begins with, so that expansions have something to find. */
export const PREAMBLE = `a=1 b='x y' c= d='*' e=a:b::c n=5
arr=(one 'two  three' '' 4) o=0; declare -A map=([k]=v [x y]=z)
set -- p 'q r' '' s
touch f1 f2 'g h'
`;

const name = pick('a', 'b', 'c', 'd', 'e', 'u');
const number = pick('0', '1', '2', '3', '7', '10');
const pattern = join(
  pick('a', 'b', 'x', '*', '?', '[a-x]', '[!a]', ' ', ':', '"*"', '$a', '"$d"', '\\*'),
  '',
  0,
  3,
).map((text) => text.replaceAll(' ', '\\ '));

const arithmetic = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    pick(number, 'n', 'a', '$n', '${a}', 'u', '${#b}', '${arr[3]}', 'arr[3]', '0x1F', '017', '2#101'),
    fill(
      '% % %',
      tie('value'),
      pick('+', '-', '*', '<', '>=', '==', '!=', '&', '|', '^', '&&', '||', ',', '<<'),
      tie('value'),
    ),
    fill('(%)', tie('value')),
    fill('%%', pick('-', '!', '~', '+'), tie('value')).map((text) => text.replace(/([-+])(?=\1)/g, '$1 ')),
    fill('% ? % : %', tie('value'), tie('value'), tie('value')),
    fill('(z % %)', pick('=', '+=', '-=', '*=', '|='), tie('value')),
    pick('n++', '++n', 'n--', '7 / 2', '-7 % 3', '2**5'),
  ),
})).value;

const parameter: Text = pick(
  fill('$%', name),
  pick('$#', '$*', '$@', '$1', '$2', '$3', '$9', '$?', '${#arr[@]}', '${#b}', '${#}', '${@:2}', '${*:2:2}', '${arr[1]}', '${arr[@]}', '${arr[*]}',
    '${arr[@]:1:2}', '${!arr[@]}', '${map[k]}', '${map["x y"]}', '${arr[-1]}', '${arr[9]}', '${!name}', '${arr[@]/o/0}', '${@/p/P}', '${arr[@]^^}'),
  fill('${%%%}', name, pick('#', '##', '%', '%%'), pattern).map((text) => text.replaceAll('\u0000', '%')),
  fill('${%/%/%}', name, pattern, pick('X', '', '$a', '[&]')),
  fill('${%//%/%}', name, pattern, pick('X', '', '$b')),
  fill('${%:%}', name, number),
  fill('${%: -%:%}', name, number, number),
  fill('${%%}', name, pick('^', '^^', ',', ',,', '@Q', '@U')),
); // prettier-ignore

type Grammar = Record<'print' | 'word' | 'operand' | 'quoted' | 'simple' | 'command' | 'list', string>;

/** Scripts that are well formed and end by themselves. */
const grammar = fc.letrec<Grammar>((tie) => {
  const withDefault = fill(
    '${%%%}',
    pick(name, '1', '3', '9', 'arr[1]', 'arr[@]', '@'),
    pick('-', ':-', '+', ':+'),
    tie('operand'),
  );
  const expansion = fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    parameter,
    fill('$((%))', arithmetic),
    withDefault,
    fill('$(%)', tie('print')),
  );
  const quoted = join(
    pick('a', 'b c', ' ', '*', '\\$', '\\"', "'", '\\\\', expansion, expansion),
    '',
    0,
    3,
  ).map((text) => `"${text}"`);
  const piece = pick(
    'a',
    'b',
    'x1',
    "'s q'",
    "''",
    '""',
    '*',
    'f?',
    '[fg]*',
    '\\*',
    '\\ ',
    '~',
    '{a,b}',
    '{1..3}',
    "$'t\\tx'",
    ':',
    '-n',
    '=',
    quoted,
    quoted,
    expansion,
    expansion,
  );
  const words = join(tie('word'), ' ', 0, 4);
  const print = pick(
    fill('echo %', words),
    words.map((text) => `printf '<%s>' ${text}; echo`),
    fill('args %', words),
  );
  const condition = pick(
    fill('[ % % % ]', quoted, pick('=', '!=', '<'), quoted).map((text) => text.replace(' < ', ' \\< ')),
    fill('[ % % ]', pick('-n', '-z', '-e', '-f', '-d'), quoted),
    fill('[[ x% % % ]]', tie('word'), pick('==', '!=', '='), pattern).map((text) =>
      text.replace(/ \]\]$/, "'' ]]"),
    ),
    fill(
      '[[ % && ! % ]]',
      pick('-n $b', '-z $c', '$a -lt 3', '-v arr[1]', '-e f1'),
      pick('-n $c', '$b == x*', '$n -gt 9', '$b =~ ^x.y$'),
    ),
    fill('(( % ))', arithmetic),
    pick('true', 'false', '! true', 'f1 x', '(exit 3)', 'test $# -gt 2'),
  );
  return {
    word: join(piece, '', 1, 3),
    operand: join(pick('a', 'b', ' ', '*', '"q  r"', "'s'", expansion), '', 0, 2),
    quoted,
    print,
    simple: pick(
      tie('print'),
      tie('print'),
      tie('print'),
      fill('%=%', pick('a', 'b', 'c', 'u'), tie('word')),
      fill('arr+=(%)', words),
      fill('arr[%]=%', number, tie('word')),
      fill('IFS=% args %', pick(':', "''", "' '"), words),
      fill('set -- %', words),
      fill('read -r % % <<< %', name, name, quoted),
      fill('IFS=: read -ra arr <<< %', quoted),
      words.map((text) => `printf '%s|' ${text} | cat; echo`),
      fill('for w in %; do echo "[$w]"; done', words),
      fill('while read -r l; do echo "($l)"; done <<< %', quoted),
      fill('(( % ))', arithmetic),
      condition,
      pick(
        'unset u',
        'unset "arr[1]"',
        'shift',
        'f1 "$@"',
        'local q=1',
        'return 3',
        'IFS=:',
        'unset IFS',
        'set -f',
        'set +f',
        'false',
        'echo $?',
      ),
    ),
    command: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      tie('simple'),
      fill('if %; then %; else %; fi', condition, tie('list'), tie('list')),
      fill('for x in %; do %; done', words, tie('list')),
      fill('i=0; while ((i++ < 3)); do %; done', tie('list')),
      fill(
        'for x in 1 2 3; do %; %; %; done',
        tie('list'),
        pick('continue', 'break', ':', '[ $x = 2 ] && break', 'continue 2'),
        tie('list'),
      ),
      fill(
        'case % in %) %;; % | a*) %;; *) %;; esac',
        tie('word'),
        pattern.map((text) => text || "''"),
        tie('list'),
        pattern.map((text) => text || "''"),
        tie('list'),
        tie('list'),
      ),
      fill('% && %', condition, tie('command')),
      fill('% || %', condition, tie('command')),
      fill('! %', condition),
      fill('{ %; } | cat', tie('list')),
      fill('{ %; } > out$((++o)); cat out$o', tie('list')),
      fill('(%); echo "s$?"', tie('list')),
      fill('f4() { %; }; f4 %', tie('list'), words),
      fill('f2() { local a=L u; %; echo "$a"; }; f2 %', tie('list'), words),
      fill('{ %; } 2>/dev/null', tie('list')),
      fill('f3() { %; }; x=$(f3); echo "$? $x"', tie('list')),
      fill(
        '{ cat <<E\n% %\nE\n}',
        pick('a', '  $b', '${c:-d}', '\\$x', '$((n+1))'),
        pick('$(echo s)', '"q"', "'s'", '${arr[1]}', '\\\\'),
      ),
      fill("eval 'echo %'", pick('$a', '"$b"', '\\$c', '{1,2}')),
    ),
    list: join(tie('command'), '; ', 1, 2),
  };
});

const FUNCTIONS = `args() { printf '%d:' $#; printf '<%s>' "$@"; echo; }
f1() { echo "f1 $#"; return 2; }
`;

/** Random scripts. */
export const script: Text = fc
  .tuple(
    pick('', 'set -e\n', 'set -u\n', 'set -o pipefail\n', "trap 'echo bye $?' EXIT\n"),
    join(grammar.command, '\n', 1, 3),
  )
  .map(([options, commands]) => `${PREAMBLE}${FUNCTIONS}${options}${commands}\n`);
