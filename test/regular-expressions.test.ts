import { Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const SRC = resolve(import.meta.dirname, '../src');
const RULE = 'regexp/no-super-linear-backtracking';

/** Every literal of the product, and where it stands first. */
function literals(): Map<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(SRC, { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name) || name.includes('/testing/')) continue;
    const file = ts.createSourceFile(name, readFileSync(join(SRC, name), 'utf8'), ts.ScriptTarget.Latest);
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node) && !found.has(node.text)) found.set(node.text, name);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  return found;
}

it('no regular expression takes a time that grows with a power of its text', () => {
  const linter = new Linter();
  const all = [...literals()];
  const text = all.map(([literal], index) => `export const r${index} = ${literal};`).join('\n');
  const messages = linter.verify(text, {
    files: ['**/*.js'],
    plugins: { regexp: regexp as never },
    rules: { [RULE]: ['error', { report: 'certain' }] },
  }, 'all.js'); // prettier-ignore
  const bad = messages
    .filter(({ message }) => /can reach itself|Parsing error/.test(message))
    .map(({ line }) => all[line - 1]!);
  expect(bad.map(([literal, name]) => `${name}: ${literal}`)).toEqual([]);
}, 120_000);
