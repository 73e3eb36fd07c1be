import type {
  BuildCheck,
  CheckBody,
  ContainerCheck,
  FileCheck,
  HttpCheck,
  ImageCheck,
  LessonCheck,
} from './check-schema.ts';
import { listOf, type Amount } from './checks/verdict.ts';

/** The sentence a learner reads: the author's own, or one made from what is asked. */
export function describeCheck(check: LessonCheck): string {
  return check.text ?? sentence(check);
}

/** What a check asks, as a plain sentence without full stop. Code stands between backquotes. */
export function sentence(check: CheckBody): string {
  if (check.container) return containerSentence(check.container);
  if (check.image) return imageSentence(check.image);
  if (check.file) return fileSentence(check.file);
  if (check.http) return httpSentence(check.http);
  if (check.build) return buildSentence(check.build);
  if (check.volume) {
    const { name } = check.volume;
    return amount('volume', check.volume, name === undefined ? '' : ` \`${name}\``, ' exists', ' exist');
  }
  if (check.network) {
    const { name, members = [], driver, subnet, internal } = check.network;
    const wishes = [
      driver === undefined ? '' : `has the driver ${driver}`,
      subnet === undefined ? '' : `has the subnet ${subnet}`,
      internal ? 'is internal' : '',
      members.length ? `has ${join(members.map(code))} in it` : '',
    ].filter(Boolean);
    return `The network \`${name}\` ${join(wishes) || 'exists'}`;
  }
  if (check.dns) {
    const { from, name, resolves = true, addresses } = check.dns;
    const found =
      addresses === undefined ? '' : `, with ${addresses} ${addresses === 1 ? 'address' : 'addresses'}`;
    return `${who(from)} ${resolves ? 'finds' : 'does not find'} the name \`${name}\`${found}`;
  }
  if (check.reachable) {
    const { from, to, port, expect = true } = check.reachable;
    const where = port === undefined ? '' : ` on port ${port}`;
    return `${who(from)} ${expect ? 'reaches' : 'does not reach'} \`${to}\`${where}`;
  }
  if (check.service) {
    const { name, image, replicas, running, published, update, stack, secret, config } = check.service;
    const { failedAtLeast, on, notOn } = check.service;
    const wishes = [
      image === undefined ? '' : `is made from \`${image}\``,
      replicas === undefined ? '' : `is asked for ${replicas} replicas`,
      running === undefined ? '' : `has ${running} tasks running`,
      published === undefined ? '' : `is published on port ${published}`,
      update === undefined ? '' : `has an update that is ${update.replace('_', ' ')}`,
      stack === undefined ? '' : `belongs to the stack \`${stack}\``,
      secret === undefined ? '' : `is given the secret \`${secret}\``,
      config === undefined ? '' : `is given the config \`${config}\``,
      failedAtLeast === undefined
        ? ''
        : `has lost ${failedAtLeast === 1 ? 'a task' : `${failedAtLeast} tasks`}`,
      on === undefined ? '' : `has a task on \`${on}\``,
      notOn === undefined ? '' : `has no task on \`${notOn}\``,
    ].filter(Boolean);
    return `The service \`${name}\` ${join(wishes) || 'exists'}`;
  }
  if (check.node) {
    const { name, role, availability, state, count } = check.node;
    const wishes = [role && `a ${role}`, availability, state].filter((wish) => wish !== undefined);
    if (count !== undefined) return `The swarm has ${[count, ...wishes].join(' ')} nodes`;
    return `${name === undefined ? 'A node' : `The node \`${name}\``} is ${join(wishes) || 'in the swarm'}`;
  }
  if (check.compose) {
    const { project, running = [], scale = {} } = check.compose;
    const what = project === undefined ? 'The Compose project' : `The Compose project \`${project}\``;
    const counts = Object.entries(scale).map(([service, count]) => `${count} × \`${service}\``);
    const parts = [...running.map(code), ...counts];
    return parts.length ? `${what} has ${join(parts)} running` : `${what} has containers`;
  }
  if (check.history) return 'You ran the command that the text asks for';
  if (check.not) return `Not any more: ${lowerFirst(sentence(check.not))}`;
  if (check.any)
    return check.any
      .map((each, index) => (index ? lowerFirst(sentence(each)) : sentence(each)))
      .join(', or ');
  return `The right answer to the question is ${check.answer === undefined ? 'chosen' : 'written'}`;
}

const who = (place: string): string => (place === 'machine' ? 'The machine' : `\`${place}\``);
const code = (text: string): string => `\`${text}\``;
const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

function join(parts: readonly string[]): string {
  const [last = '', ...before] = [...parts].reverse();
  return before.length ? `${before.reverse().join(', ')} and ${last}` : last;
}

/** `2 containers of … are`, `A container of … is`, `The container … is`. */
function amount(
  noun: string,
  { count, atLeast, exact }: Amount,
  which: string,
  one: string,
  many: string,
): string {
  const alone = exact ? ', and no other' : '';
  if (count === 0) return `No ${noun}${which}${one}${alone}`;
  if (atLeast !== undefined && atLeast > 1) return `At least ${atLeast} ${noun}s${which}${many}${alone}`;
  if (count !== undefined && count > 1) return `${count} ${noun}s${which}${many}${alone}`;
  return `${which.startsWith(' `') ? `The ${noun}` : `A ${noun}`}${which}${one}${alone}`;
}

function containerSentence(check: ContainerCheck): string {
  const { name, image, label, service, status, exitCode } = check;
  const which =
    (name === undefined ? '' : ` \`${name}\``) +
    (image === undefined ? '' : ` of \`${image}\``) +
    (service === undefined ? '' : ` of the service \`${service}\``) +
    (label === undefined ? '' : ` with the label \`${label}\``);
  const wishes = containerWishes(check);
  const state = status ?? (exitCode === undefined ? undefined : 'exited');
  const ending = exitCode === undefined ? '' : ` with status ${exitCode}`;
  const verb = (is: string, has: string): string => {
    const parts = [
      state === undefined ? '' : state === 'exited' ? `${has} ended${ending}` : `${is} ${state}`,
      ...wishes,
    ].filter(Boolean);
    return ` ${join(parts) || (is === 'is' ? 'exists' : 'exist')}`;
  };
  return amount('container', check, which, verb('is', 'has'), verb('are', 'have'));
}

function containerWishes(check: ContainerCheck): string[] {
  const { health, published, hostPort, mount, network, user, restart, memoryBytes, command, logs } = check;
  const alone = check.hostIp === undefined ? '' : ` at ${check.hostIp} alone`;
  const port =
    hostPort === undefined
      ? published && `publishes its port ${published}${alone}`
      : `is published on port ${hostPort}${published === undefined ? '' : ` (its port ${published})`}${alone}`;
  return [
    health === undefined ? '' : `is ${health}`,
    ...listOf(check.env).map((variable) => `has the variable \`${variable}\``),
    port ?? '',
    mount ? `has ${mount.source === undefined ? `a ${mount.type ?? 'mount'}` : code(mount.source)} at \`${mount.target ?? 'some path'}\`${mount.readOnly ? ', to read only' : ''}` : '', // prettier-ignore
    network === undefined ? '' : `is in the network \`${network}\``,
    user === undefined ? '' : `runs as \`${user}\``,
    restart === undefined ? '' : `has the restart policy \`${restart}\``,
    memoryBytes === undefined ? '' : `may use ${Math.round(memoryBytes / 2 ** 20)} MiB of memory`,
    command === undefined ? '' : `runs \`${command}\``,
    logs === undefined ? '' : `said \`${logs}\``,
    check.oomKilled ? 'ran out of memory' : '',
    check.tty ? 'has a terminal' : '',
    check.readOnly ? "can't change its files" : '',
    check.capDrop === undefined ? '' : `has lost the capabilities \`${check.capDrop}\``,
    check.logOption === undefined ? '' : `has a log with \`${check.logOption}\``,
    check.restartsAtLeast === undefined ? '' : `was restarted by itself`,
  ].filter(Boolean);
}

function imageSentence(check: ImageCheck): string {
  const { ref, sameAs, differsFrom, layersAtMost, sizeBytesAtMost, cmd, entrypoint, user, workdir } = check;
  const wishes = [
    sameAs === undefined ? '' : `is the same as \`${sameAs}\``,
    differsFrom === undefined ? '' : `is another one than \`${differsFrom}\``,
    layersAtMost === undefined ? '' : `has at most ${layersAtMost} layers`,
    check.smallerThan === undefined ? '' : `is smaller than \`${check.smallerThan}\``,
    sizeBytesAtMost === undefined ? '' : `has at most ${Math.round(sizeBytesAtMost / 1e6)} MB`,
    cmd === undefined ? '' : `has the CMD \`${cmd}\``,
    entrypoint === undefined ? '' : `has the ENTRYPOINT \`${entrypoint}\``,
    user === undefined ? '' : `runs as \`${user}\``,
    workdir === undefined ? '' : `works in \`${workdir}\``,
    ...listOf(check.env).map((variable) => `sets \`${variable}\``),
    check.exposes === undefined ? '' : `exposes ${check.exposes}`,
    check.label === undefined ? '' : `has the label \`${check.label}\``,
    check.hasHealthcheck === undefined ? '' : `has ${check.hasHealthcheck ? 'a' : 'no'} health check`,
    check.inRegistry === undefined ? '' : check.inRegistry ? 'is in its registry' : 'is in no registry',
    check.history === undefined ? '' : `was made with \`${check.history}\``,
  ].filter(Boolean);
  return amount('image', check, ` \`${ref}\``, ` ${join(wishes) || 'exists'}`, ` ${join(wishes) || 'exist'}`);
}

function fileSentence({ in: place = 'machine', path, exists, contains, equals }: FileCheck): string {
  const [kind = '', name] = place.split(':');
  const where = name === undefined ? '' : ` in the ${kind} \`${name}\``;
  if (exists === false) return `There is no file \`${path}\`${where}`;
  if (contains !== undefined) return `The file \`${path}\`${where} contains \`${contains}\``;
  return `The file \`${path}\`${where} ${equals === undefined ? 'exists' : 'is as the text says'}`;
}

function httpSentence({ port, path = '', status, bodyContains }: HttpCheck): string {
  const answer =
    bodyContains === undefined
      ? status === undefined || status === 200
        ? 'got an answer'
        : `got the answer ${status}`
      : `got a page with \`${bodyContains}\``;
  return `You asked \`localhost:${port}${path}\` and ${answer}`;
}

function buildSentence(check: BuildCheck): string {
  const { tag, failed, cachedAtLeast, cachedAtMost, error } = check;
  const what = tag === undefined ? 'You built an image' : `You built \`${tag}\``;
  if (failed) return `A build failed${error === undefined ? '' : ` with \`${error}\``}`;
  const [cached, fresh] = [listOf(check.cachedSteps).map(code), listOf(check.freshSteps).map(code)];
  if (cached.length || fresh.length)
    return `${what} with ${join([
      ...(cached.length ? [`${join(cached)} from the cache`] : []),
      ...(fresh.length ? [`${join(fresh)} carried out`] : []),
    ])}`;
  if (cachedAtLeast !== undefined) return `${what} with at least ${cachedAtLeast} steps from the cache`;
  if (cachedAtMost !== undefined)
    return cachedAtMost === 0
      ? `${what} with nothing from the cache`
      : `${what} with at most ${cachedAtMost} steps from the cache`;
  return what;
}
