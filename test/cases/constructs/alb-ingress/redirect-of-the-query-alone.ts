import { AlbIngress } from 'cdk8s-eks';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new AlbIngress(chart, 'web', {
    scheme: 'internal',
    paths: [{ action: { redirect: { host: '#{host}', query: 'a=1' } } }],
  });
});
