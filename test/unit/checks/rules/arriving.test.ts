import { check } from '../../../../src/checks/engine/check';
import { noMissingNamespace } from '../../../../src/checks/rules/k8s/no-missing-namespace';
import { validPodSecurity } from '../../../../src/checks/rules/policy/valid-pod-security';
import type { EksEnvironment } from '../../../../src/model/environment';
import type { JsonObject } from '../../../../src/model/json';
import { renderedObject } from '../../../../src/model/rendered-object';
import { findingsText } from '../../../../src/report/text';
import { eksEnvironment } from '../../../support/environment';
import { schemasOf } from '../../../support/schemas';

const pod = (name: string, namespace: string, spec: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace },
  spec: { containers: [{ name: 'web', image: 'web:1' }], ...spec },
});
const namespaceWith = (name: string, labels: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels },
});
const DECLARED = [{ group: '', kind: 'Namespace', name: 'declared' }];

function judged(objects: readonly JsonObject[], own: Partial<EksEnvironment> = {}, arriving = true) {
  const rendered = objects.map((value) => renderedObject(value, { environment: 'test', app: '' }));
  const environment = eksEnvironment({ external: DECLARED, ...own });
  const input = { environment, objects: rendered, schemas: schemasOf('1.34'), appOwners: new Map(), environments: [] };
  return check(arriving ? { ...input, arriving: true } : input, [noMissingNamespace, validPodSecurity]).findings;
}
const said = (...given: Parameters<typeof judged>) =>
  judged(...given).map(({ rule, severity, object }) => `${severity} ${rule} ${object.namespace}/${object.name}`);

describe('7.2 a folder whose Namespace is made elsewhere', () => {
  it('7.2 is unknown once for each namespace, and its Pods are judged at the policy level', () => {
    const objects = ['a', 'b'].map((name) => pod(name, 'depot', { hostNetwork: true }));
    const baseline = judged(objects, { policyLevel: 'baseline' });
    expect(findingsText(baseline, { colour: false, fold: true })).toBe(
      `unknown k8s/no-missing-namespace: Pod depot/a: nothing says whether its namespace "depot" exists. Where it does not, the sync fails with "namespaces not found", at every retry, until the namespace is there.
  at test › Pod depot/a › metadata.namespace
  fix: add the Namespace to the folder, or declare it under \`external\` in environment.yaml where somebody else makes it.
  see: https://argo-cd.readthedocs.io/en/release-3.2/user-guide/sync-options/#create-namespace

error policy/valid-pod-security: Pod depot/a: the Pod shares its node’s namespace (\`hostNetwork\`), and namespace depot, which is made elsewhere, is taken to enforce this environment’s policy level "baseline": the server refuses it.
  at test › Pod depot/a › spec.hostNetwork
  also at test › Pod depot/b › spec.hostNetwork
  fix: remove \`hostNetwork\`.
  see: https://kubernetes.io/docs/concepts/security/pod-security-standards/
`,
    );
  });

  it('7.2 is judged as strictly as the environment', () => {
    const objects = [pod('a', 'depot')];
    expect(said(objects, { policyLevel: 'baseline' })).toEqual(['unknown k8s/no-missing-namespace depot/a']);
    expect(new Set(said(objects, { policyLevel: 'restricted' }))).toEqual(
      new Set(['unknown k8s/no-missing-namespace depot/a', 'error policy/valid-pod-security depot/a']),
    );
  });

  it('7.2 is known where the settings declare the Namespace, and its Pods are judged all the same', () => {
    expect(said([pod('a', 'declared', { hostPID: true })], { policyLevel: 'baseline' })).toEqual([
      'error policy/valid-pod-security declared/a',
    ]);
  });

  it('7.2 asks nothing of what the platform has, and what a rendered Namespace says stands', () => {
    const node = (namespace: string) => pod('a', namespace, { hostNetwork: true });
    expect(said(['default', 'kube-system', 'argocd'].map(node))).toEqual([]);
    const privileged = { 'pod-security.kubernetes.io/enforce': 'privileged' };
    expect(said([node('depot'), namespaceWith('depot', privileged)])).toEqual([]);
    expect(said([node('depot'), namespaceWith('depot', {})])).toEqual([]);
  });

  it('7.2 is an error of an app, which is all that its environment gets', () =>
    expect(said([pod('a', 'depot', { hostNetwork: true })], {}, false)).toEqual([
      'error k8s/no-missing-namespace depot/a',
    ]));
});

describe('a namespace that is missing to what apps render', () => {
  it('8.6 is told once, not once per object', () =>
    expect(
      said(
        ['a', 'b', 'c'].map((name) => pod(name, 'depot')),
        {},
        false,
      ).filter((text) => text.includes('no-missing-namespace')),
    ).toEqual(['error k8s/no-missing-namespace depot/a']));
});
