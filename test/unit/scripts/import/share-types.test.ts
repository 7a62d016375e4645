import { shareTypes } from '../../../../scripts/import/share-types';

/** What is made of a type with these fields, as cdk8s-cli makes it. */
const type = (name: string, fields: Readonly<Record<string, string>>) => `export interface ${name} {
${Object.entries(fields)
  .map(([field, of]) => `  readonly ${field}?: ${of};\n`)
  .join('')}}
export function toJson_${name}(obj: ${name} | undefined): Record<string, any> | undefined {
  const result = {
${Object.entries(fields)
  .map(([field, of]) => `    '${field}': ${of === 'string' ? `obj.${field}` : `toJson_${of}(obj.${field})`},\n`)
  .join('')}  };
  return present(result);
}
`;
const kind = (name: string) => `export class ${name} extends ApiObject {
  public constructor(scope: Construct, id: string, props: ${name}Props = {}) {
  }
}
${type(`${name}Props`, { spec: `${name}Spec` })}`;
const choice = (name: string) => `export enum ${name} {
  READ = "Read",
}
`;
const END = 'function present(fields: object): any {\n}\n';
const of = (...statements: readonly string[]) => [...statements, END].join('');

it('one type stands for those that are made alike, down to the last, under the shortest name', () => {
  const module = of(
    kind('ClusterStore'),
    type('ClusterStoreSpec', { server: 'ClusterStoreSpecServer' }),
    type('ClusterStoreSpecServer', { auth: 'ClusterStoreSpecServerAuth' }),
    type('ClusterStoreSpecServerAuth', { role: 'string' }),
    kind('Store'),
    type('StoreSpec', { server: 'StoreSpecServer' }),
    type('StoreSpecServer', { auth: 'StoreSpecServerAuth' }),
    type('StoreSpecServerAuth', { role: 'string' }),
  );
  expect(shareTypes(module)).toBe(
    of(
      kind('ClusterStore'),
      type('ClusterStoreSpec', { server: 'StoreSpecServer' }),
      kind('Store'),
      type('StoreSpec', { server: 'StoreSpecServer' }),
      type('StoreSpecServer', { auth: 'StoreSpecServerAuth' }),
      type('StoreSpecServerAuth', { role: 'string' }),
    ),
  );
});

it.each([
  ['a difference far below', type('StoreSpecServer', { region: 'string' })],
  ['another name of a function', type('StoreSpecServer', { role: 'string' }).replace('obj.role', 'other(obj.role)')],
])('%s keeps two types apart', (_name, server) => {
  const module = of(
    kind('ClusterStore'),
    type('ClusterStoreSpec', { server: 'ClusterStoreSpecServer' }),
    type('ClusterStoreSpecServer', { role: 'string' }),
    kind('Store'),
    type('StoreSpec', { server: 'StoreSpecServer' }),
    server,
  );
  expect(shareTypes(module)).toBe(module);
});

it('types of fields with other names stay apart', () => {
  const module = of(
    kind('Store'),
    type('StoreSpec', { account: 'StoreSpecAccount', secret: 'StoreSpecSecret' }),
    type('StoreSpecAccount', { name: 'string' }),
    type('StoreSpecSecret', { name: 'string' }),
  );
  expect(shareTypes(module)).toBe(module);
});

it('a choice is shared where the field above has the same name too', () => {
  const spec = (name: string, ref: string) => [
    type(`${name}Spec`, { [ref]: `${name}Spec${ref}` }),
    type(`${name}Spec${ref}`, { kind: `${name}Spec${ref}Kind` }),
    choice(`${name}Spec${ref}Kind`),
  ];
  const module = (...names: readonly (readonly [string, string])[]) =>
    of(...names.flatMap(([name, ref]) => [kind(name), ...spec(name, ref)]));
  const apart = module(['Secret', 'Store'], ['Push', 'Target']);
  expect(shareTypes(apart)).toBe(apart);
  expect(shareTypes(module(['Secret', 'Store'], ['Push', 'Store']))).toContain(
    type('SecretSpec', { Store: 'PushSpecStore' }),
  );
});

it('what is named like a type in a text or a field is left alone', () => {
  const module = of(
    type('A', { constructor: 'string' }),
    'export enum AKind {\n  A = "ASpecLongName",\n}\n',
    type('ASpecLongName', { a: 'string' }),
  );
  expect(shareTypes(module)).toBe(module);
});
