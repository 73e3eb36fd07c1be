import { formatQuoted } from '../../../lib/go-format.ts';
import type { LintRuleName } from './lint-rules.ts';
import type { DockerfileAst, DockerfileNode } from './types.ts';

/** Adds a finding. */
export type Report = (rule: LintRuleName, node: DockerfileNode, detail: string) => void;

/** What is to be seen in instructions one by one: findings come up to the first instruction that is wrong. */
export function lintNode(node: DockerfileNode, report: Report): void {
  switch (node.name.toLowerCase()) {
    case 'from':
      lintFrom(node, report);
      break;
    case 'maintainer':
      report('MaintainerDeprecated', node, 'Maintainer instruction is deprecated in favor of using label');
      break;
    case 'env':
    case 'label':
      lintLegacyPair(node, report);
      break;
    case 'arg':
      lintDescription(
        node,
        'ARG',
        node.args.map((arg) => arg.replace(/=.*/s, '')),
        report,
      );
      break;
    default:
  }
}

function lintFrom(node: DockerfileNode, report: Report): void {
  const [, keyword, name] = node.args;
  if (keyword === undefined || name === undefined) return;
  if (name !== name.toLowerCase())
    report('StageNameCasing', node, `Stage name '${name}' should be lowercase`);
  const isUpper = node.name === node.name.toUpperCase();
  const isLower = node.name === node.name.toLowerCase();
  if ((isUpper && keyword !== keyword.toUpperCase()) || (isLower && keyword !== keyword.toLowerCase())) {
    report('FromAsCasing', node, `'${keyword}' and '${node.name}' keywords' casing do not match`);
  }
  lintDescription(node, 'FROM', [name], report);
}

function lintLegacyPair(node: DockerfileNode, report: Report): void {
  if (node.args[2] !== '') return;
  const name = node.name.toUpperCase();
  const detail = `"${name} key=value" should be used instead of legacy "${name} key value" format`;
  report('LegacyKeyValueFormat', node, detail);
}

/** A comment directly above is taken for a description and should begin with the name. */
function lintDescription(node: DockerfileNode, kind: string, names: readonly string[], report: Report): void {
  const comment = node.comments.at(-1);
  const [first, ...others] = names;
  if (comment === undefined || first === undefined) return;
  if (names.includes(comment.split(' ', 1)[0] ?? '')) return;
  const example = others.length > 0 ? '<arg_key>' : first;
  const detail = `Comment for ${kind} should follow the format: \`# ${example} <description>\``;
  report('InvalidDefinitionDescription', node, detail);
}

/** All instructions should be written in the same letters. */
export function lintCasing({ nodes }: DockerfileAst, report: Report): void {
  const isLower = (name: string): boolean => name === name.toLowerCase();
  const isUpper = (name: string): boolean => name === name.toUpperCase();
  const counted = nodes.slice(nodes.findIndex(({ name }) => name.toLowerCase() === 'from'));
  const lower = counted.filter(({ name }) => isLower(name)).length;
  const upper = counted.filter(({ name }) => isUpper(name)).length;
  const wantsLower = lower > upper;
  for (const node of counted) {
    if (wantsLower ? isLower(node.name) : isUpper(node.name)) continue;
    const majority = wantsLower ? 'lowercase' : 'uppercase';
    const detail = `Command '${node.name}' should match the case of the command majority (${majority})`;
    report('ConsistentInstructionCasing', node, detail);
  }
}

const SECRET = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/i;
const NO_SECRET = /(?:_|^)public(?:_|$)/i;
const NO_SECRET_LATEST = /(?:_|^)(?:public|file|version)(?:_|$)/i;

/** A name that looks like a secret's. */
export function lintSecret(
  node: DockerfileNode,
  kind: 'ARG' | 'ENV',
  name: string,
  isLatest: boolean,
  report: Report,
): void {
  if (!SECRET.test(name) || (isLatest ? NO_SECRET_LATEST : NO_SECRET).test(name)) return;
  const detail = `Do not use ARG or ENV instructions for sensitive data (${kind} ${formatQuoted(name)})`;
  report('SecretsUsedInArgOrEnv', node, detail);
}
