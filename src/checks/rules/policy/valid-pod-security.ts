import type { PodTemplate } from '../../../model/pod-spec';
import type { PodRule, Tell } from '../../engine/rule';
import { judgeBaseline, judgeHostPaths } from '../../reads/pod-security/baseline';
import { addedCapabilities } from '../../reads/pod-security/capabilities';
import { type EnforcedLevel, enforcedLevel } from '../../reads/pod-security/level';
import { securedPod } from '../../reads/pod-security/pod';
import { judgeRestricted } from '../../reads/pod-security/restricted';
import { unsafeSeccomp } from '../../reads/pod-security/seccomp';

export const validPodSecurity: PodRule = {
  id: 'policy/valid-pod-security',
  severity: 'error',
  summary: 'A Pod keeps to the Pod Security Standard that its namespace enforces, in the version it enforces.',
  why: 'The server takes a workload that breaks the standard of its namespace, with only a warning, and then refuses every Pod of it. The sync is green, and nothing runs.',
  see: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  ],
  checkPod(template, { index, schemas }, tell) {
    const namespace = index.find({ group: '', kind: 'Namespace', name: template.owner.namespace ?? '' });
    // It is not known what a namespace enforces that is not rendered.
    const enforced = namespace && enforcedLevel(namespace, schemas.kubernetesVersion);
    if (enforced === undefined) return;
    judgePodSecurity(template, enforced, (finding) => {
      const because = `namespace ${template.owner.namespace} enforces "${enforced.level}": ${symptom(template)}`;
      tell({ ...finding, what: `${finding.what}, and ${because}.` });
    });
  },
};

/** Everything in a template that a level forbids. */
export function judgePodSecurity(template: PodTemplate, { level, minor }: EnforcedLevel, tell: Tell): void {
  const pod = securedPod(template);
  judgeBaseline(pod, minor, tell);
  judgeHostPaths(pod, tell);
  // Baseline has always judged these; restricted exempts Windows, and both know the same unsafe profiles.
  if (level === 'baseline' || !pod.windows || minor < 25) {
    addedCapabilities(pod, level, tell);
    unsafeSeccomp(pod, tell);
  }
  if (level === 'restricted') judgeRestricted(pod, minor, tell);
}

function symptom({ owner }: PodTemplate): string {
  return owner.kind === 'Pod'
    ? 'the server refuses it'
    : `the server takes the ${owner.kind} and refuses every Pod of it`;
}
