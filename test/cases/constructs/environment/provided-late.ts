import { Chart, Testing } from 'cdk8s';
import { ConfigFiles, Environment } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(() => {
  const chart = new Chart(Testing.app(), 'shop');
  new ConfigFiles(chart, 'files', { data: { 'a.conf': 'a' } });
  Environment.provide(chart, eksEnvironment());
});
