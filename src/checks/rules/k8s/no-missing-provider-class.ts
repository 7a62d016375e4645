import { SECRETS_STORE } from '../../../knowledge/kubernetes/secrets-store';
import { listAt, textAt } from '../../../model/json';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import { didYouMean } from '../../../model/suggest';
import type { PodRule } from '../../engine/rule';

const CLASS = { group: SECRETS_STORE.group, kind: 'SecretProviderClass' } as const;

export const noMissingProviderClass: PodRule = {
  id: 'k8s/no-missing-provider-class',
  severity: 'error',
  summary: 'The SecretProviderClass of a Pod’s volume exists in its namespace, and a container mounts the volume.',
  why: 'A Pod whose SecretProviderClass does not exist stays in ContainerCreating. A volume that no container mounts is never mounted at all: neither files nor Secrets come of it.',
  see: [
    'https://secrets-store-csi-driver.sigs.k8s.io/getting-started/usage',
    'https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret',
  ],
  checkPod(template, { index }, tell) {
    const namespace = template.owner.namespace ?? '';
    listAt(template.spec, 'volumes').forEach((volume, i) => {
      if (textAt(volume, 'csi', 'driver') !== SECRETS_STORE.driver) return;
      const path = [...template.path, 'spec', 'volumes', i];
      const attributes = ['csi', 'volumeAttributes', 'secretProviderClass'];
      const name = textAt(volume, ...attributes);
      if (name === undefined) {
        const what =
          'its volume names no SecretProviderClass. The driver refuses the mount, and Pods stay in ContainerCreating.';
        tell({ path: [...path, 'csi'], what, fix: 'set volumeAttributes.secretProviderClass.' });
        return;
      }
      if (!index.exists({ ...CLASS, namespace, name }))
        tell({
          path: [...path, ...attributes],
          found: name,
          what: `its volume is of SecretProviderClass "${name}", which namespace ${namespace} does not have. Its Pods stay in ContainerCreating.${didYouMean(name, index.names(CLASS.group, CLASS.kind, namespace))}`,
          fix: 'render the SecretProviderClass, or declare it under `external` in environment.yaml.',
        });
      const volumeName = textAt(volume, 'name') ?? '';
      if (!isMounted(template, volumeName))
        tell({
          path: [...path, 'name'],
          found: volumeName,
          what: `no container mounts its volume "${volumeName}", so the kubelet leaves it out: SecretProviderClass ${name} brings no files and makes no Secrets.`,
          fix: 'add a volumeMount to a container, or leave the volume out.',
        });
    });
  },
};

function isMounted(template: PodTemplate, volume: string): boolean {
  return containersOf(template).some(({ container }) =>
    listAt(container, 'volumeMounts').some((mount) => textAt(mount, 'name') === volume),
  );
}
