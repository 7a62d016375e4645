import type { Reading, Reason } from './compare';
import * as known from './own-reasons';

export interface Written extends Reading {
  /** Name of the original, and of our module unless `module` says another. */
  readonly original: string;
  readonly module?: string;
  /** Environment that it is rendered for. */
  readonly environment?: string;
  /** What holds for this workload alone. */
  readonly reasons?: readonly Reason[];
}

const GAME = {
  renamed: {
    'Deployment deployment-2048': 'game-2048',
    'Service service-2048': 'game-2048',
    'Ingress ingress-2048': 'game-2048',
  },
  reasons: [...known.GAME, ...known.LOAD_BALANCER],
};
const PODINFO = { module: 'podinfo', reasons: known.PODINFO };

/** Those beside the checkout, in `../shared/data/workloads`. */
export const PUBLISHED: readonly Written[] = [
  { original: 'game-2048', ...GAME },
  { original: 'game-2048-dualstack', ...GAME },
  { original: 'guestbook', namespace: 'guestbook', reasons: known.GUESTBOOK },
  { original: 'podinfo-dev', environment: 'dev', ...PODINFO },
  { original: 'podinfo-production', environment: 'production', ...PODINFO },
  { original: 'podinfo-staging', environment: 'staging', ...PODINFO },
  { original: 'retail-autoscaling-compute-karpenter-nodepool', reasons: known.KARPENTER },
  { original: 'retail-autoscaling-workloads-hpa', reasons: [...known.ROOT_PASSWORD, ...known.EMPTY, ...known.HPA] },
  { original: 'retail-base', reasons: [...known.ROOT_PASSWORD, ...known.EMPTY] },
  {
    original: 'retail-exposing-ingress-creating-ingress',
    reasons: [...known.LOAD_BALANCER, ...known.INBOUND],
  },
  {
    original: 'retail-exposing-ingress-multiple-ingress',
    reasons: [...known.LOAD_BALANCER, ...known.INBOUND],
  },
  { original: 'retail-exposing-load-balancer-ip-mode', reasons: known.NLB },
  { original: 'retail-exposing-load-balancer-nlb', reasons: known.NLB },
  { original: 'retail-fundamentals-affinity-checkout', reasons: known.AFFINITY },
  { original: 'retail-fundamentals-fargate-enabling' },
  { original: 'retail-fundamentals-fargate-sizing' },
  { original: 'retail-fundamentals-storage-ebs', reasons: [...known.ROOT_PASSWORD, ...known.CLAIM_TEMPLATE] },
  { original: 'retail-fundamentals-storage-efs-deployment', reasons: known.ORDER },
  { original: 'retail-fundamentals-storage-efs-storageclass', reasons: known.EFS_CLASS },
  {
    original: 'retail-networking-securitygroups-for-pods-rds',
    reasons: [...known.ROOT_PASSWORD, ...known.NLB, ...known.RDS],
  },
  {
    original: 'retail-security-cam-rbac',
    renamed: { 'RoleBinding carts-team-role-binding': 'carts-team-role' },
    reasons: known.RBAC,
  },
  { original: 'retail-security-irsa-dynamo', reasons: known.TABLE },
  { original: 'retail-security-irsa-service-account', reasons: [...known.TABLE, ...known.IRSA] },
];

/** Kinds of workload that public examples show, written anew in `originals/`. */
export const CHOSEN: readonly Written[] = [
  { original: 'cassandra', reasons: known.CASSANDRA },
  { original: 'external-dns', reasons: known.API_CALLS },
  { original: 'indexed-job' },
  { original: 'log-collector' },
  { original: 'node-exporter', reasons: known.NODE_EXPORTER },
  { original: 'queue-worker' },
  { original: 'php-apache' },
  { original: 'snapshot-restore' },
  { original: 'spot-pool', reasons: known.SPOT },
  { original: 'team-namespace', renamed: { 'RoleBinding payments-edit': 'team-edit' }, reasons: known.TEAM },
  { original: 'wordpress' },
  {
    original: 'zookeeper',
    renamed: { 'Service zk-hs': 'zk', 'Service zk-cs': 'zk-cs', 'PodDisruptionBudget zk-pdb': 'zk' },
    reasons: known.ZOOKEEPER,
  },
];
