import { defineApp, VolumeClaim } from 'cdk8s-eks';
import { ui } from './retail/ui';

export default defineApp({
  name: 'ui',
  owner: 'retail',
  charts: (scope) =>
    ui(scope, (chart) => {
      const claim = new VolumeClaim(chart, 'efs-claim', {
        storageClass: 'efs-sc',
        accessMode: 'ReadWriteMany',
        size: '5Gi',
      });
      return {
        replicas: 2,
        env: { RETAIL_UI_PRODUCT_IMAGES_PATH: '/efs' },
        mounts: [{ path: '/efs', name: 'efsvolume', claim }],
      };
    }),
});
