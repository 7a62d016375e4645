import { join } from 'node:path';
import { defineApp } from '../../charts';
import { loadSchemas } from '../../src/load/schemas';
import { loadEnvironments } from '../../src/load/settings/environments';
import type { EksEnvironment, Environment } from '../../src/model/environment';
import { isToolError } from '../../src/model/errors';
import { inBroughtScopes } from '../../src/render/brought-scopes';
import { renderApp } from '../../src/render/render-app';
import { stringifyYaml } from '../../src/render/yaml/stringify';
import { BESIDE_ID, runExample } from './run-example';

/** What an example renders, as YAML, and where. */
export interface RenderedExample {
  /** `prod`, or `prod, with EKS Auto Mode` */
  readonly where: string;
  readonly yaml: string;
}

/** Renders the example of a construct; undefined where it makes no object. */
export type RenderExample = (name: string, code: string) => RenderedExample | undefined;

/** Where requests come in by Gateways of the AWS Load Balancer Controller. */
const GATEWAYS = { form: 'gateway', controller: 'load-balancer-controller', gatewayClassName: 'aws-alb' } as const;

const SECURITY_GROUPS = { cluster: 'sg-0e7e7e7e7e7e7c', 'database-clients': 'sg-0e7e7e7e7e7e7d' };

/** What gives the agent of CloudWatch its role. */
const ASSOCIATIONS = {
  podIdentityAssociations: [
    {
      namespace: 'amazon-cloudwatch',
      serviceAccount: 'cloudwatch-agent',
      iamRole: 'cloudwatch-agent',
      disableSessionTags: false,
    },
  ],
};

/** This repository's production with the roles that an example names, and the same with what it does not have. */
function environments(root: string, code: string): readonly (readonly [where: string, environment: Environment])[] {
  const all = loadEnvironments(root);
  const prod = all.find(({ name }) => name === 'prod');
  if (prod?.platform !== 'eks') throw new Error('This repository has no environment prod on EKS.');
  const { compute, network } = prod;
  const own = withRoles(prod, code);
  const autoMode = { ...compute, autoMode: true, karpenter: false };
  return [
    ['prod', own],
    ['prod, with Gateways', { ...own, routes: GATEWAYS }],
    ['prod, with EKS Auto Mode', { ...own, compute: autoMode }],
    ['prod, with security groups', { ...own, network: { ...network, securityGroups: SECURITY_GROUPS } }],
    ['prod, with an association of its own', { ...own, identity: { ...own.identity, ...ASSOCIATIONS } }],
    ...all.map((each) => [each.name, each.platform === 'eks' ? withRoles(each, code) : each] as const),
  ];
}

/** With the roles that an example names. */
function withRoles(environment: EksEnvironment, code: string): EksEnvironment {
  const { name: suffix, identity } = environment;
  const named = [...code.matchAll(/\biamRole: '([^']+)'/g)].map(([, name = '']) => [name, `${name}-${suffix}`]);
  return {
    ...environment,
    identity: { ...identity, iamRoles: { ...Object.fromEntries(named), ...identity.iamRoles } },
  };
}

/**
 * Renders an example in the first environment that has what it asks for; undefined where it makes no object.
 * @throws Error with what each environment said, where it can be rendered in none
 */
export function renderedExample(root: string, name: string, code: string): RenderedExample | undefined {
  const refusals: string[] = [];
  for (const [where, environment] of environments(root, code)) {
    const charts = (chart: Parameters<typeof runExample>[1]) => runExample(code, chart);
    const app = defineApp({ name: 'example', owner: 'games', namespace: 'shop', charts });
    try {
      const { scopes } = loadSchemas(join(root, 'imports', 'schemas'), environment.kubernetesVersion);
      const objects = inBroughtScopes(renderApp(app, environment, { scopes }));
      const own = objects.filter(({ construct }) => !construct.split('/').some((id) => id.startsWith(BESIDE_ID)));
      if (own.length === 0) continue;
      return { where, yaml: own.map(({ value }) => stringifyYaml(value)).join('---\n') };
    } catch (error) {
      if (!isToolError(error)) throw error;
      refusals.push(`${where}: ${error.problems.map(({ message }) => message).join(' ')}`);
    }
  }
  if (refusals.length < environments(root, code).length) return undefined;
  throw new Error(`The example of ${name} renders in no environment:\n${refusals.join('\n')}`);
}
