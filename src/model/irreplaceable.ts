import { kindInPath } from '../knowledge/argocd/output-paths';
import { irreplaceableKind } from '../knowledge/irreplaceable/kinds';
import type { IrreplaceableKind } from '../knowledge/irreplaceable/row';
import type { Environment } from './environment';
import type { ObjectIdentity } from './identity';
import { at, type JsonValue } from './json';

/** What is lost when an object is deleted, by the list and by what its environment adds; undefined where nothing is. */
export function lossOf(
  { group, kind }: Pick<ObjectIdentity, 'group' | 'kind'>,
  value: JsonValue | undefined,
  environment: Pick<Environment, 'gitops'>,
): IrreplaceableKind | undefined {
  const row = irreplaceableKind(kindInPath(group, kind), environment.gitops?.protect);
  return row !== undefined && isMeant(row, value) ? row : undefined;
}

/** Whether others of its kind own an address, and this object does not. */
export function ownsNoAddress({ group, kind, value }: ObjectIdentity & { readonly value: JsonValue }): boolean {
  const row = irreplaceableKind(kindInPath(group, kind));
  return row?.holds === 'address' && !isMeant(row, value);
}

/** Whether a row means an object of its kind. One that cannot be read may be the one that is meant. */
export function isMeant({ when }: IrreplaceableKind, value: JsonValue | undefined): boolean {
  return when === undefined || value === undefined || at(value, ...when.field) === when.is;
}
