import { EksCluster, Environment } from 'cdk8s-eks';
import { ENVIRONMENTS_CONTEXT } from '../../../../src/model/environment-context';
import { kubernetesEnvironment } from '../../../support/environment';
import { WHOLE } from '../../../support/everything/cluster';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  chart.node.setContext(ENVIRONMENTS_CONTEXT, [Environment.of(chart), kubernetesEnvironment()]);
  new EksCluster(chart, 'cluster', { of: 'local' });
}, WHOLE());
