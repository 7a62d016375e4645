import { AlbIngress } from 'cdk8s-eks';
import { ALB_PREFIX, albAnnotation } from '../../../../src/knowledge/aws/alb-annotations';
import { ALB_SETTINGS } from '../../../../src/knowledge/aws/alb-settings';
import { settingEntries } from '../../../../src/knowledge/aws/setting-row';
import { mapAt } from '../../../../src/model/json';
import { render } from '../../../support/render';
import { messageOf } from '../../../support/thrown';
import { AUTH, CREATED, FRONTEND, FRONTEND_HEALTH, GROUP, HEALTH, type Sample, SETTINGS } from './alb-samples';

type Case = readonly [property: string, sample: Sample<unknown>, propsOf: (value: unknown) => object];
type Inside = (name: string, value: unknown) => object;

/** @param inside puts a property into the object of properties that holds it */
function casesOf(samples: Readonly<Record<string, Sample<unknown>>>, at = '', inside: Inside = alone): readonly Case[] {
  return Object.entries(samples).map(
    ([name, sample]): Case => [`${at}${name}`, sample, (value) => inside(name, value)],
  );
}

function alone(name: string, value: unknown): object {
  return { [name]: value };
}

const CASES: readonly Case[] = [
  ...casesOf(SETTINGS),
  ...casesOf(HEALTH, 'healthCheck.', (name, value) => ({ healthCheck: { [name]: value } })),
  ...casesOf(GROUP, 'group.', (name, value) => ({ group: { name: 'shop', [name]: value } })),
  ...casesOf(AUTH, 'auth.', (name, value) => ({ auth: { [name]: value } })),
  ...casesOf(CREATED, 'createdCertificate.', (name, value) => ({ createdCertificate: { [name]: value } })),
  ...casesOf(FRONTEND, 'frontendNlb.', (name, value) => ({
    frontendNlb: { scheme: 'internet-facing', [name]: value },
  })),
  ...casesOf(FRONTEND_HEALTH, 'frontendNlb.healthCheck.', (name, value) => ({
    frontendNlb: { healthCheck: { [name]: value } },
  })),
];

/** Its key as the table has it: that of a family ends where the user’s name begins. */
const rowKey = (key: string) => albAnnotation(key)?.key ?? key;

function annotationsOf(props: object): unknown {
  const required = { scheme: 'internal', backend: { service: 'web', port: 80 } } as const;
  const objects = render((scope) => new AlbIngress(scope, 'web', { ...required, ...props }));
  return mapAt(objects['Ingress web'], 'metadata', 'annotations');
}

describe('the properties of AlbIngress', () => {
  it.each(CASES)('%s stands in the annotations that its row names', (property, { value, texts, beside }, propsOf) => {
    const prefixed = Object.entries(texts).map(([key, text]) => [`${ALB_PREFIX}${key}`, text]);
    expect(annotationsOf({ ...beside, ...propsOf(value) })).toMatchObject(Object.fromEntries(prefixed));
    const rows = settingEntries(ALB_SETTINGS).filter((entry) => entry.property === property);
    if (property !== 'annotations')
      expect(Object.keys(texts).map(rowKey).sort()).toEqual(rows.map((row) => row.annotation.key).sort());
  });

  it.each(CASES.filter(([, { wrong }]) => wrong !== undefined))(
    '%s refuses what the controller would',
    (_property, { wrong, beside }, propsOf) => {
      expect(messageOf(() => annotationsOf({ ...beside, ...propsOf(wrong) }))).toContain('test › shop › shop/web: ');
    },
  );
});
