import type { PersistentVolumeClaimSpec, TypedObjectReference } from '../../imports/k8s';
import { withArticle } from '../../src/grammar/article';
import type { Problems } from '../shared/problems';
import type { NamedObject } from '../workload/values';
import { renderedName } from './rendered-name';

interface Sources {
  readonly restoreFrom?: NamedObject;
  readonly dataSourceRef?: TypedObjectReference;
}

const SNAPSHOT = { apiGroup: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot' };

export function judgeDataSource({ restoreFrom, dataSourceRef }: Sources, problems: Problems): void {
  problems.unless(
    restoreFrom === undefined || dataSourceRef === undefined,
    'restoreFrom and dataSourceRef are both given; the server refuses two sources that differ.',
    'leave one out.',
  );
  const kind = typeof restoreFrom === 'object' ? restoreFrom.kind : SNAPSHOT.kind;
  problems.unless(
    kind === SNAPSHOT.kind || kind === 'PersistentVolumeClaim',
    `restoreFrom is ${withArticle(kind)}, and a volume cannot begin with the data of one.`,
    'give a VolumeSnapshot or a PersistentVolumeClaim.',
  );
}

export function dataSourceOf({
  restoreFrom,
  dataSourceRef,
}: Sources): Pick<PersistentVolumeClaimSpec, 'dataSource' | 'dataSourceRef'> {
  if (dataSourceRef !== undefined) return { dataSourceRef };
  const name = renderedName(restoreFrom);
  if (name === undefined) return {};
  const isClaim = typeof restoreFrom === 'object' && restoreFrom.kind === 'PersistentVolumeClaim';
  return { dataSource: isClaim ? { kind: 'PersistentVolumeClaim', name } : { ...SNAPSHOT, name } };
}
