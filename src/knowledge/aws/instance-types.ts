/**
 * How EC2 spells instance types: a family, which may have parts behind hyphens, a dot and a size, such as m7i.large,
 * u7in-32tb.224xlarge and c8gd.metal-48xl.
 * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html
 */
export const INSTANCE_TYPE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\.([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Sizes that are words; others begin with digits, or with `metal-`. */
export const SIZE_WORDS: readonly string[] = ['nano', 'micro', 'small', 'medium', 'large', 'xlarge', 'metal'];
