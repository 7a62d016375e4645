import * as v from 'valibot';
import { GATEWAY_CONTROLLERS } from '../../knowledge/gateway/controllers';
import * as f from './formats';

const about = v.description;

const gateway = v.strictObject({
  name: v.pipe(f.objectName, about('Name of the Gateway.')),
  namespace: v.pipe(f.objectName, about('Namespace of the Gateway; it has to let routes of the apps in.')),
  sectionName: v.optional(
    v.pipe(f.objectName, about('Its listener for apps; a route without one is served over plain HTTP too.')),
    'https',
  ),
});

/** What requests come in by. */
export const routes = v.variant('form', [
  v.strictObject({
    form: v.pipe(v.literal('ingress'), about('Each app’s routes become an Ingress.')),
  }),
  v.strictObject({
    form: v.pipe(v.literal('gateway'), about('Each app’s routes become an HTTPRoute of the Gateway API.')),
    controller: v.pipe(
      v.picklist(GATEWAY_CONTROLLERS),
      about('Who serves Gateways: what its routes can say is known.'),
    ),
    gatewayClassName: v.pipe(f.objectName, about('Class of the Gateways that apps make, such as aws-alb.')),
    keepIngresses: v.exactOptional(
      v.pipe(
        v.boolean(),
        about('Each app’s Ingress stays beside its route, until clients have moved; left out: it goes.'),
      ),
    ),
    gateway: v.exactOptional(v.pipe(gateway, about('The Gateway that routes attach to where their app names none.'))),
  }),
]);
