import type { Process } from '../../kernel/process.ts';
import { CliError } from '../cli-error.ts';
import { goJson } from '../template/go-json.ts';
import { parseTemplate, type Template } from '../template/template.ts';
import { TemplateError } from '../template/template-error.ts';
import type { FieldSource } from '../template/values.ts';

/** A value of one of Go's types, where its fields are called otherwise than in its JSON. */
export interface GoType {
  /** As Go calls it, for errors. */
  readonly name: string;
  /** Name in the JSON → name of the field; '' for what is no field. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** Types of its fields, where they matter. */
  readonly fields?: Readonly<Record<string, GoType>>;
  /** Fields that the JSON leaves out. */
  readonly omitted?: Readonly<Record<string, unknown>>;
}

/** An object of the daemon's as templates see it in a client that knows its type. */
export function toGoType(value: object, type: GoType): FieldSource {
  const { renamed = {}, fields = {}, omitted = {} } = type;
  const known = new Map<string, unknown>(Object.entries(omitted));
  for (const [key, item] of Object.entries(value)) {
    const name = renamed[key] ?? key;
    const fieldType = fields[name];
    known.set(
      name,
      fieldType && typeof item === 'object' && item ? toGoType(item as object, fieldType) : item,
    );
  }
  return {
    typeName: type.name,
    find: (name) => (known.has(name) ? () => known.get(name) : undefined),
    toJSON: () => value,
  };
}

/** Status of a client that was given a template it can't read. */
const BAD_TEMPLATE = 64;

/**
 * Prints an object as --format wants it; a template that fails leaves what it had written. `called` is the template's own name, in errors.
 * @throws CliError
 * @see docker/cli v28.2.2 cli/command/system/info.go formatInfo, version.go
 */
export async function printTyped(
  proc: Process,
  format: string,
  value: FieldSource,
  called = '',
): Promise<void> {
  if (format === 'json') return proc.out(`${goJson(value.toJSON())}\n`);
  const named = (message: string): string =>
    message.replace('template: :', `template: ${called}:`).replace('executing ""', `executing "${called}"`);
  let template: Template;
  try {
    template = parseTemplate(format);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new CliError(`template parsing error: ${named(error.message)}`, BAD_TEMPLATE);
  }
  try {
    await proc.out(`${template.execute(value)}\n`);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    await proc.out(`${error.written}\n`);
    throw new CliError(named(error.message));
  }
}
