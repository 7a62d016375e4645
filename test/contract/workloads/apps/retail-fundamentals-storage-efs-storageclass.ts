import { defineApp, EfsStorageClass } from 'cdk8s-eks';

export default defineApp({
  name: 'storage',
  owner: 'platform',
  charts: (scope) => new EfsStorageClass(scope, 'efs-sc', { fileSystem: 'shared', directoryPerms: '700' }),
});
