import { Chart, Testing } from 'cdk8s';
import { Environment } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

export default mistake(() => {
  Environment.provide(new Chart(Testing.app(), 'MyChart'), eksEnvironment());
});
