import { instanceSize } from '../../../../src/knowledge/aws/instance-sizes';

/** As AWS's pages of instance types have them. */
describe('the size of an instance type', () => {
  it.each<[string, number, number]>([
    ['m7i.large', 2, 8],
    ['m6g.medium', 1, 4],
    ['m5.24xlarge', 96, 384],
    ['c7g.xlarge', 4, 8],
    ['c6i.2xlarge', 8, 16],
    ['r6i.4xlarge', 16, 128],
    ['r8gd.48xlarge', 192, 1536],
    ['t3.medium', 2, 4],
    ['t3a.small', 2, 2],
    ['t4g.2xlarge', 8, 32],
  ])('%s has %d CPUs and %d GiB', (type, cpu, memory) => expect(instanceSize(type)).toEqual({ cpu, memory }));

  it.each([
    'm4.large',
    'x2idn.16xlarge',
    'g5.xlarge',
    'm7i.metal-24xl',
    'i4i.large',
    'u7in-32tb.224xlarge',
    'large',
    'm7i.huge',
  ])('%s is not told by its name', (type) => expect(instanceSize(type)).toBeUndefined());
});
