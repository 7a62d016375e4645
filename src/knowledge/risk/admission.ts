import { K8S, type RiskRow, rowsOf, WHOLE } from './row';
import { adds, becomes, get, texts } from './values';

const LEVELS = ['restricted', 'baseline', 'privileged'];
const levelOf = (value: unknown) => (value === undefined ? LEVELS.length : LEVELS.indexOf(String(value)));
const PSS = /^metadata\.labels\["pod-security\.kubernetes\.io\/enforce"\]$/;

const ADMISSION = rowsOf(
  { kinds: 'Namespace', source: `${K8S}concepts/security/pod-security-admission/` },
  {
    'pod-security-lower': {
      field: PSS,
      shown: 'metadata.labels["pod-security.kubernetes.io/enforce"], lower or gone',
      when: ({ before, after }) => levelOf(after) > levelOf(before),
      risk: 'widened',
      why: 'Pods are let in that the level refused before.',
    },
    'pod-security-higher': {
      field: PSS,
      shown: 'metadata.labels["pod-security.kubernetes.io/enforce"], stricter',
      when: ({ before, after }) => levelOf(after) < levelOf(before),
      risk: 'unavailable',
      why: 'Pods that run stay, and the next one that the level refuses is not made: a rollout or a lost node shows it.',
    },
    'namespace-labels': {
      field: /^metadata\.labels\b/,
      shown: 'metadata.labels of a Namespace',
      risk: 'access',
      why: 'network policies, webhooks and stores of secrets choose namespaces by their labels.',
      last: true,
    },
    'webhook-ignored': {
      kinds: 'ValidatingWebhookConfiguration MutatingWebhookConfiguration',
      field: /\.failurePolicy$/,
      shown: 'webhooks[].failurePolicy → Ignore',
      when: becomes('Ignore'),
      risk: 'widened',
      why: 'what the webhook would refuse is let in while it does not answer.',
      source: `${K8S}reference/access-authn-authz/extensible-admission-controllers/`,
    },
    'webhook-fails': {
      kinds: 'ValidatingWebhookConfiguration MutatingWebhookConfiguration',
      field: /\.failurePolicy$/,
      shown: 'webhooks[].failurePolicy → Fail',
      when: becomes('Fail'),
      risk: 'unavailable',
      why: 'nothing that it judges can be written while the webhook does not answer.',
      source: `${K8S}reference/access-authn-authz/extensible-admission-controllers/`,
    },
    'webhook-removed': {
      kinds:
        'ValidatingWebhookConfiguration MutatingWebhookConfiguration ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding',
      field: WHOLE,
      shown: 'the object, removed',
      on: ['removed'],
      risk: 'widened',
      why: 'nobody judges any more what it judged.',
      source: `${K8S}reference/access-authn-authz/extensible-admission-controllers/`,
    },
    'policy-not-denied': {
      kinds: 'ValidatingAdmissionPolicyBinding',
      field: /^spec\.validationActions\b/,
      shown: 'spec.validationActions without Deny',
      when: ({ was, now }) => hasDeny(was) && !hasDeny(now),
      risk: 'widened',
      why: 'the policy warns or records, and lets everything in.',
      source: `${K8S}reference/access-authn-authz/validating-admission-policy/`,
    },
  },
);

const GITOPS = rowsOf(
  { kinds: 'argoproj.io/AppProject', source: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/' },
  {
    'project-widened': {
      field: /^spec\.(?:sourceRepos|destinations|clusterResourceWhitelist|namespaceResourceWhitelist|roles)\b/,
      shown: 'spec.{sourceRepos, destinations, clusterResourceWhitelist}, one more',
      when: adds,
      risk: 'widened',
      why: 'Applications of the project may read from, or write to, what they could not.',
    },
    'project-narrowed': {
      field: /^spec\.(?:sourceRepos|destinations|clusterResourceWhitelist|namespaceResourceWhitelist|roles)\b/,
      shown: 'spec.{sourceRepos, destinations, clusterResourceWhitelist}, one less',
      when: (change) => !adds(change),
      risk: 'access',
      why: 'Argo CD does not see any more what the project no longer permits: it stays on the cluster, and is not pruned.',
    },
    'store-open': {
      kinds: 'external-secrets.io/ClusterSecretStore',
      field: /^spec\.conditions\b/,
      shown: 'spec.conditions of a ClusterSecretStore',
      when: ({ now }) => !Array.isArray(get(now, 'spec', 'conditions')),
      risk: 'widened',
      why: 'every namespace may read through the store.',
      source: 'https://external-secrets.io/latest/api/clustersecretstore/',
    },
    'remote-secret': {
      kinds: 'external-secrets.io/ExternalSecret',
      field: /\.remoteRef\.key$/,
      shown: 'spec.data[].remoteRef.key',
      risk: 'access',
      why: 'another secret is read into the cluster.',
      source: 'https://external-secrets.io/latest/api/externalsecret/',
    },
  },
);

/** Who judges what is let in, and from where Argo CD and secrets may be read. */
export const ADMISSION_ROWS: readonly RiskRow[] = [...ADMISSION, ...GITOPS];

function hasDeny(binding: unknown): boolean {
  return texts(binding, 'spec', 'validationActions').includes('Deny');
}
