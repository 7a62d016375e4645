/** How a field is set: by a property of our workloads, or not at all, with the reason. */
export type FieldRow = { readonly property: string } | { readonly reason: string };

/** Field → row. A test compares the fields with the schema of the newest Kubernetes. */
export type FieldTable = Readonly<Record<string, FieldRow>>;
