/** Checks of what the learner did since the step began. */
import type { Probe } from '../../api/probe.ts';
import type { BuildCheck, HistoryCheck, HttpCheck } from '../check-schema.ts';
import { MET, unmet, type Verdict } from './verdict.ts';

export function judgeHttp(wanted: HttpCheck, { requests }: Probe): Verdict {
  const meant = requests.filter(
    ({ port, target }) =>
      port === wanted.port && (wanted.path === undefined || target.replace(/\?.*/, '') === wanted.path),
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
    .map(({ error, cached }): string | undefined => {
      if ((error !== undefined) !== (wanted.failed ?? false))
        return error === undefined ? 'the build went well' : 'the build failed';
      if (wanted.error !== undefined && !error?.includes(wanted.error)) return 'it failed for another reason';
      const tooFew = wanted.cachedAtLeast !== undefined && cached < wanted.cachedAtLeast;
      const tooMany = wanted.cachedAtMost !== undefined && cached > wanted.cachedAtMost;
      return tooFew || tooMany ? `${cached} steps came from the cache` : undefined;
    });
  return complaints.some((complaint) => complaint === undefined) && complaints.length
    ? MET
    : unmet(complaints.at(-1));
}

function isTag(tag: string, wanted: string): boolean {
  const short = tag.replace(/^docker\.io\/(library\/)?/, '');
  return short === wanted || short === `${wanted}:latest` || `${short}:latest` === wanted;
}

export function judgeHistory({ ran }: HistoryCheck, { commands }: Probe): Verdict {
  const pattern = new RegExp(ran);
  return commands.some((command) => pattern.test(command)) ? MET : unmet();
}
