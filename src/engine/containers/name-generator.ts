import type { Random } from '../../lib/random.ts';

const ADJECTIVES =
  'able agile amber ample bold brave breezy bright brisk calm candid cheery clever coral cosmic crisp curious daring deft dreamy eager early earnest fair fancy fearless fleet fluent fond frank fresh gentle gifted glad golden grand happy hardy hearty honest humble jolly keen kind lively loyal lucid lucky mellow merry mighty modest neat nimble noble patient placid plucky polite proud quick quiet ready robust serene sharp shiny silent sincere smart snug sober spry steady stoic sturdy sunny swift tender thrifty tidy upbeat vivid warm wise witty zesty'.split(
    ' ',
  );
const SURNAMES =
  'ampere archimedes babbage banach bell bernoulli bohr boole born bose boyle brahe carson cauchy cavendish cerf copernicus curie dalton darwin davy dijkstra dirac edison einstein euclid euler faraday fermat fermi feynman fourier franklin galileo galois gauss gibbs goodall hamilton hawking hertz hilbert hodgkin hopper hubble huygens hypatia jacobi joule kelvin kepler khayyam knuth lamarr laplace lavoisier leibniz liskov lovelace maxwell mendel meitner mirzakhani moore newton nobel noether pascal pasteur pauli perlman planck poincare ptolemy raman ride sagan shannon tesla thompson torvalds turing volta wiles wozniak'.split(
    ' ',
  );

/** A name nobody has yet: an adjective, a scientist, and a digit where that is taken. @see moby v28 internal/namesgenerator */
export function generateName(random: Random, isTaken: (name: string) => boolean): string {
  for (let retry = 0; ; retry++) {
    const name = `${random.pick(ADJECTIVES)}_${random.pick(SURNAMES)}${retry > 5 ? random.below(10 ** (retry - 5)) : ''}`;
    if (!isTaken(name)) return name;
  }
}
