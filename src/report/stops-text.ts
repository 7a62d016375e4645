import { oneLine } from '../grammar/visible-text';
import { describeProblem, describeWhere, type Stop } from '../model/errors';
import { alsoLines, countsLine, foldBy, withoutNames } from './fold';

/** What stops a run, for people: each cause once with its code, below the counts where there are many. */
export function stopsText(stops: readonly Stop[]): string {
  const blocks = foldBy(stops, causeOf).map(({ first, others }) => {
    const also = alsoLines(others.map((other) => oneLine(describeWhere(other))));
    return `error ${first.code}: ${describeProblem(first, also)}`;
  });
  const counts = countsLine(
    stops.map(({ code }) => code),
    'problems',
  );
  return (counts === undefined ? blocks : [counts, ...blocks]).join('\n\n');
}

/** The same words but for the names on the way to it. Where nobody says where it is, nothing can be added. */
function causeOf(stop: Stop): string {
  const { code, message, fix = '', path = '', place, picture = '', related = [] } = stop;
  if (place === undefined && path === '') return JSON.stringify(stop);
  const names = path.split(' › ');
  return [code, picture, withoutNames(`${message}|${fix}`, names), JSON.stringify(related)].join('|');
}
