import { ignoredFieldsProblems } from '../../../src/load/ignored-fields';
import type { IgnoredFields } from '../../../src/model/ignored-fields';

const told = (fields: Partial<IgnoredFields>) =>
  ignoredFieldsProblems([{ group: 'apps', kind: 'Deployment', ...fields }]).map(
    ({ path, message }) => `${path}: ${message}`,
  );
const TOO_MUCH = 'is too much to ignore: what Git says of Deployment there would never be applied again.';
const NO_PATH = 'Argo CD then compares no object of the Application.';

describe('fields that Argo CD is to ignore', () => {
  it.each(['/', '/spec', '/spec/', '/metadata/name', '/metadata/namespace'])(
    '3.2 the pointer %s is too much',
    (pointer) => expect(told({ jsonPointers: [pointer] })).toEqual([`0,jsonPointers,0: "${pointer}" ${TOO_MUCH}`]),
  );

  it.each(['.', '.spec', '. ', '.metadata.name', '.[]'])('3.2 the jq path %j is too much', (path) =>
    expect(told({ jqPathExpressions: [path] })).toEqual([`0,jqPathExpressions,0: "${path}" ${TOO_MUCH}`]),
  );

  it.each([
    ['.[', '] is missing'],
    ['.spec.containers[', '] is missing'],
    ['.a["b]', 'a quote is not closed'],
    ['.a)', ') closes nothing'],
    ['.a[)', ') closes nothing'],
    ['/spec/replicas', 'it is a JSON pointer'],
    ['.spec.', 'it ends with a point'],
  ])('3.2 %j is not a jq path: %s', (path, why) =>
    expect(told({ jqPathExpressions: [path] })).toEqual([
      `0,jqPathExpressions,0: "${path}" is not a jq path: ${why}. ${NO_PATH}`,
    ]),
  );

  it('3.2 what Argo CD itself owns is too much', () =>
    expect(told({ managedFieldsManagers: ['kubectl', 'argocd-controller', 'argocd'] })).toEqual([
      `0,managedFieldsManagers,1: "argocd-controller" ${TOO_MUCH}`,
      `0,managedFieldsManagers,2: "argocd" ${TOO_MUCH}`,
    ]));

  it('what somebody else writes is taken', () =>
    expect(
      told({
        jsonPointers: ['/spec/replicas', '/metadata/annotations/a~1b'],
        jqPathExpressions: [
          '.spec.template.spec.containers[]?.env[]? | select(.name == "a)b") | .value',
          '.data."a.b"',
        ],
        managedFieldsManagers: ['kube-controller-manager'],
      }),
    ).toEqual([]));
});
