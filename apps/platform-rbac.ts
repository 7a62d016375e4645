import { defineApp, TeamRbac } from 'cdk8s-eks';

/** What teams may see of the whole cluster. */
export default defineApp({
  name: 'platform-rbac',
  owner: 'platform',
  charts(scope) {
    new TeamRbac(scope, 'cluster-viewer', {
      subjects: [{ group: 'developers' }],
      clusterWide: [
        { resources: ['namespaces', 'nodes', 'persistentvolumes'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: ['storage.k8s.io'], resources: ['storageclasses'], verbs: ['get', 'list', 'watch'] },
      ],
    });
  },
});
