import { EKS_STORAGE_CLASS } from '../../knowledge/aws/cluster-objects';
import type { Environment } from '../../model/environment';
import { textAt } from '../../model/json';
import type { ObjectIndex } from '../engine/object-index';
import { hasEksClass } from './platform-objects';

/** Who makes the volumes of a class; undefined where that is not known. */
export function provisionerOf(
  className: string,
  { index, environment }: { readonly index: ObjectIndex; readonly environment: Environment },
): string | undefined {
  const rendered = index.find({ group: 'storage.k8s.io', kind: 'StorageClass', name: className });
  if (rendered !== undefined) return textAt(rendered.value, 'provisioner');
  const isOfEks = className === EKS_STORAGE_CLASS.name && hasEksClass(environment);
  return isOfEks ? EKS_STORAGE_CLASS.provisioner : undefined;
}
