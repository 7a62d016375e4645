import { ROLLOUT_FIELDS } from '../../src/knowledge/argocd/rollout-fields';
import { FIELD_TABLES } from '../../src/knowledge/kubernetes/fields/field-tables';
import { WORKLOAD_DEFAULTS } from '../../src/knowledge/kubernetes/workload-defaults';
import type { Pages } from './page';

/** `docs/defaults.md` and `docs/fields.md`: what workloads write by themselves, and how each field of Kubernetes is set. */
export function fieldPages(): Pages {
  return { 'defaults.md': defaultsPage(), 'fields.md': fieldsPage() };
}

function defaultsPage(): string {
  const rows = WORKLOAD_DEFAULTS.map(
    ({ name, field, value, property, out, why, hardened }) =>
      `| ${name} | \`${field}\` | ${value} | \`${property}\` | \`${property}: ${out}\` | ${why} | ${hardened === true ? 'yes' : `no: ${hardened}`} |`,
  );
  return `# Defaults of workloads

Made from the source by \`npm run pages\`; do not edit. These are all the fields that a \`WebService\` writes and Kubernetes would
not, what each guards against, and how to leave it out. Other workloads have those of their fields. Nothing else is written
that the API server would set by itself. The last column says whether [\`hardened\`](from-cdk8s-plus.md) writes it into a Deployment
of cdk8s-plus, with the same property.

| default | field | value | property | leave it out with | without it | hardened |
|---|---|---|---|---|---|---|
${rows.join('\n')}

Two more cannot be left out, because profile \`restricted\` needs them: \`runAsNonRoot: true\` with seccomp \`RuntimeDefault\`, and
containers that drop all capabilities. \`profile: { level: 'baseline', reason }\` does without.
`;
}

function fieldsPage(): string {
  const rollout = Object.entries(ROLLOUT_FIELDS).map(([path, table]) => [`Rollout: ${path}`, table] as const);
  const parts = [...Object.entries(FIELD_TABLES), ...rollout].map(([definition, table]) => {
    const rows = Object.entries(table).map(([field, row]) =>
      'property' in row ? `| \`${field}\` | \`${row.property}\` |` : `| \`${field}\` | none: ${row.reason} |`,
    );
    return `## ${definition}\n\n| field | property |\n|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Fields of Kubernetes, and the properties that set them

Made from the source by \`npm run pages\`; do not edit. Each field of Kubernetes 1.37, and of a Rollout of
Argo Rollouts, has a property, or says why it has no property; \`overrides\` set any field.

${parts.join('\n')}`;
}
