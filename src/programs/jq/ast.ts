import type { Json } from './value.ts';

/** A parsed filter. */
export type Filter =
  | { readonly kind: 'identity' | 'recurse' | 'break' | 'location'; readonly name?: string; readonly line?: number }
  | { readonly kind: 'literal'; readonly value: Json }
  | { readonly kind: 'format'; readonly name: string }
  | { readonly kind: 'string'; readonly format: string | undefined; readonly parts: readonly (string | Filter)[] }
  | { readonly kind: 'index'; readonly of: Filter; readonly at: Filter }
  | { readonly kind: 'slice'; readonly of: Filter; readonly from: Filter | undefined; readonly to: Filter | undefined }
  | { readonly kind: 'each'; readonly of: Filter }
  | { readonly kind: 'array'; readonly items: Filter | undefined }
  | { readonly kind: 'object'; readonly members: readonly { readonly key: Filter; readonly value: Filter }[] }
  | { readonly kind: 'negate'; readonly of: Filter }
  | { readonly kind: 'pipe' | 'comma' | 'and' | 'or' | 'otherwise'; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'operator'; readonly operator: string; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'assign'; readonly operator: string; readonly left: Filter; readonly right: Filter }
  | { readonly kind: 'if'; readonly test: Filter; readonly then: Filter; readonly else: Filter | undefined }
  | { readonly kind: 'try'; readonly body: Filter; readonly handler: Filter | undefined }
  | { readonly kind: 'reduce' | 'foreach'; readonly source: Filter; readonly pattern: Pattern; readonly start: Filter; readonly update: Filter; readonly extract?: Filter }
  | { readonly kind: 'as'; readonly source: Filter; readonly patterns: readonly Pattern[]; readonly body: Filter }
  | { readonly kind: 'define'; readonly definition: Definition; readonly body: Filter }
  | { readonly kind: 'label'; readonly name: string; readonly body: Filter }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Filter[] }; // prettier-ignore

/** What `as` takes a value apart with. */
export type Pattern =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'array'; readonly items: readonly Pattern[] }
  | {
      readonly kind: 'object';
      readonly members: readonly {
        readonly key: Filter;
        readonly variable: string | undefined;
        readonly pattern: Pattern | undefined;
      }[];
    };

/** `def name(parameters): body;` Parameters that begin with `$` are values. */
export interface Definition {
  readonly name: string;
  readonly parameters: readonly string[];
  readonly body: Filter;
}
