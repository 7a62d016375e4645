import { type Plant, withObjects } from './plant';
import { object } from './world';

const attributes = (apiVersion: string) => object(apiVersion, 'VolumeAttributesClass', {}, { namespace: undefined });

/** Previews whose stable version is served. */
export const API_PLANTS: readonly Plant[] = [
  {
    what: 'a preview that a later step drops',
    from: '1.33',
    to: '1.37',
    change: withObjects(attributes('storage.k8s.io/v1beta1')),
    found: ['changes 1.34 VolumeAttributesClass web'],
  },
  {
    what: 'a preview that every step serves, and whose stable version is older than the way',
    from: '1.34',
    to: '1.36',
    change: withObjects(attributes('storage.k8s.io/v1beta1')),
    found: ['changes 1.35 VolumeAttributesClass web'],
  },
  {
    what: 'a preview without a stable version',
    from: '1.33',
    to: '1.37',
    change: withObjects(object('coordination.k8s.io/v1beta1', 'LeaseCandidate')),
    found: [],
  },
  {
    what: 'the stable version, and a kind of somebody else',
    from: '1.33',
    to: '1.37',
    change: withObjects(attributes('storage.k8s.io/v1'), object('shop.example.com/v1beta1', 'Gate')),
    found: [],
  },
];
