import type { PodSpec } from '../../imports/k8s';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import type { PodProps } from './pod-props';
import { podResources } from './pod-resources';
import { type Named, nameOf } from './values';

/** The fields of a Pod that are written as they are given. */
export function podFields(props: PodProps, problems: Problems): Partial<PodSpec> {
  const { priorityClassName, readinessGates, schedulingGates } = props;
  return defined({
    nodeSelector: props.nodeSelector && { ...props.nodeSelector },
    tolerations: copy(props.tolerations),
    affinity: props.affinity,
    priorityClassName: priorityClassName && nameOf(priorityClassName),
    schedulerName: props.schedulerName,
    schedulingGates: schedulingGates?.map((name) => ({ name })),
    runtimeClassName: props.runtimeClassName,
    readinessGates: readinessGates?.map((conditionType) => ({ conditionType })),
    resourceClaims: copy(props.resourceClaims),
    resources: podResources(props.podResources, problems),
    imagePullSecrets: props.imagePullSecrets?.map((secret: Named) => ({ name: nameOf(secret) })),
    shareProcessNamespace: props.shareProcessNamespace,
    hostUsers: props.hostUsers,
    dnsPolicy: props.dnsPolicy,
    dnsConfig: props.dnsConfig,
    hostAliases: copy(props.hostAliases),
    hostname: props.hostname,
    subdomain: props.subdomain,
    hostnameOverride: props.hostnameOverride,
    setHostnameAsFqdn: props.setHostnameAsFqdn,
    evictionResponders: copy(props.evictionResponders),
    terminationGracePeriodSeconds: props.terminationGracePeriodSeconds,
  });
}

function copy<T>(list: readonly T[] | undefined): T[] | undefined {
  return list && [...list];
}
