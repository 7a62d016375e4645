import * as v from 'valibot';
import { FARGATE_LIMITS } from '../../knowledge/aws/fargate';
import * as f from './formats';

const about = v.description;

const selectorLabels = v.pipe(
  v.record(f.text, v.string()),
  about(
    `Labels that the Pods must all have; \`*\` and \`?\` stand for others in keys and values. An account has room for ${FARGATE_LIMITS.labels} unless AWS raised its quota.`,
  ),
);
const selector = v.strictObject({
  namespace: v.pipe(f.fargatePattern, about('Namespace of the Pods; `*` stands for any characters, `?` for one.')),
  labels: v.optional(selectorLabels, {}),
});

const fargateProfile = v.strictObject({
  name: v.pipe(f.eksName, about('Name of the profile; of several that match, the first by name takes the Pod.')),
  selectors: v.pipe(
    v.array(selector),
    v.minLength(1, 'at least one selector'),
    v.maxLength(FARGATE_LIMITS.selectors, `at most ${FARGATE_LIMITS.selectors} selectors, the limit of EKS`),
    about('A Pod that matches one of them when it is created runs on Fargate.'),
  ),
  iamRole: v.exactOptional(
    v.pipe(
      f.name,
      about(
        'Role that pulls images and sends logs, by its name under `identity.iamRoles`; without it `compute.fargateIamRole`.',
      ),
    ),
  ),
  subnets: v.exactOptional(v.pipe(v.array(f.id('subnet')), about('Ids of private subnets; without it, all of them.'))),
});

/** Pods that run without nodes of yours. */
export const fargateProfiles = v.pipe(v.array(fargateProfile), about('Pods that match run without nodes of yours.'));
