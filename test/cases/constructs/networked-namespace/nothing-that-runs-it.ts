import { NetworkedNamespace } from 'cdk8s-eks';
import { eksEnvironment } from '../../../support/environment';
import { mistake } from '../../../support/mistake';

const { compute } = eksEnvironment();
const fargateProfiles = [{ name: 'batch', selectors: [{ namespace: 'shop', labels: { team: 'shop-*' } }] }];

export default mistake(
  (chart) => {
    new NetworkedNamespace(chart, 'shop', { podLabels: { team: 'other' } });
  },
  eksEnvironment({ compute: { ...compute, managedNodeGroups: [], fargateProfiles } }),
);
