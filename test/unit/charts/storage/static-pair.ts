export const labels = { 'app.kubernetes.io/managed-by': 'cdk8s-eks', 'app.kubernetes.io/part-of': 'shop' };

/** The pair that a volume named `data` is, in namespace `shop`. */
export function staticPair(mode: string, size: string, csi: object, volume: object = {}) {
  return {
    'PersistentVolumeClaim data': {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'data', namespace: 'shop', labels },
      spec: {
        accessModes: [mode],
        resources: { requests: { storage: size } },
        storageClassName: '',
        volumeName: 'shop-data',
      },
    },
    'PersistentVolume shop-data': {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'shop-data', labels },
      spec: {
        accessModes: [mode],
        capacity: { storage: size },
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'data' },
        csi,
        persistentVolumeReclaimPolicy: 'Retain',
        storageClassName: '',
        ...volume,
      },
    },
  };
}
