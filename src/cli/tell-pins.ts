import { describePin, type Pin } from '../model/pin';
import type { Output } from './output';

/** Nobody should take what an older revision renders for what lies here. */
export function tellPins(pins: readonly Pin[], output: Output): void {
  for (const pin of pins) output.log(`note: ${describePin(pin)}`);
}
