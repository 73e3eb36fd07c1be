import type { Work } from '../../../lib/work.ts';
import { findViolationsInPieces, type Fault, type Violation } from '../../schema/find-violations.ts';
import { goText, type YamlValue } from '../../yaml/yaml-value.ts';
import { COMPOSE_FILE } from './compose.data.ts';

/** What is most specifically wrong with a model, in Compose's words; undefined where it is valid. @see compose-spec/compose-go v2.6.3 schema/schema.go */
export function* schemaProblem(model: YamlValue): Work<string | undefined> {
  const worst = mostSpecific(yield* findViolationsInPieces(COMPOSE_FILE, model));
  return worst && `${worst.path.join('.')} ${words(worst.fault)}`;
}

/** The deepest; of several the first. */
function mostSpecific(violations: readonly Violation[]): Violation | undefined {
  let best: Violation | undefined;
  for (const violation of violations) {
    const causes = violation.forms?.flat() ?? [];
    const inner = causes.length > 0 ? mostSpecific(causes) : violation;
    if (inner && (!best || depth(inner) > depth(best))) best = inner;
  }
  return best;
}

const depth = ({ path, fault }: Violation): number => path.length + (fault.kind === 'keys' ? 1 : 0);

function words(fault: Fault): string {
  switch (fault.kind) {
    case 'type':
      return `must be a ${typeWords(fault.want)}`;
    case 'enum':
      return fault.want.length === 1
        ? `value must be ${quoted(fault.want)}`
        : `value must be one of ${quoted(fault.want)}`;
    case 'required':
      return `missing ${fault.missing.length === 1 ? 'property' : 'properties'} ${quoted(fault.missing)}`;
    case 'keys':
      return `additional properties ${quoted(fault.unknown)} not allowed`;
    case 'unique':
      return `items at ${fault.first} and ${fault.second} are equal`;
    case 'pattern':
      return `'${fault.text}' does not match pattern '${fault.pattern}'`;
    case 'format':
      return `'${fault.text}' is not valid ${fault.format}`;
    case 'minimum':
      return `must be greater than or equal to ${goText(fault.limit)}`;
    case 'maximum':
      return `must be less than or equal to ${goText(fault.limit)}`;
    case 'oneOf':
      return fault.matched.length === 0
        ? 'oneOf failed, none matched'
        : `oneOf failed, subschemas ${fault.matched.slice(0, 2).join(', ')} matched`;
  }
}

/** `boolean, null, number or string` */
function typeWords(names: readonly string[]): string {
  const all = names.map((name) => (name === 'object' ? 'mapping' : name)).sort();
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`;
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');
