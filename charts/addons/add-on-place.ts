import type { Construct } from 'constructs';
import type { AddOnName, AddOnRow } from '../../src/knowledge/aws/addons/add-on';
import { ADD_ONS } from '../../src/knowledge/aws/addons/catalogue';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import type { GitOps } from '../../src/model/gitops';
import type { Problems } from '../shared/problems';
import type { GivenAddOn } from './add-on-props';
import { addOnRole } from './add-on-role';
import { addOnVersion } from './add-on-version';

/** Where an add-on is installed, and by what. */
export interface AddOnPlace {
  readonly name: AddOnName;
  readonly row: AddOnRow;
  readonly props: GivenAddOn;
  readonly from: 'chart' | 'manifests';
  readonly version: string;
  readonly namespace: string;
  readonly environment: Environment;
  readonly gitops: GitOps;
  /** On a cluster of EKS alone. */
  readonly eks?: EksEnvironment;
  /** Of its ServiceAccount, by IRSA. */
  readonly roleArn?: string;
}

/** Undefined where nothing is rendered: no Argo CD delivers there, or only a cluster of EKS has a use for it. */
export function addOnPlace(
  construct: Construct,
  name: AddOnName,
  props: GivenAddOn,
  problems: Problems,
): AddOnPlace | undefined {
  const environment = environmentOf(construct);
  const { gitops, platform } = environment;
  const row = ADD_ONS[name];
  const from = props.from ?? (row.forms.chart === undefined ? 'manifests' : 'chart');
  problems.integer('replicas', props.replicas, 1);
  const version = addOnVersion(row, { ...props, from }, environment, problems);
  if (from === 'manifests')
    problems.unless(
      props.values === undefined,
      'values are those of a chart, and manifests take none: they would be passed over.',
      'leave them out, or set from: "chart".',
    );
  if (gitops === undefined || (row.onlyEks && platform !== 'eks')) return undefined;
  const namespace = props.namespace ?? row.namespace;
  const eks = environment.platform === 'eks' ? environment : undefined;
  const roleArn = eks && addOnRole(row, { ...props, from, namespace }, eks, problems);
  return {
    name,
    row,
    props,
    from,
    version,
    namespace,
    environment,
    gitops,
    ...(eks === undefined ? {} : { eks }),
    ...(roleArn === undefined ? {} : { roleArn }),
  };
}
