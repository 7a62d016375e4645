import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { defined } from '../../src/model/defined';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { addOnApplicationOf } from './add-on-application';
import { type AddOnPlace, addOnPlace } from './add-on-place';
import type { AddOnProps, ReadChartProps } from './add-on-props';

export interface ExternalDnsAddOnProps extends AddOnProps, ReadChartProps {
  /** What it does to records: makes and changes them, deletes them as well, or makes them alone. A chart of later versions has no default. */
  readonly policy: 'upsert-only' | 'sync' | 'create-only';
  /** Kinds that it reads. `@default` service, ingress (chart) */
  readonly sources?: readonly string[];
  /** Zones that it looks at. `@default` - all that its role may list */
  readonly domainFilters?: readonly string[];
  /** Tells its records from those of other clusters. A change makes it leave all former records alone. `@default` - the cluster’s name */
  readonly txtOwnerId?: string;
  /** Go duration between two looks at the zones. `@default` 1m (chart) */
  readonly interval?: string;
  /**
   * How annotations that it reads begin; it ends in `/`. external-dns 0.22.0 and later look for another one by themselves, and
   * delete the records of all others. `@default` external-dns.alpha.kubernetes.io/, which the constructs here write
   */
  readonly annotationPrefix?: string;
}

/** What `AlbIngress`, `NlbService` and routes write. */
const PREFIX = 'external-dns.alpha.kubernetes.io/';

/**
 * external-dns, which writes names of Services, Ingresses and Gateways into Route 53, as an Application of Argo CD with its chart.
 * Without `gitops` nothing is rendered.
 * @throws ToolError with everything that is wrong with the properties
 * @finding eks/no-duplicate-add-on
 * @see https://github.com/kubernetes-sigs/external-dns/tree/master/charts/external-dns
 * @example
 * import { ExternalDnsAddOn } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const addOn = (chart: Chart) =>
 *   new ExternalDnsAddOn(chart, 'dns', { policy: 'sync', iamRole: 'external-dns', domainFilters: ['example.com'] });
 */
export class ExternalDnsAddOn extends Construct {
  /** Absent where nothing is rendered. */
  readonly application?: ApiObject;

  constructor(scope: Construct, id: string, props: ExternalDnsAddOnProps) {
    super(scope, id);
    const problems = problemsWith(this, 'ExternalDnsAddOn', props, ExternalDnsAddOn);
    const place = addOnPlace(this, 'external-dns', props, problems);
    judge(props, problems);
    problems.raise();
    const application = addOnApplicationOf(this, place, valuesOf(props, place));
    if (application !== undefined) this.application = application;
  }
}

function judge({ annotationPrefix }: ExternalDnsAddOnProps, problems: Problems): void {
  problems.unless(
    annotationPrefix === undefined || annotationPrefix.endsWith('/'),
    `annotationPrefix is "${annotationPrefix}", and does not end in a slash: external-dns does not start.`,
    `write ${annotationPrefix}/.`,
  );
}

function valuesOf(props: ExternalDnsAddOnProps, place: AddOnPlace | undefined) {
  const { policy, sources, domainFilters, interval, annotationPrefix = PREFIX } = props;
  return {
    ...(place?.eks === undefined ? {} : { provider: { name: 'aws' } }),
    policy,
    txtOwnerId: props.txtOwnerId ?? place?.environment.clusterName,
    annotationPrefix,
    ...defined({ interval, sources: sources && [...sources], domainFilters: domainFilters && [...domainFilters] }),
    ...(place?.eks === undefined ? {} : { env: [{ name: 'AWS_DEFAULT_REGION', value: place.eks.region }] }),
  };
}
