import { identityKey } from '../../../model/identity';
import { judgePodSecurity } from '../../../model/pod-security/judge';
import { type EnforcedLevel, enforcedLevel, newestOf } from '../../../model/pod-security/level';
import type { PodTemplate } from '../../../model/pod-spec';
import type { CheckContext, PodRule, Tell } from '../../engine/rule';

export const validPodSecurity: PodRule = {
  id: 'policy/valid-pod-security',
  severity: 'error',
  summary: 'A Pod keeps to the Pod Security Standard that its namespace enforces, in the version it enforces.',
  why: 'The server takes a workload that breaks the standard of its namespace, with only a warning, and then refuses every Pod of it. The sync is green, and nothing runs.',
  see: [
    'https://kubernetes.io/docs/concepts/security/pod-security-standards/',
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
  ],
  checkPod(template, context, tell) {
    const name = template.owner.namespace ?? '';
    const namespace = context.index.find({ group: '', kind: 'Namespace', name });
    const version = context.schemas.kubernetesVersion;
    if (namespace !== undefined) {
      const enforced = enforcedLevel(namespace, version);
      if (enforced !== undefined) judgeIn(`namespace ${name} enforces "${enforced.level}"`, template, enforced, tell);
    } else if (isOfSomebodyElse(name, context)) {
      const level = context.environment.policyLevel;
      const because = `namespace ${name}, which is made elsewhere, is taken to enforce this environment’s policy level "${level}"`;
      judgeIn(because, template, newestOf(level, version), tell);
    }
  },
};

/**
 * For what arrives from elsewhere, the policy of the environment stands for a namespace that is not rendered. What the
 * platform has enforces nothing as far as anybody knows.
 */
function isOfSomebodyElse(name: string, { arriving, environment, index }: CheckContext): boolean {
  if (arriving !== true || name === '') return false;
  const id = { group: '', kind: 'Namespace', name };
  return !index.exists(id) || environment.external.some((one) => identityKey(one) === identityKey(id));
}

function judgeIn(because: string, template: PodTemplate, enforced: EnforcedLevel, tell: Tell): void {
  judgePodSecurity(template, enforced, (finding) =>
    tell({ ...finding, what: `${finding.what}, and ${because}: ${symptom(template)}.` }),
  );
}

function symptom({ owner }: PodTemplate): string {
  return owner.kind === 'Pod'
    ? 'the server refuses it'
    : `the server takes the ${owner.kind} and refuses every Pod of it`;
}
