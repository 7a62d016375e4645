import type { AddOnRow } from '../../knowledge/aws/addons/add-on';
import { ADD_ON_NAMES, ADD_ONS, controllerOf } from '../../knowledge/aws/addons/catalogue';
import { ADD_ON_OBJECTS, broughtBy } from '../../knowledge/aws/cluster-objects';
import type { ClusterObject } from '../../knowledge/kubernetes/cluster-objects';
import type { Environment } from '../../model/environment';
import { at, textAt } from '../../model/json';
import { parsedObject } from '../../model/parsed-object';
import type { RenderedObject } from '../../model/rendered-object';
import { addOnOfSource, sourcesOf } from './add-on-sources';

/** What is on the cluster, or will be, because an add-on is: by the last reading, the settings and rendered Applications. */
export function addOnObjects(environment: Environment, objects: readonly RenderedObject[]): readonly ClusterObject[] {
  const described = environment.platform === 'eks' ? environment.addOns : [];
  return [
    ...(environment.facts?.addOns ?? []).flatMap(({ name, configuration }) => byEks(name, configuration)),
    ...described.flatMap(({ name, namespace, configuration }) => byEks(name, parsedObject(configuration), namespace)),
    ...objects.flatMap(byApplication),
  ];
}

function byEks(name: string, configuration: unknown, namespace?: string): readonly ClusterObject[] {
  const known = ADD_ON_NAMES.find((one) => controllerOf(one).addOn === name);
  if (known === undefined) return Object.hasOwn(ADD_ON_OBJECTS, name) ? (ADD_ON_OBJECTS[name] ?? []) : [];
  return of(ADD_ONS[known], namespace, configuration);
}

function byApplication(object: RenderedObject): readonly ClusterObject[] {
  const namespace = textAt(object.value, 'spec', 'destination', 'namespace');
  return sourcesOf(object).flatMap((source) => {
    const name = addOnOfSource(source);
    return name === undefined ? [] : of(ADD_ONS[name], namespace, at(source, 'helm', 'valuesObject'));
  });
}

function of(row: AddOnRow, namespace: string | undefined, values: unknown): readonly ClusterObject[] {
  const switched = (row.bringsWhen ?? []).filter(({ when }) => values !== undefined && at(values, ...when) === true);
  return [...broughtBy(row, namespace ?? row.namespace), ...switched.map(({ object }) => object)];
}
