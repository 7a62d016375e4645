import { hardened } from 'cdk8s-eks';
import { Deployment } from 'cdk8s-plus-33';
import { mistake } from '../../../support/mistake';

const containers = [{ image: 'example.com/web:1', portNumber: 8080 }];

export default mistake((chart) => {
  const web = new Deployment(chart, 'web', { containers, revisionHistoryLimit: 5, enableServiceLinks: true });
  hardened(web, { revisionHistoryLimit: 2, enableServiceLinks: false });
});
