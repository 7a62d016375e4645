/**
 * By what the items of a list are told apart, by the name of the list, where they have no distinct names: a rule that is
 * inserted is then one difference. Server-side apply merges most of these lists by the same keys.
 * @see https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy
 */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  ports: ['containerPort', 'port', 'number', 'protocol'],
  volumeMounts: ['mountPath'],
  volumeDevices: ['devicePath'],
  hostAliases: ['ip'],
  tolerations: ['key', 'operator', 'value', 'effect'],
  taints: ['key', 'effect'],
  startupTaints: ['key', 'effect'],
  topologySpreadConstraints: ['topologyKey', 'whenUnsatisfiable'],
  // Rules of an Ingress have hosts, those of a Role have groups and resources.
  rules: ['host', 'apiGroups', 'resources', 'nonResourceURLs', 'resourceNames'],
  paths: ['path', 'pathType'],
  tls: ['secretName', 'hosts'],
  subjects: ['kind', 'namespace', 'name'],
  requirements: ['key'],
  matchExpressions: ['key'],
  parentRefs: ['kind', 'namespace', 'name', 'sectionName', 'port'],
  destinations: ['server', 'name', 'namespace'],
  clusterResourceWhitelist: ['group', 'kind'],
  namespaceResourceWhitelist: ['group', 'kind'],
};

/** Lists of texts whose order says nothing. */
const SETS = new Set([
  'accessModes',
  'add',
  'apiGroups',
  'drop',
  'except',
  'finalizers',
  'loadBalancerSourceRanges',
  'nonResourceURLs',
  'policyTypes',
  'resourceNames',
  'resources',
  'sourceRepos',
  'validationActions',
  'verbs',
]);

/** Keys of the items of a list, by the list's own name; undefined where its items are told apart by place. */
export function keysOfList(list: string): readonly string[] | undefined {
  return Object.hasOwn(KEYS, list) ? KEYS[list] : undefined;
}

export function isSet(list: string): boolean {
  return SETS.has(list);
}
