import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chart } from 'cdk8s';
import { parse as parseSetting } from 'valibot';
import { parse } from 'yaml';
import { routes } from '../../../src/load/settings/routes-schema';
import { at, type JsonObject } from '../../../src/model/json';
import { eksEnvironment } from '../../support/environment';
import { lbc } from '../../support/gateways';
import { ROOT } from '../../support/project';
import { render } from '../../support/render';
import { askIngress } from '../../support/routing/alb-ingress';
import { askGateway } from '../../support/routing/http-route';
import { request, shown } from '../../support/routing/request';

type Step = (chart: Chart) => void;
const page = readFileSync(join(ROOT, 'docs', 'from-ingress-to-gateway.md'), 'utf8');

/** What the blocks of the page export, by its name. */
function exported(): Readonly<Record<string, Step>> {
  const folder = mkdtempSync(join(ROOT, '.cache-examples-'));
  try {
    const blocks = Array.from(page.matchAll(/```ts\n([\s\S]*?)```/g), ([, code = ''], index) => {
      const file = join(folder, `block-${index}.ts`);
      writeFileSync(file, code);
      return require(file) as Record<string, Step>;
    });
    return Object.assign({}, ...blocks);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const steps = exported();
const step = (name: string) => steps[name] as Step;
/** The setting of the third step. */
const setting = parseSetting(routes, parse(/```yaml\nroutes:\n([\s\S]*?)```/.exec(page)?.[1] ?? ''));
const switched = eksEnvironment({ routes: setting });
const REQUESTS = ['', 'old', 'old/x', 'api', 'api/a', 'apis'].map((path) =>
  request(`GET https://shop.test.example.com/${path}`),
);

function object(objects: Readonly<Record<string, JsonObject>>, name: string): JsonObject {
  const found = objects[name];
  if (found === undefined) throw new Error(`${name} is not rendered`);
  return found;
}

describe('the page about the way from Ingress to Gateway', () => {
  const [before, after] = [render(step('before')), render(step('after'))];

  it('makes the same objects in its first step, that answer alike', () => {
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
    const answers = [before, after].map((objects) =>
      REQUESTS.map((asked) => shown(askIngress(object(objects, 'Ingress shop'), asked), asked)),
    );
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]).toEqual([
      'web:80',
      '301 https://shop.test.example.com/new',
      'web:80',
      'api:80',
      'api:80',
      'web:80',
    ]);
  });

  it('makes a load balancer for routes of labelled namespaces in its second, and nothing where there are Ingresses', () => {
    const names = Object.keys(render(step('edge'), lbc)).sort();
    expect(names).toEqual([
      'Gateway edge',
      'GatewayClass aws-alb',
      'HTTPRoute edge-redirect',
      'LoadBalancerConfiguration edge',
      'Namespace edge',
    ]);
    expect(Object.keys(render(step('edge')))).toEqual(['Namespace edge']);
  });

  it('attaches the same routes to it in its third, that answer as the Ingress did', () => {
    const objects = render(step('after'), switched);
    const gone = Object.keys(after).filter((name) => !(name in objects));
    const come = Object.keys(objects).filter((name) => !(name in after));
    expect([gone, come.sort()]).toEqual([
      ['Ingress shop'],
      ['HTTPRoute shop', 'TargetGroupConfiguration api', 'TargetGroupConfiguration web'],
    ]);
    const route = object(objects, 'HTTPRoute shop');
    expect(at(route, 'spec', 'parentRefs', 0)).toMatchObject({ name: 'edge', namespace: 'edge', sectionName: 'https' });
    const gateway = object(render(step('edge'), lbc), 'Gateway edge');
    for (const asked of REQUESTS)
      expect(shown(askGateway(gateway, [route], asked), asked)).toBe(
        shown(askIngress(object(after, 'Ingress shop'), asked), asked),
      );
  });
});
