import { defineApp, WebService } from 'cdk8s-eks';

export default defineApp({
  name: 'web',
  owner: 'web',
  namespace: 'web',
  charts: (scope) =>
    new WebService(scope, 'php-apache', {
      image: 'registry.k8s.io/hpa-example:latest',
      port: 80,
      profile: { level: 'baseline', reason: 'Apache starts as root, and binds port 80' },
      resources: { cpu: '200m', cpuLimit: '500m', memory: '128Mi' },
      autoscaling: { minReplicas: 2, maxReplicas: 10, cpuUtilization: 50, memoryUtilization: 80 },
      disruptionBudget: { minAvailable: '50%' },
    }),
});
