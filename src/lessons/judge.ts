import type { Probe, Topic } from '../api/probe.ts';
import type { CheckBody, CheckKind } from './check-schema.ts';
import { judgeContainer } from './checks/container.ts';
import { judgeBuild, judgeHistory, judgeHttp } from './checks/deeds.ts';
import { judgeImage } from './checks/image.ts';
import {
  judgeCompose,
  judgeDns,
  judgeFile,
  judgeNetwork,
  judgeNode,
  judgeReachable,
  judgeVolume,
} from './checks/resources.ts';
import { judgeService } from './checks/service.ts';
import { MET, unmet, type Verdict } from './checks/verdict.ts';

/** Looks at the world and says whether a check is met. Changes nothing. */
export async function judge(check: CheckBody, probe: Probe): Promise<Verdict> {
  if (check.container) return judgeContainer(check.container, probe);
  if (check.image) return judgeImage(check.image, probe);
  if (check.file) return judgeFile(check.file, probe);
  if (check.volume) return judgeVolume(check.volume, probe);
  if (check.network) return judgeNetwork(check.network, probe);
  if (check.http) return judgeHttp(check.http, probe);
  if (check.dns) return judgeDns(check.dns, probe);
  if (check.reachable) return judgeReachable(check.reachable, probe);
  if (check.service) return judgeService(check.service, probe);
  if (check.node) return judgeNode(check.node, probe);
  if (check.compose) return judgeCompose(check.compose, probe);
  if (check.build) return judgeBuild(check.build, probe);
  if (check.history) return judgeHistory(check.history, probe);
  if (check.not) return (await judge(check.not, probe)).met ? unmet() : MET;
  if (check.any) return judgeAny(check.any, probe);
  const question = check.quiz ?? check.answer ?? '';
  const answer = probe.answers.get(question);
  return answer ? MET : unmet(answer === false ? 'that was not it' : undefined);
}

async function judgeAny(checks: readonly CheckBody[], probe: Probe): Promise<Verdict> {
  let first: Verdict | undefined;
  for (const each of checks) {
    const verdict = await judge(each, probe);
    if (verdict.met) return verdict;
    first ??= verdict;
  }
  return first ?? unmet();
}

const TOPICS: Readonly<Record<Exclude<CheckKind, 'not' | 'any'>, readonly Topic[]>> = {
  container: ['containers'],
  // A push gives an image a digest, and no tag.
  image: ['images', 'digests'],
  file: ['files', 'containers', 'images', 'volumes'],
  volume: ['volumes'],
  network: ['networks', 'containers'],
  http: ['requests'],
  dns: ['containers', 'networks', 'files'],
  // Who listens on a port is nowhere written: looked at again with every look.
  reachable: ['containers', 'networks', 'files'],
  service: ['swarm'],
  node: ['swarm'],
  compose: ['containers'],
  build: ['builds'],
  quiz: ['answers'],
  answer: ['answers'],
  history: ['commands'],
};

/** What a check names: it need not be looked at again while none of it changed. */
export function topicsOf(check: CheckBody): readonly Topic[] {
  const { not, any = [], ...rest } = check;
  const own = (Object.keys(TOPICS) as (keyof typeof TOPICS)[]).flatMap((kind) =>
    rest[kind] === undefined ? [] : TOPICS[kind],
  );
  // A log grows without a change of its container.
  const logs: readonly Topic[] = check.container?.logs === undefined ? [] : ['files'];
  return [...new Set([...own, ...logs, ...(not ? topicsOf(not) : []), ...any.flatMap(topicsOf)])];
}

/** Judges checks again and again, and looks only where something changed. */
export class Judge {
  readonly #seen = new WeakMap<CheckBody, { versions: readonly unknown[]; verdict: Verdict }>();

  async judge(check: CheckBody, probe: Probe): Promise<Verdict> {
    const versions = topicsOf(check).map((topic) => probe.version(topic));
    const seen = this.#seen.get(check);
    if (seen?.versions.every((version, index) => version === versions[index])) return seen.verdict;
    const verdict = await judge(check, probe);
    this.#seen.set(check, { versions, verdict });
    return verdict;
  }
}
