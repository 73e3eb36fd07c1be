import type { BuildView, DockerfileOutline } from '../../world/queries/queries.ts';
import { reasonPhrase } from '../builds/explain-text.ts';
import type { Phrase } from '../parts/phrase.tsx';
import { showDuration, showSize } from '../parts/show-amount.ts';

type Step = BuildView['steps'][number];

/** What the last build did with an instruction, at its lines. */
export interface StepMark {
  readonly startLine: number;
  readonly endLine: number;
  readonly status: Step['status'];
  readonly phrase: Phrase;
}

/** The marks of the gutter: every instruction of the text that had a step in the last build. */
export function stepMarks({ instructions, build }: DockerfileOutline): StepMark[] {
  if (!build) return [];
  return instructions.flatMap(({ startLine, endLine, step: index }) => {
    const step = build.steps[index ?? -1];
    return step ? [{ startLine, endLine, status: step.status, phrase: stepPhrase(step, build) }] : [];
  });
}

/** `Build 2 ran it in 0.3 s because x.txt changed; its layer has 12 kB.` */
export function stepPhrase(step: Step, { id, steps }: Pick<BuildView, 'id' | 'steps'>): Phrase {
  const layer = step.sizeBytes > 0 ? `; its layer has ${showSize(step.sizeBytes)}` : '';
  if (step.status === 'cached') return [`Build ${id} took it from the cache${layer}.`];
  if (step.status === 'failed') return [`It failed in build ${id}.`];
  if (step.status === 'stopped') return [`Build ${id} stopped it when another step failed.`];
  const time = showDuration(step.endedMs - step.startedMs);
  const why: Phrase = step.reason ? [', because ', ...reasonPhrase(step.reason, steps)] : [];
  return [`Build ${id} ran it in ${time}`, ...why, `${layer}.`];
}

/** A phrase for what shows Markdown. */
export const toMarkdown = (phrase: Phrase): string =>
  phrase
    .map((part) =>
      typeof part === 'string' ? part.replace(/[\\`*_{}[\]()#+!<>|]/g, '\\$&') : codeSpan(part.code),
    )
    .join('');

/** As many backticks around as none of the text's own can end it. */
function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}
