import { ListenerRuleConfiguration } from 'cdk8s-eks';
import { lbc } from '../../../support/gateways';
import { mistake } from '../../../support/mistake';

export default mistake((chart) => {
  new ListenerRuleConfiguration(chart, 'shop', { stickinessSeconds: 0 });
}, lbc);
