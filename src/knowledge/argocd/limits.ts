/**
 * Most bytes of YAML that Argo CD's repo server reads for one Application.
 * @default 10M (Argo CD); an operator may raise it
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/high_availability/ ARGOCD_REPO_SERVER_MAX_COMBINED_DIRECTORY_MANIFESTS_SIZE
 */
export const MOST_FOLDER_BYTES = 10_000_000;

/** Characters of an Application's name: when Argo CD tracks objects by label, the name is a label value. */
export const LONGEST_NAME = 63;
