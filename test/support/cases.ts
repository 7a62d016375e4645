/** How many cases a suite tries: a part of them in `npm test`, all where `CONTRACT` is set. */
const THOROUGH = process.env['CONTRACT'] !== undefined;

/** The part, or all. */
export const cases = <T>(part: T, all: T): T => (THOROUGH ? all : part);
