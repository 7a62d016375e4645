/** What a person has to know of an object to take it out of the way. */
export interface RefusedObject {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Two ways past a change that the API server refuses. */
export interface RefusedChangeAdvice {
  /** Without touching the cluster, as an order. */
  readonly instead: string;
  /** What takes the old object away, and what that means: `` `kubectl …`, which … ``. */
  readonly byHand: string;
}

/** @param field the first field that cannot change: `spec.volumeClaimTemplates[0].spec.resources.requests.storage` */
export function refusedChangeAdvice(object: RefusedObject, field: string): RefusedChangeAdvice {
  const { instead = 'give it another name', means = '', flag = '' } = adviceOf(object.kind, field);
  const { kind, namespace, name } = object;
  const where = namespace === undefined ? '' : `-n ${namespace} `;
  return { instead, byHand: `\`kubectl ${where}delete ${kind.toLowerCase()} ${name}${flag}\`${means}` };
}

interface Advice {
  readonly instead?: string;
  readonly means?: string;
  readonly flag?: string;
}

const WITH_PODS = {
  instead: 'give it another name, so that both run until the new one is ready',
  means: ', which takes its Pods away too',
};

const BY_KIND: Readonly<Record<string, Advice>> = {
  Deployment: WITH_PODS,
  DaemonSet: WITH_PODS,
  ReplicaSet: WITH_PODS,
  ConfigMap: { instead: 'give it another name, as `ConfigFiles` does for each content' },
  PersistentVolumeClaim: {
    instead: 'make another claim and copy the data, since a claim grows and never shrinks',
    means: ', which deletes what it holds',
  },
  PersistentVolume: { instead: 'make another PersistentVolume, and another claim for it' },
  StorageClass: {
    instead: 'give the class another name',
    means: ', which leaves the volumes that it made as they are',
  },
};

const KEEPS_PODS = { flag: ' --cascade=orphan', means: ', which leaves its Pods and claims as they are' };

function adviceOf(kind: string, field: string): Advice {
  if (kind !== 'StatefulSet') return BY_KIND[kind] ?? {};
  if (/^spec\.selector\b/.test(field)) return { means: ', which takes its Pods away and leaves its claims' };
  if (!/^spec\.volumeClaimTemplates\b/.test(field)) return KEEPS_PODS;
  return { ...KEEPS_PODS, means: `${KEEPS_PODS.means}; let these claims grow first, as docs/growing-a-claim.md says` };
}
