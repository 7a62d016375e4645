/** What the door passes on of this folder. */
export { AccessEntry } from './access-entry';
export type {
  AccessEntryOptions,
  AccessEntryProps,
  AccessPolicy,
  OnePrincipal,
  RolePrincipal,
  UserPrincipal,
} from './access-entry-props';
export { AwsAuthMapping } from './aws-auth-mapping';
export type { AwsAuthMappingProps, MappedNames, NodeMapping, RoleMapping, UserMapping } from './aws-auth-mapping-props';
export { AwsIdentity } from './aws-identity';
export type { AwsIdentityProps } from './aws-identity-props';
export type { ExistingRole } from './existing-role';
export type { Grant, RbacVerb } from './grant';
export { IrsaServiceAccount, type IrsaServiceAccountProps } from './irsa-service-account';
export type { SubjectInput } from './rbac-subject';
export type { IdentityMechanism } from './resolve-identity';
export type { AllowedObjects, Rights, RightsPlace } from './rights';
export type { TeamPreset } from './team-preset';
export { type NamespacedGrants, TeamRbac, type TeamRbacProps } from './team-rbac';
export type { UrlGrant } from './url-grant';
