import { parseQuantity } from '../../grammar/quantity';
import { type FargateSizing, fargateSizing } from '../fargate-size';
import type { ObjectLookup } from '../object-lookup';
import { podRequest } from '../pod-requests';
import { containersOf, type PodTemplate, runsAlong } from '../pod-spec';
import { requestOf } from './container-request';

/** What the Pods request and are given, with what a LimitRange of their namespace fills in. */
export function fargateSizingOf(template: PodTemplate, index: ObjectLookup): FargateSizing {
  return fargateSizing(requestedOf(template, 'cpu', index), requestedOf(template, 'memory', index));
}

/** How much of a resource one of the Pods requests. */
export function requestedOf(template: PodTemplate, resource: string, index: ObjectLookup): number {
  return podRequest(
    containersOf(template).map((one) => {
      const request = requestOf(one.container, resource, template.owner.namespace ?? '', index) ?? '0';
      return { request: parseQuantity(String(request)) ?? 0, runsAlong: runsAlong(one), init: one.init };
    }),
  );
}
