import type { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import type { PrometheusDurationText } from '../../src/grammar/amounts';
import { PROMETHEUS_RULE } from '../../src/knowledge/kubernetes/prometheus-operator';
import { defined } from '../../src/model/defined';
import { customObject, type ObjectProps } from '../shared/custom-object';
import type { Labels } from '../shared/labels';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { judgeDurations } from './scrape';

/** An alert, or with `record` a series that is computed ahead. */
export interface PrometheusRuleItem {
  /** Name of the alert. Give this or `record`. */
  readonly alert?: string;
  /** Name of the series. */
  readonly record?: string;
  /** PromQL. Nobody parses it before Prometheus does. */
  readonly expr: string;
  /** How long it has to hold before the alert fires, such as `10m`. `@default` - it fires at once */
  readonly for?: PrometheusDurationText;
  /** How long the alert fires after it held. `@default` - it stops at once */
  readonly keepFiringFor?: PrometheusDurationText;
  /** Labels of the alert or series, such as `severity`. `@default` - none */
  readonly labels?: Labels;
  /** Text of the alert. `@default` - none */
  readonly annotations?: Labels;
}

/** Rules that are computed together, one after the other. */
export interface PrometheusRuleGroup {
  /** Each group of the object has another. */
  readonly name: string;
  /** Time between computations, such as `1m`. `@default` - that of Prometheus */
  readonly interval?: PrometheusDurationText;
  /** The rules, in their order. */
  readonly rules: readonly PrometheusRuleItem[];
}

export interface PrometheusRuleProps extends ObjectProps {
  /** The groups of rules. */
  readonly groups: readonly PrometheusRuleGroup[];
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly prometheusRule?: Patch };
}

/**
 * Alerts, and series that are computed ahead. `labels` are what Prometheus chooses rules by.
 * @throws ToolError with everything that is wrong with the properties
 * @see https://prometheus-operator.dev/docs/developer/alerting/
 * @example
 * import { PrometheusRule, type PrometheusRuleItem } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const alerts = (chart: Chart) => {
 *   const expr = 'sum(rate(http_requests_total{code=~"5.."}[5m])) > 1';
 *   const slow: PrometheusRuleItem = { alert: 'ManyErrors', expr, for: '10m', labels: { severity: 'page' } };
 *   const groups = [{ name: 'web', rules: [slow] }];
 *   return new PrometheusRule(chart, 'web', { labels: { release: 'prometheus' }, groups });
 * };
 */
export class PrometheusRule extends Construct {
  /** What is made. */
  readonly prometheusRule: ApiObject;

  constructor(scope: Construct, id: string, props: PrometheusRuleProps) {
    super(scope, id);
    const problems = problemsWith(this, 'PrometheusRule', props, PrometheusRule);
    const { groups, name = id } = props;
    judgeGroups(groups, problems);
    problems.raise();
    const spec = { groups: groups.map(({ rules, ...group }) => ({ ...group, rules: rules.map(ruleOf) })) };
    this.prometheusRule = customObject(this, 'Rule', PROMETHEUS_RULE, { ...props, name }, spec);
    override(this.prometheusRule, props.overrides?.prometheusRule);
  }
}

function ruleOf({ keepFiringFor, ...rule }: PrometheusRuleItem): object {
  return { ...rule, ...defined({ keep_firing_for: keepFiringFor }) };
}

function judgeGroups(groups: readonly PrometheusRuleGroup[], problems: Problems): void {
  const names = new Set<string>();
  for (const { name, interval, rules } of groups) {
    problems.unless(!names.has(name), `two groups are called "${name}"; the server refuses it.`, 'rename one of them.');
    names.add(name);
    judgeDurations(defined({ [`${name}.interval`]: interval }) as Labels, problems);
    for (const rule of rules) judgeRule(rule, problems);
  }
}

function judgeRule(
  { alert, record, keepFiringFor, annotations, ...rule }: PrometheusRuleItem,
  problems: Problems,
): void {
  const name = alert ?? record ?? rule.expr;
  problems.unless(
    (alert === undefined) !== (record === undefined),
    `rule ${name} has ${alert === undefined ? 'neither alert nor record' : 'both alert and record'}; the operator drops all rules of the object.`,
    'give one of them.',
  );
  const forAlerts = Object.keys(defined({ for: rule.for, keepFiringFor, annotations }));
  problems.unless(
    record === undefined || alert !== undefined || forAlerts.length === 0,
    `rule ${name} records a series and has ${forAlerts.join(' and ')}, which only alerts have; the operator drops all rules of the object.`,
    'leave them out.',
  );
  judgeDurations(defined({ [`${name}.for`]: rule.for, [`${name}.keepFiringFor`]: keepFiringFor }) as Labels, problems);
}
