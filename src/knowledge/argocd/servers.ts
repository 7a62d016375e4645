/** How a self-managed Argo CD knows the cluster that it runs in. The EKS capability knows no cluster by it. */
export const LOCAL_SERVER = 'https://kubernetes.default.svc';
/** And by which name. */
export const LOCAL_NAME = 'in-cluster';
