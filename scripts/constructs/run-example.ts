import type { Chart } from 'cdk8s';
import { transformSync } from 'esbuild';
import * as library from '../../charts';

/** What an example takes beside a chart, by its type. Its own objects are not the example's. */
const BESIDE: Readonly<Record<string, (chart: Chart, id: string) => unknown>> = {
  WebService: (chart, id) => new library.WebService(chart, id, { image: IMAGE, port: 8080, replicas: 'external' }),
  Gateway: (chart, id) => new library.Gateway(chart, id),
  Worker: (chart, id) => new library.Worker(chart, id, { image: IMAGE, replicas: 'external' }),
  Ec2NodeClass: (chart, id) =>
    new library.Ec2NodeClass(chart, id, {
      role: 'karpenter-nodes',
      ami: 'al2023@v20251112',
      securityGroups: [{ name: 'nodes' }],
    }),
};

const IMAGE = 'public.ecr.aws/nginx/nginx-unprivileged:1.29';
/** Begins the ids of what an example takes. */
export const BESIDE_ID = 'beside-';

type Made = (...input: unknown[]) => unknown;

/**
 * Compiles an example and calls what it exports with a chart.
 * @throws Error for a parameter that nobody knows how to give
 */
export function runExample(code: string, chart: Chart): void {
  const { code: compiled } = transformSync(code, { loader: 'ts', format: 'cjs', target: 'node20' });
  const module = { exports: {} as Record<string, unknown> };
  const ofExample = (name: string): unknown => (name === 'cdk8s-eks' ? library : require(name));
  new Function('require', 'module', 'exports', compiled)(ofExample, module, module.exports);
  for (const [name, made] of Object.entries(module.exports)) {
    if (typeof made !== 'function') continue;
    const [, type] = new RegExp(`export (const|class) ${name}\\b`).exec(code) ?? [];
    if (type === 'class') Reflect.construct(made, [chart, name.toLowerCase(), { image: IMAGE }]);
    else (made as Made)(...parametersOf(code, name).map((parameter) => argument(parameter, chart)));
  }
}

/** `chart: Chart, web: WebService` → the names with their types. */
function parametersOf(code: string, name: string): readonly (readonly [name: string, type: string])[] {
  const [, list = ''] = new RegExp(`export const ${name} = \\(([^)]*)\\)`).exec(code) ?? [];
  return list.split(',').flatMap((one) => {
    const [parameter = '', type = ''] = one.split(':').map((part) => part.trim());
    return parameter === '' ? [] : [[parameter, type] as const];
  });
}

function argument([name, type]: readonly [name: string, type: string], chart: Chart): unknown {
  if (type === 'Chart') return chart;
  const make = BESIDE[type];
  if (make === undefined) throw new Error(`An example takes ${name}: ${type}; say in BESIDE how to make one.`);
  return make(chart, `${BESIDE_ID}${name}`);
}
