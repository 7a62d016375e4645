import { at, type FieldPath, isJsonObject, listAt } from '../../model/json';
import { containersOf, type PodTemplate } from '../../model/pod-spec';

/** Volumes that clone a repository. */
export function gitRepoVolumes({ path, spec }: PodTemplate): readonly FieldPath[] {
  return listAt(spec, 'volumes').flatMap((volume, index) =>
    isJsonObject(at(volume, 'gitRepo')) ? [[...path, 'spec', 'volumes', index, 'gitRepo']] : [],
  );
}

/** SELinux options of Pods with a volume that others may mount, where nobody decided how it is labelled. */
export function seLinuxMounts(template: PodTemplate): readonly FieldPath[] {
  const { spec } = template;
  const shares = listAt(spec, 'volumes').some((volume) =>
    ['persistentVolumeClaim', 'ephemeral', 'csi'].some((kind) => isJsonObject(at(volume, kind))),
  );
  if (!shares || at(spec, 'securityContext', 'seLinuxChangePolicy') !== undefined) return [];
  return securityFields(template, 'seLinuxOptions');
}

/** By the field, and by the annotation of the time before it. */
export function appArmorProfiles(template: PodTemplate): readonly FieldPath[] {
  const keys = Object.keys(template.annotations).filter((key) => key.startsWith(APP_ARMOR));
  return [
    ...keys.map((key) => [...template.path, 'metadata', 'annotations', key]),
    ...securityFields(template, 'appArmorProfile'),
  ];
}

const APP_ARMOR = 'container.apparmor.security.beta.kubernetes.io/';

/** A field of the security context of the Pod or of its containers. */
function securityFields(template: PodTemplate, field: string): readonly FieldPath[] {
  const { path, spec } = template;
  const own = isJsonObject(at(spec, 'securityContext', field)) ? [[...path, 'spec', 'securityContext', field]] : [];
  const ofContainers = containersOf(template).flatMap(({ container, path: here }) =>
    isJsonObject(at(container, 'securityContext', field)) ? [[...here, 'securityContext', field]] : [],
  );
  return [...own, ...ofContainers];
}
