import { Construct } from 'constructs';
import { KubeNamespace } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../override';
import { namespaceLabels } from './namespace-labels';

export interface AppNamespaceProps {
  /** `@default` the construct's id */
  readonly name?: string;
  /** Pod Security level that is enforced. `@default` the environment's `policyLevel` */
  readonly podSecurity?: 'restricted' | 'baseline' | 'privileged';
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly overrides?: { readonly namespace?: Patch };
}

/** A namespace that an app renders for itself, if its owner's list allows the name. */
export class AppNamespace extends Construct {
  readonly namespace: KubeNamespace;
  readonly name: string;

  constructor(scope: Construct, id: string, props: AppNamespaceProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    this.name = props.name ?? id;
    this.namespace = new KubeNamespace(this, 'Namespace', {
      metadata: {
        name: this.name,
        labels: { ...namespaceLabels(environment, props.podSecurity ?? environment.policyLevel), ...props.labels },
        ...(props.annotations === undefined ? {} : { annotations: { ...props.annotations } }),
      },
    });
    override(this.namespace, props.overrides?.namespace);
  }
}
