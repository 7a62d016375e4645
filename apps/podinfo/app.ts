import { AppNamespace, defineApp, inNamespace } from 'cdk8s-eks';
import { database } from './database';
import { jobs } from './jobs';
import { routes } from './routes';
import { backend, cache, frontend } from './servers';

/** Namespaces by tier, as podinfo's own overlays call them. An environment's name is not one: the next has another. */
const NAMESPACES = { development: 'dev', staging: 'staging', production: 'production' } as const;

/** podinfo's web application: frontend, backend, cache, a pretended database and its jobs, in a namespace of its own. */
export default defineApp({
  name: 'podinfo',
  owner: 'podinfo',
  skip: { local: 'podinfo is rendered for the three stages that its overlays know' },
  charts(scope, environment) {
    const namespace = NAMESPACES[environment.tier];
    new AppNamespace(scope, 'Namespace', { name: namespace, labels: { 'edge.example.com/routes': 'public' } });
    const chart = inNamespace(scope, namespace);
    cache(chart);
    routes(chart, { backend: backend(chart), frontend: frontend(chart) });
    database(chart);
    jobs(chart);
  },
});
