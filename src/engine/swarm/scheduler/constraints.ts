import type { NodeRecord } from '../cluster-state.ts';

interface Constraint {
  readonly key: string;
  readonly operator: '==' | '!=';
  readonly value: string;
}

const OPERATORS = ['==', '!='] as const;
const KEY = /^[a-z_][a-z0-9\-_.]+$/i;
const VALUE = /^[a-z0-9:\-_\s.*()?+[\]\\^$|/]+$/i;

/** `node.labels.disk == ssd`. @throws Error with swarmkit's words @see moby/swarmkit v2 manager/constraint/constraint.go Parse */
export function parseConstraint(text: string): Constraint {
  for (const operator of OPERATORS) {
    const at = text.indexOf(operator);
    if (at < 0) continue;
    const key = text.slice(0, at).trim();
    const value = text.slice(at + operator.length).trim();
    if (!KEY.test(key)) throw new Error(`key '${key}' is invalid`);
    if (!VALUE.test(value)) throw new Error(`value '${value}' is invalid`);
    return { key, operator, value };
  }
  throw new Error(`constraint expected one operator from ${OPERATORS.join(', ')}`);
}

/** Whether a node meets all of them; what can't be read is met by none. @see moby/swarmkit v2 manager/constraint/constraint.go NodeMatches */
export function meetsConstraints(constraints: readonly string[], node: NodeRecord): boolean {
  return constraints.every((text) => {
    const { key, operator, value } = parseConstraint(text);
    const own = valueOf(node, key.toLowerCase(), key);
    if (own === undefined) return false;
    return (own.toLowerCase() === value.toLowerCase()) === (operator === '==');
  });
}

const NODE_LABEL = 'node.labels.';
const ENGINE_LABEL = 'engine.labels.';

/** '' for a label that the node lacks; undefined for a key that there is not. */
function valueOf(
  { id, spec, description, status }: NodeRecord,
  key: string,
  asTyped: string,
): string | undefined {
  switch (key) {
    case 'node.id':
      return id;
    case 'node.hostname':
      return description.Hostname;
    case 'node.ip':
      return status.Addr;
    case 'node.role':
      return spec.Role;
    case 'node.platform.os':
      return description.Platform.OS;
    case 'node.platform.arch':
      return description.Platform.Architecture;
    default:
      return labelOf({ spec, description }, asTyped);
  }
}

/** What a node has for `node.labels.…` or `engine.labels.…`: '' where it lacks the label; undefined for anything else. */
export function labelOf(
  { spec, description }: Pick<NodeRecord, 'spec' | 'description'>,
  descriptor: string,
): string | undefined {
  const lower = descriptor.toLowerCase();
  if (lower.startsWith(NODE_LABEL)) return spec.Labels[descriptor.slice(NODE_LABEL.length)] ?? '';
  if (lower.startsWith(ENGINE_LABEL))
    return description.Engine.Labels?.[descriptor.slice(ENGINE_LABEL.length)] ?? '';
  return undefined;
}
