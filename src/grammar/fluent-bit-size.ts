/** A size as Fluent Bit reads it. @see https://docs.fluentbit.io/manual/administration/configuring-fluent-bit/unit-sizes */
const SIZE = /^\d+[KMG]B?$/;

/** Why a text is not a size of Fluent Bit, as a part of a sentence; undefined when it is. */
export function wrongFluentBitSize(text: string): string | undefined {
  return SIZE.test(text) ? undefined : 'only a whole number with K, M or G fits';
}
