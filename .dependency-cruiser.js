/**
 * The import table of docs/architecture.md, held by a tool: `npm run boundaries`.
 * `test/boundaries.test.ts` plants violations and sees them refused.
 */
const ours = '^(apps|charts|imports|src|environments)/';
const room = (name) => `^src/${name}/`;
const leaves = ['load', 'render', 'gitops', 'checks', 'live', 'referee', 'report', 'sandbox', 'write'];

const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  comment: `${from} may import of ours only: ${allowed.join(', ') || 'nothing'}`,
  from: { path: from },
  to: { path: ours, pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    only('model-imports-nothing', '^src/model/', []),
    only('imports-import-cdk8s-only', '^imports/', []),
    only('charts-import-imports-and-model', '^charts/', ['^imports/', '^src/model/']),
    only('apps-import-the-package-by-name', '^apps/', []),
    ...leaves.map((name) => only(`${name}-imports-model`, room(name), ['^src/model/'])),
    only('pipeline-joins-the-rooms', room('pipeline'), ['^src/model/', ...leaves.map(room)]),
    only('cli-calls-pipeline-and-report', room('cli'), ['^src/model/', room('pipeline'), room('report')]),
    only('doors-call-pipeline', room('doors'), ['^src/model/', room('pipeline'), room('report'), '^charts/']),
    {
      name: 'nobody-imports-cli',
      severity: 'error',
      from: { pathNot: [room('cli'), '^test/'] },
      to: { path: room('cli') },
    },
    {
      name: 'pure-rooms-touch-nothing',
      severity: 'error',
      comment: 'time, files, processes and the network arrive as values',
      from: { path: '^(charts|apps|src/model|src/render|src/gitops|src/checks|src/report)/' },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?(path|path/posix|crypto)$' },
    },
    {
      name: 'index-only-at-the-doors',
      severity: 'error',
      from: {},
      to: { path: '^(apps|charts|src)/.+/index\\.ts$' },
    },
    { name: 'no-unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: ['^cdk8s-eks'] } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: ['node_modules', '^lib/'] },
    exclude: { path: ['\\.(sh|sql|conf|txt|json)$'] },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['require', 'node', 'default'],
    },
  },
};
