import { wrongImage } from '../../../grammar/image';
import { at, type FieldPath, type JsonObject, listAt, textAt } from '../../../model/json';
import { containersOf } from '../../../model/pod-spec';
import type { PodRule, Tell } from '../../engine/rule';
import { refusalOf } from '../../reads/pod-refusal';

export const validContainer: PodRule = {
  id: 'k8s/valid-container',
  severity: 'error',
  summary: 'A container’s image, port names and security settings do not contradict each other.',
  why: 'The schema takes each field by itself; the server also refuses fields that contradict each other. The sync fails, or the Pods are never created.',
  see: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/security-context/',
    'https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/',
    'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go',
  ],
  checkPod(template, { schemas }, tell) {
    const refused = refusalOf(template, schemas.kubernetesVersion);
    for (const { container, path, init } of containersOf(template)) {
      image(container, path, template.owner.kind, refused, tell);
      portNames(container, path, refused, tell);
      security(container, path, template.spec['hostUsers'] === false, refused, tell);
      if (init) initOnly(container, path, refused, tell);
    }
  },
};

/** A template may hold what no Pod may: white space around an image is refused late. */
function image(container: JsonObject, path: FieldPath, kind: string, refused: string, tell: Tell): void {
  const text = container['image'];
  if (typeof text !== 'string') return;
  if (text !== '' && text.trim() === text) return reference(text, String(container['name']), path, tell);
  const late = text !== '' && kind !== 'Pod';
  tell({
    path: [...path, 'image'],
    found: text,
    what: `container "${String(container['name'])}" has ${text === '' ? 'an empty image' : 'white space around its image'}, so ${late ? `the server takes the ${kind} and refuses every Pod of it` : refused}.`,
    fix: 'correct the image.',
  });
}

/** The server takes any text; the kubelet does not. */
function reference(text: string, name: string, path: FieldPath, tell: Tell): void {
  const wrong = wrongImage(text);
  if (wrong === undefined) return;
  tell({
    path: [...path, 'image'],
    found: text,
    wanted: 'host/path:tag or host/path:tag@sha256:<64 hex digits>',
    what: `no runtime can read the image "${text}" of container "${name}": ${wrong}. Its Pods stay in InvalidImageName.`,
    fix: 'correct the image.',
  });
}

function portNames(container: JsonObject, path: FieldPath, refused: string, tell: Tell): void {
  const ports = listAt(container, 'ports');
  if (ports.length < 2) return;
  const names = new Set<string>();
  ports.forEach((port, i) => {
    const name = textAt(port, 'name') ?? '';
    if (name !== '' && names.has(name))
      tell({
        path: [...path, 'ports', i, 'name'],
        found: name,
        what: `container "${String(container['name'])}" calls two ports "${name}", so ${refused}.`,
        fix: 'rename one of them.',
      });
    names.add(name);
  });
}

function security(container: JsonObject, path: FieldPath, ownUsers: boolean, refused: string, tell: Tell): void {
  const context = container['securityContext'];
  if (context === undefined) return;
  if (at(context, 'allowPrivilegeEscalation') === false) {
    const admin = listAt(context, 'capabilities', 'add').includes('CAP_SYS_ADMIN');
    if (at(context, 'privileged') === true || admin)
      tell({
        path: [...path, 'securityContext', 'allowPrivilegeEscalation'],
        found: 'false',
        what: `container "${String(container['name'])}" is given ${admin ? 'CAP_SYS_ADMIN' : '`privileged`'} and denied to gain privileges, so ${refused}.`,
        fix: 'remove the privilege.',
      });
  }
  if (!ownUsers && at(context, 'procMount') === 'Unmasked')
    tell({
      path: [...path, 'securityContext', 'procMount'],
      found: 'Unmasked',
      what: `container "${String(container['name'])}" would see all of its node’s /proc; only a Pod with \`hostUsers: false\` may, so ${refused}.`,
      fix: 'remove `procMount`, or set `hostUsers: false`.',
    });
  for (const field of ['seccompProfile', 'appArmorProfile'])
    localProfile(at(context, field), [...path, 'securityContext', field], refused, tell);
}

/** A profile of the node is named; the others have no name. */
export function localProfile(profile: unknown, path: FieldPath, refused: string, tell: Tell): void {
  if (profile === undefined) return;
  const name = textAt(profile, 'localhostProfile') ?? '';
  const local = at(profile, 'type') === 'Localhost';
  if (local === (name !== '')) return;
  tell({
    path: [...path, 'localhostProfile'],
    found: name === '' ? 'nothing' : name,
    what: local
      ? `a profile of type Localhost needs its name, so ${refused}.`
      : `only a profile of type Localhost has a name, so ${refused}.`,
    fix: local ? 'set `localhostProfile`.' : 'remove `localhostProfile`, or use `type: Localhost`.',
  });
}

/** An init container that ends has nothing to be probed, and no hooks. */
function initOnly(container: JsonObject, path: FieldPath, refused: string, tell: Tell): void {
  if (container['restartPolicy'] === 'Always') return;
  for (const field of ['lifecycle', 'livenessProbe', 'readinessProbe', 'startupProbe']) {
    if (container[field] === undefined) continue;
    tell({
      path: [...path, field],
      what: `init container "${String(container['name'])}" runs once, so it has no \`${field}\`, and ${refused}.`,
      fix: `remove \`${field}\`, or make it a sidecar with \`restartPolicy: Always\`.`,
    });
  }
}
