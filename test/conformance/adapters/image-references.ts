import {
  formatFamiliar,
  formatFamiliarName,
  formatReference,
  formatRepository,
  matchesFamiliar,
  parseDockerReference,
  parseImageReference,
  parseReference,
  parseReferenceOrId,
  withDefaultTag,
  type ImageReference,
} from '../../../src/lib/image-reference.ts';
import {
  DOMAIN_PATTERN,
  IDENTIFIER_PATTERN,
  NAME_PATTERN,
  REFERENCE_PATTERN,
} from '../../../src/lib/image-reference-grammar.ts';
import { attempt, createCaseAdapter, pick, type Case, type Comparison } from '../suite.ts';

type Result = ImageReference | { readonly id: string };

const PARSERS: Readonly<Record<string, (text: string) => Result>> = {
  Parse: parseReference,
  ParseNormalizedNamed: parseImageReference,
  ParseAnyReference: parseReferenceOrId,
  ParseDockerRef: parseDockerReference,
};

const PATTERNS: Readonly<Record<string, RegExp>> = {
  ReferenceRegexp: REFERENCE_PATTERN,
  DomainRegexp: DOMAIN_PATTERN,
  FullNameRegexp: NAME_PATTERN,
  IdentifierRegexp: IDENTIFIER_PATTERN,
};

function describe(reference: Result): Record<string, unknown> {
  if ('id' in reference) return { valid: true, string: reference.id, digest: reference.id };
  return {
    valid: true,
    domain: reference.domain,
    path: reference.path,
    name: formatRepository(reference),
    string: formatReference(reference),
    familiar: formatFamiliar(reference),
    familiarName: formatFamiliarName(reference),
    tag: reference.tag ?? '',
    digest: reference.digest ?? '',
    withDefaultTag: formatReference(withDefaultTag(reference)),
  };
}

function compareParse(testCase: Case, parse: (text: string) => Result): Omit<Comparison, 'name'> {
  const result = attempt(() => parse(String(testCase.input)));
  const actual = 'value' in result ? describe(result.value) : { valid: false, error: result.error };
  // The names of Go's error variables are not part of what a user sees.
  const expected = { ...(testCase.expected as object), ...(testCase.full as object), errorId: undefined };
  return { actual: pick(actual, expected), expected };
}

/** distribution/reference */
export const imageReferences = createCaseAdapter('image-references', (testCase) => {
  const { fn = '', input, expected } = testCase;
  const parse = PARSERS[fn];
  if (parse) return compareParse(testCase, parse);
  const pattern = PATTERNS[fn];
  if (pattern) {
    const match = pattern.exec(String(input));
    const groups = match?.slice(1).map((group: string | undefined) => group ?? '');
    return { actual: pick({ matches: match !== null, groups }, expected), expected };
  }
  const { reference, pattern: glob } = input as { reference: string; pattern: string };
  return {
    actual: { matches: matchesFamiliar(glob, parseReferenceOrId(reference) as ImageReference) },
    expected,
  };
});
