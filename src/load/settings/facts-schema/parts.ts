import * as v from 'valibot';

export const text = v.exactOptional(v.string());
export const flag = v.exactOptional(v.boolean());
export const number = v.exactOptional(v.number());
export const texts = v.exactOptional(v.array(v.string()));
export const labels = v.record(v.string(), v.string());

/** What EKS says is wrong. */
export const healthIssues = v.exactOptional(v.array(v.strictObject({ code: v.string(), message: text })));
