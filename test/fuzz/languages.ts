// Texts that are read by a function alone: the errors they may throw are part of what they promise.
import { parseDockerignore } from '../../src/cli/build/dockerignore.ts';
import { TemplateError } from '../../src/cli/template/template-error.ts';
import { parseTemplate } from '../../src/cli/template/template.ts';
import { diagnoseDockerfile } from '../../src/engine/build/diagnose.ts';
import { createIgnoreMatcher, IgnorePatternError } from '../../src/lib/ignore-matcher.ts';
import { DigestError } from '../../src/lib/image-digest.ts';
import {
  ImageReferenceError,
  parseImageReference,
  parseReferenceOrId,
} from '../../src/lib/image-reference.ts';
import { formatText } from '../../src/world/dockerfile/format.ts';
import { answers, checkWritten, type FuzzKind } from './kind.ts';
import { mixed, POISON } from './text.ts';

const DOCKERFILE_WORDS = [
  'FROM ', 'RUN ', 'COPY ', 'ADD ', 'ENV ', 'ARG ', 'LABEL ', 'CMD ', 'ENTRYPOINT ', 'HEALTHCHECK ', 'ONBUILD ', 'USER ', 'WORKDIR ', 'VOLUME ', 'EXPOSE ',
  'SHELL ', 'STOPSIGNAL ', 'MAINTAINER ', 'CONSTRUCTOR ', '__PROTO__ ', 'alpine', 'scratch', ' AS ', 'build', '\n', '\n', '\n', ' ', ' ', '\\\n', '# ', '# syntax=', '# escape=`\n',
  '# check=skip=all;error=true\n', '<<EOF\n', 'EOF\n', '<<-"X"', '--from=', '--mount=type=cache,target=/x', '--mount=type=', '--chown=1:1', '--platform=$BUILDPLATFORM', '--constructor=x', '--interval=1s',
  '["', '", "', '"]', '[', ']', '"', "'", '$', '${', '}', ':-', ':+', '##*/', '//a/b', '=', '$X', '${X:-${Y}}', '/a/b', '../..', '80/tcp', '1-99999', '.', '*',
]; // prettier-ignore

export const DOCKERFILE: FuzzKind<string> = {
  name: 'dockerfile',
  input: mixed(DOCKERFILE_WORDS, { most: 80 }),
  holds: (text) => {
    const problems = diagnoseDockerfile(text);
    const lines = text.split('\n').length + 1;
    for (const { startLine, endLine, message } of problems)
      if (!(startLine >= 1 && endLine >= startLine && endLine <= lines && message))
        throw new Error(`a problem at ${startLine}-${endLine}: ${message}`);
    formatText(text);
  },
  gateRuns: 300,
};

const TEMPLATE_WORDS = [
  '{{', '}}', '{{', '}}', '{{- ', ' -}}', '.', '.Name', '.Labels', '.Names', '.constructor', '.__proto__', '.List', '.Map', '.Missing.X', '$', '$x', ':=', '=', '|', '(', ')', 'range ', 'if ',
  'with ', 'else', 'end', 'define "a"', 'template "a" .', 'block "b" .', 'break', 'continue', 'json ', 'index ', 'len ', 'printf ', '"%d %s %v %q %x"', '"%*d"', '"%999999999d"', 'join ', 'split ', 'upper ', 'slice ', 'pad ',
  'truncate ', 'println ', 'eq ', 'and ', 'or ', 'not ', 'call ', 'html ', 'js ', 'urlquery ', '"x"', '`y`', "'z'", "'", '"', '1', '-9', '0x1p4', '1i', 'nil', 'true', ' ', ' ', '\n', '/* ', ' */', 'constructor ', 'toString ', 'table ',
]; // prettier-ignore

const RECORD = {
  Name: 'web',
  Labels: Object.fromEntries([...POISON.map((name) => [name, name]), ['a', 'b']]) as Record<string, string>,
  Names: ['a', 'b'],
  List: [{ Name: 'x', Size: 3 }, null],
  Map: { a: 1, b: [1, 2] },
  Size: 12,
};

export const TEMPLATE: FuzzKind<string> = {
  name: 'template',
  input: mixed(TEMPLATE_WORDS),
  holds: (text) =>
    answers(() => {
      const written = parseTemplate(text).execute(RECORD);
      checkWritten(written, text);
      if (written.length > 10_000_000) throw new Error(`wrote ${written.length} letters`);
    }, TemplateError),
  gateRuns: 500,
};

const PATHS = [
  'a',
  'a/b/c',
  '.git/x',
  'x\0y',
  'a'.repeat(3000),
  'a/'.repeat(300),
  '__proto__',
  'é/😀',
  '[',
  '!',
];

export const IGNORE: FuzzKind<string> = {
  name: 'dockerignore',
  input: mixed(['*', '**', '**/', '/', '!', '?', '[', ']', '[^', '[a-', '-', '\\', 'a', 'b', '.', '..', '#', '\n', ' ', '{', '}', '(', '+', '$', '^', '|']),
  holds: (text) =>
    answers(() => {
      const matcher = createIgnoreMatcher(parseDockerignore(text));
      for (const path of PATHS) matcher.excludes(path);
    }, IgnorePatternError),
  gateRuns: 500,
}; // prettier-ignore

export const REFERENCE: FuzzKind<string> = {
  name: 'reference',
  input: mixed(['a', 'alpine', ':', ':', '/', '/', '@', '@sha256:', '0'.repeat(64), 'f'.repeat(63), '.', '..', '-', '__', 'A', 'localhost', ':5000', '[::1]', 'latest'], { most: 12 }),
  holds: (text) => {
    answers(() => parseImageReference(text), ImageReferenceError, DigestError);
    answers(() => parseReferenceOrId(text), ImageReferenceError, DigestError);
  },
  gateRuns: 500,
}; // prettier-ignore
