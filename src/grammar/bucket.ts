/**
 * Names of S3 buckets; on an Outpost the bucket, or its access point, is known by its ARN.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
 */
const BUCKET = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const ARN = /^arn:aws[\w-]*:s3(-outposts)?:[^:]*:[^:]*:.+$/;

/** Why a text does not name a bucket, as a part of a sentence; undefined when it does. */
export function wrongBucket(text: string): string | undefined {
  if (BUCKET.test(text) || ARN.test(text)) return undefined;
  return 'it is not a bucket name of 3 to 63 lower case letters, digits, dots and hyphens';
}
