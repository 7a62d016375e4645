import * as v from 'valibot';
import { INSTANCE_TYPE } from '../../knowledge/aws/instance-types';
import * as f from './formats';

const about = v.description;

const AMOUNT = 'USD an hour, 0 or more';
const amount = (words: string) => v.pipe(v.number(), v.finite(AMOUNT), v.minValue(0, AMOUNT), about(words));
const type = v.pipe(v.string(), v.regex(INSTANCE_TYPE, 'an instance type such as m7i.large'));

const fargate = v.strictObject({
  vcpuHour: amount('USD an hour for one vCPU of a Pod on Fargate.'),
  gbHour: amount('USD an hour for one GB of its memory.'),
});

/** Prices of one’s own, which `place` and `diff` take instead of the table’s. */
export const prices = v.strictObject({
  date: v.exactOptional(v.pipe(f.text, about('When they held, such as 2026-11; shown beside the costs.'))),
  fargate: v.exactOptional(
    v.pipe(fargate, about('What Pods on Fargate cost; without it, the table’s row of the region.')),
  ),
  instances: v.exactOptional(
    v.pipe(
      v.record(type, amount('USD an hour of the type on demand.')),
      about('What instances on demand cost, by type; of types that are left out, what the table has.'),
    ),
  ),
  spot: v.exactOptional(
    v.pipe(
      v.record(type, amount('USD an hour of the type as Spot, at most.')),
      about('What Spot instances cost, by type; of others, from nothing to what they cost on demand.'),
    ),
  ),
});
