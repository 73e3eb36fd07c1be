import type { ImageInspect } from '../../api/image-types.ts';
import type { Probe } from '../../api/probe.ts';
import type { ImageCheck } from '../check-schema.ts';
import { hasLabel } from './container.ts';
import { judgeAmount, listOf, unmet, type Verdict } from './verdict.ts';

export async function judgeImage(wanted: ImageCheck, { engine }: Probe): Promise<Verdict> {
  const listed = await engine.ImageList({ filters: { reference: [wanted.ref] } });
  if (listed.length === 0 && wanted.count === undefined) return unmet();
  const complaints: (string | undefined)[] = [];
  for (const { Id } of listed) complaints.push(await complaintOf(Id, wanted, engine));
  const total = wanted.exact ? (await engine.ImageList()).length : listed.length;
  return judgeAmount(wanted, complaints, total);
}

async function complaintOf(
  id: string,
  wanted: ImageCheck,
  engine: Probe['engine'],
): Promise<string | undefined> {
  const image = await engine.ImageInspect(id);
  const other = wanted.sameAs ?? wanted.differsFrom;
  if (other !== undefined) {
    const [found] = await engine.ImageList({ filters: { reference: [other] } });
    if (!found) return `there is no image ${other}`;
    const same = found.Id === id;
    if (wanted.sameAs !== undefined && !same) return `${other} is another image`;
    if (wanted.differsFrom !== undefined && same) return `${other} is the same image`;
  }
  if (wanted.history !== undefined) {
    const text = wanted.history;
    if (!(await engine.ImageHistory(id)).some(({ CreatedBy }) => CreatedBy.includes(text)))
      return `nothing in its history has ${text}`;
  }
  if (wanted.smallerThan !== undefined) {
    const [bigger] = await engine.ImageList({ filters: { reference: [wanted.smallerThan] } });
    if (!bigger) return `there is no image ${wanted.smallerThan}`;
    if (image.Size >= bigger.Size)
      return `it has ${megabytes(image.Size)}, the other ${megabytes(bigger.Size)}`;
  }
  const isThere = image.RepoDigests.some((digest) => digest.startsWith(`${repositoryOf(wanted.ref)}@`));
  if (wanted.inRegistry !== undefined && isThere !== wanted.inRegistry)
    return isThere ? 'it is in the registry' : 'it is only on this machine';
  return configComplaint(image, wanted) ?? sizeComplaint(image, wanted);
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e5) / 10} MB`;

function configComplaint({ Config }: ImageInspect, wanted: ImageCheck): string | undefined {
  const cmd = (Config.Cmd ?? []).join(' ');
  if (wanted.cmd !== undefined && cmd !== wanted.cmd) return cmd ? `its CMD is ${cmd}` : 'it has no CMD';
  const entrypoint = (Config.Entrypoint ?? []).join(' ');
  if (wanted.entrypoint !== undefined && entrypoint !== wanted.entrypoint)
    return entrypoint ? `its ENTRYPOINT is ${entrypoint}` : 'it has no ENTRYPOINT';
  if (wanted.user !== undefined && (Config.User ?? '') !== wanted.user)
    return `its user is ${Config.User || 'root'}`;
  if (wanted.workdir !== undefined && Config.WorkingDir !== wanted.workdir)
    return `its working directory is ${Config.WorkingDir || '/'}`;
  const missing = listOf(wanted.env).find((variable) => !(Config.Env ?? []).includes(variable));
  if (missing !== undefined) return `it does not set ${missing}`;
  if (wanted.exposes !== undefined && !(wanted.exposes in (Config.ExposedPorts ?? {})))
    return `it does not expose ${wanted.exposes}`;
  if (wanted.label !== undefined && !hasLabel(Config.Labels ?? null, wanted.label))
    return `it has no label ${wanted.label}`;
  if (
    wanted.hasHealthcheck !== undefined &&
    (Config.Healthcheck?.Test !== undefined) !== wanted.hasHealthcheck
  )
    return wanted.hasHealthcheck ? 'it has no health check' : 'it has a health check';
  return undefined;
}

function sizeComplaint({ RootFS, Size }: ImageInspect, wanted: ImageCheck): string | undefined {
  if (wanted.layersAtMost !== undefined && RootFS.Layers.length > wanted.layersAtMost)
    return `it has ${RootFS.Layers.length} layers`;
  if (wanted.sizeBytesAtMost !== undefined && Size > wanted.sizeBytesAtMost)
    return `it has ${megabytes(Size)}`;
  return undefined;
}

const repositoryOf = (reference: string): string => reference.replace(/@.*/, '').replace(/:[^:/]+$/, '');
