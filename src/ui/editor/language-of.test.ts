import { describe, expect, it } from 'vitest';
import { languageOf } from './language-of.ts';

describe('languageOf', () => {
  it.each([
    ['/a/Dockerfile', 'dockerfile'],
    ['/a/Dockerfile.dev', 'dockerfile'],
    ['/a/web.Dockerfile', 'dockerfile'],
    ['compose.yaml', 'yaml'],
    ['package.json', 'json'],
    ['index.html', 'html'],
    ['style.css', 'css'],
    ['server.mjs', 'javascript'],
    ['app.py', 'python'],
    ['start.sh', 'shell'],
    ['README.md', 'markdown'],
    ['.dockerignore', 'plaintext'],
    ['requirements.txt', 'plaintext'],
  ])('%s is %s', (name, language) => {
    expect(languageOf(name)).toBe(language);
  });
});
