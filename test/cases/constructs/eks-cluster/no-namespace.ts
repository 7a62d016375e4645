import { EksCluster } from 'cdk8s-eks';
import { WHOLE } from '../../../support/everything/cluster';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => void new EksCluster(chart, 'cluster'), WHOLE(), null);
