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
];
