/** What the normaliser looks for; a port of the recordings' `normalise.py`, in the same words where it can be. */

const ADJECTIVES =
  `admiring adoring affectionate agitated amazing angry awesome beautiful blissful bold boring brave busy charming
clever compassionate competent condescending confident cool cranky crazy dazzling determined distracted dreamy eager ecstatic elastic
elated elegant eloquent epic exciting fervent festive flamboyant focused friendly frosty funny gallant gifted goofy gracious great happy
hardcore heuristic hopeful hungry infallible inspiring intelligent interesting jolly jovial keen kind laughing loving lucid magical modest
musing mystifying naughty nervous nice nifty nostalgic objective optimistic peaceful pedantic pensive practical priceless quirky quizzical
recursing relaxed reverent romantic sad serene sharp silly sleepy stoic strange stupefied suspicious sweet tender thirsty trusting
unruffled upbeat vibrant vigilant vigorous wizardly wonderful xenodochial youthful zealous zen`.split(/\s+/);

/** Python's `\w` and `\b` know all letters; JavaScript's only those of ASCII. */
const WORD = '[\\p{L}\\p{N}_]';
const EDGE = `(?:(?<=${WORD})(?!${WORD})|(?<!${WORD})(?=${WORD}))`;

const HEX64_SOURCE = '(?<![0-9a-zA-Z])[0-9a-f]{64}(?![0-9a-zA-Z])';
const HEX12_SOURCE = '(?<![0-9a-zA-Z.])(?=[0-9a-f]*[0-9])[0-9a-f]{12}(?![0-9a-zA-Z]|\\.\\p{Nd})';

export const HEX64 = new RegExp(HEX64_SOURCE, 'gu');
export const HEX12 = new RegExp(HEX12_SOURCE, 'gu');
export const HEX_ANY = new RegExp(`${HEX64_SOURCE}|${HEX12_SOURCE}`, 'gu');
export const SWARM_LONG = /(?<![0-9a-zA-Z])(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{25}(?![0-9a-zA-Z])/gu;
export const SWARM_SHORT = /(?:^|(?<=\.))(?=[a-z0-9]*[0-9])(?=[a-z0-9]*[g-z])[a-z0-9]{12}(?=\s|$|@)/gmu;
export const NAME = new RegExp(`${EDGE}(?:${ADJECTIVES.join('|')})_[a-z]+\\p{Nd}?${EDGE}`, 'gu');
export const MAC = new RegExp(`${EDGE}[0-9a-f]{2}(?::[0-9a-f]{2}){5}${EDGE}`, 'gu');
export const TOKEN = /SWMTKN-1-[0-9a-z]{50}-[0-9a-z]{25}/gu;

const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';
const D = '\\p{Nd}';
const CLOCK = `${D}${D}:${D}${D}:${D}${D}`;
const TIME_SOURCES = [
  `${EDGE}(?!0001-01-01)${D}{4}-${D}${D}-${D}${D}[T ]${CLOCK}(?:[.,]${D}+)?(?: ?(?:Z|[+-]${D}${D}:?${D}${D}))?(?: UTC| [A-Z]{3,4}${EDGE})?`,
  `${EDGE}${D}{4}/${D}${D}/${D}${D} ${CLOCK}${EDGE}`,
  `${EDGE}${D}${D}?/${MONTH}/${D}{4}(?::${CLOCK}| ${CLOCK})(?: [+-]${D}{4})?`,
  `${EDGE}${D}${D}? ${MONTH} ${D}{4} ${CLOCK}(?:\\.${D}+)?`,
  `${EDGE}(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? (?:${D}${D}? ${MONTH}|${MONTH} +${D}${D}?)(?: ${D}{4})? ${CLOCK}(?: GMT| UTC)?(?: ${D}{4})?`,
  `${EDGE}${MONTH} +${D}${D}? (?:${D}${D}:${D}${D}|${D}{4})${EDGE}`,
];
export const TIMES: readonly RegExp[] = TIME_SOURCES.map((source) => new RegExp(source, 'gu'));

const UNIT = '(?:second|minute|hour|day|week|month|year)s?';
export const AGE = new RegExp(
  `${EDGE}(?:[Ll]ess than a second|(?:About )?(?:an?|${D}+) ${UNIT})${EDGE}`,
  'gu',
);
export const SIZE = new RegExp(
  `(?<![\\p{L}\\p{N}_.])(?!0B${EDGE})${D}+(?:\\.${D}+)?(?:e[+-]${D}+)? ?(?:[kKMGT]i?)?B${EDGE}`,
  'gu',
);
export const PERCENT = new RegExp(`(?<![\\p{L}\\p{N}_.])${D}+(?:\\.${D}+)?%`, 'gu');
export const PORT = new RegExp(`(?<=:)(3[0-9]{4}|[45][0-9]{4}|6[0-5][0-9]{3})(?=->|${EDGE})`, 'gu');
export const PROGRESS =
  /^(?:overall progress: .*|active tasks: .*|job progress: .*|verify: Waiting .*|\p{Nd}+\/\p{Nd}+: .*|[a-z0-9]{12,}: .*)$/u;
export const PULL_NOISE =
  /^[0-9a-f]{12}: (?:Pulling fs layer|Waiting|Downloading.*|Verifying Checksum|Download complete|Extracting.*|Preparing|Retrying in .*)$/u;
