/** What becomes of a Gateway with a rule that cannot be made. */
export const STOPS = 'The controller stops for every route of the Gateway, and AWS stays as it was.';
