import { isJsonObject, type JsonValue } from '../../../model/json';
import type { RenderedObject } from '../../../model/rendered-object';
import type { SchemaStore } from '../../../model/schema';
import { didYouMean } from '../../../model/suggest';
import type { RuleFinding, Tell, WholeRule } from '../../engine/rule';
import { definitionOf } from '../../schema/definition';
import type { SchemaIssue } from '../../schema/issue';
import { Validator } from '../../schema/validate';

type Said = Pick<RuleFinding, 'what' | 'fix'>;

export const validSchema: WholeRule = {
  id: 'k8s/valid-schema',
  severity: 'error',
  summary: 'An object holds only fields its kind has, each of the right type, and none that is required is missing.',
  why: 'A field that the kind does not have is dropped or refused by the server, depending on who applies it. A value of the wrong type fails the sync.',
  see: [
    'https://kubernetes.io/docs/reference/kubernetes-api/',
    'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  ],
  checkAll({ judgedKinds, schemas, asWritten }, tellOf) {
    const validator = new Validator(schemas);
    for (const objects of judgedKinds) {
      let apiVersion: string | undefined;
      let definition: string | undefined;
      for (const object of objects) {
        if (object.apiVersion !== apiVersion) {
          apiVersion = object.apiVersion;
          definition = definitionOf(object, schemas);
        }
        if (definition === undefined) continue;
        const issues = validator.validate(asWritten(object).value, definition);
        if (issues.length > 0) tellIssues(object, issues, schemas, tellOf(object));
      }
    }
  },
};

function tellIssues(object: RenderedObject, issues: readonly SchemaIssue[], schemas: SchemaStore, tell: Tell): void {
  const isSecret = object.kind === 'Secret' && object.group === '';
  for (const found of issues) {
    if (isStatus(found) && saysNothing(object.value['status'])) continue;
    const issue = isSecret ? withoutValue(found) : found;
    tell({ path: issue.path, found: issue.found, wanted: issue.wanted, ...textOf(issue, schemas) });
  }
}

function isStatus({ code, path }: SchemaIssue): boolean {
  return code === 'unknown' && path.length === 1 && path[0] === 'status';
}

/** `kubectl create --dry-run=client -o yaml` writes `status: {}` or `status: { loadBalancer: {} }`, which undoes nothing. */
function saysNothing(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.values(value).every(saysNothing);
}

/** What stands in a Secret is in no message: logs are read by more people than secrets are. */
function withoutValue(issue: SchemaIssue): SchemaIssue {
  return { ...issue, found: issue.found.replace(/^the (text|number|boolean) .*$/s, 'a $1') };
}

function textOf(issue: SchemaIssue, { kubernetesVersion, fieldVersions }: SchemaStore): Said {
  const field = String(issue.path.at(-1) ?? '');
  switch (issue.code) {
    case 'unknown':
      return isStatus(issue)
        ? {
            what: 'controllers write `status`, and each sync would undo what they wrote.',
            fix: 'leave `status` out.',
          }
        : unknownField(issue, kubernetesVersion, fieldVersions?.(issue.definition, field));
    case 'missing':
      return {
        what: `\`${field}\` is required and missing, so the server refuses the object.`,
        fix: `set \`${field}\`.`,
      };
    case 'duplicate':
      return {
        what: `the same ${issue.found} stands here and in an earlier item; the server refuses both, or keeps one.`,
        fix: `use ${issue.wanted}, or remove this one.`,
      };
    case 'alternative':
      return {
        what: `the server wants ${issue.wanted}, and found ${issue.found}.`,
        fix: `set ${issue.wanted}.`,
      };
    case 'type':
      return {
        what: `found ${issue.found} where ${issue.wanted} is wanted, so the server refuses the object.`,
        fix: `give ${issue.wanted}.`,
      };
    case 'value':
      return {
        what: `found ${issue.found}; wanted ${issue.wanted}. The server refuses the object.${suggestion(issue)}`,
        fix: `use ${issue.wanted}.`,
      };
  }
}

function unknownField(issue: SchemaIssue, version: string, life: readonly [string, string] | undefined): Said {
  const who = issue.definition === '' ? 'its definition' : `Kubernetes ${version}`;
  const what = `${who} knows no field \`${issue.word}\` here`;
  if (life === undefined) {
    return {
      what: `${what}. The server drops it or refuses the object.${suggestion(issue)}`,
      fix: `correct or remove \`${issue.word}\`.`,
    };
  }
  const [first, last] = life;
  // Minor versions have two digits each, so their text compares as their numbers do.
  return version < first
    ? {
        what: `${what}; it arrives with ${first}. The server drops it or refuses the object.`,
        fix: `remove \`${issue.word}\` until the cluster runs ${first}.`,
      }
    : {
        what: `${what}; ${last} was the last version with it. The server drops it or refuses the object.`,
        fix: `remove \`${issue.word}\`.`,
      };
}

function suggestion({ word, known }: SchemaIssue): string {
  return word === undefined || known === undefined ? '' : didYouMean(word, known);
}
