import type { EksEnvironment, GatewayController } from 'cdk8s-eks';
import { eksEnvironment } from './environment';

const { compute } = eksEnvironment();

/** An environment whose requests come in by Gateways, and who serves them. */
export function gateways(
  controller: GatewayController,
  gateway?: { readonly name: string; readonly namespace: string },
  more: Partial<EksEnvironment> = {},
) {
  const shared = gateway === undefined ? {} : { gateway: { ...gateway, sectionName: 'https' } };
  return eksEnvironment({
    compute: { ...compute, autoMode: controller === 'auto-mode' },
    routes: { form: 'gateway', controller, gatewayClassName: 'aws-alb', ...shared },
    ...more,
  });
}

/** Gateways of the AWS Load Balancer Controller. */
export const lbc = gateways('load-balancer-controller');
