import type { AnyAnnotation } from '../../../knowledge/aws/annotation';
import {
  NLB_KEYS,
  NLB_PREFIX,
  nlbAnnotation,
  SOURCE_RANGES,
  SOURCE_RANGES_ANNOTATION,
} from '../../../knowledge/aws/nlb-annotations';
import { at, listAt } from '../../../model/json';
import { didYouMean } from '../../../model/suggest';
import type { ObjectRule, Tell } from '../../engine/rule';
import { type LoadBalancerService, loadBalancerService } from '../../reads/nlb-service';

/** No value of a Service's annotation hangs on another. */
const NO_SIBLINGS = () => undefined;
const STOPS = 'the controller stops there (FailedBuildModel), and the Service gets no load balancer';

export const validNlbAnnotation: ObjectRule = {
  id: 'eks/valid-nlb-annotation',
  severity: 'error',
  summary: 'The annotations of a Network Load Balancer are ones its controller reads, and go together.',
  why: 'The controller ignores a misspelt key and some wrong values without an event. At other values it stops, and the Service gets no load balancer.',
  see: ['https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/service/annotations/'],
  kinds: ['Service'],
  check(object, _context, tell) {
    const service = loadBalancerService(object);
    if (service === undefined || !service.isNlb) return;
    keysAndValues(service, tell);
    addresses(service, tell);
    securePorts(service, tell);
    nodePorts(service, tell);
  },
};

const pathOf = (key: string) => ['metadata', 'annotations', `${NLB_PREFIX}${key}`];

const textOf = ({ annotations }: LoadBalancerService, key: string) => {
  const value = annotations[`${NLB_PREFIX}${key}`];
  return value === undefined ? undefined : String(value);
};

const listOf = (text: string | undefined) => (text ?? '').split(',').flatMap((one) => one.trim() || []);

function keysAndValues({ annotations }: LoadBalancerService, tell: Tell): void {
  for (const key of Object.keys(annotations)) {
    const value = String(annotations[key]);
    const bare = key.startsWith(NLB_PREFIX) ? key.slice(NLB_PREFIX.length) : undefined;
    const row = bare === undefined ? foreignRow(key) : nlbAnnotation(bare);
    if (bare !== undefined && row === undefined) {
      tell({
        path: pathOf(bare),
        found: bare,
        what: `the controller does not know the annotation ${key} and ignores it without a word.${didYouMean(bare, NLB_KEYS)}`,
        fix: 'correct or remove it.',
      });
      continue;
    }
    if (row !== undefined) judgeText(row, key, value, tell);
  }
}

function judgeText({ key, value: form }: AnyAnnotation, annotation: string, text: string, tell: Tell): void {
  const wanted = form.wants(text, NO_SIBLINGS);
  if (wanted === undefined) return;
  // Other words than these two are taken for the default.
  const then = key === 'nlb-target-type' ? 'anything else is taken for instance without a word' : STOPS;
  const name = annotation.startsWith(NLB_PREFIX) ? annotation.slice(NLB_PREFIX.length) : key;
  tell({
    path: ['metadata', 'annotations', annotation],
    found: text,
    wanted,
    what: `${name} is "${text}", and the controller wants ${wanted}${form.why(text)}: ${then}.`,
    fix: `set ${wanted}.`,
  });
}

/** The one annotation of Kubernetes' own that the controller reads. */
function foreignRow(key: string): AnyAnnotation | undefined {
  return key === SOURCE_RANGES ? SOURCE_RANGES_ANNOTATION : undefined;
}

/** Elastic IPs are for the internet, private addresses for the inside; both are one for each subnet. */
function addresses(service: LoadBalancerService, tell: Tell): void {
  const scheme = textOf(service, 'scheme') === 'internet-facing' ? 'internet-facing' : 'internal';
  const subnets = listOf(textOf(service, 'subnets'));
  for (const [key, wanted] of [
    ['eip-allocations', 'internet-facing'],
    ['private-ipv4-addresses', 'internal'],
  ] as const) {
    const list = listOf(textOf(service, key));
    if (list.length === 0) continue;
    if (scheme !== wanted)
      tell({
        path: pathOf(key),
        found: scheme,
        wanted,
        what: `${key} is for a load balancer that is ${wanted}, and this one is ${scheme}; ${STOPS}.`,
        fix: `set the scheme to ${wanted}, or remove ${key}.`,
      });
    if (subnets.length > 0 && subnets.length !== list.length)
      tell({
        path: pathOf(key),
        found: String(list.length),
        wanted: String(subnets.length),
        what: `${key} lists ${list.length}, and there are ${subnets.length} subnets; ${STOPS}.`,
        fix: 'list one for each subnet, in the same order.',
      });
  }
}

function securePorts(service: LoadBalancerService, tell: Tell): void {
  const ports = listAt(service.object.value, 'spec', 'ports');
  const known = new Set(ports.flatMap((port) => [String(at(port, 'port')), String(at(port, 'name'))]));
  for (const port of listOf(textOf(service, 'ssl-ports'))) {
    if (known.has(port)) continue;
    tell({
      path: pathOf('ssl-ports'),
      found: port,
      what: `ssl-ports names port ${port}, which the Service does not have; ${STOPS}.`,
      fix: 'name ports of the Service, by number or name.',
    });
  }
}

function nodePorts(service: LoadBalancerService, tell: Tell): void {
  const target = textOf(service, 'nlb-target-type') ?? 'instance';
  if (target === 'ip' || at(service.object.value, 'spec', 'allocateLoadBalancerNodePorts') !== false) return;
  tell({
    path: ['spec', 'allocateLoadBalancerNodePorts'],
    found: 'false',
    what: `targets of type instance are node ports, and none are allocated; ${STOPS}.`,
    fix: 'set the annotation nlb-target-type to ip, or remove `allocateLoadBalancerNodePorts`.',
  });
}
