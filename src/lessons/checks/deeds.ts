/** Checks of what the learner did since the step began. */
import type { BuildRecord, Probe } from '../../api/probe.ts';
import type { BuildCheck, HistoryCheck, HttpCheck } from '../check-schema.ts';
import { isFound } from '../pattern.ts';
import { listOf, MET, unmet, type Verdict } from './verdict.ts';

export function judgeHttp(wanted: HttpCheck, { requests }: Probe): Verdict {
  const meant = requests.filter(
    ({ port, target, direct }) =>
      !direct &&
      port === wanted.port &&
      (wanted.path === undefined || target.replace(/\?.*/, '') === wanted.path),
  );
  const last = meant.at(-1);
  if (!last) return unmet();
  const fits = meant.some(
    ({ status, body }) =>
      (wanted.status === undefined || status === wanted.status) &&
      (wanted.bodyContains === undefined || body.includes(wanted.bodyContains)),
  );
  if (fits) return MET;
  const asked = wanted.status === undefined || last.status === wanted.status;
  return unmet(asked ? 'another page came back' : `the answer was ${last.status}`);
}

export function judgeBuild(wanted: BuildCheck, { builds }: Probe): Verdict {
  const complaints = builds
    .filter(({ tags }) => wanted.tag === undefined || tags.some((tag) => isTag(tag, wanted.tag ?? '')))
    .map(({ error, instructions }): string | undefined => {
      if ((error !== undefined) !== (wanted.failed ?? false))
        return error === undefined ? 'the build went well' : 'the build failed';
      if (wanted.error !== undefined && !error?.includes(wanted.error)) return 'it failed for another reason';
      const cached = instructions.filter((instruction) => instruction.cached).length;
      const tooFew = wanted.cachedAtLeast !== undefined && cached < wanted.cachedAtLeast;
      const tooMany = wanted.cachedAtMost !== undefined && cached > wanted.cachedAtMost;
      if (tooFew || tooMany) return `${cached} steps came from the cache`;
      return (
        listOf(wanted.cachedSteps)
          .map((text) => stepComplaint(instructions, text, true))
          .find((complaint) => complaint !== undefined) ??
        listOf(wanted.freshSteps)
          .map((text) => stepComplaint(instructions, text, false))
          .find((complaint) => complaint !== undefined)
      );
    });
  return complaints.some((complaint) => complaint === undefined) && complaints.length
    ? MET
    : unmet(complaints.at(-1));
}

/** Each instruction with this text is to have come from the cache; or one of them is to have been carried out. */
function stepComplaint(
  instructions: BuildRecord['instructions'],
  text: string,
  cached: boolean,
): string | undefined {
  const meant = instructions.filter((instruction) => instruction.text.includes(text));
  if (meant.length === 0) return `no step has ${text}`;
  const ran = meant.some((instruction) => !instruction.cached);
  if (ran !== cached) return undefined;
  return cached ? `the step with ${text} ran again` : `the step with ${text} came from the cache`;
}

function isTag(tag: string, wanted: string): boolean {
  const short = tag.replace(/^docker\.io\/(library\/)?/, '');
  return short === wanted || short === `${wanted}:latest` || `${short}:latest` === wanted;
}

export function judgeHistory({ ran }: HistoryCheck, { commands }: Probe): Verdict {
  return commands.some((command) => isFound(ran, command, '')) ? MET : unmet();
}
