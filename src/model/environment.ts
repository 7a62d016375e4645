import type { CpuText, SizeText } from '../grammar/amounts';
import type { VpcEndpointService } from '../knowledge/aws/vpc-endpoints';
import type { GatewayController } from '../knowledge/gateway/controllers';
import type { AwsAuthLine, ClusterAccessEntry, IdentityProvider, PlatformAssociation } from './cluster/access';
import type { Compute } from './cluster/compute';
import type { AddOn, Capability, ControlPlane } from './cluster/control-plane';
import type { Facts } from './facts';
import type { GitOps } from './gitops';
import type { ObjectIdentity } from './identity';
import type { Owner } from './owner';
import type { Prices } from './prices';
import type { Release } from './release';

export type {
  Compute,
  FargateProfile,
  FargateSelector,
  InstancesDistribution,
  LaunchTemplate,
  ManagedNodeGroup,
  NodeGroup,
  NodeGroupTaint,
  NodeGroupUpdate,
  SelfManagedNodeGroup,
} from './cluster/compute';

/** Where an environment stands on the way to users. */
export type Tier = 'development' | 'staging' | 'production';

export type Partition = 'aws' | 'aws-cn' | 'aws-us-gov';

/** How strict the policy rules are, and the Pod Security level that tenants' namespaces enforce. */
export type PolicyLevel = 'restricted' | 'baseline';

/** A size an app can ask for by name. Quantities as Kubernetes writes them. */
export interface ContainerSize {
  /** CPU request, such as `250m`. No limit is set: throttling hurts more than it protects. */
  readonly cpu: CpuText;
  /** Memory request and limit, such as `512Mi`. */
  readonly memory: SizeText;
}

/** An object that exists on the cluster without being rendered here. */
export interface ExternalObject extends ObjectIdentity {
  /** Keys a ConfigMap or Secret has; absent when nobody says, and then a key reference is *unknown*. */
  readonly keys?: readonly string[];
}

export interface EnvironmentBase {
  /** Folder name under `environments/`. */
  readonly name: string;
  readonly tier: Tier;
  /** Minor version as text: `1.34`. `1.30` as a number is 1.3. */
  readonly kubernetesVersion: string;
  readonly clusterName: string;
  /** Domain that apps' hosts end in. */
  readonly domain: string;
  readonly policyLevel: PolicyLevel;
  /** Replicas a production-like workload has at least; WebService uses it where the app says nothing. */
  readonly minReplicas: number;
  readonly sizes: Readonly<Record<string, ContainerSize>>;
  /** What requests come in by: what `HttpRoutes` become here. Absent is Ingress. */
  readonly routes?: RoutesSetting;
  /** Absent where nothing is synced by Argo CD. */
  readonly gitops?: GitOps;
  readonly external: readonly ExternalObject[];
  /** Free values that this platform's apps read: table names, external hosts. */
  readonly values: Readonly<Record<string, string>>;
  readonly owners: Readonly<Record<string, Owner>>;
  readonly release: Release;
  /** Last reading of the live cluster, from `facts.json`; absent when it was never read. */
  readonly facts?: Facts;
}

/** What requests come in by: Ingresses, or Gateways of a class. */
export type RoutesSetting = IngressRoutes | GatewayRoutes;

export interface IngressRoutes {
  readonly form: 'ingress';
}

export interface GatewayRoutes {
  readonly form: 'gateway';
  readonly controller: GatewayController;
  /** Class of the Gateways that apps make. */
  readonly gatewayClassName: string;
  /** Whether each app’s Ingress stays beside its route, until clients have moved. Absent is false. */
  readonly keepIngresses?: boolean;
  /** The Gateway that routes attach to where their app names none. */
  readonly gateway?: SharedGatewaySetting;
}

export interface SharedGatewaySetting {
  readonly name: string;
  readonly namespace: string;
  /** The listener that apps use; one for HTTPS, since a route that names none is served over plain HTTP too. */
  readonly sectionName: string;
}

/** A plain cluster, such as kind: no AWS account, no load balancer controller. */
export interface KubernetesEnvironment extends EnvironmentBase {
  readonly platform: 'kubernetes';
  readonly ingressClassName: string;
  /** The classes that stand in for EBS and EFS. */
  readonly storageClasses: { readonly block: string; readonly shared: string };
}

/** One Amazon EKS cluster in one account and region. */
export interface EksEnvironment extends EnvironmentBase {
  readonly platform: 'eks';
  readonly region: string;
  readonly partition: Partition;
  /** Twelve digits, as text. */
  readonly accountId: string;
  readonly controlPlane: ControlPlane;
  readonly compute: Compute;
  readonly network: Network;
  readonly certificates: readonly Certificate[];
  readonly storage: Storage;
  readonly identity: Identity;
  /** Components that EKS installs and keeps. */
  readonly addOns: readonly AddOn[];
  /** What EKS runs for the cluster outside of its nodes. */
  readonly capabilities: readonly Capability[];
  /** Prices of one's own; absent: those of the table for the region. */
  readonly prices?: Prices;
}

export type Environment = EksEnvironment | KubernetesEnvironment;

export interface Network {
  readonly vpcId: string;
  /** The VPC's CIDR blocks; ALB targets are reached from here. */
  readonly cidrs: readonly string[];
  readonly subnets: {
    readonly public: readonly Subnet[];
    readonly private: readonly Subnet[];
    /** Of the control plane alone; absent: the private ones, or else the public ones. */
    readonly controlPlane?: readonly Subnet[];
  };
  /** Whether nothing leads out of the VPC, or in from the internet: no NAT, no public load balancer. Absent is false. */
  readonly private?: boolean;
  /** Registries that nodes of a private cluster reach beside ECR, such as a mirror: a host, with a port where it has one. */
  readonly imageRegistries?: readonly string[];
  /** Where copies of a registry's images are, by its host: constructs and releases write them with this prefix instead. */
  readonly imageMirrors?: Readonly<Record<string, string>>;
  /** Services of AWS that the VPC has an endpoint for; absent where nobody says. */
  readonly vpcEndpoints?: readonly VpcEndpointService[];
  /** Security groups by the name apps use; `cluster` is the one that EKS made for the cluster. */
  readonly securityGroups: Readonly<Record<string, string>>;
}

export interface Subnet {
  readonly id: string;
  readonly availabilityZone: string;
}

/** A certificate in ACM and the names it covers; `*.` covers one label. */
export interface Certificate {
  readonly arn: string;
  readonly domains: readonly string[];
}

export interface Storage {
  /** EFS file systems by the name apps use. */
  readonly efsFileSystems: Readonly<Record<string, string>>;
  /** Customer managed KMS keys by use, as full ARNs; without one, the AWS managed key of the service is used. */
  readonly kmsKeys: Readonly<Record<string, string>>;
}

/** By the ConfigMap aws-auth, by access entries, or by both. It only moves from the first towards the last. */
export type AuthenticationMode = 'CONFIG_MAP' | 'API_AND_CONFIG_MAP' | 'API';

export interface Identity {
  readonly mode: 'irsa' | 'podIdentity';
  /** Whether ACK's controller for EKS makes associations and access entries of objects. Absent is false. */
  readonly ack?: boolean;
  /** Which way into the cluster EKS offers; absent where nobody says, and `facts refresh` may have read it. */
  readonly authenticationMode?: AuthenticationMode;
  /** Kubernetes groups that somebody else gives, such as an identity provider; absent where nobody says. */
  readonly groups?: readonly string[];
  /** Issuer without `https://`; absent until `facts refresh` has read it. */
  readonly oidcIssuer?: string;
  /** IAM roles by the name apps use: a role name (path allowed), or a full ARN for another account. */
  readonly iamRoles: Readonly<Record<string, string>>;
  /** Who gets into the cluster; apps declare more of them by `AccessEntry`. */
  readonly accessEntries?: readonly ClusterAccessEntry[];
  /** Of what the platform installs; apps declare theirs by `AwsIdentity`. */
  readonly podIdentityAssociations?: readonly PlatformAssociation[];
  /** What people sign in at beside IAM. */
  readonly identityProviders?: readonly IdentityProvider[];
  /** Lines of the ConfigMap aws-auth, for clusters that have it still. */
  readonly awsAuth?: readonly AwsAuthLine[];
}
