import { Construct } from 'constructs';
import {
  type KubePersistentVolumeClaimProps,
  type KubePodDisruptionBudget,
  type KubeService,
  type KubeServiceAccount,
  KubeStatefulSet,
} from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../override';
import { Problems } from '../problems';
import { disruptionBudget } from './disruption-budget';
import { type Labels, selectorLabels } from './labels';
import type { PodProps, PortProps } from './pod-props';
import { podTemplate } from './pod-template';
import { quantity } from './resources';
import { serviceFor } from './service';
import { serviceAccountFor } from './service-account';
import { type SizeInput, sizeText } from './values';

/** A volume that each Pod gets for itself and keeps. It cannot be changed later, only made anew. */
export interface ClaimTemplate {
  /** Also the name for `mounts: [{ claimTemplate }]`. */
  readonly name: string;
  readonly size: SizeInput;
  /** Name of a StorageClass; `storageClassName` of one of ours, or `storageClassFor(scope, name)`. */
  readonly storageClass: string;
  /** `@default` ReadWriteOnce */
  readonly accessMode?: 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadWriteMany';
}

export interface StatefulServiceProps extends PodProps {
  readonly ports: readonly PortProps[];
  /** `@default` 1 */
  readonly replicas?: number;
  readonly claims?: readonly ClaimTemplate[];
  /** A Service without an address of its own, only with DNS names of the Pods. `@default` true */
  readonly headless?: boolean;
  readonly overrides?: Readonly<
    Partial<Record<'statefulSet' | 'service' | 'serviceAccount' | 'disruptionBudget', Patch>>
  >;
}

/**
 * A server that keeps state: StatefulSet, its Service, ServiceAccount, and claims per Pod.
 * Argo CD deletes none of it without a confirmation.
 * @throws ToolError with everything that is wrong with the properties
 */
export class StatefulService extends Construct {
  readonly statefulSet: KubeStatefulSet;
  readonly service: KubeService;
  readonly serviceAccount?: KubeServiceAccount;
  readonly disruptionBudget?: KubePodDisruptionBudget;
  readonly name: string;
  readonly selector: Labels;
  readonly ports: readonly PortProps[];

  constructor(scope: Construct, id: string, props: StatefulServiceProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = new Problems(this);
    this.name = id;
    this.selector = selectorLabels(this, id);
    this.ports = props.ports;
    const labels = this.selector;
    const replicas = props.replicas ?? 1;
    problems.unless(
      id.length <= 52,
      `the name "${id}" has ${id.length} characters; Pods carry it with a hash in a label, so 52 fit.`,
      'shorten it.',
    );
    const account = serviceAccountFor(this, id, props.serviceAccount, labels);
    if (account.made !== undefined) this.serviceAccount = override(account.made, props.overrides?.serviceAccount);
    const template = podTemplate({
      component: id,
      props,
      ports: props.ports,
      labels,
      serviceAccountName: account.name,
      environment,
      problems,
    });
    this.service = serviceFor(this, 'Service', {
      name: id,
      selector: labels,
      ports: props.ports,
      headless: props.headless ?? true,
    });
    override(this.service, props.overrides?.service);
    const claims = props.claims ?? [];
    this.statefulSet = new KubeStatefulSet(this, 'StatefulSet', {
      metadata: { name: id, labels: { ...labels } },
      spec: {
        replicas,
        revisionHistoryLimit: 3,
        selector: { matchLabels: { ...labels } },
        serviceName: id,
        template,
        ...(claims.length === 0 ? {} : { volumeClaimTemplates: claims.map(claimTemplate) }),
      },
    });
    override(this.statefulSet, props.overrides?.statefulSet);
    if (replicas > 1)
      this.disruptionBudget = override(disruptionBudget(this, id, labels), props.overrides?.disruptionBudget);
    problems.raise();
  }
}

function claimTemplate(claim: ClaimTemplate): KubePersistentVolumeClaimProps {
  return {
    metadata: { name: claim.name },
    spec: {
      accessModes: [claim.accessMode ?? 'ReadWriteOnce'],
      resources: { requests: { storage: quantity(sizeText(claim.size)) } },
      storageClassName: claim.storageClass,
    },
  };
}
