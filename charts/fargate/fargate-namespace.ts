import { Construct } from 'constructs';
import type { KubeNamespace } from '../../imports/k8s';
import { fargateProfileFor, matchesFargate } from '../../src/knowledge/aws/fargate';
import type { EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import { AppNamespace, type AppNamespaceProps, judgeNamespaceName } from '../tenancy/app-namespace';
import { profilesText } from './profile-text';

export interface FargateNamespaceProps extends AppNamespaceProps {
  /** Labels that the profile's selector asks of Pods, if it does; give them to the workloads too. `@default` - none */
  readonly podLabels?: Readonly<Record<string, string>>;
}

/**
 * A namespace whose Pods run on Fargate, because a profile of the environment selects it. On a plain cluster it is a
 * plain namespace. Its load balancers take target type ip, its claims volumes that exist already, its Pods IRSA; network
 * policies do not hold there.
 * @throws ToolError where no profile selects it: its Pods would run on nodes, or stay Pending
 * @finding eks/ban-fargate-pod
 * @see https://docs.aws.amazon.com/eks/latest/userguide/fargate-profile.html
 * @example
 * import { FargateNamespace } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const games = (chart: Chart) => new FargateNamespace(chart, 'namespace', { name: 'game-2048' });
 */
export class FargateNamespace extends Construct {
  readonly namespace: KubeNamespace;
  /** Name of the namespace. */
  readonly name: string;
  /** The profile that catches its Pods; absent on a plain cluster. */
  readonly fargateProfile: string | undefined;

  constructor(scope: Construct, id: string, props: FargateNamespaceProps = {}) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = problemsWith(this, 'FargateNamespace', props, FargateNamespace);
    const { podLabels, ...namespace } = props;
    this.name = props.name ?? id;
    judgeNamespaceName(this.name, problems);
    this.fargateProfile =
      environment.platform === 'eks' ? profileOf(this.name, podLabels ?? {}, environment, problems) : undefined;
    problems.raise();
    this.namespace = new AppNamespace(this, 'Default', { ...namespace, name: this.name }).namespace;
  }
}

function profileOf(
  namespace: string,
  podLabels: Readonly<Record<string, string>>,
  environment: EksEnvironment,
  problems: Problems,
): string | undefined {
  const { fargateProfiles: profiles } = environment.compute;
  const profile = fargateProfileFor(profiles, namespace, podLabels);
  if (profile !== undefined) return profile.name;
  const known = `its Pods would run on nodes or stay Pending. ${profilesText(profiles)}`;
  if (profiles.some(({ selectors }) => selectors.some((selector) => matchesFargate(selector.namespace, namespace)))) {
    problems.add(
      `the Fargate profiles of environment ${environment.name} select Pods of namespace ${namespace} by further labels; ${known}`,
      'give the labels as podLabels, and to the Pods.',
    );
  } else {
    problems.add(
      `no Fargate profile of environment ${environment.name} selects namespace ${namespace}; ${known}`,
      'add a selector to a profile, and declare it under compute.fargateProfiles.',
    );
  }
  return undefined;
}
