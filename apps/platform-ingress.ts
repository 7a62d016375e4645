import { AlbIngressClass, defineApp, Environment } from 'cdk8s-eks';
import { staff } from './staff-shop/group';

/** The class that every Ingress for the AWS Load Balancer Controller names. */
export default defineApp({
  name: 'platform-ingress',
  owner: 'platform',
  skip: { local: 'a laptop’s cluster brings an Ingress class of its own' },
  charts(scope) {
    const environment = Environment.of(scope);
    new AlbIngressClass(scope, 'alb', { params: { tags: [{ key: 'environment', value: environment.name }] } });
    // On EKS Auto Mode a load balancer is shared by a class alone; elsewhere its members name the group.
    staff.ingressClass(scope);
  },
});
