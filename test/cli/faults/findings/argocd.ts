import type { Finding } from './finding';

/** What Argo CD is given, and what it is told to leave alone. */
export const ARGOCD: readonly Finding[] = [
  {
    row: '3.1',
    promise:
      'For the EKS capability each project, root’s too, permits Applications in Argo CD’s own namespace, and of a self-managed Argo CD in those the owner declares. What the capability cannot do is refused (`eks/valid-argocd-capability`, and the settings).',
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
      [
        'test/unit/checks/rules/eks/valid-argocd-capability.test.ts',
        '3.1 says nothing of what is rendered for it',
        '3.1 a name beside a server, and an ARN that is not of a cluster, are refused',
        '3.1 sourceNamespaces permit the one namespace by %s',
        '3.1 sourceNamespaces do not permit the one namespace by %s',
        '3.1 destinations of a project may be patterns, and an address is refused in one too',
        '3.1 templates of an ApplicationSet, and what its generators fill in, are judged',
      ],
    ],
  },
  {
    row: '3.1a',
    promise:
      'With the EKS capability, an app of more objects than it takes, and more Applications than root may hold, are errors with the way to split, and warnings from nine tenths on.',
    test: [
      'test/unit/checks/rules/eks/valid-argocd-capability.test.ts',
      '3.1a takes 150 objects in one Application, and warns from 135 on',
      '3.1a takes 150 Applications and projects in root, and warns from 135 on',
      '3.1a has no such limits where Argo CD is self-managed',
    ],
  },
  {
    row: '3.2',
    promise:
      'What an autoscaler or a Rollout of an app writes, the settings and `defineApp` beside it, is neither shown as a difference nor undone; a path whose action a Rollout writes needs none in Git, and may begin with one.',
    test: [
      'test/unit/gitops/ignored-fields.test.ts',
      '3.2 the number of Pods is that of %s',
      '3.2 a Rollout that an autoscaler scales keeps its number too',
      '3.2 the weights of a canary are the Rollout’s, in the action of its stable or its root Service',
      '3.2 routes by header are the Rollout’s, and so is another prefix of the annotations',
      '3.2 which Pods a Service of a Rollout selects is the Rollout’s',
      '3.2 leaves alone what others write, by the settings and by the app, and says so once',
      '3.2 has no such list where nobody else writes',
    ],
    more: [
      [
        'test/unit/load/app-gitops.test.ts',
        '3.2 is refused with %s',
        '3.2 all that is wrong with it is told at once',
        '3.2 %j is a pattern, as Argo CD reads it',
        '3.2 a pattern that no kind of its group matches, or that ignores all, is refused',
      ],
      [
        'test/unit/checks/rules/autoscalers.test.ts',
        '3.2 is told what is true of it: Argo CD leaves the number alone, and others set it back',
      ],
      [
        'test/unit/checks/rules/rollout-target.test.ts',
        '3.2 a canary Service, a stable Service and an Ingress that nobody renders are told',
        '3.2 what `external` lists is there, and what an operator may make is unknown',
        '3.2 every field in which a Rollout names an object is read',
      ],
      ['test/cli/sandbox.test.ts', '3.2 renders, finds, delivers and places the same as without it'],
      [
        'test/unit/load/ignored-fields.test.ts',
        '3.2 the pointer %s is too much',
        '3.2 the jq path %j is too much',
        '3.2 %j is not a jq path: %s',
        '3.2 what Argo CD itself owns is too much',
      ],
      ['test/unit/charts/alb/alb-findings.test.ts', '3.2 needs no action in Git, and keeps one that it starts with'],
      [
        'test/contract/cluster/scenarios/ignored.ts',
        '3.2 leaves the weights of a canary alone, in self-heal and in a sync that changes the same Ingress',
      ],
    ],
  },
  {
    row: '3.2a',
    promise:
      'What a commit replaces is deleted after what takes its place is ready: Applications prune last unless the settings say otherwise, and immutable configuration always.',
    test: [
      'test/unit/gitops/sync-annotations.test.ts',
      '3.2a an immutable %s is deleted last, whatever the Application says',
      '3.2a the hashed configuration of a construct is such an object',
    ],
    more: [
      ['test/unit/gitops/application.test.ts', '3.2a deletes last, unless the settings say otherwise'],
      [
        'test/unit/gitops/bootstrap.test.ts',
        '3.2a does not delete last: an Application goes before the project that it stands in',
      ],
      [
        'test/contract/cluster/scenarios/rollout.ts',
        '3.2a keeps the old configuration until the last Pod that reads it has been replaced',
        '3.2a keeps a renamed workload until the new one is available',
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
      '3.4 a common label that names the Application of another environment is told',
    ],
  },
];
