import type { NlbSettings } from '../../src/knowledge/aws/nlb-settings';
import type { NlbTls } from '../../src/knowledge/aws/nlb-tls';
import type { Environment } from '../../src/model/environment';
import { fullHost, hostProblem } from '../alb/hosts';
import type { Problems } from '../shared/problems';
import { judgeScheme } from '../shared/public-scheme';
import type { NlbExposeProps } from './nlb-expose';
import type { NlbPort } from './nlb-listeners';

/** TLS 1.2 and 1.3 with forward secrecy; the controller's own default still takes TLS 1.0. */
const TLS_POLICY = 'ELBSecurityPolicy-TLS13-1-2-2021-06';

/** The settings with our defaults, as the environment has them. */
export function resolveNlb(
  props: NlbExposeProps,
  ports: readonly NlbPort[],
  environment: Environment,
  problems: Problems,
): NlbSettings {
  const { scheme = 'internal', targetType = 'ip', tls, securityGroups } = props;
  judgeScheme('scheme', scheme, environment, problems);
  return {
    ...props,
    scheme,
    targetType,
    // With groups of one's own the controller would leave the Pods closed.
    ...(securityGroups === undefined
      ? {}
      : { manageBackendSecurityGroupRules: props.manageBackendSecurityGroupRules ?? true }),
    ...(tls === undefined ? {} : { tls: resolveTls(tls, ports, environment, problems) }),
    ...proxyProtocol(props, environment),
  };
}

/** Auto Mode has the attribute of the target groups, and not the annotation. */
function proxyProtocol(props: NlbExposeProps, environment: Environment): NlbSettings {
  const { proxyProtocol: isOn, targetGroupAttributes } = props;
  if (isOn !== true || environment.platform !== 'eks' || !environment.compute.autoMode) return {};
  return {
    proxyProtocol: false,
    targetGroupAttributes: { ...targetGroupAttributes, 'proxy_protocol_v2.enabled': 'true' },
  };
}

function resolveTls(tls: NlbTls, ports: readonly NlbPort[], environment: Environment, problems: Problems): NlbTls {
  const streams = ports.filter(({ transport }) => transport === 'TCP');
  problems.unless(
    tls.ports !== undefined || streams.length <= 1,
    `tls is given, and ${streams.map(({ name }) => name).join(', ')} are all TCP: the controller would make each of them speak TLS.`,
    'name those that do in tls.ports.',
  );
  const certificateArns = tls.certificateArns ?? certificates(tls, environment, problems);
  return {
    ...tls,
    policy: tls.policy ?? TLS_POLICY,
    ports: tls.ports ?? streams.map(({ name }) => name),
    ...(certificateArns === undefined ? {} : { certificateArns }),
  };
}

function certificates({ host }: NlbTls, environment: Environment, problems: Problems): readonly string[] | undefined {
  problems.unless(
    host !== undefined,
    'tls has neither host nor certificateArns: the load balancer would have no certificate, and speak plain TCP.',
    'name the host that clients call.',
  );
  if (host === undefined || environment.platform !== 'eks') return undefined;
  const full = fullHost(host, environment);
  hostProblem(full, problems);
  const [, parent = ''] = /^[^.]+\.(.+)$/.exec(full) ?? [];
  const found = environment.certificates.find(
    ({ domains }) => domains.includes(full) || domains.includes(`*.${parent}`),
  );
  problems.unless(
    found !== undefined,
    `no certificate of environment ${environment.name} covers ${full}: clients would refuse the load balancer’s.`,
    'declare one under `certificates` in environment.yaml, or give tls.certificateArns.',
  );
  return found === undefined ? undefined : [found.arn];
}
