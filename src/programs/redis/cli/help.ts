import { VERSION } from '../server-state.ts';

export const USAGE = `redis-cli ${VERSION}

Usage: redis-cli [OPTIONS] [cmd [arg [arg ...]]]
  -h <hostname>      Server hostname (default: 127.0.0.1).
  -p <port>          Server port (default: 6379).
  -a <password>      Password to use when connecting to the server.
                     You can also use the REDISCLI_AUTH environment
                     variable to pass this password more safely.
  --user <username>  Used to send ACL style 'AUTH username pass'. Needs -a.
  -u <uri>           Server URI on format redis://user:password@host:port/dbnum
  -r <repeat>        Execute specified command N times.
  -i <interval>      When -r is used, waits <interval> seconds per command.
  -n <db>            Database number.
  -x                 Read last argument from STDIN.
  -e                 Return exit error code when command execution fails.
  --raw              Use raw formatting for replies (default when STDOUT is
                     not a tty).
  --no-raw           Force formatted output even when STDOUT is not a tty.
  --csv              Output in CSV format.
  --stat             Print rolling stats about server: mem, clients, ...
  --scan             List all keys using the SCAN command.
  --pattern <pat>    Keys pattern when using the --scan option.
  --no-auth-warning  Don't show warning message when using password on command
                     line interface.
  --help             Output this help and exit.
  --version          Output version and exit.
`;

const GENERAL = `redis-cli ${VERSION}
To get help about Redis commands type:
      "help @<group>" to get a list of commands in <group>
      "help <command>" for help on <command>
      "help <tab>" to get a list of possible help topics
      "quit" to exit

To set redis-cli preferences:
      ":set hints" enable online hints
      ":set nohints" disable online hints
Set your preferences in ~/.redisclirc
`;

/** Syntax, what it does, since when, and its group. */
const TOPICS: Readonly<Record<string, readonly [syntax: string, summary: string, since: string, group: string]>> = {
  GET: ['key', 'Returns the string value of a key.', '1.0.0', 'string'],
  SET: ['key value [NX|XX] [GET] [EX seconds|PX milliseconds|EXAT unix-time-seconds|PXAT unix-time-milliseconds|KEEPTTL]', 'Sets the string value of a key, ignoring its type. The key is created if it doesn\'t exist.', '1.0.0', 'string'],
  INCR: ['key', 'Increments the integer value of a key by one. Uses 0 as initial value if the key doesn\'t exist.', '1.0.0', 'string'],
  DEL: ['key [key ...]', 'Deletes one or more keys.', '1.0.0', 'generic'],
  KEYS: ['pattern', 'Returns all key names that match a pattern.', '1.0.0', 'generic'],
  EXPIRE: ['key seconds [NX|XX|GT|LT]', 'Sets the expiration time of a key in seconds.', '1.0.0', 'generic'],
  LPUSH: ['key element [element ...]', 'Prepends one or more elements to a list. Creates the key if it doesn\'t exist.', '1.0.0', 'list'],
  RPUSH: ['key element [element ...]', 'Appends one or more elements to a list. Creates the key if it doesn\'t exist.', '1.0.0', 'list'],
  LRANGE: ['key start stop', 'Returns a range of elements from a list.', '1.0.0', 'list'],
  HSET: ['key field value [field value ...]', 'Creates or modifies the value of a field in a hash.', '2.0.0', 'hash'],
  HGETALL: ['key', 'Returns all fields and values in a hash.', '2.0.0', 'hash'],
  SADD: ['key member [member ...]', 'Adds one or more members to a set. Creates the key if it doesn\'t exist.', '1.0.0', 'set'],
  ZADD: ['key [NX|XX] [GT|LT] [CH] [INCR] score member [score member ...]', 'Adds one or more members to a sorted set, or updates their scores. Creates the key if it doesn\'t exist.', '1.2.0', 'sorted-set'],
  PING: ['[message]', 'Returns the server\'s liveliness response.', '1.0.0', 'connection'],
  SUBSCRIBE: ['channel [channel ...]', 'Listens for messages published to channels.', '2.0.0', 'pubsub'],
  PUBLISH: ['channel message', 'Posts a message to a channel.', '2.0.0', 'pubsub'],
}; // prettier-ignore

/** What `help` shows. Simplified: it knows the commands that beginners ask about. */
export function helpText(words: readonly string[]): string {
  const name = words.join(' ').toUpperCase();
  if (name === '') return GENERAL;
  const shown = Object.entries(TOPICS).filter(([topic, [, , , group]]) =>
    name.startsWith('@') ? group.toUpperCase() === name.slice(1) : topic === name,
  );
  return shown
    .map(
      ([topic, [syntax, summary, since, group]]) =>
        `\n  ${topic} ${syntax}\n  summary: ${summary}\n  since: ${since}\n${name.startsWith('@') ? '' : `  group: ${group}\n`}`,
    )
    .concat('\n')
    .join('');
}
