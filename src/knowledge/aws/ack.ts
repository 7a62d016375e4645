/** Version of the kinds of ACK's controller for EKS. */
export const ACK_EKS = 'eks.services.k8s.aws/v1alpha1';

/**
 * Says whether deleting an object deletes what it stands for: `delete` (ACK's default) or `retain`.
 * @see https://aws-controllers-k8s.github.io/community/docs/user-docs/deletion-policy/
 */
export const ACK_DELETION_POLICY = 'services.k8s.aws/deletion-policy';

/**
 * Lets ACK take over what is there: `adopt-or-create` makes it where it is not. The fields find it, as JSON.
 * @see https://aws-controllers-k8s.github.io/community/docs/user-docs/features/#resourceadoption
 */
export const ACK_ADOPTION = {
  policy: 'services.k8s.aws/adoption-policy',
  fields: 'services.k8s.aws/adoption-fields',
} as const;
