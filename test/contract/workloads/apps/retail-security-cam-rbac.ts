import { defineApp, TeamRbac } from 'cdk8s-eks';

export default defineApp({
  name: 'carts-team',
  owner: 'platform',
  namespace: 'carts',
  charts: (scope) =>
    new TeamRbac(scope, 'carts-team-role', {
      subjects: [{ group: 'carts-team' }],
      namespaced: {
        namespace: 'carts',
        grants: [
          { resources: ['*'], verbs: ['get', 'list', 'watch'], reason: 'the team sees all of its namespace' },
          { resources: ['pods'], verbs: ['delete'] },
        ],
      },
    }),
});
