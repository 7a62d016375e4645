import { describeIdentity } from '../../model/identity';
import { didYouMean } from '../../model/suggest';
import type { Rule } from '../rule';
import { definitionOf } from './definition';
import { type SchemaIssue, Validator } from './validate';

/** Each object against the schema of its environment's Kubernetes version. */
export const validSchema: Rule = {
  id: 'k8s/valid-schema',
  severity: 'error',
  summary: 'An object holds only fields its kind has, each of the right type, and none that is required is missing.',
  see: 'Kubernetes API reference of the environment’s version; the CRD of a custom kind',
  check({ judged, schemas }, report) {
    const validator = new Validator(schemas);
    for (const object of judged) {
      const definition = definitionOf(object, schemas);
      if (definition === undefined) continue;
      for (const issue of validator.validate(object.value, definition)) {
        report({
          object,
          path: issue.path,
          found: issue.found,
          wanted: issue.wanted,
          ...textOf(issue, describeIdentity(object), schemas.kubernetesVersion),
        });
      }
    }
  },
};

function textOf(issue: SchemaIssue, object: string, version: string): { message: string; fix: string } {
  const field = String(issue.path.at(-1) ?? '');
  switch (issue.code) {
    case 'unknown':
      if (issue.path.length === 1 && field === 'status') {
        return {
          message: `${object} holds \`status\`, which controllers write; Git would fight them for ever.`,
          fix: 'leave `status` out.',
        };
      }
      return {
        message: `${object}: Kubernetes ${version} knows no field \`${field}\` here. The server drops it or refuses the object.${didYouMean(field, issue.known ?? [])}`,
        fix: `correct or remove \`${field}\`.`,
      };
    case 'missing':
      return {
        message: `${object}: \`${field}\` is required and missing, so the server refuses the object.`,
        fix: `set \`${field}\`.`,
      };
    case 'duplicate':
      return {
        message: `${object}: two items have the same ${issue.found}; the server refuses them, or keeps one.`,
        fix: 'give each its own.',
      };
    case 'alternative':
      return {
        message: `${object}: ${issue.wanted} is wanted, and ${issue.found} are set.`,
        fix: 'set what is wanted.',
      };
    case 'type':
      return {
        message: `${object}: found ${issue.found} where ${issue.wanted} is wanted, so the server refuses the object.`,
        fix: `give ${issue.wanted}.`,
      };
    case 'value':
      return {
        message: `${object}: found ${issue.found}; wanted ${issue.wanted}. The server refuses the object.${issue.known === undefined ? '' : didYouMean(JSON.parse(issue.found) as string, issue.known)}`,
        fix: `use ${issue.wanted}.`,
      };
  }
}
