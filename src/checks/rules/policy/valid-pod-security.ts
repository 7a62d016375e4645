import type { PodTemplate } from '../../../model/pod-spec';
import { type Tell, tellOf } from '../../engine/fault';
import type { Rule } from '../../engine/rule';
import { baselineFaults, hostPathFaults } from '../../reads/pod-security/baseline';
import { addedCapabilities } from '../../reads/pod-security/capabilities';
import { type EnforcedLevel, enforcedLevel } from '../../reads/pod-security/level';
import { securedPod } from '../../reads/pod-security/pod';
import { restrictedFaults } from '../../reads/pod-security/restricted';
import { unsafeSeccomp } from '../../reads/pod-security/seccomp';

/** The server takes a workload that breaks its namespace's standard with a warning, and then refuses every Pod. */
export const validPodSecurity: Rule = {
  id: 'policy/valid-pod-security',
  severity: 'error',
  summary: 'A Pod keeps to the Pod Security Standard that its namespace enforces, in the version it enforces.',
  see: 'Kubernetes: Pod Security Standards; Pod Security admission',
  check({ index, schemas, templates }, report) {
    const levels = new Map<string, EnforcedLevel | undefined>();
    for (const namespace of index.ofKind('', 'Namespace'))
      levels.set(namespace.name, enforcedLevel(namespace, schemas.kubernetesVersion));
    for (const template of templates) {
      // A namespace that is not rendered may enforce anything; nobody here knows.
      const enforced = levels.get(template.owner.namespace ?? '');
      if (enforced === undefined) continue;
      const tell = tellOf(template.owner, report);
      podSecurityFaults(template, enforced, (fault) => {
        const because = `namespace ${template.owner.namespace} enforces "${enforced.level}": ${symptom(template)}`;
        tell({ ...fault, what: `${fault.what}, and ${because}.` });
      });
    }
  },
};

/** Everything in a template that a level forbids. */
export function podSecurityFaults(template: PodTemplate, { level, minor }: EnforcedLevel, tell: Tell): void {
  const pod = securedPod(template);
  baselineFaults(pod, minor, tell);
  hostPathFaults(pod, tell);
  // Baseline has always judged these; restricted exempts Windows, and both know the same unsafe profiles.
  if (level === 'baseline' || !pod.windows || minor < 25) {
    addedCapabilities(pod, level, tell);
    unsafeSeccomp(pod, tell);
  }
  if (level === 'restricted') restrictedFaults(pod, minor, tell);
}

function symptom({ owner }: PodTemplate): string {
  return owner.kind === 'Pod'
    ? 'the server refuses it'
    : `the server takes the ${owner.kind} and refuses every Pod of it`;
}
