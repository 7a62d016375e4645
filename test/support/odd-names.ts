/** Objects whose keys and values are names that every object of JavaScript has. */
export const ODD_NAMES = `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: x
  namespace: shop
  annotations: { constructor: a, toString: b, __proto__: c, alb.ingress.kubernetes.io/constructor: d, alb.ingress.kubernetes.io/__proto__: d, alb.ingress.kubernetes.io/actions.__proto__: '{"type":"constructor","__proto__":{"a":1}}', alb.ingress.kubernetes.io/conditions.constructor: '[{"field":"constructor"},{"field":"__proto__"}]', alb.ingress.kubernetes.io/load-balancer-attributes: 'constructor=1,__proto__=2' }
  labels: { constructor: a, __proto__: b }
spec: { ingressClassName: alb, rules: [{ host: a.example.com, http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: constructor, port: { name: use-annotation } } } }, { path: /b, pathType: Prefix, backend: { service: { name: __proto__, port: { name: use-annotation } } } }] } }] }
---
apiVersion: v1
kind: Service
metadata:
  name: constructor
  namespace: shop
  annotations: { constructor: a, __proto__: c, service.beta.kubernetes.io/aws-load-balancer-constructor: d, service.beta.kubernetes.io/aws-load-balancer-attributes: 'constructor=1,__proto__=2', service.beta.kubernetes.io/actions.__proto__: '{}', service.beta.kubernetes.io/aws-load-balancer-listener-attributes.constructor: a=b }
spec: { type: LoadBalancer, loadBalancerClass: service.k8s.aws/nlb, selector: { constructor: a, __proto__: b }, ports: [{ name: constructor, port: 80 }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: constructor, namespace: shop, labels: { __proto__: a, constructor: b }, annotations: { argocd.argoproj.io/constructor: x, __proto__: y } }
spec: { selector: { matchLabels: { constructor: a, __proto__: b } }, template: { metadata: { labels: { constructor: a, __proto__: b }, annotations: { constructor: x, __proto__: y } }, spec: { nodeSelector: { constructor: a, __proto__: b }, containers: [{ name: constructor, image: 'a:1', resources: { requests: { constructor: 1, __proto__: 2 }, limits: { constructor: 1, __proto__: 2 } }, env: [{ name: __proto__, value: a }, { name: constructor, value: '$(__proto__)' }] }] } } }
`;
