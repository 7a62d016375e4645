import { describeIdentity } from '../../model/identity';
import { at, type FieldPath, type JsonValue, listAt, mapAt, textAt } from '../../model/json';
import { requestOf } from '../../model/placement/container-request';
import { type ContainerAt, containersOf, type PodTemplate, podTemplateOf, runsAlong } from '../../model/pod-spec';
import type { RenderedObject } from '../../model/rendered-object';
import type { CheckContext, Tell } from '../engine/rule';
import { amountOf } from '../rules/k8s/valid-resources';

/** The first version that measures by the requests of the Pod as a whole, where it has any. */
const POD_REQUESTS_SINCE = 34;

interface Measured {
  readonly resource: string;
  readonly path: FieldPath;
  readonly template: PodTemplate;
  readonly containers: readonly ContainerAt[];
}

/**
 * Metrics of an autoscaler that its controller can never compute for the Pods it scales: they name a container that is not there, or are
 * shares of requests that are missing or add up to nothing. Sidecars count, and other init containers do not.
 * @see https://github.com/kubernetes/kubernetes/blob/v1.34.0/pkg/controller/podautoscaler/replica_calculator.go
 */
export function judgeMetrics(
  autoscaler: RenderedObject,
  scaled: RenderedObject,
  context: CheckContext,
  tell: Tell,
): void {
  const template = podTemplateOf(scaled);
  if (template === undefined) return;
  const running = containersOf(template).filter(runsAlong);
  listAt(autoscaler.value, 'spec', 'metrics').forEach((metric, position) => {
    const path = ['spec', 'metrics', position];
    const resource = textAt(metric, 'resource', 'name');
    if (
      resource !== undefined &&
      isShare(metric, 'resource') &&
      !podRequests({ resource, path, template }, context, tell)
    )
      judgeRequests({ resource, path, template, containers: running }, context, tell);
    const name = textAt(metric, 'containerResource', 'container');
    if (name === undefined) return;
    const containers = running.filter(({ container }) => container['name'] === name);
    const measured = textAt(metric, 'containerResource', 'name');
    if (containers.length === 0) unknownContainer(name, path, running, template, tell);
    else if (measured !== undefined && isShare(metric, 'containerResource'))
      judgeRequests({ resource: measured, path, template, containers }, context, tell);
  });
}

function isShare(metric: JsonValue, source: string): boolean {
  return textAt(metric, source, 'target', 'type') === 'Utilization';
}

/** Whether the Pod as a whole has resources, which then count instead of those of its containers. */
function podRequests(
  { resource, path, template }: Omit<Measured, 'containers'>,
  { schemas }: CheckContext,
  tell: Tell,
): boolean {
  const minor = Number(schemas.kubernetesVersion.split('.')[1]);
  const stated = mapAt(template.spec, 'resources');
  if (minor < POD_REQUESTS_SINCE || Object.keys(stated).length === 0) return false;
  if (at(stated, 'requests', resource) === undefined && at(stated, 'limits', resource) === undefined)
    tell({
      path,
      found: resource,
      what: `it measures ${resource} against requests, and ${describeIdentity(template.owner)} has resources for the Pod as a whole that say nothing of ${resource}. What the server fills in for it is not known here.`,
      fix: `request ${resource} under \`resources\` of the Pod.`,
      severity: 'unknown',
    });
  return true;
}

function judgeRequests({ resource, path, template, containers }: Measured, { index }: CheckContext, tell: Tell): void {
  const requested = containers.map(({ container }) =>
    requestOf(container, resource, template.owner.namespace ?? '', index),
  );
  const without = containers.filter((_container, i) => requested[i] === undefined);
  const nothing = requested.length > 0 && requested.every((one) => amountOf(one) === 0);
  if (without.length === 0 && !nothing) return;
  const names = (nothing ? containers : without).map(({ container }) => String(container['name'])).join(', ');
  tell({
    path,
    found: resource,
    what: `it measures ${resource} against requests, and container ${names} of ${describeIdentity(template.owner)} requests ${nothing ? '0' : 'none'}, so it never scales by that (FailedGetResourceMetric).`,
    fix: `request ${resource} in container ${names}.`,
  });
}

/** Injected containers are not in the template, so nobody can be sure. */
function unknownContainer(
  name: string,
  path: FieldPath,
  running: readonly ContainerAt[],
  template: PodTemplate,
  tell: Tell,
): void {
  const names = running.map(({ container }) => String(container['name']));
  tell({
    path: [...path, 'containerResource', 'container'],
    found: name,
    wanted: names.join(', '),
    what: `it measures container "${name}", which ${describeIdentity(template.owner)} does not have: it has ${names.join(', ')}. Unless something injects that container, it never scales by that (FailedGetContainerResourceMetric).`,
    fix: 'name a container of the workload.',
    severity: 'warning',
  });
}
