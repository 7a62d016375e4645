import { hardened } from 'cdk8s-eks';
import { Pod } from 'cdk8s-plus-28';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  hardened(new Pod(chart, 'web', { containers: [{ image: 'example.com/web:1' }] }) as never);
});
