import { Construct } from 'constructs';
import type { KubeNamespace } from '../../imports/k8s';
import { environmentOf } from '../../src/model/environment-context';
import { fargateProfileFor } from '../../src/model/fargate';
import { Problems } from '../problems';
import { AppNamespace, type AppNamespaceProps } from '../tenancy/app-namespace';

export interface FargateNamespaceProps extends AppNamespaceProps {
  /** Labels that the profile's selector asks of Pods, if it does. `@default` - none */
  readonly podLabels?: Readonly<Record<string, string>>;
}

/**
 * A namespace whose Pods run on Fargate, because a profile of the environment selects it. On a plain cluster it is a
 * plain namespace.
 * @throws ToolError where no profile selects it: its Pods would run on nodes, or stay Pending
 * @finding eks/ban-fargate-pod
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
 */
export class FargateNamespace extends Construct {
  readonly namespace: KubeNamespace;
  readonly name: string;
  /** The profile that catches its Pods; absent on a plain cluster. */
  readonly fargateProfile?: string;

  constructor(scope: Construct, id: string, props: FargateNamespaceProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    this.name = props.name ?? id;
    if (environment.platform === 'eks') {
      const problems = new Problems(this);
      const { fargateProfiles } = environment.compute;
      const profile = fargateProfileFor(fargateProfiles, this.name, props.podLabels ?? {});
      const known = fargateProfiles
        .map((p) => `${p.name} (${p.selectors.map((s) => s.namespace).join(', ')})`)
        .join('; ');
      problems.unless(
        profile !== undefined,
        `no Fargate profile of environment ${environment.name} selects namespace ${this.name}; its Pods would run on nodes or stay Pending. The profiles are: ${known || 'none'}.`,
        'add a selector to a profile, and declare it under compute.fargateProfiles.',
      );
      problems.raise();
      this.fargateProfile = profile?.name;
    }
    this.namespace = new AppNamespace(this, 'Default', { ...props, name: this.name }).namespace;
  }
}
