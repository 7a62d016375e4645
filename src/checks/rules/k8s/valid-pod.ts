import { DNS_LABEL, wrongDnsLabel } from '../../../grammar/dns';
import { wordsOf } from '../../../grammar/spelling';
import { judgePodClaims } from '../../../model/devices/judge-pod-claims';
import { at, listAt, textAt } from '../../../model/json';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import { judgeHostPorts } from '../../../model/pods/judge-host-ports';
import { judgePodFields } from '../../../model/pods/judge-pod-fields';
import type { PodRule, Tell } from '../../engine/rule';
import { refusalOf } from '../../reads/pod-refusal';

const CONTROLLERS = new Set(['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet', 'ReplicationController']);
const RUN_TO_END = new Set(['Job', 'CronJob', 'ScaledJob']);

export const validPod: PodRule = {
  id: 'k8s/valid-pod',
  severity: 'error',
  summary:
    'A Pod’s restart policy, deadline, names, claims of devices and DNS settings are ones the server takes from its owner.',
  why: 'The server asks more of a Pod than its schema says, depending on the kind that makes it. It refuses the workload, or takes it and refuses every Pod.',
  see: [
    'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy',
    'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config',
    'https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/apis/core/validation/validation.go',
  ],
  checkPod(template, { schemas }, tell) {
    const refused = refusalOf(template, schemas.kubernetesVersion);
    restartPolicy(template, tell);
    deadline(template, tell);
    containerNames(template, refused, tell);
    network(template, refused, tell);
    for (const one of judgePodClaims(template.spec)) tell({ ...one, path: [...template.path, 'spec', ...one.path] });
    for (const said of judgePodFields(template.spec, refused))
      tell({ ...said, path: [...template.path, 'spec', ...said.path] });
    for (const said of judgeHostPorts(template, refused)) tell(said);
  },
};

/** Read by the server even where it does not read the rest of the template. */
function restartPolicy(template: PodTemplate, tell: Tell): void {
  const { owner, spec, path } = template;
  const policy = spec['restartPolicy'];
  const here = { path: [...path, 'spec', 'restartPolicy'], found: String(policy ?? 'nothing') };
  if (CONTROLLERS.has(owner.kind) && policy !== undefined && policy !== 'Always') {
    tell({
      ...here,
      wanted: 'Always',
      what: `restart policy ${String(policy)} is for Jobs; a ${owner.kind} restarts its Pods always, so the server refuses the ${owner.kind}.`,
      fix: 'remove `restartPolicy`.',
    });
  } else if (RUN_TO_END.has(owner.kind) && policy !== 'OnFailure' && policy !== 'Never') {
    tell({
      ...here,
      wanted: 'OnFailure or Never',
      what: `its Pods would restart for ever (\`restartPolicy\` is ${policy === undefined ? 'left out, which means Always' : String(policy)}), so the server refuses ${owner.kind === 'ScaledJob' ? 'each Job that KEDA makes' : `the ${owner.kind}`}.`,
      fix: 'set `restartPolicy: OnFailure`, or `Never`.',
    });
  }
}

function deadline(template: PodTemplate, tell: Tell): void {
  const { owner, spec, path } = template;
  if (!CONTROLLERS.has(owner.kind) || owner.kind === 'ReplicationController') return;
  const seconds = spec['activeDeadlineSeconds'];
  if (seconds === undefined) return;
  tell({
    path: [...path, 'spec', 'activeDeadlineSeconds'],
    found: String(seconds),
    what: `only Jobs and plain Pods may end after a time, so the server refuses the ${owner.kind}.`,
    fix: 'remove `activeDeadlineSeconds`.',
  });
}

/** The schema sees each list by itself; a name counts for all of them. */
function containerNames(template: PodTemplate, refused: string, tell: Tell): void {
  const { spec, path } = template;
  const names = new Set<unknown>();
  for (const { container, init, path: here } of containersOf(template)) {
    const name = container['name'];
    if (!init) names.add(name);
    else if (names.has(name))
      tell({
        path: [...here, 'name'],
        found: String(name),
        what: `a container and an init container are both called "${String(name)}", so ${refused}.`,
        fix: 'rename one of them.',
      });
  }
  if (listAt(spec, 'ephemeralContainers').length > 0)
    tell({
      path: [...path, 'spec', 'ephemeralContainers'],
      what: `ephemeral containers are only added to running Pods, by \`kubectl debug\`, so ${refused}.`,
      fix: 'remove `ephemeralContainers`.',
    });
}

function network(template: PodTemplate, refused: string, tell: Tell): void {
  const { spec, path } = template;
  const nameservers = listAt(spec, 'dnsConfig', 'nameservers');
  if (spec['dnsPolicy'] === 'None' && nameservers.length === 0)
    tell({
      path: [...path, 'spec', 'dnsConfig', 'nameservers'],
      found: 'nothing',
      what: `DNS policy None leaves the Pod without any name server, so ${refused}.`,
      fix: 'list `dnsConfig.nameservers`, or remove `dnsPolicy`.',
    });
  if (nameservers.length > 3)
    tell({
      path: [...path, 'spec', 'dnsConfig', 'nameservers'],
      found: `${nameservers.length} name servers`,
      wanted: 'at most 3',
      what: `a Pod takes at most 3 name servers, so ${refused}.`,
      fix: 'keep three.',
    });
  for (const field of ['hostname', 'subdomain']) {
    const name = textAt(spec, field);
    if (name === undefined || name === '' || wrongDnsLabel(name) === undefined) continue;
    tell({
      path: [...path, 'spec', field],
      found: name,
      wanted: wordsOf(DNS_LABEL),
      what: `no Pod can have the ${field} "${name}" (${wordsOf(DNS_LABEL)}), so ${refused}.`,
      fix: 'respell it.',
    });
  }
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    if (spec['hostUsers'] !== false || spec[field] !== true) continue;
    tell({
      path: [...path, 'spec', field],
      found: 'true',
      what: `a Pod with users of its own (\`hostUsers: false\`) cannot share its node’s namespace (\`${field}\`), so ${refused}.`,
      fix: `remove \`${field}\`, or \`hostUsers\`.`,
    });
  }
  if (spec['hostNetwork'] !== true) return;
  for (const { container, path: here } of containersOf(template)) {
    listAt(container, 'ports').forEach((port, i) => {
      const hostPort = at(port, 'hostPort');
      const containerPort = at(port, 'containerPort');
      if (hostPort === undefined || hostPort === 0 || hostPort === containerPort) return;
      tell({
        path: [...here, 'ports', i, 'hostPort'],
        found: String(hostPort),
        wanted: String(containerPort),
        what: `on its node’s network a container’s port ${String(containerPort)} cannot be port ${String(hostPort)} of the node, so ${refused}.`,
        fix: 'remove `hostPort`.',
      });
    });
  }
}
