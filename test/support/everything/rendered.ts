import { defineApp } from 'cdk8s-eks';
import type { RenderedObject } from '../../../src/model/rendered-object';
import { renderApp } from '../../../src/render/render-app';
import { eksEnvironment } from '../environment';
import { lbc } from '../gateways';
import { schemasOf } from '../schemas';
import { ACCESS } from './access';
import { ADD_ONS_MADE } from './add-ons';
import { CLUSTER } from './cluster';
import { DELIVERY } from './delivery';
import type { Entries, Entry } from './entry';
import { GATEWAYS } from './gateways';
import { NODES } from './nodes';
import { SCALING } from './scaling';
import { SECRETS } from './secrets';
import { STORAGE } from './storage';
import { TRAFFIC } from './traffic';
import { VOLUMES } from './volumes';
import { WORKLOADS } from './workloads';

/** What works on nodes of EKS Auto Mode alone, as a whole or in a part. */
const ON_AUTO_MODE: ReadonlySet<string> = new Set(['AutoModeNodeClass', 'ClusterNetworkPolicy']);

/** By the name that the door exports. */
export const EVERYTHING_MADE: Entries = {
  ...TRAFFIC,
  ...WORKLOADS,
  ...DELIVERY,
  ...STORAGE,
  ...VOLUMES,
  ...SCALING,
  ...SECRETS,
  ...NODES,
  ...ACCESS,
  ...GATEWAYS,
  ...CLUSTER,
  ...ADD_ONS_MADE,
};

/** The one add-on whose role comes by Pod Identity alone. */
const AGENT = {
  namespace: 'amazon-cloudwatch',
  serviceAccount: 'cloudwatch-agent',
  iamRole: 'carts',
  disableSessionTags: false,
};

/** What one entry renders on a server of a version. Kinds of cluster scope carry the entry's name, so that none collide. */
export function everythingRendered(
  name: string,
  how: 'least' | 'most',
  kubernetesVersion = '1.34',
): readonly RenderedObject[] {
  const base = eksEnvironment();
  const environment = eksEnvironment({
    kubernetesVersion,
    compute: { ...base.compute, karpenter: true, autoMode: ON_AUTO_MODE.has(name) },
    ...(name in GATEWAYS && { routes: lbc.routes }),
    ...(name in ADD_ONS_MADE && { identity: { ...base.identity, podIdentityAssociations: [AGENT] } }),
  });
  const entry = EVERYTHING_MADE[name];
  if (entry === undefined) throw new Error(`there is no entry for ${name}`);
  const charts = (scope: Parameters<Entry['least']>[0]) => void entry[how](scope);
  const app = defineApp({ name: 'everything', owner: 'retail', namespace: 'shop', charts });
  return renderApp(app, environment, { scopes: schemasOf(kubernetesVersion).scopes });
}
