import { defineApp, EbsStorageClass, EfsStorageClass } from 'cdk8s-eks';

/** The classes that claims may name: `gp3` for a disk of one Pod, `efs-shared` for a folder of many. */
export default defineApp({
  name: 'platform-storage',
  owner: 'platform',
  skip: { local: 'a laptop’s cluster brings a storage class of its own' },
  charts(scope) {
    new EbsStorageClass(scope, 'gp3', { isDefault: true });
    new EfsStorageClass(scope, 'efs-shared', { fileSystem: 'shared' });
  },
});
