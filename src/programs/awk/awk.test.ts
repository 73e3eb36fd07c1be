import { describe } from 'vitest';
import { table } from '../testing/table.ts';

describe('awk: records and fields', () => {
  table([
    [`printf 'a b c\\nd e f\\n' | awk '{print $2, NF, NR}'`, 'b 3 1\ne 3 2\n'],
    [`printf 'a:b:c\\nd:e\\n' | awk -F: 'NF>2{print $NF} END{print NR, $0}'`, 'c\n2 d:e\n'],
    [`printf 'k=v;k2=v2\\n' | awk -F'[=;]' '{print $2,$4}'`, 'v v2\n'],
    [`printf 'a|b\\n' | awk -F'|' '{print $2}'`, 'b\n'],
    [`printf 'a b\\n' | awk '{$4="x"; print; print NF; NF=2; print}' OFS=-`, 'a-b--x\n4\na-b\n'],
    [`printf '1\\n2\\n\\n3\\n' | awk 'BEGIN{RS="";FS="\\n"}{print NR": "$1"|"$2}'`, '1: 1|2\n2: 3|\n'],
    [`seq 5 | awk '/2/,/4/'`, '2\n3\n4\n'],
    [`echo '10 9' | awk '{print ($1>$2), ("10">"9"), ($1""> $2"")}'`, '1 0 0\n'],
    [`printf 'a\\nb\\nc\\n' > f; printf 'b\\n' > g; awk 'NR==FNR{k[$1];next} !($1 in k)' g f`, 'a\nc\n'],
  ]);
});

describe('awk: expressions, functions, statements', () => {
  table([
    [
      `awk 'BEGIN { printf "%5.2f|%-5s|%05d|%x|%c|%c|%%\\n", 3.14159, "ab", 42, 255, 65, "hello" }'`,
      ' 3.14|ab   |00042|ff|A|h|%\n',
    ],
    [
      `awk 'function f(n) { return n<2?1:n*f(n-1) } BEGIN { print f(10), 2^10, -7%3, -2^2 }'`,
      '3628800 1024 -1 -4\n',
    ],
    [`awk 'BEGIN{s="abc"; gsub(/x*/,"-",s); t="baaac"; gsub(/a*/,"x",t); print s, t}'`, '-a-b-c- xbxcx\n'],
    [
      `echo 'hello world' | awk '{print gsub(/o/,"[&]"), $0; sub(/\\[/,"\\\\&"); print}'`,
      '2 hell[o] w[o]rld\nhell&o] w[o]rld\n',
    ],
    [
      `awk 'BEGIN { n=split("a,b",A,","); print n, A[2], substr("hello",2,3), index("hello","l"), match("foobar","o+"), RSTART, RLENGTH }'`,
      '2 b ell 3 2 2 2\n',
    ],
    [
      `awk 'function g(a){a["z"]=1} BEGIN{g(arr); for(k in arr) print k; delete arr; print length(arr)}'`,
      'z\n0\n',
    ],
    [
      `awk 'BEGIN{for(i=1;i<=5;i++){if(i==2)continue;if(i==4)break;print i}; do {n++} while(n<3); print n}'`,
      '1\n3\n3\n',
    ],
    [
      `awk 'BEGIN{print 1e6, 0.1, 1/3, 100/3; OFMT="%.2f"; print 3.14159, 3.14159 ""}'`,
      '1000000 0.1 0.333333 33.3333\n3.14 3.14159\n',
    ],
  ]);
});

describe('awk: files and commands', () => {
  table([
    [`printf 'b 2\\na 1\\n' | awk '{print $1 | "sort"} END{close("sort"); print "done"}'`, 'a\nb\ndone\n'],
    [`awk 'BEGIN { while (("echo a; echo b" | getline line) > 0) print "got " line }'`, 'got a\ngot b\n'],
    [
      `awk 'BEGIN { print (getline x < "/nope"); print "y" > "out"; close("out"); getline x < "out"; print x }'`,
      '-1\ny\n',
    ],
    [`awk 'BEGIN { print system("exit 3"); exit 4 } END { print "end" }'; echo $?`, '3\nend\n4\n'],
    [`awk '{print}' /nope; echo $?`, 'awk: cannot open /nope (No such file or directory)\n2\n'],
    [`awk 'BEGIN { print ) }'; echo $?`, 'awk: line 1: syntax error at or near )\n2\n'],
    [`awk 'BEGIN { foo(1) }'; echo $?`, 'awk: line 2: function foo never defined\n2\n'],
    [`FOO=bar awk -v n=5 'BEGIN { print ENVIRON["FOO"], n + 1, ARGC, ARGV[1] }' q`, 'bar 6 2 q\n'],
  ]);
});

describe('awk of busybox', () => {
  table(
    [
      [`awk '{print}' /nope; echo $?`, 'awk: /nope: No such file or directory\n1\n'],
      [`awk 'BEGIN { print 1/0 }'`, 'awk: Division by zero\n'],
    ],
    { busybox: true },
  );
});
