import * as door from 'cdk8s-eks';
import { annotations, type Entries, image } from './entry';

const port = { name: 'http', containerPort: 8080 };

export const DELIVERY: Entries = {
  AnalysisTemplate: {
    least: (scope) =>
      new door.AnalysisTemplate(scope, 'least', {
        metrics: [
          { name: 'errors', provider: { web: { url: 'http://probe.shop' } }, successCondition: 'result == "ok"' },
        ],
      }),
    most: (scope) =>
      new door.AnalysisTemplate(scope, 'most', {
        annotations,
        args: ['service', { name: 'known', value: '1' }, { name: 'token', secret: 'probe', key: 'token' }],
        dryRun: ['latency'],
        measurementRetention: { errors: 20 },
        metrics: [
          {
            name: 'errors',
            interval: '1m',
            count: 5,
            initialDelay: '30s',
            successCondition: 'result[0] < 0.01',
            failureCondition: 'result[0] > 0.1',
            failureLimit: 1,
            inconclusiveLimit: 2,
            consecutiveErrorLimit: 3,
            consecutiveSuccessLimit: 4,
            provider: {
              prometheus: {
                address: 'https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1',
                query: 'sum(rate(errors_total{service="{{args.service}}"}[1m]))',
                timeoutSeconds: 20,
                headers: { 'x-team': 'shop' },
                rangeQuery: { start: 'now() - duration("5m")', end: 'now()', step: '1m' },
                sigv4: { region: 'eu-west-1' },
              },
            },
          },
          {
            name: 'latency',
            successCondition: 'result[0].Values[0] < 1',
            provider: {
              cloudWatch: {
                interval: '5m',
                metricDataQueries: [
                  { id: 'ratio', expression: 'slow / 2', returnData: true },
                  {
                    id: 'slow',
                    returnData: false,
                    metricStat: {
                      metric: {
                        namespace: 'AWS/ApplicationELB',
                        metricName: 'TargetResponseTime',
                        dimensions: { LoadBalancer: 'app/shop/1' },
                      },
                      period: 60,
                      stat: 'p99',
                    },
                  },
                ],
              },
            },
          },
          {
            name: 'probe',
            successCondition: 'result == "ok"',
            provider: {
              web: {
                url: 'https://probe.shop',
                method: 'POST',
                body: '{}',
                jsonPath: '{$.state}',
                timeoutSeconds: 5,
                headers: { authorization: '{{args.token}}' },
              },
            },
          },
          {
            name: 'smoke',
            provider: {
              job: {
                metadata: { annotations },
                spec: { template: { spec: { restartPolicy: 'Never', containers: [{ name: 'smoke', image }] } } },
              },
            },
          },
        ],
      }),
  },
  BlueGreenBackend: {
    least: (scope) => {
      const backend = new door.BlueGreenBackend(scope, 'least', {
        blue: new door.WebService(scope, 'least-blue', { image, port: 8080 }),
        green: new door.WebService(scope, 'least-green', { image, port: 8080 }),
        greenPercent: 0,
      });
      new door.AlbIngress(scope, 'least-ingress', { scheme: 'internal', paths: [{ backend }] });
    },
    most: (scope) => {
      const backend = new door.BlueGreenBackend(scope, 'most', {
        name: 'shared',
        blue: new door.WebService(scope, 'most-blue', { image, ports: [port] }),
        green: new door.WebService(scope, 'most-green', { image, ports: [port] }),
        greenPercent: '25',
        port: 'http',
        stickinessSeconds: 60,
      });
      new door.AlbIngress(scope, 'most-ingress', { scheme: 'internal', paths: [{ backend }] });
    },
  },
};
