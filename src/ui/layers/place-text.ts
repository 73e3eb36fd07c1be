import type { PathPlace } from '../../world/queries/queries.ts';
import { code, type Phrase } from '../parts/phrase.tsx';

const CHANGES = { added: 'adds it', modified: 'changes it', deleted: 'takes it away' } as const;

/** Where a path comes from, topmost first: what provides it, then what that hides. `nameOf` says what a layer is called. */
export function placePhrases(
  path: string,
  places: readonly PathPlace[],
  nameOf: (layer: number) => string,
): Phrase[] {
  const [top, ...beneath] = places;
  if (!top) return [[code(path), ' is not there.']];
  return [
    topPhrase(path, top, nameOf),
    ...beneath.map((place): Phrase => [
      place.kind === 'layer' && place.change === 'deleted' ? 'Beneath: ' : 'Hidden beneath: ',
      ...wherePhrase(place, nameOf),
      '.',
    ]),
  ];
}

function topPhrase(path: string, place: PathPlace, nameOf: (layer: number) => string): Phrase {
  if (place.kind === 'layer')
    return place.change === 'deleted'
      ? [code(path), ' is gone: ', nameOf(place.layer), ' takes it away.']
      : [code(path), ' comes from ', nameOf(place.layer), ', which ', CHANGES[place.change], '.'];
  if (place.there)
    return [code(path), ' comes from ', ...mountPhrase(place), '; the image’s own files there are hidden.'];
  return [code(path), ' is not there: ', ...mountPhrase(place), ' covers this place and does not have it.'];
}

function wherePhrase(place: PathPlace, nameOf: (layer: number) => string): Phrase {
  return place.kind === 'mount'
    ? mountPhrase(place)
    : [nameOf(place.layer), ', which ', CHANGES[place.change]];
}

function mountPhrase({ type, name, destination }: Extract<PathPlace, { kind: 'mount' }>): Phrase {
  if (type === 'tmpfs') return ['the tmpfs at ', code(destination)];
  return [type === 'volume' ? 'volume ' : 'the machine’s folder ', code(name), ' at ', code(destination)];
}
