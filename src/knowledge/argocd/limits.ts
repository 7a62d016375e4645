/**
 * Bytes of YAML that Argo CD's repo server reads for one Application, unless somebody raised it: `10M`.
 * @see https://argo-cd.readthedocs.io/en/release-3.2/operator-manual/high_availability/ ARGOCD_REPO_SERVER_MAX_COMBINED_DIRECTORY_MANIFESTS_SIZE
 */
export const MOST_FOLDER_BYTES = 10_000_000;

/** Argo CD keeps an Application's name in a label when it tracks by label. */
export const LONGEST_NAME = 63;
