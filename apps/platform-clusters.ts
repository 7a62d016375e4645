import { AppNamespace, defineApp, EksCluster } from 'cdk8s-eks';

const MANAGED = 'its cluster is kept from that of staging';

/**
 * Clusters that ACK keeps as their environments describe them, from a cluster that manages others of its account. What is
 * there already is adopted, and stays in AWS when its objects go.
 */
export default defineApp({
  name: 'platform-clusters',
  owner: 'platform',
  namespace: 'clusters',
  skip: {
    local: 'a laptop has no cluster of AWS',
    dev: MANAGED,
    prod: 'its account keeps no cluster from another one',
  },
  charts(scope) {
    new AppNamespace(scope, 'namespace', { name: 'clusters' });
    new EksCluster(scope, 'dev', { of: 'dev', adopt: true });
  },
});
