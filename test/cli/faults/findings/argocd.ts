import type { Finding } from './finding';

/** What Argo CD is given, and what it is told to leave alone. */
export const ARGOCD: readonly Finding[] = [
  {
    row: '3.1',
    promise:
      'For the EKS capability each project, root’s too, permits Applications in Argo CD’s own namespace, and in those the owner declares.',
    test: [
      'test/unit/gitops/project.test.ts',
      '3.1 permits Applications in Argo CD’s namespace, which the EKS capability does not permit by itself',
      '3.1 of a self-managed Argo CD names namespaces where the owner declares some',
    ],
    more: [
      [
        'test/unit/gitops/bootstrap.test.ts',
        '3.1 permits Applications in Argo CD’s namespace, which the EKS capability does not permit by itself',
      ],
    ],
  },
  {
    row: '3.3',
    promise: 'A hook Job whose delete policy leaves a failed or a finished one in the way of later syncs is a warning.',
    test: [
      'test/unit/checks/rules/findings.test.ts',
      '3.3 of a hook Job with the delete policy %s, a warning says that it stops every later sync: %i',
    ],
  },
  {
    row: '3.4',
    promise: 'A tracking label that names another Application is refused, as the tracking annotation is.',
    test: [
      'test/unit/checks/rules/policy/tracking-label.test.ts',
      '3.4 a common label that names another Application of the environment is refused, and no other value',
    ],
  },
];
