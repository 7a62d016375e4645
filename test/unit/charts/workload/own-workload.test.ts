import { ApiObject } from 'cdk8s';
import { allowFrom, k8s, type PodProps, Workload } from 'cdk8s-eks';
import type { Construct } from 'constructs';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';

class Canary extends Workload {
  readonly serviceAccount: k8s.KubeServiceAccount | undefined;

  constructor(scope: Construct, id: string, props: PodProps) {
    super(scope, id, props);
    const pod = this.podTemplateOf(props, { ports: [{ name: 'http', containerPort: 8080 }], preStopSeconds: 5 });
    this.serviceAccount = this.serviceAccountOf(props);
    new ApiObject(this, 'Rollout', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Rollout',
      metadata: { ...this.metadataOf(props) },
      spec: { selector: { matchLabels: this.selector }, template: k8s.toJson_PodTemplateSpec(pod) },
    });
  }
}

describe('a workload of one’s own', () => {
  it('has our names, labels, Pod and ServiceAccount', () => {
    const objects = render((scope) => {
      const canary = new Canary(scope, 'shop', { image: 'example.com/shop:1', annotations: { a: 'b' } });
      allowFrom(scope, 'peers', { from: canary, to: canary, ports: [{ port: 8080 }] });
    });
    expect(objects['Rollout shop']).toMatchObject({
      metadata: { name: 'shop', annotations: { a: 'b' }, labels: { 'app.kubernetes.io/name': 'shop' } },
      spec: {
        selector: { matchLabels: { 'app.kubernetes.io/name': 'shop', 'app.kubernetes.io/part-of': 'shop' } },
        template: {
          metadata: { labels: { 'app.kubernetes.io/name': 'shop' } },
          spec: {
            serviceAccountName: 'shop',
            containers: [
              {
                name: 'shop',
                lifecycle: { preStop: { sleep: { seconds: 5 } } },
                resources: { limits: { memory: '128Mi' } },
                ports: [{ name: 'http', containerPort: 8080 }],
              },
            ],
          },
        },
      },
    });
    expect(Object.keys(objects)).toContain('ServiceAccount shop');
  });

  it('is told all that is wrong with its Pod at once', () => {
    const wrong = () =>
      render((scope) => void new Canary(scope, 'shop', { image: 'Example', terminationGracePeriodSeconds: -1 }));
    expect(messageOf(wrong)).toMatch(
      /terminationGracePeriodSeconds is -1[\s\S]*no runtime can read the image "Example"/,
    );
  });
});
