import { credentialKeys, ecrPlace, isLoopback, registryPlace } from '../../../src/grammar/registry-place';

describe('the place of a repository', () => {
  it.each([
    ['docker.io/nginx', 'docker.io', 'https://registry-1.docker.io', 'library/nginx'],
    ['docker.io/library/nginx', 'docker.io', 'https://registry-1.docker.io', 'library/nginx'],
    ['index.docker.io/grafana/loki', 'docker.io', 'https://registry-1.docker.io', 'grafana/loki'],
    ['public.ecr.aws/nginx/nginx', 'public.ecr.aws', 'https://public.ecr.aws', 'nginx/nginx'],
    ['registry.example.com:5000/web', 'registry.example.com:5000', 'https://registry.example.com:5000', 'web'],
    ['localhost:5000/web', 'localhost:5000', 'http://localhost:5000', 'web'],
    ['127.0.0.1:5000/a/b', '127.0.0.1:5000', 'http://127.0.0.1:5000', 'a/b'],
  ])('%s is at %s', (repository, registry, origin, path) => {
    expect(registryPlace(repository)).toEqual({ registry, origin, path });
  });

  it('is this machine by its address alone, not by how a name begins', () => {
    expect(['localhost', '[::1]:80', '127.1.2.3'].map(isLoopback)).toEqual([true, true, true]);
    expect(['localhost.example.com', '127.0.0.1.example.com', '10.0.0.1', 'local'].some(isLoopback)).toBe(false);
  });

  it('is kept by Docker under old names too', () => {
    expect(credentialKeys('docker.io')[0]).toBe('https://index.docker.io/v1/');
    expect(credentialKeys('ghcr.io')).toContain('https://ghcr.io/v1/');
  });

  it.each([
    ['444455556666.dkr.ecr.eu-central-1.amazonaws.com', '444455556666', 'eu-central-1'],
    ['444455556666.dkr.ecr-fips.us-gov-west-1.amazonaws.com', '444455556666', 'us-gov-west-1'],
    ['444455556666.dkr-ecr.eu-west-1.on.aws', '444455556666', 'eu-west-1'],
    ['444455556666.dkr.ecr.cn-north-1.amazonaws.com.cn', '444455556666', 'cn-north-1'],
  ])('%s is of ECR', (registry, accountId, region) => {
    expect(ecrPlace(registry)).toEqual({ accountId, region });
  });

  it.each([
    'public.ecr.aws',
    'dkr.ecr.eu-west-1.amazonaws.com',
    '444455556666.dkr.ecr.eu-west-1.amazonaws.com.example.com',
  ])('%s is not', (registry) => {
    expect(ecrPlace(registry)).toBeUndefined();
  });
});
