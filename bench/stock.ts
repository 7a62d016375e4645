import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from './measure';
import type { Shape } from './platform';

/** Above this many objects stock cdk8s takes minutes: every chart validates the whole tree, so time grows with the square. */
export const STOCK_LIMIT = 9_600;

/** The platform as a program for stock cdk8s: one App, a chart per service, `App.synth`. No checks. */
export function writeStock(folder: string, packageRoot: string, shape: Shape): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'main.js'), `const shape = ${JSON.stringify(shape)};\n${PROGRAM}`);
}

export function stockCommand(folder: string): Command {
  return { program: process.execPath, args: ['main.js'], cwd: folder, limit: 600 };
}

const PROGRAM = `
const { App, Chart } = require('cdk8s');
const kplus = require('cdk8s-plus-28');
const app = new App({ outdir: 'dist' });
for (const environment of shape.environments) {
  for (const { name, services } of shape.apps) {
    for (let index = 0; index < services; index++) {
      const service = 'service-' + index;
      const chart = new Chart(app, environment + '-' + name + '-' + service, { namespace: name });
      const config = new kplus.ConfigMap(chart, service + '-config', {
        data: { LOG_LEVEL: 'info', GREETING: 'hello from ' + service, CACHE_SECONDS: '300', FEATURE_FLAGS: 'search,cart' },
      });
      const serviceAccount = new kplus.ServiceAccount(chart, service + '-account');
      const deployment = new kplus.Deployment(chart, service, {
        serviceAccount,
        containers: [{
          image: 'ghcr.io/stefanprodan/podinfo:6.14.1',
          portNumber: 9898,
          envFrom: [kplus.Env.fromConfigMap(config)],
          readiness: kplus.Probe.fromHttpGet('/readyz'),
          securityContext: { user: 100, group: 101 },
        }],
      });
      new kplus.HorizontalPodAutoscaler(chart, service + '-scaler', {
        target: deployment, minReplicas: 2, maxReplicas: 6,
        metrics: [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))],
      });
      const backend = deployment.exposeViaService({ ports: [{ port: 80, targetPort: 9898 }] });
      new kplus.Ingress(chart, service + '-ingress', {
        rules: [{ host: service + '.example.com', path: '/', backend: kplus.IngressBackend.fromService(backend) }],
      });
    }
  }
}
app.synth();
`;
