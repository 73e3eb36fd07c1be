/** Programs that print what there is, whatever their arguments. */
const READERS =
  'ls|cat|head|tail|grep|wc|stat|file|du|df|ps|top|free|uptime|printenv|id|whoami|pwd|date|which|type|man|help|history|clear|echo|printf|sleep|true|cd|ping|nslookup|ss';

/** Commands of docker that print what there is, alone or after the word for a kind of thing: a container may be called `top`. */
const NOUNS =
  'container|image|volume|network|service|node|stack|secret|config|system|compose|context|buildx|builder|manifest';
const TELLS =
  'ps|ls|list|images|logs|inspect|top|stats|port|diff|history|version|info|events|df|search|services|volumes';

const IN_CONTAINER = `docker (container )?exec( -[dit]+| --interactive| --tty)* [^\\s-]\\S* (${READERS})`;
const COMPOSE_FILE = 'docker compose config(?!.* (-o|--output))';
const LOOKS = new RegExp(
  `^(${READERS}|docker ((${NOUNS}) )?(${TELLS})|${COMPOSE_FILE}|${IN_CONTAINER})(?= |$)`,
);

/** A page or an answer is fetched and nothing is sent. */
const FETCHES =
  /^(curl|wget)(?= )(?!.* (-[A-Za-z]*[dFTXoO]|--(data|form|json|request|upload|output|remote|post|body|method)))/;

/** What could hide another command, or writes into a file. */
const HIDES = /[`>]|\$\(|<\(|[^&]&(?!&)/;

const commandsOf = (line: string): string[] =>
  line
    .split(/\|\|?|&&|;|\n/)
    .map((command) => command.trim().replace(/\s+/g, ' '))
    .filter((command) => command !== '');

const all = (line: string, ...kinds: readonly RegExp[]): boolean =>
  !HIDES.test(line) && commandsOf(line).every((command) => kinds.some((kind) => kind.test(command)));

/** Whether a command line surely changes nothing of its own: what becomes different while it runs is the doing of others. In doubt it does not. */
export const onlyLooks = (line: string): boolean => all(line, LOOKS);

/** The same, where it may also ask a server for something: what the server makes of that is its own doing. */
export const onlyAsks = (line: string): boolean => all(line, LOOKS, FETCHES);
