import { type NamedObject, nameOf } from '../workload/values';

/** The name of what a claim refers to; undefined for one of our constructs that the cluster does not have. */
export function renderedName(named: NamedObject | undefined): string | undefined {
  if (named === undefined) return undefined;
  const isAbsent = typeof named === 'object' && 'isRendered' in named && named.isRendered === false;
  return isAbsent ? undefined : nameOf(named);
}
