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
    ['schema.sql', 'sql'],
    ['settings.ini', 'ini'],
    ['redis.conf', 'ini'],
    ['nginx.conf', 'conf'],
    ['default.conf.template', 'conf'],
    ['logo.svg', 'xml'],
    ['.env', 'shell'],
    ['.env.example', 'shell'],
    ['.dockerignore', 'lines'],
    ['requirements.txt', 'lines'],
    ['notes.txt', 'plaintext'],
  ])('%s is %s', (name, language) => {
    expect(languageOf(name)).toBe(language);
  });
});
