import * as v from 'valibot';
import { IMAGE_REPOSITORY } from '../../grammar/image';
import { VPC_ENDPOINT_SERVICES } from '../../knowledge/aws/vpc-endpoints';
import { access } from './access-schema';
import * as f from './formats';

const about = v.description;
const subnet = v.strictObject({
  id: v.pipe(f.id('subnet'), about('Id of the subnet.')),
  availabilityZone: v.pipe(f.availabilityZone, about('Zone that it lies in, such as eu-west-1a.')),
});

const securityGroups = v.pipe(
  v.record(f.name, f.id('sg')),
  about('Security groups of the VPC, by the name apps use; `cluster` is the one that EKS made for the cluster.'),
);

const REGISTRY = /^[a-z0-9][a-z0-9.-]*(:\d+)?$/;
const isPrivate = v.pipe(
  v.boolean(),
  about(
    'Whether nothing leads out of the VPC, or in from the internet. Public load balancers and images of public registries are then findings, and `endpoints` lists the VPC endpoints that the apps need.',
  ),
);
const imageRegistries = v.pipe(
  v.array(v.pipe(v.string(), v.regex(REGISTRY, 'a host such as mirror.example.com:5000'))),
  about(
    'Registries that the nodes of a private cluster reach beside ECR, such as a mirror: hosts, with a port where they have one. Images may come from one of ECR, though its account is that of another environment.',
  ),
);

const imageMirrors = v.pipe(
  v.record(
    v.pipe(v.string(), v.regex(REGISTRY, 'a host such as docker.io')),
    v.pipe(v.string(), v.regex(IMAGE_REPOSITORY, 'a repository such as mirror.example.com/docker-hub')),
  ),
  about(
    'Where copies of the images of a registry are, by its host: constructs and `releasedImage` write them with this prefix instead of the host, so that an app names one image everywhere.',
  ),
);

/** The VPC, as far as load balancers, network policies and Fargate ask for it. */
export const network = v.strictObject({
  vpcId: v.pipe(f.id('vpc'), about('Id of the VPC.')),
  cidrs: v.pipe(
    v.array(f.cidr),
    v.minLength(1, 'at least one CIDR block'),
    about('All blocks of the VPC; network policies let its load balancers in from here.'),
  ),
  subnets: v.pipe(
    v.strictObject({
      public: v.optional(v.pipe(v.array(subnet), about('For internet-facing load balancers.')), []),
      private: v.pipe(v.array(subnet), about('For nodes, Fargate and internal load balancers.')),
      controlPlane: v.exactOptional(
        v.pipe(v.array(subnet), about('For the control plane alone; without it, the private ones.')),
      ),
    }),
    about('The subnets of the VPC that the cluster uses.'),
  ),
  private: v.exactOptional(isPrivate),
  imageRegistries: v.exactOptional(imageRegistries),
  imageMirrors: v.exactOptional(imageMirrors),
  securityGroups: v.optional(securityGroups, {}),
  vpcEndpoints: v.exactOptional(
    v.pipe(
      v.array(v.picklist(VPC_ENDPOINT_SERVICES)),
      about('Services of AWS that the VPC has endpoints for, such as ecr.api.'),
    ),
  ),
});

export const certificate = v.strictObject({
  arn: v.pipe(f.arn, about('Of ACM, in the cluster’s own account and region.')),
  domains: v.pipe(
    v.array(f.certificateDomain),
    v.minLength(1, 'at least one domain'),
    about('The names it covers; `*.` covers one label.'),
  ),
});

const efsFileSystems = v.pipe(v.record(f.name, f.id('fs')), about('EFS file systems, by the name apps use.'));
const kmsKeys = v.pipe(v.record(f.name, f.arn), about('Customer managed keys by use, such as `ebs`, as full ARNs.'));

export const storage = v.strictObject({
  efsFileSystems: v.optional(efsFileSystems, {}),
  kmsKeys: v.optional(kmsKeys, {}),
});

const oidcIssuer = v.pipe(
  v.string(),
  v.regex(/^oidc\.eks\.[a-z0-9-]+\.amazonaws\.com(\.cn)?\/id\/[A-Z0-9]+$/, 'an issuer without https://'),
  about('Issuer of the cluster without `https://`; `facts refresh` reads it.'),
);
const iamRoles = v.pipe(
  v.record(f.name, f.iamRole),
  about('IAM roles by the name apps use: a role name with its path, or a full ARN for another account.'),
);
const ack = v.pipe(
  v.boolean(),
  about(
    'ACK’s controller for EKS makes Pod Identity associations and access entries of objects; without it `trust` lists them.',
  ),
);
const authenticationMode = v.pipe(
  v.picklist(['CONFIG_MAP', 'API_AND_CONFIG_MAP', 'API']),
  about('Which way into the cluster EKS offers: the ConfigMap aws-auth, access entries, or both.'),
);
const groups = v.pipe(
  v.array(f.text),
  about(
    'Kubernetes groups that somebody else gives to people, such as an identity provider or access entries made elsewhere. With it, even empty, a binding of any other group is told.',
  ),
);

export const identity = v.strictObject({
  mode: v.optional(v.pipe(v.picklist(['irsa', 'podIdentity']), about('How Pods come by an IAM role.')), 'irsa'),
  ack: v.exactOptional(ack),
  authenticationMode: v.exactOptional(authenticationMode),
  groups: v.exactOptional(groups),
  oidcIssuer: v.exactOptional(oidcIssuer),
  iamRoles: v.optional(iamRoles, {}),
  ...access,
});
