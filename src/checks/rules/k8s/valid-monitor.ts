import { wrongTimeout } from '../../../knowledge/kubernetes/prometheus-operator';
import { describeIdentity } from '../../../model/identity';
import { at, type FieldPath, type JsonValue, listAt, mapAt, textAt } from '../../../model/json';
import { containersOf, type PodTemplate } from '../../../model/pod-spec';
import type { RenderedObject } from '../../../model/rendered-object';
import { didYouMean } from '../../../model/suggest';
import { matchesSelector } from '../../engine/object-index';
import type { CheckContext, ObjectRule, RuleFinding } from '../../engine/rule';
import { operatorPods, strangerIn } from '../../reads/operator-objects';

const GROUP = 'monitoring.coreos.com';
const NO_TARGET = 'Prometheus finds no target, and tells nobody';

export const validMonitor: ObjectRule = {
  id: 'k8s/valid-monitor',
  severity: 'error',
  summary: 'A ServiceMonitor selects a Service and a PodMonitor Pods, and the port that is scraped is one of theirs.',
  why: 'A monitor that selects nothing, or names a port that is not there, is valid: Prometheus has no target for it and no error, and alerts on its metrics never fire.',
  see: [
    'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.ServiceMonitor',
    'https://prometheus-operator.dev/docs/api-reference/api/#monitoring.coreos.com/v1.PodMonitor',
  ],
  kinds: [`${GROUP}/ServiceMonitor`, `${GROUP}/PodMonitor`],
  check(object, context, tell) {
    for (const one of judgeTimeouts(object)) tell(one);
    const namespaces = namespacesOf(object);
    // Of what it selects in namespaces that nobody names here, nothing is known.
    if (namespaces === undefined) return;
    const ports =
      object.kind === 'ServiceMonitor'
        ? servicePorts(object, namespaces, context)
        : podPorts(object, namespaces, context);
    const found = ports === undefined ? nothing(object, namespaces, context) : judgePorts(object, ports);
    for (const one of found) tell(one);
  },
};

/** Undefined where it selects in all of them. */
function namespacesOf({ value, namespace = '' }: RenderedObject): readonly string[] | undefined {
  const selector = at(value, 'spec', 'namespaceSelector');
  if (at(selector, 'any') === true) return undefined;
  const names = listAt(selector, 'matchNames').filter((name) => typeof name === 'string');
  return names.length === 0 ? [namespace] : names;
}

/** What can be scraped, by the name of its owner; undefined where nothing is selected. */
type Ports = readonly { readonly owner: RenderedObject; readonly names: readonly string[] }[] | undefined;

function servicePorts({ value }: RenderedObject, namespaces: readonly string[], { index }: CheckContext): Ports {
  const selector = at(value, 'spec', 'selector');
  const found = namespaces
    .flatMap((namespace) => index.inNamespace('', 'Service', namespace))
    .filter((service) => matchesSelector(selector, mapAt(service.value, 'metadata', 'labels')));
  if (found.length === 0) return undefined;
  return found.map((owner) => ({ owner, names: namesIn(listAt(owner.value, 'spec', 'ports')) }));
}

function podPorts({ value }: RenderedObject, namespaces: readonly string[], { index }: CheckContext): Ports {
  const selector = at(value, 'spec', 'selector');
  const found = namespaces
    .flatMap((namespace) => index.templatesIn(namespace))
    .filter(({ labels }) => matchesSelector(selector, labels));
  if (found.length === 0) return undefined;
  return found.map((template) => ({ owner: template.owner, names: portsOf(template) }));
}

function portsOf(template: PodTemplate): readonly string[] {
  return containersOf(template).flatMap(({ container }) => namesIn(listAt(container, 'ports')));
}

function namesIn(ports: readonly JsonValue[]): readonly string[] {
  return ports.flatMap((port) => textAt(port, 'name') ?? []);
}

function nothing(object: RenderedObject, namespaces: readonly string[], context: CheckContext): readonly RuleFinding[] {
  const path = ['spec', 'selector'];
  const what = object.kind === 'ServiceMonitor' ? 'Service' : 'Pod';
  const where = `${namespaces.length === 1 ? 'namespace' : 'the namespaces'} ${namespaces.join(', ')}`;
  const maker = makerOf(object, namespaces, context);
  if (maker === 'made') return [];
  if (maker !== undefined)
    return [
      {
        path,
        severity: 'unknown',
        what: `it selects no ${what} of ${where} that is rendered, unless ${describeIdentity(maker)} makes some: which labels those have is not known here.`,
        fix: 'compare the selector with the labels that its controller gives.',
      },
    ];
  if (!renders(object, namespaces, context))
    return [
      {
        path,
        severity: 'unknown',
        what: `it selects a ${what} of ${where}, of which nothing is rendered: whether it is there is not known here.`,
        fix: 'compare the selector with the labels of what is installed there.',
      },
    ];
  const labels = mapAt(object.value, 'spec', 'selector', 'matchLabels');
  const shown = Object.entries(labels).map(([key, value]) => `${key}=${String(value)}`);
  return [
    {
      path,
      ...(shown.length === 0 ? {} : { found: shown.join(',') }),
      what: `${shown.length === 0 ? `its selector matches no ${what} of ${where}` : `it selects ${shown.join(',')}, which no ${what} of ${where} carries`}: ${NO_TARGET}.`,
      fix: `select the labels of a ${what}, or name its namespace in namespaceSelector.matchNames.`,
    },
  ];
}

/** Whether anything of the kind that it selects is rendered where it looks. */
function renders({ kind }: RenderedObject, namespaces: readonly string[], { index }: CheckContext): boolean {
  return namespaces.some((namespace) =>
    kind === 'ServiceMonitor'
      ? index.inNamespace('', 'Service', namespace).length > 0
      : index.templatesIn(namespace).length > 0,
  );
}

/** An operator that makes what is selected, or may. */
function makerOf(
  object: RenderedObject,
  namespaces: readonly string[],
  context: CheckContext,
): RenderedObject | 'made' | undefined {
  for (const namespace of namespaces) {
    if (object.kind === 'ServiceMonitor') {
      const stranger = strangerIn(namespace, context);
      if (stranger !== undefined) return stranger;
      continue;
    }
    const made = operatorPods(namespace, mapAt(object.value, 'spec', 'selector', 'matchLabels'), context);
    if (made === 'made') return 'made';
    if (made !== 'none') return made.perhapsOf;
  }
  return undefined;
}

function endpointsOf({ kind }: RenderedObject): string {
  return kind === 'ServiceMonitor' ? 'endpoints' : 'podMetricsEndpoints';
}

function judgeTimeouts(object: RenderedObject): readonly RuleFinding[] {
  const list = endpointsOf(object);
  return listAt(object.value, 'spec', list).flatMap((endpoint, i): readonly RuleFinding[] => {
    const found = textAt(endpoint, 'scrapeTimeout');
    const what = wrongTimeout(textAt(endpoint, 'interval'), found);
    if (what === undefined || found === undefined) return [];
    return [{ path: ['spec', list, i, 'scrapeTimeout'], found, what, fix: 'shorten it.' }];
  });
}

function judgePorts(object: RenderedObject, ports: NonNullable<Ports>): readonly RuleFinding[] {
  const list = endpointsOf(object);
  const known = [...new Set(ports.flatMap(({ names }) => names))];
  const owners = ports.map(({ owner }) => describeIdentity(owner)).join(', ');
  return listAt(object.value, 'spec', list).flatMap((endpoint, i): readonly RuleFinding[] => {
    const found = textAt(endpoint, 'port');
    if (found === undefined || known.includes(found)) return [];
    const path: FieldPath = ['spec', list, i, 'port'];
    const what = `it scrapes port "${found}", which ${owners} ${ports.length === 1 ? 'does' : 'do'} not have by that name: ${NO_TARGET}.${didYouMean(found, known)}`;
    const fix = known.length === 0 ? 'give the port a name.' : `name one of its ports: ${known.join(', ')}.`;
    return [{ path, found, what, fix }];
  });
}
