import type { RenderedObject } from '../../model/rendered-object';
import { describePlace } from '../../model/source-place';

/** `comes from shop/web/Service at apps/shop.ts:8:5` */
export function standsAt(object: RenderedObject): string {
  const place = object.source();
  const from = object.construct === '' ? '' : `comes from ${object.construct}`;
  const at = place === undefined ? '' : `at ${describePlace(place)}`;
  if (from === '') return at === '' ? 'is in the committed output' : `stands ${at}`;
  return [from, at].filter((part) => part !== '').join(' ');
}
