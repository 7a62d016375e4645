import { BlueGreenBackend, WebService } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const server = (name: string) => new WebService(chart, name, { image: 'a/b:1', port: 8080 });
  new BlueGreenBackend(chart, 'landing', { blue: server('blue'), green: server('green'), greenPercent: true });
});
