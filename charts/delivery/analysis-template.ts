import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ANALYSIS_TEMPLATE } from '../../src/knowledge/argocd/rollouts';
import { defined } from '../../src/model/defined';
import { endlessMetrics, judgeAnalysisTemplate } from '../../src/model/rollouts/judge-analysis-template';
import { judged } from '../scheduling/judged';
import { customObject, type ObjectProps } from '../shared/custom-object';
import { override, type Patch } from '../shared/override';
import { problemsWith } from '../shared/properties';
import { type Named, nameOf } from '../workload/values';
import type { AnalysisMetric } from './analysis-metric';
import { dryRunSpec, retentionSpec } from './analysis-spec';
import { metricSpec } from './metric-spec';

/** An argument of a template: its name, where the one who uses it gives the value, or its name with a value of its own. */
export type TemplateArgument =
  | string
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly secret: Named; readonly key: string };

export interface AnalysisTemplateProps extends ObjectProps {
  /** What is measured; at least one. */
  readonly metrics: readonly AnalysisMetric[];
  /** Texts that `{{args.name}}` stands for. `@default` - none */
  readonly args?: readonly TemplateArgument[];
  /** Names of metrics that are measured and decide nothing; `*` means all. `@default` - none */
  readonly dryRun?: readonly string[];
  /** Measurements that are kept of a metric, by its name; from 1. `@default` - the last 10 (Argo Rollouts) */
  readonly measurementRetention?: Readonly<Record<string, number>>;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly analysisTemplate?: Patch };
}

/**
 * What decides whether a release goes on: metrics that Argo Rollouts measures while the release is under way.
 * @throws ToolError with everything that the controller would refuse
 * @finding k8s/valid-analysis
 * @see https://argo-rollouts.readthedocs.io/en/release-1.10/features/analysis/
 * @example
 * import { AlbIngress, AnalysisTemplate, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const shop = (chart: Chart) => {
 *   const errors = new AnalysisTemplate(chart, 'errors', {
 *     metrics: [
 *       {
 *         name: 'errors',
 *         interval: '1m',
 *         count: 5,
 *         successCondition: 'result[0] < 0.01',
 *         provider: { prometheus: { address: 'http://prometheus.monitoring:9090', query: 'sum(rate(errors_total[1m]))' } },
 *       },
 *     ],
 *   });
 *   const web = new WebService(chart, 'web', {
 *     image: 'ghcr.io/stefanprodan/podinfo:6.14.1',
 *     port: 9898,
 *     rollout: {
 *       canary: {
 *         steps: [{ setWeight: 20 }, { analysis: { templates: [errors] } }, { setWeight: 50 }, { pause: { duration: '5m' } }],
 *         trafficRouting: { alb: {} },
 *       },
 *     },
 *   });
 *   return new AlbIngress(chart, 'ingress', { name: 'web', host: 'shop', scheme: 'internal', paths: [{ backend: web }] });
 * };
 */
export class AnalysisTemplate extends Construct {
  /** What is made. */
  readonly analysisTemplate: ApiObject;
  /** Name of the template, for analyses. */
  readonly name: string;
  /** Metrics that measure until the release ends: only for the analysis of a canary as a whole. */
  readonly endless: readonly string[];
  /** Arguments that every analysis has to give. */
  readonly asks: readonly string[];

  constructor(scope: Construct, id: string, props: AnalysisTemplateProps) {
    super(scope, id);
    const problems = problemsWith(this, 'AnalysisTemplate', props, AnalysisTemplate);
    const { metrics, args, dryRun, measurementRetention } = props;
    this.name = props.name ?? id;
    const spec = defined({
      metrics: metrics.map(metricSpec),
      args: args?.map(argumentSpec),
      dryRun: dryRunSpec(dryRun),
      measurementRetention: retentionSpec(measurementRetention),
    });
    judged(judgeAnalysisTemplate({ spec }), problems);
    problems.raise();
    this.endless = endlessMetrics({ spec });
    this.asks = args?.filter((one) => typeof one === 'string') ?? [];
    this.analysisTemplate = override(
      customObject(this, 'AnalysisTemplate', ANALYSIS_TEMPLATE, { ...props, name: this.name }, spec),
      props.overrides?.analysisTemplate,
    );
  }
}

function argumentSpec(input: TemplateArgument): object {
  if (typeof input === 'string') return { name: input };
  if ('value' in input) return { name: input.name, value: input.value };
  return { name: input.name, valueFrom: { secretKeyRef: { name: nameOf(input.secret), key: input.key } } };
}
