import { NAMESPACE_LABEL } from '../commands/stack/namespace.ts';
import { mapOf, textOf, type YamlMap } from '../yaml/yaml-value.ts';

/** `STACK_NAME` */
export function scoped(stack: string, name: string): string {
  return `${stack}_${name}`;
}

/** Labels with the one that says whose it is. */
export function stackLabels(
  stack: string,
  labels: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return { ...labels, [NAMESPACE_LABEL]: stack };
}

/** Under what name the swarm has a network, volume, secret or config. */
export function objectName(stack: string, key: string, object: YamlMap): string {
  const external = textOf(mapOf(object['external'])['name']);
  return textOf(object['name']) ?? external ?? (isExternal(object) ? key : scoped(stack, key));
}

/** Whether it is there already, and none of the stack's. */
export function isExternal(object: YamlMap): boolean {
  return object['external'] === true || mapOf(object['external'])['name'] !== undefined;
}
