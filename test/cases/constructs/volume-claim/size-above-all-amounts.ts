import { VolumeClaim } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new VolumeClaim(chart, 'data', { storageClass: 'gp3', size: '99999999Ti' });
});
