import { describePin, type Pin } from '../model/pin';

/** For a comment on a pull request: which environments follow an older revision. */
export function pinsMarkdown(pins: readonly Pin[]): string {
  return pins.length === 0 ? '' : `${pins.map((pin) => `> ${describePin(pin)}.`).join('\n>\n')}\n\n`;
}
