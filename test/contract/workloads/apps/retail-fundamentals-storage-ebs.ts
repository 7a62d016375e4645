import { defineApp } from 'cdk8s-eks';
import { catalog, mysql } from './retail/catalog';

export default defineApp({
  name: 'catalog',
  owner: 'retail',
  charts(scope) {
    mysql(catalog(scope, 'catalog-mysql-ebs:3306'), 'catalog-mysql-ebs', {
      claims: [{ name: 'data', size: '30Gi', storageClass: { storageClassName: 'ebs-csi-default-sc' } }],
      mounts: [{ path: '/var/lib/mysql', claimTemplate: 'data' }],
    });
  },
});
