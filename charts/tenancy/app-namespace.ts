import { Construct } from 'constructs';
import { KubeNamespace } from '../../imports/k8s';
import { wrongDnsLabel } from '../../src/grammar/dns';
import { defined } from '../../src/model/defined';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../shared/override';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { namespaceLabels, type PodSecurityLevel } from './namespace-labels';

export interface AppNamespaceProps {
  /** Name of the namespace: at most 63 lower-case letters, digits and inner hyphens. `@default` the construct's id */
  readonly name?: string;
  /** Pod Security level that is enforced. `@default` the environment's `policyLevel` */
  readonly podSecurity?: PodSecurityLevel;
  /** Win over the labels that are made. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Annotations of the namespace. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Changes to single fields of what is made; `null` removes a field. */
  readonly overrides?: { readonly namespace?: Patch };
}

/**
 * A namespace that an app renders for itself, if its owner's list allows the name.
 * @throws ToolError when the name cannot be that of a namespace
 * @see https://kubernetes.io/docs/concepts/security/pod-security-standards/
 * @example
 * import { AppNamespace } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const namespace = (chart: Chart) =>
 *   new AppNamespace(chart, 'namespace', { name: 'shop', podSecurity: 'restricted' });
 */
export class AppNamespace extends Construct {
  readonly namespace: KubeNamespace;
  /** Name of the namespace. */
  readonly name: string;

  constructor(scope: Construct, id: string, props: AppNamespaceProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'AppNamespace', props, AppNamespace);
    this.name = props.name ?? id;
    judgeNamespaceName(this.name, problems);
    problems.raise();
    this.namespace = new KubeNamespace(this, 'Namespace', {
      metadata: {
        name: this.name,
        labels: { ...namespaceLabels(environment, props.podSecurity ?? environment.policyLevel), ...props.labels },
        ...defined({ annotations: props.annotations && { ...props.annotations } }),
      },
    });
    override(this.namespace, props.overrides?.namespace);
  }
}

/** As rule k8s/valid-name judges it. */
export function judgeNamespaceName(name: string, problems: Problems): void {
  const wrong = wrongDnsLabel(name);
  problems.unless(
    wrong === undefined,
    `no namespace can be called "${name}": ${wrong}.`,
    'use at most 63 lower-case letters, digits and inner hyphens.',
  );
}
