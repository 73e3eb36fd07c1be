import { findViolations, type Fault, type Violation } from '../../schema/find-violations.ts';
import { goText, type YamlValue } from '../../yaml/yaml-value.ts';
import { stackFileSchema } from './stack-file.data.ts';

/** What is most specifically wrong with a file of version 3.MINOR, in the client's words; undefined where it is valid. @see docker/cli v28.2.2 cli/compose/schema/schema.go */
export function stackFileProblem(model: YamlValue, minor: number): string | undefined {
  const all = findViolations(stackFileSchema(minor), model).flatMap(flatten);
  let at = 0;
  all.forEach((violation, index) => {
    const most = all[at];
    if (most && isMoreSpecific(violation, most)) at = index;
  });
  const found = all[at];
  if (!found) return undefined;
  const shown = found.fault.kind === 'oneOf' ? (all[at + 1] ?? found) : found;
  return `${placeOf(found)} ${words(shown)}`;
}

/** A violation with those of the form that comes closest. */
function flatten(violation: Violation): Violation[] {
  const { forms, path } = violation;
  if (!forms) return [violation];
  const isOfType = (form: readonly Violation[]): boolean =>
    !form.some(({ fault, path: at }) => fault.kind === 'type' && at.length === path.length);
  const closest = forms.find(isOfType) ?? forms[0] ?? [];
  return [violation, ...closest.flatMap(flatten)];
}

/** Deeper, or as deep and of the wrong type. */
function isMoreSpecific(violation: Violation, than: Violation): boolean {
  const deeper = depthOf(violation) - depthOf(than);
  return deeper > 0 || (deeper === 0 && violation.fault.kind === 'type' && than.fault.kind !== 'type');
}

const placeOf = ({ path }: Violation): string => (path.length === 0 ? '(root)' : path.join('.'));

/** Dots in names count, too. */
const depthOf = (violation: Violation): number => placeOf(violation).split('.').length;

function words(violation: Violation): string {
  const { fault } = violation;
  switch (fault.kind) {
    case 'type':
      return `must be a ${typeWords(fault.want)}`;
    case 'enum':
      return `${placeOf(violation)} must be one of the following: ${fault.want.map((word) => `"${word}"`).join(', ')}`;
    case 'required':
      return `${fault.missing[0] ?? ''} is required`;
    case 'keys':
      return `Additional property ${fault.unknown[0] ?? ''} is not allowed`;
    case 'unique':
      return `array items[${fault.first},${fault.second}] must be unique`;
    case 'pattern':
      return `Does not match pattern '${fault.pattern}'`;
    case 'format':
      return `Does not match format '${fault.format}'`;
    case 'minimum':
    case 'maximum':
      return limitWords(fault);
    case 'oneOf':
      return 'Must validate one and only one schema (oneOf)';
  }
}

function limitWords({ kind, limit }: Extract<Fault, { kind: 'minimum' | 'maximum' }>): string {
  return `Must be ${kind === 'minimum' ? 'greater' : 'less'} than or equal to ${goText(limit)}`;
}

function typeWords(names: readonly string[]): string {
  const all = names.map((name) => (name === 'object' ? 'mapping' : name === 'array' ? 'list' : name));
  const last = all.pop() ?? '';
  return all.length === 0 ? last : `${all.join(', ')} or ${last}`;
}
