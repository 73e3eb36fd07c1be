import type { monaco as Monaco } from './monaco.ts';

type Rules = Monaco.languages.IMonarchLanguage;

const JSON_RULES: Rules = {
  tokenizer: {
    root: [
      [/"(?:[^"\\]|\\.)*"(?=\s*:)/, 'type'],
      [/"(?:[^"\\]|\\.)*"/, 'string'],
      [/-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/, 'number'],
      [/\b(?:true|false|null)\b/, 'keyword'],
    ],
  },
};

/** Directives, what they are given, and blocks; of nginx, and near enough for Apache and HAProxy. */
const CONF_RULES: Rules = {
  tokenizer: {
    root: [
      [/#.*$/, 'comment'],
      [/^\s*<\/?\w+/, 'keyword'],
      [/^\s*[a-zA-Z_][\w-]*/, 'keyword'],
      [/([{;]\s*)([a-z_]+)/, ['delimiter', 'keyword']],
      [/\$\w+|\$\{\w+\}/, 'variable'],
      [/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/, 'string'],
      [/\b\d+[kmgsh]?\b/, 'number'],
      [/[{};>]/, 'delimiter'],
    ],
  },
};

/** Lines of patterns, such as an ignore file's, and of names. */
const LINES_RULES: Rules = {
  tokenizer: {
    root: [
      [/^\s*#.*$/, 'comment'],
      [/\s#.*$/, 'comment'],
      [/^!/, 'keyword'],
    ],
  },
};

/** Languages that Monaco has not, or only with a worker of their own. */
export function registerOwnLanguages({ languages }: typeof Monaco): void {
  const rules = { json: JSON_RULES, conf: CONF_RULES, lines: LINES_RULES };
  for (const [id, own] of Object.entries(rules)) {
    languages.register({ id });
    languages.setMonarchTokensProvider(id, own);
    if (id !== 'json') languages.setLanguageConfiguration(id, { comments: { lineComment: '#' } });
  }
}
