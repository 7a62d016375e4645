import { ADD_ON_NAMES, ADD_ONS, AUTO_MODE_ADD_ONS, controllerOf } from '../../../../src/knowledge/aws/addons/catalogue';

const rows = ADD_ON_NAMES.map((name) => [name, ADD_ONS[name]] as const);

describe('the catalogue of add-ons', () => {
  it.each(rows)('%s is called as its controller is first called', (name) =>
    expect(controllerOf(name).names[0]).toBe(name),
  );

  it.each(rows)('%s can be installed, and is an add-on of EKS only where its controller is', (name, { forms }) => {
    expect(Object.keys(forms).length).toBeGreaterThan(0);
    expect(forms.eks !== undefined).toBe(controllerOf(name).addOn !== undefined);
  });

  it.each(rows)('%s tells traps in whole sentences, and where that is written', (_name, { traps, see }) => {
    expect(traps.length).toBeGreaterThan(0);
    expect(traps.filter((trap) => !/^([A-Z`]|kube-).*\.$/.test(trap))).toEqual([]);
    for (const address of see) expect(new URL(address).protocol).toBe('https:');
  });

  it.each(rows)('%s conflicts with what conflicts with it, or is the one that says so', (name, { conflicts = [] }) =>
    expect(conflicts.map(({ addOn }) => addOn)).not.toContain(name),
  );

  it('knows what Auto Mode runs by itself', () =>
    expect([...AUTO_MODE_ADD_ONS].sort()).toEqual([
      'aws-ebs-csi-driver',
      'coredns',
      'eks-node-monitoring-agent',
      'eks-pod-identity-agent',
      'kube-proxy',
      'vpc-cni',
    ]));
});
