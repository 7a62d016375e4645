import type { Change } from '../../../src/model/change';
import type { Finding } from '../../../src/model/finding';

export const FINDING: Finding = {
  rule: 'eks/valid-ebs-access-mode',
  severity: 'error',
  environment: 'prod',
  app: 'reports',
  object: { group: '', kind: 'PersistentVolumeClaim', namespace: 'reports', name: 'cache' },
  field: 'spec.accessModes[0]',
  found: 'ReadWriteMany',
  wanted: 'ReadWriteOnce',
  message: 'it stays Pending.',
  fix: 'use `ReadWriteOnce`.',
  see: 'driver docs',
  construct: 'reports/cache/Claim',
  source: { file: 'apps/reports.ts', line: 14, column: 5 },
};

/** A finding about an object as a whole that no line of a user made. */
export const PLACELESS: Finding = {
  rule: FINDING.rule,
  severity: 'unknown',
  environment: 'prod',
  app: 'reports',
  object: { group: 'argoproj.io', kind: 'AppProject', namespace: 'argocd', name: 'prod-retail' },
  field: '',
  message: FINDING.message,
  fix: FINDING.fix,
  see: FINDING.see,
  construct: '',
};

const web = { group: 'apps', kind: 'Deployment', namespace: 'shop', name: 'web' };

export const CHANGES: readonly Change[] = [
  { environment: 'prod', app: 'shop', object: { ...web, name: 'old' }, kind: 'removed', field: '' },
  { environment: 'prod', app: 'shop', object: web, kind: 'changed', field: 'spec.replicas', before: 2, after: 3 },
  { environment: 'prod', app: 'shop', object: web, kind: 'changed', field: 'spec.paused', before: true },
  { environment: 'prod', app: 'tools', object: { ...web, name: 'new' }, kind: 'added', field: '' },
  { environment: 'staging', app: 'tools', object: { ...web, name: 'new' }, kind: 'added', field: '' },
];
