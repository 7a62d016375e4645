import { Construct } from 'constructs';
import { KubeIngress } from '../../imports/k8s';
import { AUTO_MODE_UNSUPPORTED } from '../../src/model/alb-annotations';
import type { EksEnvironment } from '../../src/model/environment';
import { environmentOf } from '../../src/model/environment-context';
import { override, type Patch } from '../override';
import { Problems } from '../problems';
import { type AlbHealthCheck, albAnnotations } from './alb-annotations';
import { type BackendInput, healthPathOf, ingressBackend } from './backend';
import { certificatesFor, fullHost } from './hosts';

/** One path of a host. */
export interface AlbPath {
  /** `@default` / */
  readonly path?: string;
  /** Prefix takes whole path segments. `@default` Prefix */
  readonly pathType?: 'Prefix' | 'Exact' | 'ImplementationSpecific';
  readonly backend: BackendInput;
}

export interface AlbIngressProps {
  /** `@default` the construct's id */
  readonly name?: string;
  /** `shop` becomes `shop.<domain of the environment>`; absent answers for every host. */
  readonly host?: string;
  /** One backend for `/`. Give this or `paths`. */
  readonly backend?: BackendInput;
  readonly paths?: readonly AlbPath[];
  /** Whether the internet can reach it. Changing it makes a new load balancer with a new DNS name. */
  readonly scheme: 'internal' | 'internet-facing';
  /** `@default` true where the environment has certificates and there is a host */
  readonly tls?: boolean;
  /** `@default` - the environment's certificates that cover the host */
  readonly certificateArns?: readonly string[];
  readonly sslPolicy?: string;
  /** `ip` reaches Pods directly and is the only one for Fargate; `instance` needs a NodePort Service. `@default` ip */
  readonly targetType?: 'ip' | 'instance';
  readonly healthCheck?: AlbHealthCheck;
  /** Ingresses of one group share a load balancer. Lower orders come first, −1000 to 1000. */
  readonly group?: { readonly name: string; readonly order?: number };
  /** Who may call, as CIDR blocks. `@default` 0.0.0.0/0 (controller) */
  readonly inboundCidrs?: readonly string[];
  /** At most 32 characters; used when the load balancer is made. */
  readonly loadBalancerName?: string;
  readonly loadBalancerAttributes?: Readonly<Record<string, string>>;
  /** Such as `deregistration_delay.timeout_seconds`, which should fit the Pods' `preStopSeconds`. */
  readonly targetGroupAttributes?: Readonly<Record<string, string>>;
  readonly tags?: Readonly<Record<string, string>>;
  readonly wafAclArn?: string;
  /** Further annotations; unknown ones under the controller's prefix are refused. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** `@default` alb; on a plain cluster the environment's `ingressClassName` */
  readonly ingressClassName?: string;
  readonly overrides?: { readonly ingress?: Patch };
}

/**
 * An Ingress for the AWS Load Balancer Controller. On a plain cluster it is an Ingress of the environment's class
 * without the controller's annotations.
 * @throws ToolError with everything that the controller would refuse
 * @finding eks/valid-alb-instance-backend
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/
 */
export class AlbIngress extends Construct {
  readonly ingress: KubeIngress;
  /** The full host, where there is one. */
  readonly host?: string;

  constructor(scope: Construct, id: string, props: AlbIngressProps) {
    super(scope, id);
    const environment = environmentOf(this);
    const problems = new Problems(this);
    const paths = pathsOf(props, problems);
    if (props.host !== undefined) this.host = fullHost(props.host, environment);
    const eks = environment.platform === 'eks' ? environment : undefined;
    const annotations = eks === undefined ? {} : this.annotations(props, paths, eks, problems);
    limitProblems(props, paths, problems);
    problems.raise();
    const rule = {
      ...(this.host === undefined ? {} : { host: this.host }),
      http: {
        paths: paths.map(({ path, pathType, backend }) => ({
          path: path ?? '/',
          pathType: pathType ?? 'Prefix',
          backend: ingressBackend(backend),
        })),
      },
    };
    const className =
      environment.platform === 'kubernetes' ? environment.ingressClassName : (props.ingressClassName ?? 'alb');
    this.ingress = new KubeIngress(this, 'Ingress', {
      metadata: { name: props.name ?? id, ...(Object.keys(annotations).length === 0 ? {} : { annotations }) },
      spec: { ingressClassName: className, rules: [rule] },
    });
    override(this.ingress, props.overrides?.ingress);
  }

  private annotations(
    props: AlbIngressProps,
    paths: readonly AlbPath[],
    environment: EksEnvironment,
    problems: Problems,
  ): Record<string, string> {
    const wantsTls = props.tls ?? (this.host !== undefined && environment.certificates.length > 0);
    const certificates =
      props.certificateArns ??
      (wantsTls && this.host !== undefined ? certificatesFor([this.host], environment, problems) : []);
    if (wantsTls && this.host === undefined && props.certificateArns === undefined) {
      problems.add('tls needs a host, or certificateArns.', 'name the host.');
    }
    const first = paths[0];
    const healthPath = props.healthCheck?.path ?? (first === undefined ? undefined : healthPathOf(first.backend));
    const annotations = albAnnotations(
      {
        scheme: props.scheme,
        targetType: props.targetType ?? 'ip',
        certificateArns: wantsTls ? certificates : [],
        ...(props.sslPolicy === undefined ? {} : { sslPolicy: props.sslPolicy }),
        healthCheck: { ...props.healthCheck, ...(healthPath === undefined ? {} : { path: healthPath }) },
        ...(props.group === undefined ? {} : { group: props.group }),
        ...(props.inboundCidrs === undefined ? {} : { inboundCidrs: props.inboundCidrs }),
        ...(props.loadBalancerName === undefined ? {} : { loadBalancerName: props.loadBalancerName }),
        ...(props.loadBalancerAttributes === undefined ? {} : { loadBalancerAttributes: props.loadBalancerAttributes }),
        ...(props.targetGroupAttributes === undefined ? {} : { targetGroupAttributes: props.targetGroupAttributes }),
        ...(props.tags === undefined ? {} : { tags: props.tags }),
        ...(props.wafAclArn === undefined ? {} : { wafAclArn: props.wafAclArn }),
        extra: props.annotations ?? {},
      },
      problems,
    );
    if (environment.compute.autoMode) {
      for (const key of Object.keys(annotations)) {
        const bare = key.slice(key.indexOf('/') + 1);
        problems.unless(
          !AUTO_MODE_UNSUPPORTED.has(bare),
          `EKS Auto Mode does not read ${bare}.`,
          'set it in the IngressClassParams of the class.',
        );
      }
    }
    return annotations;
  }
}

function pathsOf(props: AlbIngressProps, problems: Problems): readonly AlbPath[] {
  if (props.paths !== undefined) {
    problems.unless(props.backend === undefined, 'backend and paths are both given.', 'put the backend into paths.');
    problems.unless(props.paths.length > 0, 'paths is empty.', 'give at least one.');
    return props.paths;
  }
  if (props.backend !== undefined) return [{ backend: props.backend }];
  problems.add('there is neither backend nor paths.', 'say where requests go.');
  return [];
}

/** What the controller, or the load balancer, refuses for the whole group. */
function limitProblems(props: AlbIngressProps, paths: readonly AlbPath[], problems: Problems): void {
  const { group, loadBalancerName: name, tls } = props;
  problems.unless(
    name === undefined || /^[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(name),
    `loadBalancerName "${name}" is no name for a load balancer.`,
    'use at most 32 letters, digits and inner hyphens.',
  );
  problems.unless(
    group === undefined || (/^([a-z0-9][-a-z0-9.]*)?[a-z0-9]$/.test(group.name) && group.name.length <= 63),
    `group name "${group?.name}" is refused by the controller.`,
    'use at most 63 lower-case letters, digits, inner hyphens and dots.',
  );
  const order = group?.order ?? 0;
  problems.unless(
    Number.isInteger(order) && order >= -1000 && order <= 1000,
    `group order ${order} is outside −1000 to 1000.`,
    'choose one inside.',
  );
  problems.unless(
    !(tls === false && props.certificateArns !== undefined),
    'tls is false, but certificateArns are given.',
    'leave one of them out.',
  );
  for (const { path = '/', pathType = 'Prefix' } of paths) {
    problems.unless(path.startsWith('/'), `path "${path}" does not start with /.`, 'start it with /.');
    problems.unless(
      pathType === 'ImplementationSpecific' || !/[*?]/.test(path),
      `path "${path}" holds a wildcard, which ${pathType} does not allow; the controller would stop for the whole group.`,
      'use pathType ImplementationSpecific.',
    );
  }
  for (const cidr of props.inboundCidrs ?? []) {
    problems.unless(
      /^(\d{1,3}(\.\d{1,3}){3}|[0-9a-f:]+)\/\d{1,3}$/i.test(cidr),
      `"${cidr}" is no CIDR block.`,
      'write it like 203.0.113.0/24.',
    );
  }
}
