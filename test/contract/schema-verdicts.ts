/** What an API server says of a file of objects, created strictly and one by one. */
export type Answer = 'accepts' | 'refuses';

/** Published fixtures where our schema rules answer otherwise than the API server, and why. */
export const DIFFERENCES: Readonly<Record<string, string>> = {
  'kubectl-validate/jobset.yaml': 'nobody has given us the schema of JobSet, and we say so',
  'kubectl-validate/multiple_resources.yaml': 'nobody has given us the schema of JobSet, and we say so',
  'kubectl-validate/error_crd_typo.yaml': 'the schema inside a CustomResourceDefinition is not judged',
  'kubeconform/generate_name.yaml': 'an object without a name of its own has no place in Git',
};

/**
 * kubeconform's fixtures carry no answer. This is a server's of 1.34; that one object stands twice in a file
 * is not for schemas to judge.
 */
export const KUBECONFORM: Readonly<Record<string, Answer>> = {
  'blank.yaml': 'accepts',
  'comment.yaml': 'accepts',
  'crd_schema.yaml': 'refuses',
  'duplicate_property.yaml': 'refuses',
  'duplicates-non-namespaced.yaml': 'accepts',
  'duplicates-skipped-kinds.yaml': 'refuses',
  'duplicates-with-namespace-default.yaml': 'accepts',
  'duplicates-with-namespace.yaml': 'accepts',
  'duplicates.yaml': 'accepts',
  'extra_property.yaml': 'refuses',
  'full_domain_group.yaml': 'accepts',
  'generate_name.yaml': 'accepts',
  'grafana-alert-rule-group-sample.yaml': 'refuses',
  'httpproxy.yaml': 'refuses',
  'int_or_string.yaml': 'accepts',
  'invalid.yaml': 'refuses',
  'list_empty_valid.yaml': 'accepts',
  'list_invalid.yaml': 'refuses',
  'list_valid.yaml': 'accepts',
  'missing_apiversion.yaml': 'refuses',
  'missing_kind.yaml': 'refuses',
  'missing_kind_value.yaml': 'refuses',
  'multi_invalid.yaml': 'refuses',
  'multi_invalid_resources.yaml': 'refuses',
  'multi_valid.yaml': 'accepts',
  'multi_valid_source.yaml': 'accepts',
  'multi_with_list.yaml': 'accepts',
  'null_array.yaml': 'accepts',
  'null_string.yaml': 'accepts',
  'quantity.yaml': 'accepts',
  'same-kind-different-api.yaml': 'refuses',
  'same-object-different-namespace-default.yaml': 'accepts',
  'same-object-different-namespace.yaml': 'refuses',
};

/**
 * What we refuse of the workloads: a place that an environment has to fill. A server of 1.31, 1.34 and 1.36 refuses
 * the same, and three Services with such a place in an annotation, which is not for schemas to judge.
 */
export const REFUSED_WORKLOADS: readonly string[] = [
  'data.RETAIL_CATALOG_PERSISTENCE_PASSWORD: Secret catalog/catalog-rds: found text that is not base64; wanted base64. The server refuses the object. fix: use base64.',
];
