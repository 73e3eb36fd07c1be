const BY_NAME: readonly [RegExp, string][] = [
  [/^(.*[.-])?Dockerfile([.-].*)?$|^Containerfile$/i, 'dockerfile'],
  [/\.(ya?ml)$/i, 'yaml'],
  [/\.json$/i, 'json'],
  [/\.html?$|\.(jinja2?|j2|ejs|hbs)$/i, 'html'],
  [/\.(svg|xml)$/i, 'xml'],
  [/\.css$/i, 'css'],
  [/\.(js|mjs|cjs|ts)$/i, 'javascript'],
  [/\.py$/i, 'python'],
  [/\.(sh|bash)$|^\.(bashrc|profile)$|^\.env(\..+)?$|\.env$/i, 'shell'],
  [/\.sql$/i, 'sql'],
  [/\.(ini|toml|properties|cfg)$|^(my|redis|pg_hba|postgresql)\.(cnf|conf)$/i, 'ini'],
  [/\.conf(\.template)?$/i, 'conf'],
  [/ignore$|^requirements.*\.txt$/i, 'lines'],
  [/\.md$/i, 'markdown'],
];

/** The editor's language for a file, by its name; `plaintext` where none fits. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'plaintext';
}
