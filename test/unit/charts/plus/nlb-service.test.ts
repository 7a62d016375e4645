import { NlbService, Worker } from 'cdk8s-eks';
import * as plus from 'cdk8s-plus-28';
import { mapAt } from '../../../../src/model/json';
import { render } from '../../../support/render';

const image = 'example.com/app:1';

describe('an NlbService of a workload of cdk8s-plus', () => {
  it('leads to a port without a name by its number', () => {
    const rendered = render((chart) => {
      const web = new plus.Deployment(chart, 'web', { containers: [{ image, portNumber: 8080 }] });
      new NlbService(chart, 'edge', { backend: web });
    });
    expect(mapAt(rendered['Service edge'], 'spec')['ports']).toEqual([
      { name: 'port-8080', port: 8080, targetPort: 8080 },
    ]);
  });

  it('speaks the protocols of its ports', () => {
    const ports = [
      { name: 'dns', number: 5353, protocol: plus.Protocol.UDP },
      { name: 'web', number: 8080 },
    ];
    const rendered = render((chart) => {
      const backend = new plus.Deployment(chart, 'web', { containers: [{ image, ports }] });
      new NlbService(chart, 'edge', { backend, listeners: { dns: { port: 53 }, web: {} } });
    });
    expect(mapAt(rendered['Service edge'], 'spec')['ports']).toEqual([
      { name: 'dns', port: 53, targetPort: 'dns', protocol: 'UDP' },
      { name: 'web', port: 8080, targetPort: 'web' },
    ]);
  });
});

describe('an NlbService in cdk8s-plus', () => {
  it('is the Service of a backend of its Ingress', () => {
    const rendered = render((chart) => {
      const backend = new Worker(chart, 'w', { image, ports: [{ name: 'http', containerPort: 8080 }] });
      const nlb = new NlbService(chart, 'edge', { backend });
      const defaultBackend = plus.IngressBackend.fromService(nlb.asPlusService());
      new plus.Ingress(chart, 'in', { metadata: { name: 'in' }, defaultBackend });
    });
    expect(mapAt(rendered['Ingress in'], 'spec', 'defaultBackend')).toEqual({
      service: { name: 'edge', port: { number: 80 } },
    });
  });
});
