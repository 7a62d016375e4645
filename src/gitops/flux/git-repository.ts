import { DISABLED, FLUX_PRUNE } from '../../knowledge/flux/annotations';
import { SOURCE_API } from '../../knowledge/flux/kinds';
import { deliveryName, SOURCE } from '../../model/delivery-name';
import type { Environment } from '../../model/environment';
import type { GitOps } from '../../model/gitops';
import type { JsonObject } from '../../model/json';
import { folders } from '../application';

/**
 * Where Flux finds the output of an environment. It stands in the bootstrap file, and in the folder that root brings as
 * well, so that Git says what is followed. Of each commit it takes the environment's own folder
 * alone.
 * @see https://fluxcd.io/flux/components/source/gitrepositories/
 */
export function gitRepository(environment: Environment, gitops: GitOps): JsonObject {
  const secret = gitops.flux?.sourceSecret;
  return {
    apiVersion: SOURCE_API,
    kind: 'GitRepository',
    metadata: {
      name: deliveryName(environment, SOURCE),
      namespace: gitops.namespace,
      annotations: { [FLUX_PRUNE]: DISABLED },
    },
    spec: {
      interval: '1m',
      url: gitops.repoURL,
      ref: { branch: gitops.branch },
      ...(secret === undefined ? {} : { secretRef: { name: secret } }),
      sparseCheckout: [[...folders(gitops.pathPrefix), environment.name].join('/')],
    },
  };
}
