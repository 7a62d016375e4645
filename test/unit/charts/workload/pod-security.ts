import { at, listAt, mapAt } from '../../../../src/model/json';

type Json = Parameters<typeof at>[0];

const VOLUMES = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);
const SELINUX = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t', 'container_engine_t']);

/**
 * What Pod Security *restricted* (and with it *baseline*) finds in a Pod, written from the standard and not from our code.
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 */
export function restrictedViolations(template: Json): readonly string[] {
  const spec = mapAt(template, 'spec');
  const found: string[] = [];
  const refuse = (wrong: boolean, what: string) => wrong && found.push(what);
  const pod = mapAt(spec, 'securityContext');
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) refuse(spec[field] === true, field);
  for (const volume of listAt(spec, 'volumes')) {
    const kinds = Object.keys(volume as object).filter((key) => key !== 'name');
    refuse(kinds.length !== 1 || !VOLUMES.has(kinds[0] ?? ''), `volume ${String(at(volume, 'name'))}: ${kinds}`);
  }
  refuse(listAt(pod, 'sysctls').length > 0, 'sysctls');
  contextViolations('Pod', pod, refuse);
  const lists = ['containers', 'initContainers', 'ephemeralContainers'];
  for (const container of lists.flatMap((list) => listAt(spec, list))) {
    const name = String(at(container, 'name'));
    const own = mapAt(container, 'securityContext');
    contextViolations(name, own, refuse);
    refuse(own['privileged'] === true, `${name}: privileged`);
    refuse(own['allowPrivilegeEscalation'] !== false, `${name}: allowPrivilegeEscalation`);
    refuse(!listAt(own, 'capabilities', 'drop').includes('ALL'), `${name}: capabilities.drop`);
    refuse(
      listAt(own, 'capabilities', 'add').some((one) => one !== 'NET_BIND_SERVICE'),
      `${name}: capabilities.add`,
    );
    refuse(!['Default', undefined].includes(own['procMount'] as string), `${name}: procMount`);
    refuse((own['runAsNonRoot'] ?? pod['runAsNonRoot']) !== true, `${name}: runAsNonRoot`);
    const seccomp = at(own, 'seccompProfile', 'type') ?? at(pod, 'seccompProfile', 'type');
    refuse(seccomp !== 'RuntimeDefault' && seccomp !== 'Localhost', `${name}: seccompProfile`);
    refuse(
      listAt(container, 'ports').some((port) => (at(port, 'hostPort') ?? 0) !== 0),
      `${name}: hostPort`,
    );
    for (const hook of ['readinessProbe', 'livenessProbe', 'startupProbe', 'lifecycle'])
      refuse(/"host":"./.test(JSON.stringify(mapAt(container, hook))), `${name}: ${hook}.host`);
  }
  return found;
}

/** What holds for the Pod's context and for each container's. */
function contextViolations(name: string, context: Json, refuse: (wrong: boolean, what: string) => void): void {
  refuse(at(context, 'runAsUser') === 0, `${name}: runAsUser`);
  refuse(at(context, 'runAsNonRoot') === false, `${name}: runAsNonRoot`);
  refuse(at(context, 'seccompProfile', 'type') === 'Unconfined', `${name}: seccompProfile`);
  refuse(at(context, 'appArmorProfile', 'type') === 'Unconfined', `${name}: appArmorProfile`);
  refuse(at(context, 'windowsOptions', 'hostProcess') === true, `${name}: hostProcess`);
  refuse(!SELINUX.has(String(at(context, 'seLinuxOptions', 'type') ?? '')), `${name}: seLinuxOptions.type`);
  for (const field of ['user', 'role'])
    refuse((at(context, 'seLinuxOptions', field) ?? '') !== '', `${name}: seLinuxOptions.${field}`);
}
