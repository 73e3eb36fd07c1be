import { parseDuration } from '../../lib/go-duration.ts';
import { parseSwarmFile } from './swarm-file-spec.ts';
import { parseServicePorts } from './service-port-spec.ts';
import { splitWords } from './shell-split.ts';

/**
 * Readers of flag values that only swarms and services have.
 * @throws Error in the client's words
 * @see docker/cli v28.2.2 cli/command/service/opts.go, cli/command/swarm/opts.go
 */
type Reader = (text: string) => string;

const SWARM_PORT = 2377;

/** The text itself, once it was seen to be well-formed. */
const checked =
  (parse: (text: string) => unknown): Reader =>
  (text) => {
    parse(text);
    return text;
  };

export const readSecretSpec = checked((text) => parseSwarmFile(text, 'secret'));
export const readConfigSpec = checked((text) => parseSwarmFile(text, 'config'));
export const readServicePort = checked(parseServicePorts);
export const readCommandWords = checked(splitWords);

/** `--placement-pref` */
export const readPlacementPreference: Reader = (text) => {
  const [strategy, , ...more] = text.split('=');
  if (text.split('=').length !== 2 || more.length > 0)
    throw new Error('placement preference must be of the format "<strategy>=<arg>"');
  if (strategy !== 'spread')
    throw new Error(`unsupported placement preference ${strategy} (only spread is supported)`);
  return text;
};

/** `--health-interval` and its like */
export const readPositiveDuration: Reader = (text) => {
  const duration = parseDuration(text);
  if (duration < 0) throw new Error('duration cannot be negative');
  return String(duration);
};

/** `--generic-resource` */
export const readGenericResource: Reader = (text) => {
  if (text.split('=').length < 2)
    throw new Error(`invalid generic-resource format \`${text}\` expected \`name=value\``);
  return text;
};

/** `--credential-spec` */
export const readCredentialSpec: Reader = (text) => {
  if (!/^(config|file|registry):\/\//.test(text))
    throw new Error(
      'invalid credential spec: value must be prefixed with "config://", "file://", or "registry://"',
    );
  return text;
};

/** `--listen-addr`: a port is added where there is none. */
export const readNodeAddress: Reader = (text) => (/:\d+$/.test(text) ? text : `${text}:${SWARM_PORT}`);

/** `--external-ca` */
export const readExternalCa: Reader = (text) => {
  for (const field of text.split(','))
    if (!field.includes('=')) throw new Error(`invalid field '${field}' must be a key=value pair`);
  return text;
};
