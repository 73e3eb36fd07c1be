import { parseImageReference } from '../../lib/image-reference.ts';
import { parsePortSpec } from '../../lib/port-mapping.ts';

/** Values of flags in words: what `8080:80` or `data:/var/lib` asks for. */

/** `8080:80`, and its longer forms. */
export function publishWords(value: string): string {
  const named = new Map(value.split(',').map((field) => field.split('=', 2) as [string, string]));
  const spec = value.includes('=')
    ? `${named.get('published') ?? ''}:${named.get('target') ?? ''}/${named.get('protocol') ?? 'tcp'}`
    : value;
  let mappings;
  try {
    mappings = parsePortSpec(spec);
  } catch {
    return `publishes a port, but ${value} is none: it is written as MACHINE:CONTAINER, such as 8080:80`;
  }
  const [first] = mappings;
  if (!first) return 'publishes a port';
  const [port = '', protocol] = first.port.split('/');
  const udp = protocol === 'tcp' ? '' : ` (${protocol})`;
  const only =
    first.hostIp && first.hostIp !== '0.0.0.0'
      ? `, only where it is called by the address ${first.hostIp}`
      : '';
  if (first.hostPort === '')
    return `some free port of the machine goes to port ${port}${udp} in the container${only}`;
  if (mappings.length > 1)
    return `ports ${first.hostPort} and following of the machine go to ports ${port} and following${udp} in the container${only}`;
  return `port ${first.hostPort} of the machine goes to port ${port}${udp} in the container${only}`;
}

/** `SOURCE:DESTINATION[:OPTIONS]` */
export function volumeWords(value: string): string {
  const [source = '', destination, options = ''] = value.split(':');
  const readOnly = options.split(',').includes('ro') ? '; the container can only read it' : '';
  if (destination === undefined)
    return `a new volume without a name of yours is at ${source} in the container`;
  if (/^[/.~]/.test(source))
    return `the folder or file ${source} of the machine is seen at ${destination} in the container${readOnly}`;
  return `the volume ${source} is at ${destination} in the container, and outlives it${readOnly}`;
}

/** `type=bind,source=…,target=…` */
export function mountWords(value: string): string {
  const fields = new Map(
    value.split(',').map((field): [string, string] => {
      const [key = '', ...rest] = field.split('=');
      return [key, rest.join('=')];
    }),
  );
  const get = (...keys: string[]): string => keys.map((key) => fields.get(key)).find(Boolean) ?? '';
  const target = get('target', 'destination', 'dst');
  const source = get('source', 'src');
  const readOnly = fields.has('readonly') || fields.has('ro') ? '; the container can only read it' : '';
  switch (get('type') || 'volume') {
    case 'bind':
      return `the folder or file ${source} of the machine, which must be there, is seen at ${target} in the container${readOnly}`;
    case 'tmpfs':
      return `${target} in the container is kept in memory, and gone when it stops`;
    default:
      return source
        ? `the volume ${source} is at ${target} in the container, and outlives it${readOnly}`
        : `a new volume without a name of yours is at ${target} in the container`;
  }
}

/** `KEY=value`, or only `KEY`. */
export function environmentWords(value: string): string {
  const equals = value.indexOf('=');
  return equals < 0
    ? `the environment variable ${value}, with the value that it has in your shell`
    : `the environment variable ${value.slice(0, equals)} is ${value.slice(equals + 1) || 'empty'} in the container`;
}

export function networkWords(value: string): string {
  const [mode = '', rest] = value.split(':', 2);
  if (mode === 'host') return 'no network of its own: it uses the machine’s, ports included';
  if (mode === 'none') return 'no network at all';
  if (mode === 'bridge') return 'the network bridge, in which containers do not find each other by name';
  if (mode === 'container') return `it shares the network of the container ${rest ?? ''}`;
  const name = /(?:^|,)name=([^,]+)/.exec(value)?.[1] ?? value;
  return `it joins the network ${name}, in which containers find each other by name`;
}

export function restartWords(value: string): string {
  if (value === 'always') return 'it is started again whenever it ends, also when the daemon starts';
  if (value === 'unless-stopped') return 'it is started again whenever it ends, unless you stopped it';
  if (value === 'no') return 'it is not started again when it ends';
  const [, most] = /^on-failure(?::(\d+))?$/.exec(value) ?? [];
  const limit = most === undefined ? '' : `, at most ${most} times`;
  return `it is started again when it ends with an error${limit}`;
}

/** `nginx:1.27-alpine`: what it names, and where that comes from. */
export function imageWords(text: string): string {
  if (/^(sha256:)?[\da-f]{12,64}$/.test(text)) return `the image with the ID ${text}`;
  let reference;
  try {
    reference = parseImageReference(text);
  } catch {
    return 'the image, but its name is not written as one: lower-case letters, digits, and NAME:TAG';
  }
  const { domain, path, tag, digest } = reference;
  const hub = domain === 'docker.io';
  const name = hub ? path.replace(/^library\//, '') : `${domain}/${path}`;
  const version = digest
    ? ', exactly the version with that digest'
    : tag === undefined
      ? ', with the tag latest as none is given'
      : `, in the version with the tag ${tag}`;
  const home = hub ? '' : ` of the registry ${domain}`;
  return `the image ${name}${home}${version}`;
}
