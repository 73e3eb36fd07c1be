import { describe, expect, it } from 'vitest';
import { OMITTED_FIELDS } from './omitted-fields.ts';
import { parseTemplate } from './template.ts';
import { TemplateError } from './template-error.ts';

/** As `docker context inspect` has it; the answers below are the real client's. */
const DATA = { Name: 'default', Endpoints: { docker: { Host: 'unix:///x', SkipTLSVerify: false } } };

const fill = (source: string, data: unknown = DATA): string => {
  try {
    return parseTemplate(source).execute(data);
  } catch (error) {
    if (error instanceof TemplateError) return `${error.stage}: ${error.message}`;
    throw error;
  }
};

describe('a template', () => {
  it.each([
    ['{{.Endpoints.docker.Host}}', 'unix:///x'],
    ['{{(index .Endpoints "docker").Host}}', 'unix:///x'],
    ['{{upper .Name | lower | title}}', 'Default'],
    ['{{join (split .Name "f") ","}} {{split .Name "f"}}', 'de,ault [de ault]'],
    ['{{pad .Name 2 3}}| {{truncate .Name 3}} {{slice .Name 1 3}}', '  default   | def ef'],
    ['{{print 1 2 "a" "b" 3}} {{println .Name 1}}', '1 2ab3 default 1\n'],
    ['{{range $i, $e := split .Name "f"}}{{$i}}={{$e}};{{end}}', '0=de;1=ault;'],
    ['{{range $k, $v := .Endpoints}}{{$k}} {{$v.Host}}{{end}}', 'docker unix:///x'],
    ['{{range split .Name "f"}}{{.}}{{break}}{{end}} {{range 3}}{{.}}{{end}}', 'de 012'],
    ['{{with $x := 3}}{{$x}}{{end}}{{with ""}}a{{else}}b{{end}}', '3b'],
    ['{{if eq .Name "default"}}A{{else if true}}B{{else}}C{{end}}', 'A'],
    ['{{/* c */}}x{{- .Name -}}  y', 'xdefaulty'],
    ['{{"a\\tb"}}{{`raw`}}{{\'a\'}} {{0x10}} {{1e3}} {{1.5}}', 'a\tbraw97 16 1000 1.5'],
    [
      '{{ne 1 2}} {{lt 1 2}} {{gt "b" "a"}} {{and 1 0}} {{or 0 "x"}} {{not true}}',
      'true true true 0 x false',
    ],
    [
      '{{printf "%d %s %v %q %5.2f|%-8s|%08d %x %t" 3 "a" 4.5 "q" 1.5 "l" 42 255 true}}',
      '3 a 4.5 "q"  1.50|l       |00000042 ff true',
    ],
    ['{{printf "%d" "x"}} {{printf "%s" 3}}', '%!d(string=x) %!s(int=3)'],
    ['{{define "x"}}y{{end}}{{template "x"}}', 'y'],
    ['{{html "<a>"}} {{urlquery "a b"}} {{len .Endpoints}}', '&lt;a&gt; a+b 1'],
  ])('%s', (source, expected) => {
    expect(fill(source)).toBe(expected);
  });

  it.each([
    ['{{', 'unclosed action'],
    ['{{if .Name}}', 'unexpected EOF'],
    ['{{foo}}', 'function "foo" not defined'],
    ['{{end}}', 'unexpected {{end}}'],
    ['{{if}}a{{end}}', 'missing value for if'],
    ['{{break}}', '{{break}} outside {{range}}'],
    ['{{$y}}', 'undefined variable "$y"'],
    ['{{.Name}', "bad character U+007D '}'"],
    ['{{ }}', 'missing value for command'],
    ['{{"x}}', 'unterminated quoted string'],
    ['{{|.Name}}', 'unexpected "|" in command'],
    ['{{(.Name}}', 'unclosed left paren'],
    ['{{.Name)}}', 'unexpected right paren'],
    ['{{@}}', 'unexpected "@" in command'],
  ])('that can not be read: %s', (source, message) => {
    expect(fill(source)).toBe(`parse: template: :1: ${message}`);
  });

  it.each([
    ['{{.Name.Foo}}', ':1:7: executing "" at <.Name.Foo>: can\'t evaluate field Foo in type string'],
    ['{{range .Name}}x{{end}}', ':1:8: executing "" at <.Name>: range can\'t iterate over default'],
    ['{{len 3}}', ':1:2: executing "" at <len 3>: error calling len: len of type int'],
    [
      '{{index .Name 99}}',
      ':1:2: executing "" at <index .Name 99>: error calling index: index out of range: 99',
    ],
    [
      '{{eq .Name 3}}',
      ':1:2: executing "" at <eq .Name 3>: error calling eq: incompatible types for comparison',
    ],
    [
      '{{join .Name "x"}}',
      ':1:7: executing "" at <.Name>: wrong type for value; expected []string; got string',
    ],
    ['{{lower 3}}', ':1:8: executing "" at <3>: expected string; found 3'],
    ['{{nil}}', ':1:2: executing "" at <nil>: nil is not a command'],
    ['{{.Name "x"}}', ':1:2: executing "" at <.Name>: Name has arguments but cannot be invoked as function'],
    ['{{len}}', ':1:2: executing "" at <len>: wrong number of args for len: want 1 got 0'],
    ['{{template "x"}}', ':1:11: executing "" at <{{template "x"}}>: template "x" not defined'],
    ['{{.Bogus}}', ':1:2: executing "" at <.Bogus>: map has no entry for key "Bogus"'],
  ])('that can not be filled in: %s', (source, message) => {
    expect(fill(source)).toBe(`execute: template: ${message}`);
  });

  it('has fields that JSON leaves out', () => {
    const template = parseTemplate('{{if .State.Health}}yes{{else}}no{{end}}');
    expect(template.execute({ State: { Running: true } }, OMITTED_FIELDS)).toBe('no');
  });

  it('sees Go’s nil lists and maps where the types have them, and JSON’s null where not', () => {
    const source =
      '{{.Cmd}} {{.Labels}} {{.Init}} {{json .Cmd}} {{len .Binds}} {{index .Labels "a"}}{{range .Links}}x{{end}}';
    const data = { Cmd: null, Labels: null, Init: null, Binds: null, Links: null };
    expect(parseTemplate(source).execute(data, OMITTED_FIELDS)).toBe('[] map[] <nil> null 0 ');
    expect(parseTemplate('{{.Cmd}} {{json .Cmd}}').execute(data)).toBe('<nil> null');
    expect(fill('{{index .Labels "b"}}|', { Labels: { a: '1' } })).toBe('|');
  });
});
