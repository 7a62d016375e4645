/** Mutants that our rules and the server judge differently, and why that is right. */
export const EXPLAINED: Readonly<Record<string, string>> = {};

/** Mutants that nobody refuses, and why they may stand. */
export const HARMLESS: Readonly<Record<string, string>> = {};
