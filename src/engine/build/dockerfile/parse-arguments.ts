import { tableOf } from '../../../lib/table.ts';
import { formatQuoted } from '../../../lib/go-format.ts';
import { InstructionError } from './dockerfile-error.ts';
import { splitBlanks, splitWords } from './split-words.ts';

/** Arguments of an instruction, by the rule of its kind. */
export interface Arguments {
  readonly args: readonly string[];
  readonly json: boolean;
}

type ArgumentParser = (rest: string, escape: string) => Arguments;

const plain = (args: readonly string[]): Arguments => ({ args, json: false });

/** A JSON array of strings; undefined where the text is not a JSON array. @throws InstructionError for other elements */
export function parseJsonArray(text: string): string[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  return value.map((element: unknown) => {
    if (typeof element === 'string') return element;
    throw new InstructionError('when using JSON array syntax, arrays must be comprised of strings only');
  });
}

const parseWhole: ArgumentParser = (rest) => plain(rest === '' ? [] : [rest]);
const parseBlanks: ArgumentParser = (rest) => plain(splitBlanks(rest));

const parseJsonOrWhole: ArgumentParser = (rest, escape) => {
  const json = parseJsonArray(rest);
  return json ? { args: json, json: true } : parseWhole(rest, escape);
};

const parseJsonOrBlanks: ArgumentParser = (rest, escape) => {
  const json = parseJsonArray(rest);
  return json ? { args: json, json: true } : parseBlanks(rest, escape);
};

/** HEALTHCHECK: its type, then a command. */
const parseHealth: ArgumentParser = (rest, escape) => {
  const match = /^(\S+)\s*([\s\S]*)$/.exec(rest);
  if (!match) return plain([]);
  const command = parseJsonOrWhole(match[2] ?? '', escape);
  return { args: [match[1] ?? '', ...command.args], json: command.json };
};

/** `key=value …` or the old `key value`; each pair gives key, value and the separator (empty in the old form). */
function createPairParser(name: string): ArgumentParser {
  return (rest, escape) => {
    const words = splitWords(rest, escape);
    const first = words[0];
    if (first === undefined) return plain([]);
    if (first.includes('=')) return plain(words.flatMap(splitPair));
    const match = /^([^\t\v\f\r ]*)[\t\v\f\r ]+([\s\S]*)$/.exec(rest);
    if (!match) throw new InstructionError(`${name} must have two arguments`);
    return plain([match[1] ?? '', match[2] ?? '', '']);
  };
}

function splitPair(word: string): string[] {
  const equals = word.indexOf('=');
  if (equals < 0) {
    const form = 'Must be of the form: name=value';
    throw new InstructionError(`Syntax error - can't find = in ${formatQuoted(word)}. ${form}`);
  }
  return [word.slice(0, equals), word.slice(equals + 1), '='];
}

const PARSERS: Readonly<Record<string, ArgumentParser>> = tableOf({
  add: parseJsonOrBlanks,
  arg: (rest, escape) => plain(splitWords(rest, escape)),
  cmd: parseJsonOrWhole,
  copy: parseJsonOrBlanks,
  entrypoint: parseJsonOrWhole,
  env: createPairParser('ENV'),
  expose: parseBlanks,
  from: parseBlanks,
  healthcheck: parseHealth,
  label: createPairParser('LABEL'),
  maintainer: parseWhole,
  run: parseJsonOrWhole,
  shell: parseJsonOrWhole,
  stopsignal: parseWhole,
  user: parseWhole,
  volume: parseJsonOrBlanks,
  workdir: parseWhole,
});

/** Names of all instructions, in lower case. */
export const INSTRUCTION_NAMES: readonly string[] = [...Object.keys(PARSERS), 'onbuild'].sort();

/**
 * Splits what follows an instruction's name and flags. An unknown instruction's arguments are not looked at.
 * @throws InstructionError
 * @see buildkit v0.22 frontend/dockerfile/parser/line_parsers.go
 */
export function parseArguments(name: string, rest: string, escape: string): Arguments {
  const parse = PARSERS[name.toLowerCase()];
  return parse ? parse(rest, escape) : plain(['']);
}
