import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AlbIngress } from 'cdk8s-eks';
import {
  ALB_ANNOTATIONS,
  ALB_FAMILIES,
  ALB_PREFIX,
  albAnnotation,
  WITHOUT_PROPERTY,
} from '../../../../src/knowledge/aws/alb-annotations';
import { ALB_PATH_PROPERTIES } from '../../../../src/knowledge/aws/alb-path-properties';
import { ALB_SETTINGS } from '../../../../src/knowledge/aws/alb-settings';
import { settingEntries } from '../../../../src/knowledge/aws/setting-row';
import { mapAt } from '../../../../src/model/json';
import { ROOT } from '../../../support/project';
import { render } from '../../../support/render';
import { AUTH, CREATED, FRONTEND, FRONTEND_HEALTH, GROUP, HEALTH, type Sample, SETTINGS } from './alb-samples';
import { ALB_SAMPLES } from './annotation-samples';

/** Every key that release 3.5 of the controller reads or writes on an Ingress, and the alias of one. */
const ROWS = [...ALB_ANNOTATIONS, ...ALB_FAMILIES];
const KEYS = ROWS.map(({ key }) => key).sort();
const keyOf = (key: string) => albAnnotation(key)?.key ?? key;

describe('the keys of the AWS Load Balancer Controller on an Ingress', () => {
  it('are 72, with web-acl-id, the other name of waf-acl-id', () => {
    expect(KEYS).toHaveLength(72);
    expect(new Set(KEYS).size).toBe(KEYS.length);
  });

  it('have a typed property each, or a reason why none writes them', () => {
    const ofSettings = settingEntries(ALB_SETTINGS).map(({ annotation }) => annotation.key);
    const written = new Set([...ofSettings, ...Object.keys(ALB_PATH_PROPERTIES)]);
    const reasons = Object.keys(WITHOUT_PROPERTY);
    expect([...written, ...reasons].sort()).toEqual(KEYS);
  });

  it('are written by a sample of a property each', () => {
    const samples: readonly Readonly<Record<string, Sample<unknown>>>[] = [
      SETTINGS,
      HEALTH,
      GROUP,
      AUTH,
      CREATED,
      FRONTEND,
      FRONTEND_HEALTH,
    ];
    const texts = samples.flatMap((one) => Object.values(one).flatMap((sample) => Object.keys(sample.texts)));
    const written = new Set([...texts, ...ofPaths()].map(keyOf));
    expect(KEYS.filter((key) => !written.has(key))).toEqual(Object.keys(WITHOUT_PROPERTY).sort());
  });

  it('are judged in raw objects by a sample each', () => {
    expect([...new Set(Object.keys(ALB_SAMPLES).map(keyOf))].sort()).toEqual(KEYS);
  });

  it('have a line on the page', () => {
    const page = readFileSync(join(ROOT, 'docs', 'annotations.md'), 'utf8');
    const [, ofIngress = ''] = page.split('## On an Ingress');
    const [lines = ''] = ofIngress.split('## On a Service');
    expect(KEYS.filter((key) => !lines.includes(`| \`${key}${key.endsWith('.') ? '…' : ''}\` |`))).toEqual([]);
  });

  it('say what counts where nothing is said, and what counts in a group', () => {
    for (const row of ROWS) {
      const { key, value, merge } = row;
      expect(row.default).not.toBe('');
      expect(merge).toMatch(/^(exclusive|listener|merge|entry|own)$/);
      if (!row.default.startsWith('- '))
        expect([key, value.wants(row.default, () => undefined)]).toEqual([key, undefined]);
    }
  });
});

/** What a path writes that has an action, conditions and a rewrite. */
function ofPaths(): readonly string[] {
  const objects = render(
    (scope) =>
      new AlbIngress(scope, 'web', {
        scheme: 'internal',
        paths: [
          {
            backend: { service: 'web', port: 80 },
            conditions: { headers: [{ name: 'x-team', values: ['a'] }] },
            rewrite: { url: { regex: '^/a', replace: '/b' } },
          },
        ],
      }),
  );
  const annotations = mapAt(objects['Ingress web'], 'metadata', 'annotations');
  return Object.keys(annotations).map((key) => key.slice(ALB_PREFIX.length));
}
