import { describe, expect, it } from 'vitest';
import { formatText } from './format.ts';

describe('formatText', () => {
  it('tidies instructions, stages and empty lines', () => {
    const text = [
      '# syntax=docker/dockerfile:1',
      '',
      '',
      'from   node:22 as deps  ',
      '  run   npm ci   &&  \\',
      '      npm   cache clean  ',
      '# the small one',
      'FROM alpine',
      'COPY\t--from=deps  /a  /b',
      '',
      '',
      '',
    ].join('\n');
    expect(formatText(text)).toBe(
      [
        '# syntax=docker/dockerfile:1',
        '',
        'FROM node:22 AS deps',
        'RUN npm ci   &&  \\',
        '      npm   cache clean',
        '',
        '# the small one',
        'FROM alpine',
        'COPY --from=deps  /a  /b',
        '',
      ].join('\n'),
    );
  });

  it('is done once', () => {
    const text = formatText('from alpine\n\n\nrun true\nFROM a');
    expect(formatText(text)).toBe(text);
  });

  it('leaves here-documents as they are', () => {
    const text = 'FROM alpine\nRUN <<EOF\n  echo a  \n\n\n  echo b\nEOF\n';
    expect(formatText(`${text}run   true`)).toBe(`${text}RUN true\n`);
  });

  it.each([
    ['an escaped blank at the end of a line', 'FROM alpine\nENV a=b\\ \nrun  true\n'],
    ['what can’t be split', 'from alpine\nRUN <<EOF\n echo\n'],
    ['line ends that a here-document keeps', 'from alpine\r\nRUN <<EOF\r\necho\r\nEOF\r\n'],
  ])('changes nothing about a file with %s', (_, text) => {
    expect(formatText(text)).toBe(text);
  });
});
