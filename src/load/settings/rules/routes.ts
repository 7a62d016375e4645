import type { Settings } from '../schema';
import type { Say } from './rule';

/** Who serves Gateways has to be there. */
export function routesProblems(settings: Settings, say: Say): void {
  const { routes } = settings;
  if (routes?.form !== 'gateway') return;
  const { controller } = routes;
  const path = ['routes', 'controller'];
  if (settings.platform === 'kubernetes' && controller !== 'other') {
    const message = `${controller} makes load balancers of AWS, and this is a plain cluster: no Gateway would ever be served.`;
    say(path, message, 'write other.');
  }
  if (settings.platform === 'eks' && controller === 'auto-mode' && !settings.compute.autoMode) {
    const message =
      'EKS Auto Mode is to serve Gateways, and compute.autoMode is not true: no Gateway would ever be served.';
    say(path, message, 'set `compute.autoMode: true` where it runs, or name the controller that is there.');
  }
}
