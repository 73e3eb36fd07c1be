import { expect, it } from 'vitest';
import { CliError } from '../cli-error.ts';
import { readDocuments } from './read-documents.ts';

it.each([
  ['a: b: c\nd: 1\n', 'yaml: mapping values are not allowed in this context'],
  ['x: 1\na: b: c\n', 'yaml: line 2: mapping values are not allowed in this context'],
  ['a: 1\nb: 2\na: 3\n', 'yaml: unmarshal errors:\n  line 3: mapping key "a" already defined at line 1'],
  ['a: &a x\nb: {<<: *a}\n', 'yaml: map merge requires map or sequence of maps as the value'],
  ['a: *b\n', "yaml: unknown anchor 'b' referenced"],
])('says what is wrong with %j', (text, words) => {
  expect(() => readDocuments(text, 'in f: ')).toThrow(new CliError(`in f: ${words}`));
});
