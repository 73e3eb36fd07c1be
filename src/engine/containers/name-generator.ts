import type { Random } from '../../lib/random.ts';

const ADJECTIVES =
  'admiring adoring affectionate agitated amazing angry awesome beautiful blissful bold boring brave busy charming clever compassionate competent condescending confident cool cranky crazy dazzling determined distracted dreamy eager ecstatic elastic elated elegant eloquent epic exciting fervent festive flamboyant focused friendly frosty funny gallant gifted goofy gracious great happy hardcore heuristic hopeful hungry infallible inspiring intelligent interesting jolly jovial keen kind laughing loving lucid magical modest musing mystifying naughty nervous nice nifty nostalgic objective optimistic peaceful pedantic pensive practical priceless quirky quizzical recursing relaxed reverent romantic sad serene sharp silly sleepy stoic strange stupefied suspicious sweet tender thirsty trusting unruffled upbeat vibrant vigilant vigorous wizardly wonderful xenodochial youthful zealous zen'.split(
    ' ',
  );
const SURNAMES =
  'ampere archimedes babbage banach bell bernoulli bohr boole born bose boyle brahe carson cauchy cavendish cerf copernicus curie dalton darwin davy dijkstra dirac edison einstein euclid euler faraday fermat fermi feynman fourier franklin galileo galois gauss gibbs goodall hamilton hawking hertz hilbert hodgkin hopper hubble huygens hypatia jacobi joule kelvin kepler khayyam knuth lamarr laplace lavoisier leibniz liskov lovelace maxwell mendel meitner mirzakhani moore newton nobel noether pascal pasteur pauli perlman planck poincare ptolemy raman ride sagan shannon tesla thompson torvalds turing volta wiles wozniak'.split(
    ' ',
  );

/** A name nobody has yet: one of moby's adjectives, a scientist, and a digit where that is taken. @see moby v28 internal/namesgenerator */
export function generateName(random: Random, isTaken: (name: string) => boolean): string {
  for (let retry = 0; ; retry++) {
    const name = `${random.pick(ADJECTIVES)}_${random.pick(SURNAMES)}${retry > 5 ? random.below(10 ** (retry - 5)) : ''}`;
    if (!isTaken(name)) return name;
  }
}
