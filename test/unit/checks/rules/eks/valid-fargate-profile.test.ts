import { check } from '../../../../../src/checks/engine/check';
import { validFargateProfile } from '../../../../../src/checks/rules/eks/valid-fargate-profile';
import { renderedObject } from '../../../../../src/model/rendered-object';
import { eksEnvironment } from '../../../../support/environment';
import { schemasOf } from '../../../../support/schemas';

const profiles = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    renderedObject(
      {
        apiVersion: 'eks.services.k8s.aws/v1alpha1',
        kind: 'FargateProfile',
        metadata: { name: `p${10 + index}`, namespace: 'ack-system' },
        spec: { name: `p${10 + index}`, selectors: [{ namespace: `n${index}` }] },
      },
      { environment: 'test', app: 'a' },
    ),
  );

function said(count: number): readonly string[] {
  const input = {
    environment: eksEnvironment(),
    objects: profiles(count),
    schemas: schemasOf('1.34'),
    appOwners: new Map(),
    environments: [],
  };
  return check(input, [validFargateProfile]).findings.map(({ severity, message }) => `${severity} ${message}`);
}

it('of Fargate profiles a cluster has ten, unless its account has more', () => {
  expect(said(10)).toEqual([]);
  expect(said(11)).toEqual([
    'warning FargateProfile.eks.services.k8s.aws ack-system/p20: it is one of 11 profiles. Unless AWS raised the quota of the account, a cluster has 10, and EKS refuses the rest.',
  ]);
});
