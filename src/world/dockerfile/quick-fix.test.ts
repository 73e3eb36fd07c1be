import { describe, expect, it } from 'vitest';
import { diagnoseDockerfile } from '../../engine/build/diagnose.ts';
import { applyEdits } from '../../lib/text-edit.ts';
import { quickFix } from './quick-fix.ts';

/** The text after every fix that is offered, one after another, and the messages that are left. */
function mend(text: string): { text: string; left: string[] } {
  for (let turn = 0; turn < 10; turn += 1) {
    const fix = diagnoseDockerfile(text)
      .map((problem) => quickFix(text, problem))
      .find((found) => found !== undefined);
    if (!fix) break;
    text = applyEdits(text, fix.edits);
  }
  return { text, left: diagnoseDockerfile(text).map(({ message }) => message) };
}

describe('quickFix', () => {
  it.each([
    ['casing', 'FROM alpine\nrun true\nRUN false\n', 'FROM alpine\nRUN true\nRUN false\n'],
    ['casing of the few', 'from alpine\nRUN true\nrun false\n', 'from alpine\nrun true\nrun false\n'],
    ['AS', 'FROM alpine as base\n', 'FROM alpine AS base\n'],
    ['stage names', 'FROM alpine AS Base\n', 'FROM alpine AS base\n'],
    ['the old form', 'FROM alpine\nENV greeting hello world\n', 'FROM alpine\nENV greeting="hello world"\n'],
    ['the old form of one word', 'FROM alpine\nLABEL a b\n', 'FROM alpine\nLABEL a=b\n'],
    [
      'MAINTAINER',
      'FROM alpine\nMAINTAINER Jo "J" <jo@x.org>\n',
      'FROM alpine\nLABEL org.opencontainers.image.authors="Jo \\"J\\" <jo@x.org>"\n',
    ],
    ['JSON', 'FROM alpine\nCMD echo "a b" c\n', 'FROM alpine\nCMD ["echo", "a b", "c"]\n'],
    [
      'JSON over two lines',
      'FROM alpine\nCMD node \\\n  app.js\nUSER 1\n',
      'FROM alpine\nCMD ["node", "app.js"]\nUSER 1\n',
    ],
    [
      'a command that needs its shell',
      'FROM alpine\nCMD echo $HOME && ls\n',
      'FROM alpine\nCMD ["/bin/sh", "-c", "echo $HOME && ls"]\n',
    ],
    [
      'empty continuations',
      'FROM alpine\nRUN a \\\n\n  && b \\\n\n  && c\n',
      'FROM alpine\nRUN a \\\n  && b \\\n  && c\n',
    ],
    ['a platform by default', 'FROM --platform=$TARGETPLATFORM alpine\n', 'FROM alpine\n'],
    ['a relative folder', 'FROM alpine\nWORKDIR app\n', 'FROM alpine\nWORKDIR /app\n'],
    ['what does not count', 'FROM alpine\nCMD ["a"]\nCMD ["b"]\n', 'FROM alpine\nCMD ["b"]\n'],
    [
      'a variable mistyped',
      'FROM alpine\nARG version=1\nLABEL v=${versio}\n',
      'FROM alpine\nARG version=1\nLABEL v=${version}\n',
    ],
    ['an argument mistyped', 'ARG base=alpine\nFROM $bas\n', 'ARG base=alpine\nFROM $base\n'],
    ['an unknown instruction', 'FROM alpine\nRUNN true\n', 'FROM alpine\nRUN true\n'],
    [
      'an unknown flag',
      'FROM alpine AS a\nFROM a\nCOPY --form=a /x /y\n',
      'FROM alpine AS a\nFROM a\nCOPY --from=a /x /y\n',
    ],
  ])('mends %s', (_, before, after) => {
    expect(diagnoseDockerfile(before)).not.toEqual([]);
    expect(mend(before)).toEqual({ text: after, left: [] });
  });

  it.each([
    ['a secret', 'FROM alpine\nENV API_KEY=1\n'],
    ['quotes of the old form', 'FROM alpine\nENV a it\\ is "so"\n'],
    ['a name used twice', 'FROM alpine AS a\nFROM alpine AS a\n'],
    ['a command with a comment in it', 'FROM alpine\nCMD echo \\\n# why\n  hello\n'],
  ])('leaves %s to the author', (_, text) => {
    expect(diagnoseDockerfile(text)).not.toEqual([]);
    expect(mend(text).text).toBe(text);
  });
});
