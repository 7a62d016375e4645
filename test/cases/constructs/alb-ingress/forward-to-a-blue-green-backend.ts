import { AlbIngress, BlueGreenBackend, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const web = (name: string) => new WebService(chart, name, { image: 'example.com/web:1', port: 8080 });
  const backend = new BlueGreenBackend(chart, 'both', { blue: web('blue'), green: web('green'), greenPercent: 10 });
  const forward = [
    { backend, weight: 1 },
    { backend: web('other'), weight: 1 },
  ];
  new AlbIngress(chart, 'ingress', { scheme: 'internal', paths: [{ action: { forward } }] });
});
