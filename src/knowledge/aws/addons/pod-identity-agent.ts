import type { AddOnRow } from './add-on';

/** Read on 2026-11-29. Its right is one of the role of nodes, so it takes no role of its own. */
export const POD_IDENTITY_AGENT: AddOnRow = {
  controller: 'podIdentityAgent',
  namespace: 'kube-system',
  serviceAccounts: [],
  permissions: {
    statements: [{ actions: ['eks-auth:AssumeRoleForPodIdentity'], resources: '*, in the role of the nodes' }],
    required: false,
  },
  autoMode: 'the agent',
  onlyEks: true,
  traps: [
    'Pods on Fargate have no agent: they take their role by IRSA.',
    'It does not start on a node whose IPv6 is turned off, unless its configuration turns IPv6 off as well.',
    'Nodes of a private network reach it only with a VPC endpoint for eks-auth.',
  ],
  forms: { eks: { owner: 'aws' } },
  see: ['https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html'],
};
