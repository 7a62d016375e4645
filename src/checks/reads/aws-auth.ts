import { parse } from 'yaml';
import { AWS_AUTH } from '../../knowledge/aws/aws-auth';
import { isJsonObject, listAt, mapAt, textAt } from '../../model/json';
import type { RenderedObject } from '../../model/rendered-object';

/** One entry of a rendered aws-auth. */
export interface MappedPrincipal {
  readonly arn: string;
  readonly groups: readonly string[];
}

/** Whether it is the ConfigMap that says who gets into the cluster. */
export function isAwsAuth({ group, kind, namespace, name }: RenderedObject): boolean {
  return group === '' && kind === 'ConfigMap' && namespace === AWS_AUTH.namespace && name === AWS_AUTH.name;
}

/** What an aws-auth maps under one of its keys; undefined where the text is not a list in YAML. */
export function mappedPrincipals(
  object: RenderedObject,
  key: 'mapRoles' | 'mapUsers',
): readonly MappedPrincipal[] | undefined {
  const text = textAt(mapAt(object.value, 'data'), key);
  if (text === undefined) return [];
  const read = parsed(text);
  if (!Array.isArray(read)) return undefined;
  return read.filter(isJsonObject).map((entry) => ({
    arn: textAt(entry, key === 'mapRoles' ? 'rolearn' : 'userarn') ?? '',
    groups: listAt(entry, 'groups').filter((one) => typeof one === 'string'),
  }));
}

/** Undefined for a text that is not YAML. */
function parsed(text: string): unknown {
  try {
    return parse(text, { logLevel: 'error' });
  } catch {
    return undefined;
  }
}
