/** What one generator makes: paths below docs/, and their texts. */
export type Pages = Readonly<Record<string, string>>;
