import { Chart, Testing } from 'cdk8s';
import { Environment } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

/** As somebody does who has no type check. */
const settings = { platform: 'eks', name: 'prod', kubernetesVersion: '1.34' };

export default mistake(() => {
  Environment.provide(new Chart(Testing.app(), 'shop'), settings as never);
});
