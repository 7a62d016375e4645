import type { VersionChangeId } from '../../knowledge/kubernetes/version-changes';
import { at, type FieldPath, listAt, textAt } from '../../model/json';
import { containersOf, type PodTemplate, podTemplatesOf } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import { appArmorProfiles, gitRepoVolumes, seLinuxMounts } from './detect-pods';
import { kubeProxyModes } from './kube-proxy-mode';
import { ambiguousAddresses } from './strict-addresses';
import { type Told, type UpgradeInput, whereOf } from './upgrade-check';

/** What a row is about: an object with its place, or a part of the cluster. */
export type Touched = Pick<Told, 'subject' | 'where' | 'source'>;

/** How each row of the table is found. A row without a function does not compile. */
export const DETECT_CHANGES: Readonly<Record<VersionChangeId, (input: UpgradeInput) => readonly Touched[]>> = {
  anonymousRequests: ofKind(['RoleBinding', 'ClusterRoleBinding'], 'rbac.authorization.k8s.io', ({ value }) =>
    listAt(value, 'subjects').flatMap((subject, index) =>
      ANONYMOUS.includes(textAt(subject, 'name') ?? '') ? [['subjects', index, 'name']] : [],
    ),
  ),
  mountableSecrets: ofKind(['ServiceAccount'], '', ({ value }) =>
    at(value, 'metadata', 'annotations', MOUNTABLE) === undefined ? [] : [['metadata', 'annotations', MOUNTABLE]],
  ),
  endpoints: ofKind(['Endpoints'], '', () => [['apiVersion']]),
  appArmor: ofPods(appArmorProfiles),
  ingressNginx: ({ objects }) => objects.flatMap((object) => nginxPaths(object).map((path) => whereOf(object, path))),
  ipvs: kubeProxyModes,
  cgroupV1: ofKind(['EC2NodeClass'], 'karpenter.k8s.aws', ({ value }) =>
    /systemd\.unified_cgroup_hierarchy=(?:0|false)\b/.test(textAt(value, ...USER_DATA) ?? '') ? [USER_DATA] : [],
  ),
  gitRepo: ofPods(gitRepoVolumes),
  strictAddresses: ({ objects }) =>
    objects.flatMap((object) => ambiguousAddresses(object).map((path) => whereOf(object, path))),
  seLinuxMount: ofPods(seLinuxMounts),
  externalIps: ofKind(['Service'], '', ({ value }) =>
    listAt(value, 'spec', 'externalIPs').length === 0 ? [] : [['spec', 'externalIPs']],
  ),
  maxUnavailable: ofKind(['StatefulSet'], 'apps', ({ value }) => {
    const most = at(value, ...MAX_UNAVAILABLE);
    return most === undefined || most === 1 ? [] : [MAX_UNAVAILABLE];
  }),
  balancedConsolidation: ofKind(['NodePool'], 'karpenter.sh', ({ value }) => {
    const isOfAutoMode = textAt(value, 'spec', 'template', 'spec', 'nodeClassRef', 'group') === 'eks.amazonaws.com';
    const policy = at(value, 'spec', 'disruption', 'consolidationPolicy');
    return isOfAutoMode && policy === undefined ? [['spec', 'disruption']] : [];
  }),
};

const ANONYMOUS: readonly string[] = ['system:anonymous', 'system:unauthenticated'];
const MOUNTABLE = 'kubernetes.io/enforce-mountable-secrets';
const USER_DATA: readonly string[] = ['spec', 'userData'];
const MAX_UNAVAILABLE: readonly string[] = ['spec', 'updateStrategy', 'rollingUpdate', 'maxUnavailable'];
const NGINX = 'k8s.io/ingress-nginx';

function ofKind(kinds: readonly string[], group: string, paths: (object: RenderedObject) => readonly FieldPath[]) {
  return ({ objects }: UpgradeInput): readonly Touched[] =>
    objects
      .filter((object) => object.group === group && kinds.includes(object.kind))
      .flatMap((object) => paths(object).map((path) => whereOf(object, path)));
}

function ofPods(paths: (template: PodTemplate) => readonly FieldPath[]) {
  return ({ objects }: UpgradeInput): readonly Touched[] =>
    objects.flatMap((object) =>
      podTemplatesOf(object).flatMap((template) => paths(template).map((path) => whereOf(object, path))),
    );
}

/** Its class, its image, or an Application of its chart. */
function nginxPaths(object: RenderedObject): readonly FieldPath[] {
  const { group, kind, value } = object;
  if (group === 'networking.k8s.io' && kind === 'IngressClass')
    return textAt(value, 'spec', 'controller') === NGINX ? [['spec', 'controller']] : [];
  if (group === 'argoproj.io' && kind === 'Application')
    return textAt(value, 'spec', 'source', 'chart') === 'ingress-nginx' ? [['spec', 'source', 'chart']] : [];
  return podTemplatesOf(object).flatMap((template) =>
    containersOf(template).flatMap(({ container, path }) =>
      /\/ingress-nginx\/controller\b/.test(textAt(container, 'image') ?? '') ? [[...path, 'image']] : [],
    ),
  );
}
