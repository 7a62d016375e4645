import { EksCluster } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const base = eksEnvironment();
const environment = eksEnvironment({ compute: { ...base.compute, autoMode: true } });

export default mistake((chart) => void new EksCluster(chart, 'cluster'), environment);
