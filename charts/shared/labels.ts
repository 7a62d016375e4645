/** Labels or annotations: key → value. */
export type Labels = Readonly<Record<string, string>>;
