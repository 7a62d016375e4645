/**
 * Private registries of ECR, whose images come through VPC endpoints of their own region.
 * @see https://docs.aws.amazon.com/AmazonECR/latest/userguide/Registries.html
 */
const ECR = /^\d{12}\.dkr(?:\.ecr|\.ecr-fips|-ecr)\.([a-z0-9-]+)\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/;

/** The region of a private registry of ECR; undefined for a registry of another kind. */
export function ecrRegion(registry: string): string | undefined {
  return ECR.exec(registry)?.[1];
}
