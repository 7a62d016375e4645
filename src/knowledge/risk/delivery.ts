import { K8S, type RiskRow, rowsOf, WHOLE } from './row';
import { get, words } from './values';

const SYNC = 'https://argo-cd.readthedocs.io/en/stable/user-guide/sync-options/';
const OPTIONS = /^metadata\.annotations\["argocd\.argoproj\.io\/sync-options"\]$/;
const gains = (option: string) => (change: { readonly before?: unknown; readonly after?: unknown }) =>
  words(change.after).includes(option) && !words(change.before).includes(option);

/** Configuration, secrets, and what Argo CD does about an object. */
export const DELIVERY_ROWS: readonly RiskRow[] = [
  ...rowsOf(
    {
      kinds: 'ConfigMap Secret',
      source: `${K8S}concepts/configuration/configmap/#mounted-configmaps-are-updated-automatically`,
    },
    {
      content: {
        field: /^(?:data|binaryData|stringData)\b/,
        shown: '{data, binaryData, stringData}',
        risk: 'later',
        why: 'no Pod restarts: variables keep their values, and files in volumes follow within minutes, unless mounted by subPath.',
      },
      'content-removed': {
        field: WHOLE,
        shown: 'the object, removed',
        on: ['removed'],
        risk: 'unavailable',
        why: 'a Pod that names it and starts from now on stays in CreateContainerConfigError.',
      },
      'content-hashed': {
        field: WHOLE,
        shown: 'the object with immutable: true, renamed after its content',
        when: ({ was }) => get(was, 'immutable') === true,
        on: ['renamed'],
        risk: 'harmless',
        why: 'new content has a new name; the old object is pruned last, so that Pods of the release before still find it.',
        source: SYNC,
      },
      'content-immutable': {
        field: /^immutable$/,
        shown: 'immutable → true',
        when: ({ after }) => after === true,
        risk: 'harmless',
        why: 'nobody can change it any more; a new content needs a new name.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'external-secrets.io/ExternalSecret', source: 'https://external-secrets.io/latest/api/externalsecret/' },
    {
      'secret-target': {
        field: /^spec\.target\.name$/,
        shown: 'spec.target.name of an ExternalSecret',
        risk: 'unavailable',
        why: 'the controller deletes the old Secret before it writes the new one: Pods that name the old one fail at their next start.',
      },
      'secret-refresh': {
        field: /^spec\.(?:refreshInterval|refreshPolicy)$/,
        shown: 'spec.refreshInterval',
        risk: 'harmless',
        why: 'the secret is read at other times.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'cert-manager.io/Certificate', source: 'https://cert-manager.io/docs/usage/certificate/' },
    {
      'certificate-issued': {
        field: /^spec\.(?:issuerRef|dnsNames|commonName|privateKey|duration|usages)\b/,
        shown: 'spec.{issuerRef, dnsNames, privateKey, …} of a Certificate',
        risk: 'traffic',
        why: 'the certificate is issued anew, and served when its Secret has it.',
      },
      'certificate-secret': {
        field: /^spec\.secretName$/,
        shown: 'spec.secretName of a Certificate',
        risk: 'unavailable',
        why: 'the certificate is written into a new Secret, and what reads the old one is not renewed any more.',
      },
    },
  ),
  ...rowsOf(
    { kinds: '*', source: SYNC },
    {
      'forced-replacement': {
        field: OPTIONS,
        shown: 'argocd.argoproj.io/sync-options → Force=true with Replace=true',
        when: ({ before, after }) =>
          ['Force=true', 'Replace=true'].every((one) => words(after).includes(one)) &&
          !['Force=true', 'Replace=true'].every((one) => words(before).includes(one)),
        risk: 'replaced',
        why: 'Argo CD deletes the object and makes it again at every sync of it, and with a claim its data goes.',
      },
      forced: {
        field: OPTIONS,
        shown: 'argocd.argoproj.io/sync-options → Force=true',
        when: gains('Force=true'),
        risk: 'replaced',
        why: 'where the API server refuses a change, Argo CD deletes the object and makes it again.',
      },
      'not-pruned': {
        field: OPTIONS,
        shown: 'argocd.argoproj.io/sync-options → Prune=false',
        when: gains('Prune=false'),
        risk: 'harmless',
        why: 'the object outlives its removal from Git; it counts from the sync after this one on.',
      },
      'sync-wave': {
        field:
          /^metadata\.annotations\["argocd\.argoproj\.io\/(?:sync-wave|sync-options|hook|compare-options)[^"]*"\]$/,
        shown: 'argocd.argoproj.io/{sync-wave, sync-options, hook, …}',
        risk: 'harmless',
        why: 'Argo CD applies the object at another time or in another way; the object itself stays as it is.',
      },
      annotation: {
        kinds: `Deployment StatefulSet DaemonSet ConfigMap Secret Namespace`,
        field: /^metadata\.annotations\b/,
        shown: 'metadata.annotations, any other',
        risk: 'harmless',
        why: 'an annotation of the object itself restarts nothing; a controller that reads it sees the new value.',
        source: `${K8S}concepts/overview/working-with-objects/annotations/`,
        last: true,
      },
    },
  ),
  ...rowsOf(
    { kinds: 'argoproj.io/Rollout', source: 'https://argo-rollouts.readthedocs.io/en/stable/features/canary/' },
    {
      'rollout-steps': {
        field: /^spec\.strategy\b/,
        shown: 'spec.strategy of a Rollout',
        risk: 'harmless',
        why: 'the next release goes by it; a release that is under way starts at its first step again.',
      },
    },
  ),
  ...rowsOf(
    { kinds: 'Deployment DaemonSet argoproj.io/Rollout', source: `${K8S}concepts/workloads/controllers/deployment/` },
    {
      'workload-renamed': {
        field: WHOLE,
        shown: 'the object, renamed or moved',
        on: ['renamed', 'moved'],
        risk: 'unavailable',
        why: 'the old Pods end before the new ones are ready, since Argo CD prunes before it creates; PruneLast=true on the old object turns that round.',
        source: SYNC,
      },
      'workload-removed': {
        kinds: 'Deployment DaemonSet StatefulSet argoproj.io/Rollout',
        field: WHOLE,
        shown: 'the object, removed',
        on: ['removed'],
        risk: 'unavailable',
        why: 'its Pods end, and nothing takes their place.',
      },
      'workload-added': {
        kinds: 'Deployment DaemonSet StatefulSet argoproj.io/Rollout',
        field: WHOLE,
        shown: 'the object, added',
        on: ['added'],
        risk: 'scale',
        why: 'new Pods need room on nodes, or a node more.',
      },
      'object-renamed': {
        kinds: '*',
        field: WHOLE,
        shown: 'any other object, renamed or moved',
        on: ['renamed', 'moved'],
        risk: 'replaced',
        why: 'it is not an update: Argo CD deletes the old object, and makes the new one.',
        source: SYNC,
        last: true,
      },
    },
  ),
  ...rowsOf(
    {
      kinds: 'CustomResourceDefinition',
      source: `${K8S}tasks/extend-kubernetes/custom-resources/custom-resource-definitions/`,
    },
    {
      'definition-schema': {
        field: /^spec\.versions\b/,
        shown: 'spec.versions of a CustomResourceDefinition',
        risk: 'unavailable',
        why: 'objects that exist are read as before, and the next write of one that the new schema refuses fails; a version that is stored cannot go.',
      },
    },
  ),
];
