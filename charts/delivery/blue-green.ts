import { Construct } from 'constructs';
import { wrongInteger } from '../../src/grammar/integer';
import type { WebBackend } from '../alb/backend';
import type { Problems } from '../shared/problems';
import { problemsWith } from '../shared/properties';
import type { SharedOut } from '../shared/shared-out';
import { weightedAction } from './weighted-action';

/** Two versions of a server, and how requests are shared out between them. */
export interface BlueGreenBackendProps {
  /** Name of the action. `@default` the construct's id */
  readonly name?: string;
  /** The version in use, such as a WebService with the image that was released before. */
  readonly blue: WebBackend;
  /** The version that is to take over. */
  readonly green: WebBackend;
  /**
   * Percent of the requests that `green` gets, 0–100; a text with such a number too, as `releaseFlag` reads it from `release.yaml`,
   * where a promotion is a reviewed line. Changing it moves requests within seconds, and no Pod starts or stops.
   */
  readonly greenPercent: number | string | boolean;
  /** Port of both, by its name. `@default` - the first */
  readonly port?: string;
  /** Keeps a client with the version it has met, for 1–604 800 seconds. `@default` - each request is shared out anew */
  readonly stickinessSeconds?: number;
}

/**
 * Blue-green without a controller: two workloads, and a load balancer that shares requests out by weights that Git holds. An
 * AlbIngress takes it as a backend. On a plain cluster the version with more requests gets all.
 * @throws ToolError for shares that are not percents, and for versions that are one
 * @see https://kubernetes-sigs.github.io/aws-load-balancer-controller/v3.5/guide/ingress/annotations/#actions
 * @example
 * import { AlbIngress, BlueGreenBackend, WebService } from 'cdk8s-eks';
 * import type { Chart } from 'cdk8s';
 * export const landing = (chart: Chart) => {
 *   const server = (name: string, tag: string) =>
 *     new WebService(chart, name, { image: `ghcr.io/stefanprodan/podinfo:${tag}`, port: 9898, readiness: { http: '/readyz' } });
 *   const backend = new BlueGreenBackend(chart, 'landing', {
 *     blue: server('landing-blue', '6.14.0'),
 *     green: server('landing-green', '6.14.1'),
 *     greenPercent: 10,
 *   });
 *   return new AlbIngress(chart, 'ingress', { name: 'landing', host: 'landing', scheme: 'internal', paths: [{ backend }] });
 * };
 */
export class BlueGreenBackend extends Construct {
  /** Name of the Service of the version that gets more requests. */
  readonly name: string;
  /** Path a load balancer may ask for health, where both versions have the same. */
  readonly healthPath?: string;
  /** The action that shares requests out. */
  readonly sharedOut: SharedOut;
  private readonly preferred: WebBackend;

  constructor(scope: Construct, id: string, props: BlueGreenBackendProps) {
    super(scope, id);
    const problems = problemsWith(this, 'BlueGreenBackend', props, BlueGreenBackend);
    const { blue, green, port } = props;
    const percent = percentOf(props.greenPercent, problems);
    problems.unless(
      blue.name !== green.name,
      `blue and green are both ${blue.name}: all requests would go to one version, whatever greenPercent says.`,
      'make two workloads, each with the image of its version.',
    );
    const [bluePort, greenPort] = [portOf(blue, port, problems), portOf(green, port, problems)];
    problems.integer('stickinessSeconds', props.stickinessSeconds, 1, 604_800);
    problems.raise();
    const name = props.name ?? id;
    this.preferred = percent > 50 ? green : blue;
    this.name = this.preferred.name;
    if (blue.healthPath !== undefined && blue.healthPath === green.healthPath) this.healthPath = blue.healthPath;
    this.sharedOut = {
      name,
      port: bluePort,
      portName: port ?? '',
      text: weightedAction(
        [
          { serviceName: blue.name, servicePort: bluePort, weight: 100 - percent },
          { serviceName: green.name, servicePort: greenPort, weight: percent },
        ],
        props.stickinessSeconds,
      ),
      ingresses: new Set(),
    };
  }

  /** The port of the version that gets more requests. */
  tryServicePort(name?: string): number | undefined {
    return this.preferred.tryServicePort(name);
  }
}

function percentOf(value: number | string | boolean, problems: Problems): number {
  const percent = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  if (typeof percent === 'number' && wrongInteger(percent, 0, 100) === undefined) return percent;
  problems.add(
    `greenPercent is ${JSON.stringify(value)}, which is not a share of the requests.`,
    'write whole percents from 0 to 100; in release.yaml as a text, such as "10".',
  );
  return 0;
}

function portOf(backend: WebBackend, port: string | undefined, problems: Problems): number {
  const number = backend.tryServicePort(port);
  problems.unless(
    number !== undefined,
    `Service ${backend.name} has no port ${port ?? 'at all'}.`,
    'name one of the Service’s ports.',
  );
  return number ?? 0;
}
