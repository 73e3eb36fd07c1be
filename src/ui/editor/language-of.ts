const BY_NAME: readonly [RegExp, string][] = [
  [/^(.*[.-])?Dockerfile([.-].*)?$|^Containerfile$/i, 'dockerfile'],
  [/\.(ya?ml)$/i, 'yaml'],
  [/\.json$/i, 'json'],
  [/\.html?$|\.svg$|\.xml$/i, 'html'],
  [/\.css$/i, 'css'],
  [/\.(js|mjs|cjs|ts)$/i, 'javascript'],
  [/\.py$/i, 'python'],
  [/\.(sh|bash)$|^\.(bashrc|profile|env)$/i, 'shell'],
  [/\.md$/i, 'markdown'],
];

/** The editor's language for a file, by its name; `plaintext` where none fits. */
export function languageOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? 'plaintext';
}
