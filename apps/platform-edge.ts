import { AppNamespace, defineApp, Gateway, GatewayClass, inNamespace, publicScheme } from 'cdk8s-eks';

const INGRESSES = 'requests come in by Ingresses there';

/** The load balancer that apps share where requests come in by Gateways, and the class of all Gateways. */
export default defineApp({
  name: 'platform-edge',
  owner: 'platform',
  skip: { local: INGRESSES, dev: INGRESSES, prod: INGRESSES },
  charts(scope) {
    new AppNamespace(scope, 'Namespace', { name: 'edge' });
    new GatewayClass(scope, 'aws-alb');
    new Gateway(inNamespace(scope, 'edge'), 'edge', {
      // Only namespaces that an app of ours has labelled: who may attach may take any path of any host.
      routesFrom: { labels: { 'edge.example.com/routes': 'public' } },
      loadBalancer: { scheme: publicScheme(scope), loadBalancerAttributes: { 'deletion_protection.enabled': 'true' } },
    });
  },
});
