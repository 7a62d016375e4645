import { IntOrString, Quantity } from '../../imports/k8s';

/** A number or a name, such as a port, as the generated types take it. */
export function intOrString(value: number | string): IntOrString {
  return typeof value === 'number' ? IntOrString.fromNumber(value) : IntOrString.fromString(value);
}

/** A quantity such as `64Mi`, as the generated types take it. */
export function quantity(text: string): Quantity {
  return Quantity.fromString(text);
}
