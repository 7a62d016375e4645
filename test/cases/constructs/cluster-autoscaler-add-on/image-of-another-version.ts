import { ClusterAutoscalerAddOn } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ClusterAutoscalerAddOn(chart, 'autoscaler', { version: '9.59.1', imageTag: 'v1.35.0', iamRole: 'carts' });
});
