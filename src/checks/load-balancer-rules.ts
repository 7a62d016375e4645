import type { Rule } from './engine/rule';
import { banGatewayAnnotation } from './rules/eks/ban-gateway-annotation';
import { banNlbContradiction } from './rules/eks/ban-nlb-contradiction';
import { banPublicEndpoint } from './rules/eks/ban-public-endpoint';
import { banPublicImage } from './rules/eks/ban-public-image';
import { noMissingAlbCertificate } from './rules/eks/no-missing-alb-certificate';
import { noMissingLoadBalancerPath } from './rules/eks/no-missing-load-balancer-path';
import { noMissingLoginSecret } from './rules/eks/no-missing-login-secret';
import { noMissingNlbTarget } from './rules/eks/no-missing-nlb-target';
import { requireCertificate } from './rules/eks/require-certificate';
import { requireLoadBalancerClass } from './rules/eks/require-load-balancer-class';
import { requireLogin } from './rules/eks/require-login';
import { uniqueAlbGroupOrder } from './rules/eks/unique-alb-group-order';
import { validAlbAnnotation } from './rules/eks/valid-alb-annotation';
import { validAlbGroup } from './rules/eks/valid-alb-group';
import { validAlbHealthPath } from './rules/eks/valid-alb-health-path';
import { validAlbInstanceBackend } from './rules/eks/valid-alb-instance-backend';
import { validAlbRule } from './rules/eks/valid-alb-rule';
import { validGateway } from './rules/eks/valid-gateway';
import { validGatewayQuota } from './rules/eks/valid-gateway-quota';
import { validGatewayRoute } from './rules/eks/valid-gateway-route';
import { validGatewayTarget } from './rules/eks/valid-gateway-target';
import { validLatticeRoute } from './rules/eks/valid-lattice-route';
import { validLoadBalancerSubnets } from './rules/eks/valid-load-balancer-subnets';
import { validNlbAnnotation } from './rules/eks/valid-nlb-annotation';
import { validNlbListener } from './rules/eks/valid-nlb-listener';
import { validNlbTarget } from './rules/eks/valid-nlb-target';
import { validNlbTls } from './rules/eks/valid-nlb-tls';
import { validTargetGroupBinding } from './rules/eks/valid-target-group-binding';

/** Rules about Application Load Balancers, of Ingresses and of Gateways. */
export const ALB_RULES: readonly Rule[] = [
  validAlbAnnotation,
  validAlbInstanceBackend,
  validAlbHealthPath,
  validAlbRule,
  validAlbGroup,
  uniqueAlbGroupOrder,
  noMissingAlbCertificate,
  noMissingLoginSecret,
  requireLogin,
  validTargetGroupBinding,
  banGatewayAnnotation,
  validGateway,
  validGatewayRoute,
  validLatticeRoute,
  validGatewayTarget,
  validGatewayQuota,
];

/** Rules about Network Load Balancers, and about every load balancer. */
export const NLB_RULES: readonly Rule[] = [
  validNlbAnnotation,
  validNlbListener,
  validNlbTls,
  validNlbTarget,
  noMissingNlbTarget,
  noMissingLoadBalancerPath,
  validLoadBalancerSubnets,
  banNlbContradiction,
  banPublicEndpoint,
  banPublicImage,
  requireCertificate,
  requireLoadBalancerClass,
];
