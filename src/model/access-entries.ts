import {
  ACCESS_ENTRY_ANNOTATION,
  ACCESS_ENTRY_KIND,
  type AccessEntryInput,
  type AssociatedPolicy,
} from '../knowledge/aws/access-entries';
import { defined } from './defined';
import { at, isJsonObject, type JsonValue, listAt, mapAt, textAt } from './json';
import { parsedObject } from './parsed-object';
import type { RenderedObject } from './rendered-object';

/** An access entry that an object asks for. */
export interface AskedEntry {
  readonly asker: RenderedObject;
  /** Whether ACK makes it of the object, or somebody outside the cluster. */
  readonly madeBy: 'ack' | 'others';
  readonly input: AccessEntryInput;
}

/** The entry that an object of ACK's kind, or the annotation of a ConfigMap, asks for. */
export function accessEntryOf(object: RenderedObject): AskedEntry | undefined {
  if (object.kind === ACCESS_ENTRY_KIND.kind && object.group === ACCESS_ENTRY_KIND.group)
    return { asker: object, madeBy: 'ack', input: inputOf(at(object.value, 'spec'), 'principalARN', 'policyARN') };
  if (object.kind !== 'ConfigMap' || object.group !== '') return undefined;
  const found = parsedObject(textAt(mapAt(object.value, 'metadata', 'annotations'), ACCESS_ENTRY_ANNOTATION));
  if (found === undefined) return undefined;
  return { asker: object, madeBy: 'others', input: inputOf(found, 'principalArn', 'policyArn') };
}

/** ACK writes initialisms in capitals, EKS does not. */
function inputOf(spec: JsonValue | undefined, principal: string, policy: string): AccessEntryInput {
  const tags = at(spec, 'tags');
  const groups = at(spec, 'kubernetesGroups');
  const policies = at(spec, 'accessPolicies');
  return {
    clusterName: textAt(spec, 'clusterName') ?? '',
    principalArn: textAt(spec, principal) ?? '',
    ...defined({
      type: textAt(spec, 'type'),
      kubernetesGroups: groups === undefined ? undefined : texts(spec, 'kubernetesGroups'),
      username: textAt(spec, 'username'),
      tags: isJsonObject(tags) ? textsOf(tags) : undefined,
      accessPolicies:
        policies === undefined ? undefined : listAt(spec, 'accessPolicies').map((one) => policyOf(one, policy)),
    }),
  };
}

function policyOf(value: JsonValue, policy: string): AssociatedPolicy {
  const namespaces = at(value, 'accessScope', 'namespaces');
  return {
    policyArn: textAt(value, policy) ?? '',
    accessScope: {
      type: textAt(value, 'accessScope', 'type') === 'namespace' ? 'namespace' : 'cluster',
      ...(namespaces === undefined ? {} : { namespaces: texts(value, 'accessScope', 'namespaces') }),
    },
  };
}

function texts(value: JsonValue | undefined, ...path: readonly string[]): readonly string[] {
  return listAt(value, ...path).filter((one) => typeof one === 'string');
}

function textsOf(map: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(Object.entries(map).map(([key, one]) => [key, String(one)]));
}
