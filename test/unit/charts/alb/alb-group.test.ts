import type { Chart } from 'cdk8s';
import { AlbGroup, AlbIngress, TargetGroupBinding } from 'cdk8s-eks';
import { at, mapAt } from '../../../../src/model/json';
import { autoMode } from '../../../support/node-makers';
import { render } from '../../../support/render';

const PREFIX = 'alb.ingress.kubernetes.io/';
const backend = { service: 'web', port: 80 };
const edge = new AlbGroup({
  name: 'edge',
  scheme: 'internet-facing',
  members: ['shop', 'games'],
  tags: { team: 'platform' },
  sslPolicy: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
});
const ofClass = new AlbGroup({
  name: 'edge',
  scheme: 'internal',
  members: ['shop', 'games'],
  ingressClassName: 'edge',
  namespaces: ['shop', 'games'],
});

const member = (group: AlbGroup, name: string) => (scope: Chart) =>
  new AlbIngress(scope, name, { ...group.member(scope, name), host: name, backend });

const annotationsOf = (object: unknown) => mapAt(object, 'metadata', 'annotations');

describe('AlbGroup', () => {
  it('gives each member all that is said of the load balancer, and an order of its own', () => {
    const [shop, games] = ['shop', 'games'].map((name) => annotationsOf(render(member(edge, name))[`Ingress ${name}`]));
    const { [`${PREFIX}group.order`]: first, ...ofShop } = shop ?? {};
    const { [`${PREFIX}group.order`]: second, ...ofGames } = games ?? {};
    expect([first, second]).toEqual(['-990', '-980']);
    expect(ofShop).toEqual(ofGames);
    expect(ofShop).toMatchObject({
      [`${PREFIX}group.name`]: 'edge',
      [`${PREFIX}scheme`]: 'internet-facing',
      [`${PREFIX}tags`]: 'team=platform',
      [`${PREFIX}ssl-policy`]: 'ELBSecurityPolicy-TLS13-1-3-2021-06',
    });
  });

  it('is carried by a class that keeps other namespaces out', () => {
    const objects = render((scope) => {
      ofClass.ingressClass(scope);
      member(ofClass, 'games')(scope);
    });
    expect(at(objects['IngressClassParams edge'], 'spec')).toEqual({
      group: { name: 'edge' },
      scheme: 'internal',
      namespaceSelector: {
        matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop', 'games'] }],
      },
    });
    expect(at(objects['Ingress games'], 'spec', 'ingressClassName')).toBe('edge');
    expect(Object.keys(annotationsOf(objects['Ingress games']))).not.toContain(`${PREFIX}group.name`);
  });

  it('has no class where members name the group themselves, so that one app is for clusters of both kinds', () => {
    expect(render((scope) => expect(edge.ingressClass(scope)).toBeUndefined())).toEqual({});
  });

  it('is carried by a class of its name on EKS Auto Mode, which reads no group.name', () => {
    const objects = render((scope) => {
      edge.ingressClass(scope);
      member(edge, 'shop')(scope);
    }, autoMode);
    expect(at(objects['IngressClassParams edge'], 'apiVersion')).toBe('eks.amazonaws.com/v1');
    expect(at(objects['IngressClassParams edge'], 'spec', 'group')).toEqual({ name: 'edge' });
    expect(at(objects['Ingress shop'], 'spec', 'ingressClassName')).toBe('edge');
    expect(annotationsOf(objects['Ingress shop'])).toMatchObject({ [`${PREFIX}group.order`]: '-990' });
    expect(Object.keys(annotationsOf(objects['Ingress shop']))).not.toContain(`${PREFIX}group.name`);
  });
});

describe('TargetGroupBinding', () => {
  const targetGroupArn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/0123456789abcdef';
  const make = (scope: Chart) => new TargetGroupBinding(scope, 'web', { backend, targetGroupArn });
  const spec = { serviceRef: { name: 'web', port: 80 }, targetGroupARN: targetGroupArn, targetType: 'ip' };

  it('is of the controller’s kind, and of Auto Mode’s where that makes the load balancers', () => {
    expect(render(make)['TargetGroupBinding web']).toMatchObject({ apiVersion: 'elbv2.k8s.aws/v1beta1', spec });
    expect(render(make, autoMode)['TargetGroupBinding web']).toMatchObject({
      apiVersion: 'eks.amazonaws.com/v1',
      spec,
    });
  });

  it('lets callers in on ports of the targets, and leaves other clusters their targets', () => {
    const objects = render(
      (scope) =>
        new TargetGroupBinding(scope, 'web', {
          backend,
          targetGroupName: 'web',
          multiClusterTargetGroup: true,
          callers: [{ cidr: '10.0.0.0/8' }, { securityGroupId: 'sg-0a' }],
          callerPorts: [8080],
        }),
    );
    expect(at(objects['TargetGroupBinding web'], 'spec')).toEqual({
      serviceRef: { name: 'web', port: 80 },
      targetType: 'ip',
      targetGroupName: 'web',
      multiClusterTargetGroup: true,
      networking: {
        ingress: [
          {
            from: [{ ipBlock: { cidr: '10.0.0.0/8' } }, { securityGroup: { groupID: 'sg-0a' } }],
            ports: [{ protocol: 'TCP', port: 8080 }],
          },
        ],
      },
    });
  });
});

describe('externalDns', () => {
  it('stands beside the annotations of the load balancer', () => {
    const objects = render(
      (scope) =>
        new AlbIngress(scope, 'web', {
          scheme: 'internal',
          backend,
          externalDns: { hostnames: ['also', 'a.example.org'], ttlSeconds: 60, setIdentifier: 'blue', weight: 10 },
        }),
    );
    const dns = 'external-dns.alpha.kubernetes.io/';
    expect(annotationsOf(objects['Ingress web'])).toMatchObject({
      [`${dns}hostname`]: 'also.test.example.com,a.example.org',
      [`${dns}ttl`]: '60',
      [`${dns}set-identifier`]: 'blue',
      [`${dns}aws-weight`]: '10',
    });
  });
});
