import type { StepOutput } from './equivalences.ts';

/** What a BuildKit build did, apart from how its progress is worded. */
export interface BuildMeaning {
  readonly steps: readonly string[];
  readonly cached: readonly string[];
  readonly failed: readonly string[];
  readonly images: readonly string[];
  readonly exitCode: number;
}

/** Whether a text has BuildKit's plain progress in it. */
export function isBuildProgress(text: string): boolean {
  return /^#(?:\d+|N) /m.test(text);
}

/**
 * Reads steps, cached steps, the failed one and image names from plain progress. Whether a FROM counts as cached depends on what
 * ran before, in every version differently, and is left out.
 */
export function readBuildMeaning({ stdout, stderr, exitCode }: StepOutput): BuildMeaning {
  const titles = new Map<string, string>();
  const marked = { CACHED: new Set<string>(), ERROR: new Set<string>() };
  const images = new Set<string>();
  for (const line of `${stdout}\n${stderr}`.split('\n')) {
    const [, number = '', text = ''] = /^#(\d+) (.*)$/.exec(line) ?? [];
    const title = /^\[(?!internal).*?\d+\/\d+\] .*$/.exec(text)?.[0];
    if (title !== undefined) titles.set(number, title.replace(/@sha256:\S+/, ''));
    const mark = /^(CACHED|ERROR)\b/.exec(text)?.[1];
    if (mark === 'CACHED' || mark === 'ERROR') marked[mark].add(number);
    const image = /^naming to (\S+)/.exec(text)?.[1];
    if (image !== undefined) images.add(image.replace(/:latest$/, ''));
  }
  const named = (numbers: ReadonlySet<string>): string[] =>
    [...titles]
      .filter(([number, title]) => numbers.has(number) && !/\] FROM /.test(title))
      .map(([, title]) => title);
  return {
    steps: [...titles.values()].sort(),
    cached: named(marked.CACHED).sort(),
    failed: named(marked.ERROR).sort(),
    images: [...images].sort(),
    exitCode,
  };
}
