import { Chart } from 'cdk8s';
import { Environment } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  const own = new Chart(chart, 'own');
  Environment.provide(own, eksEnvironment(), { aap: 'shop' } as never);
});
