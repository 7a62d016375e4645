/**
 * The import table of docs/architecture.md, held by a tool: `npm run boundaries`.
 * `test/unit/boundaries.test.ts` plants violations and sees them refused.
 */
const ours = '^(apps|charts|imports|src|environments)/';
const room = (name) => `^src/${name}/`;
/** The rooms below all others; each imports those before it in this list. */
const ground = [room('grammar'), room('knowledge'), room('model')];
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
    only('grammar-imports-nothing', room('grammar'), []),
    only('knowledge-imports-grammar', room('knowledge'), [room('grammar')]),
    only('model-imports-grammar-and-knowledge', room('model'), [room('grammar'), room('knowledge')]),
    only('imports-import-cdk8s-only', '^imports/', []),
    only('charts-import-imports-and-the-ground', '^charts/', ['^imports/', ...ground]),
    // A domain of charts/ shares with the others what lies in charts/shared.
    only('alb-imports-shared-charts', '^charts/alb/', ['^charts/shared/', '^imports/', ...ground]),
    only('apps-import-the-package-by-name', '^apps/', []),
    ...leaves.map((name) => only(`${name}-imports-the-ground`, room(name), ground)),
    only('run-joins-the-rooms', room('run'), [...ground, ...leaves.map(room)]),
    only('cli-calls-run-and-report', room('cli'), [...ground, room('run'), room('report')]),
    only('doors-call-run', room('doors'), [...ground, room('run')]),
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
      from: { path: '^(charts|apps|src/grammar|src/knowledge|src/model|src/render|src/gitops|src/checks|src/report)/' },
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
