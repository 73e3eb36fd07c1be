import type { FileView } from '../../kernel/files/file-view.ts';
import { boundedRegExp } from '../../lib/regexp/bounded-regexp.ts';
import type { Location, Step } from './settings.ts';
import { expandVariables, type VariableContext } from './variables.ts';

/** What steps may change of a request. */
export interface RewriteState {
  uri: string;
  args: string;
  readonly vars: Map<string, string>;
  captures: readonly string[] | undefined;
  /** The path is not any more what was asked for. */
  changed: boolean;
}

/** How steps ended: an answer, a path to start over with, or the location that goes on. */
export type RewriteEnd =
  | { readonly kind: 'return'; readonly status: number; readonly text: string | undefined }
  | { readonly kind: 'redirect'; readonly status: 301 | 302; readonly target: string }
  | { readonly kind: 'again' }
  | { readonly kind: 'on'; readonly location: Location };

/** Carries out the steps of a server or location in order. @see nginx ngx_http_rewrite_module */
export function runSteps(
  start: Location,
  state: RewriteState,
  contextOf: () => VariableContext,
  files: FileView,
): RewriteEnd {
  let location = start;
  let changedHere = false;
  let pending: readonly Step[] = start.steps;
  while (pending.length > 0) {
    const [step, ...rest] = pending as [Step, ...Step[]];
    pending = rest;
    switch (step.kind) {
      case 'set':
        state.vars.set(step.name, expandVariables(step.value, contextOf()));
        break;
      case 'return':
        return { kind: 'return', status: step.status, text: step.text };
      case 'break':
        return { kind: 'on', location };
      case 'if':
        if (!holds(step.condition, state, contextOf, files)) break;
        location = step.inner;
        // The steps inside come first, then those behind the `if`.
        pending = [...step.inner.steps, ...rest];
        break;
      default: {
        const captures = step.regExp.exec(state.uri);
        if (!captures) break;
        state.captures = captures;
        const target = expandVariables(step.replacement, contextOf());
        const isRedirect = step.flag === 'permanent' || step.flag === 'redirect' || /^https?:/.test(target);
        if (isRedirect)
          return {
            kind: 'redirect',
            status: step.flag === 'permanent' ? 301 : 302,
            target: withArgs(target, state.args),
          };
        const [uri = '', args] = target.split('?');
        if (target.endsWith('?')) state.args = '';
        else if (args !== undefined) state.args = state.args === '' ? args : `${args}&${state.args}`;
        state.uri = uri;
        state.changed = changedHere = true;
        if (step.flag === 'last') return { kind: 'again' };
        if (step.flag === 'break') return { kind: 'on', location };
      }
    }
  }
  return changedHere ? { kind: 'again' } : { kind: 'on', location };
}

/** The arguments of the request follow a target, unless that ends in a question mark. */
function withArgs(target: string, args: string): string {
  if (target.endsWith('?')) return target.slice(0, -1);
  if (args === '') return target;
  return `${target}${target.includes('?') ? '&' : '?'}${args}`;
}

function holds(
  condition: readonly string[],
  state: RewriteState,
  contextOf: () => VariableContext,
  files: FileView,
): boolean {
  const [first = '', operator, ...rest] = condition;
  const test = /^(!?)-([fdex])$/.exec(first);
  if (test) {
    const type = files.statIfAny(expandVariables(operator ?? '', contextOf()))?.type;
    const found =
      test[2] === 'f' ? type === 'file' : test[2] === 'd' ? type === 'directory' : type !== undefined;
    return found !== (test[1] === '!');
  }
  const value = expandVariables(first, contextOf());
  if (operator === undefined) return value !== '' && value !== '0';
  const right = rest.join(' ');
  if (operator === '=' || operator === '!=')
    return (value === expandVariables(right, contextOf())) === (operator === '=');
  const captures = boundedRegExp(right, operator.endsWith('*') ? 'i' : '').exec(value);
  if (captures) state.captures = captures;
  return (captures !== null) !== operator.startsWith('!');
}
