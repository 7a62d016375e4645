import { fargateSize, k8s } from 'cdk8s-eks';

const container = (cpu: string, memory: string) => ({ resources: { requests: { cpu, memory } } });
const billed = (cpu: string, memory: string) => fargateSize({ containers: [container(cpu, memory)] }).billed;

describe('the size of a Pod on Fargate', () => {
  it('is the smallest where nothing is requested', () => {
    expect(fargateSize({ containers: [{}] })).toEqual({
      requested: { vcpu: 0, memoryGiB: 0 },
      billed: { vcpu: 0.25, memoryGiB: 0.5 },
    });
  });

  it('is the next one that has room for 256 MiB more', () => {
    expect(billed('250m', '256Mi')).toEqual({ vcpu: 0.25, memoryGiB: 0.5 });
    expect(billed('250m', '257Mi')).toEqual({ vcpu: 0.25, memoryGiB: 1 });
    expect(billed('250m', '2Gi')).toEqual({ vcpu: 0.5, memoryGiB: 3 });
    expect(billed('1', '7936Mi')).toEqual({ vcpu: 1, memoryGiB: 8 });
    expect(billed('1', '8Gi')).toEqual({ vcpu: 2, memoryGiB: 9 });
    expect(billed('1100m', '1Gi')).toEqual({ vcpu: 2, memoryGiB: 4 });
    expect(billed('5', '17Gi')).toEqual({ vcpu: 8, memoryGiB: 20 });
    expect(billed('4', '60Gi')).toEqual({ vcpu: 16, memoryGiB: 64 });
  });

  it('ends at 16 vCPU and 120 GiB', () => {
    expect(billed('16', '122624Mi')).toEqual({ vcpu: 16, memoryGiB: 120 });
    expect(billed('16', '122625Mi')).toBeUndefined();
    expect(billed('16001m', '1Gi')).toBeUndefined();
  });

  it('is of the containers together, the sidecars too', () => {
    const sidecar = { ...container('100m', '1Gi'), restartPolicy: 'Always' };
    expect(
      fargateSize({ containers: [container('100m', '1Gi'), container('50m', '0.5Gi')], initContainers: [sidecar] })
        .requested,
    ).toEqual({ vcpu: 0.25, memoryGiB: 2.5 });
  });

  it('is of the largest init container, with the sidecars that start before it, where that is more', () => {
    const sidecar = { ...container('1', '1Gi'), restartPolicy: 'Always' };
    const initContainers = [container('2', '1Gi'), sidecar, container('2', '4Gi')];
    expect(fargateSize({ containers: [container('1', '1Gi')], initContainers }).requested).toEqual({
      vcpu: 3,
      memoryGiB: 5,
    });
  });

  it('takes limits for requests that are left out, and amounts as Kubernetes classes hold them', () => {
    const limits = { cpu: k8s.Quantity.fromNumber(2), memory: k8s.Quantity.fromString('4Gi') };
    expect(fargateSize({ containers: [{ resources: { limits } }] }).billed).toEqual({ vcpu: 2, memoryGiB: 5 });
  });

  it('counts an amount that cannot be read as nothing', () => {
    expect(billed('much', 'more')).toEqual({ vcpu: 0.25, memoryGiB: 0.5 });
  });
});
