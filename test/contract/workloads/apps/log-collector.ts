import { ConfigFiles, defineApp, NodeAgent } from 'cdk8s-eks';

export default defineApp({
  name: 'logging',
  owner: 'platform',
  namespace: 'logging',
  charts(scope) {
    const config = new ConfigFiles(scope, 'config', {
      name: 'log-collector',
      data: { FLUENT_ELASTICSEARCH_HOST: 'elasticsearch.logging', FLUENT_ELASTICSEARCH_PORT: '9200' },
    });
    new NodeAgent(scope, 'log-collector', {
      image: 'public.ecr.aws/docker/library/fluentd:v1.18-1',
      containerName: 'fluentd',
      envFrom: [config],
      env: { NODE_NAME: { fieldRef: { fieldPath: 'spec.nodeName' } } },
      host: { reason: 'it reads the logs of the node’s containers', paths: [{ path: '/var/log', readOnly: true }] },
      everyNode: true,
      terminationGracePeriodSeconds: 60,
      resources: { cpu: '100m', memory: '200Mi' },
    });
  },
});
