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
/** The settings of the second step and of the third. */
const [beside, switched] = Array.from(page.matchAll(/```yaml\nroutes:\n([\s\S]*?)```/g), ([, text = '']) =>
  eksEnvironment({ routes: parseSetting(routes, parse(text)) }),
);
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

  it('attaches the same routes to it, beside the Ingress, and they answer as the Ingress does', () => {
    const objects = render(step('after'), beside);
    const come = Object.keys(objects).filter((name) => !(name in after));
    expect(come.sort()).toEqual(['HTTPRoute shop', 'TargetGroupConfiguration api', 'TargetGroupConfiguration web']);
    for (const [name, value] of Object.entries(after)) expect(objects[name]).toEqual(value);
    const route = object(objects, 'HTTPRoute shop');
    expect(at(route, 'spec', 'parentRefs', 0)).toMatchObject({ name: 'edge', namespace: 'edge', sectionName: 'https' });
    const gateway = object(render(step('edge'), beside), 'Gateway edge');
    for (const asked of REQUESTS)
      expect(shown(askGateway(gateway, [route], asked), asked)).toBe(
        shown(askIngress(object(after, 'Ingress shop'), asked), asked),
      );
  });

  it('takes the Ingress away in its third step, and nothing else', () => {
    const [second, third] = [render(step('after'), beside), render(step('after'), switched)];
    expect(Object.keys(second).filter((name) => !(name in third))).toEqual(['Ingress shop']);
    for (const [name, value] of Object.entries(third)) expect(second[name]).toEqual(value);
  });
});
