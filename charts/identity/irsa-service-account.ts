import { AwsIdentity } from './aws-identity';
import type { AwsIdentityProps } from './aws-identity-props';

/** The older name of `AwsIdentityProps`. */
export type IrsaServiceAccountProps = AwsIdentityProps;

/** The older name of `AwsIdentity`: what it renders by IRSA is the same. */
export const IrsaServiceAccount = AwsIdentity;
/** The older name of `AwsIdentity`. */
export type IrsaServiceAccount = AwsIdentity;
