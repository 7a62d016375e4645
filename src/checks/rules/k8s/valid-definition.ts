import { wrongDnsSubdomain } from '../../../grammar/dns';
import { at, type JsonObject, type JsonValue, listAt, textAt } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { ObjectRule, Tell } from '../../engine/rule';
import { schemaPlaces } from '../../reads/definition-schemas';
import { judgeStructure } from '../../reads/structural-schema';

export const validDefinition: ObjectRule = {
  id: 'k8s/valid-definition',
  severity: 'error',
  summary: 'A CustomResourceDefinition has the name of its kind, one version that is stored, and structural schemas.',
  why: 'The server refuses a definition that is not of this form, and then knows nothing of its kind: the sync of every object of the kind fails too.',
  see: [
    'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema',
  ],
  kinds: ['apiextensions.k8s.io/CustomResourceDefinition'],
  check(object, _context, tell) {
    judgeNames(object, tell);
    judgeVersions(object.value, tell);
    for (const place of schemaPlaces(object.value))
      for (const { path, what, fix } of judgeStructure(place))
        tell({ path, what: `${what}, so the server refuses the definition.`, fix });
  },
};

function judgeNames({ name, value }: RenderedObject, tell: Tell): void {
  const [group, plural] = [textAt(value, 'spec', 'group'), textAt(value, 'spec', 'names', 'plural')];
  // What is missing is the finding of the schema.
  if (group === undefined || plural === undefined) return;
  const wanted = `${plural}.${group}`;
  if (wrongDnsSubdomain(group) !== undefined || !group.includes('.'))
    tell({
      path: ['spec', 'group'],
      found: group,
      what: `the group "${group}" is not a domain with a dot in it, so the server refuses the definition.`,
      fix: 'use a domain of your own, such as shop.example.com.',
    });
  else if (name !== wanted)
    tell({
      path: ['metadata', 'name'],
      found: name,
      wanted,
      what: `a definition is called by its plural and its group, "${wanted}", so the server refuses this one.`,
      fix: `call it ${wanted}.`,
    });
}

function judgeVersions(value: JsonObject, tell: Tell): void {
  const versions = listAt(value, 'spec', 'versions');
  const names = versions.map((version) => textAt(version, 'name') ?? '');
  judgeStored(versions, names, tell);
  const twice = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (twice !== undefined)
    tell({
      path: ['spec', 'versions'],
      found: twice,
      what: `version ${twice} is here twice, so the server refuses the definition.`,
      fix: 'keep one of them.',
    });
  versions.forEach((version, index) => {
    if (at(version, 'schema', 'openAPIV3Schema') !== undefined) return;
    tell({
      path: ['spec', 'versions', index, 'schema', 'openAPIV3Schema'],
      what: 'a version has no schema, so the server refuses the definition.',
      fix: 'add one; `{ type: object, x-kubernetes-preserve-unknown-fields: true }` takes anything.',
    });
  });
  if (at(value, 'spec', 'preserveUnknownFields') === true)
    tell({
      path: ['spec', 'preserveUnknownFields'],
      found: 'true',
      what: 'only a schema may say which unknown fields are kept, so the server refuses the definition.',
      fix: 'leave it out, and set `x-kubernetes-preserve-unknown-fields: true` in the schema.',
    });
}

function judgeStored(versions: readonly JsonValue[], names: readonly string[], tell: Tell): void {
  const stored = names.filter((_name, index) => at(versions[index], 'storage') === true);
  if (stored.length === 1 || versions.length === 0) return;
  const marked = stored.length === 0 ? 'none of its versions is' : `${stored.join(' and ')} are`;
  tell({
    path: ['spec', 'versions'],
    found: stored.join(', '),
    what: `${marked} marked as stored, and one has to be, so the server refuses the definition.`,
    fix: 'set `storage: true` on one version, and false on the others.',
  });
}
