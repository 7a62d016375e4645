import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { ALB } from '../../src/knowledge/aws/alb-annotations';
import { defined } from '../../src/model/defined';
import type { Environment } from '../../src/model/environment';
import { AlbIngress } from '../alb/alb-ingress';
import { sharedHealthPath } from '../alb/alb-routes';
import { type BackendInput, serviceAndPort } from '../alb/backend';
import { serviceSettings, writeServiceSettings } from '../alb/service-settings';
import type { Problems } from '../shared/problems';
import { albPath } from './alb-rule';
import { namespaceOf } from './backend-list';
import { healthCheckOf, healthChecksOf, type OwnHealthChecks, ownTargetGroups } from './health-checks';
import type { HttpRoutesProps } from './http-routes-props';
import { backendsOfRules, byPrecedence, type ResolvedRoutes, type ResolvedRule } from './resolved-routes';

/** The routes as an Ingress. Problems of both are raised before it is made. */
export function ingressForm(
  scope: Construct,
  name: string,
  props: HttpRoutesProps,
  { routes, environment, problems }: { routes: ResolvedRoutes; environment: Environment; problems: Problems },
): AlbIngress {
  const { rules, hosts } = routes;
  // The controller tries equal paths in the order they are written, so those with more conditions come first.
  const matches = rules
    .flatMap((rule) => rule.matches.map((match) => ({ rule, match })))
    .sort((a, b) => byPrecedence(a.match, b.match));
  const found = matches.map(({ rule, match }) => albPath(match, rule, problems));
  const paths = found.map(({ path }) => path);
  const annotations = Object.assign({}, ...found.map((one) => one.annotations), props.ingress?.annotations);
  const checks = healthChecksOf(rules, problems);
  const path =
    environment.platform === 'eks' ? ingressHealthPath(rules, checks, props.healthCheck?.path, problems) : undefined;
  const own = Chart.of(scope).namespace;
  for (const backend of backendsOfRules(rules)) {
    const namespace = namespaceOf(backend);
    problems.unless(
      namespace === undefined || namespace === own,
      `backend ${serviceAndPort(backend, problems).serviceName} is in namespace ${namespace}, and an Ingress of ${own ?? 'no namespace'} reaches Services of its own alone.`,
      `make the HttpRoutes in that namespace: new HttpRoutes(inNamespace(chart, '${namespace}'), …).`,
    );
  }
  problems.unless(
    props.scheme !== undefined,
    'scheme is missing: a load balancer is made for the routes, and it is public or not.',
    "give scheme: 'internal' or 'internet-facing'.",
  );
  const targetType = props.ingress?.targetType ?? 'ip';
  const ofServices = serviceSettings(
    ownTargetGroups(checks),
    (key) => (key === ALB.targetType.key ? targetType : undefined),
    problems,
  );
  problems.raise();
  if (environment.platform === 'eks') writeServiceSettings(ofServices);
  return new AlbIngress(scope, 'Ingress', {
    ...props.ingress,
    name,
    scheme: props.scheme ?? 'internal',
    rules: hosts.length === 0 ? [{ paths }] : hosts.map((host) => ({ host, paths })),
    annotations,
    ...defined({
      tls: props.tls,
      certificateArns: props.certificateArns,
      plainHttp: props.plainHttp,
      healthCheck: path === undefined ? props.healthCheck : { ...props.healthCheck, path },
      overrides: props.overrides?.ingress === undefined ? undefined : { ingress: props.overrides.ingress },
    }),
  });
}

/** The path of all Services that say none of their own; where each does, nobody is asked by that of the Ingress. */
function ingressHealthPath(
  rules: readonly ResolvedRule[],
  checks: OwnHealthChecks,
  stated: string | undefined,
  problems: Problems,
): string | undefined {
  const pathOf = (backend: BackendInput) => healthCheckOf(backend, checks, problems)?.path;
  const backends = backendsOfRules(rules);
  const shared = sharedHealthPath(
    backends.filter((one) => pathOf(one) === undefined),
    stated,
    problems,
    'to the rule of a Service that differs its own: healthCheck: { path: … }',
  );
  return shared ?? backends.map(pathOf).find((path) => path !== undefined);
}
