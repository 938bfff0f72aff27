/** Ends every switch over a union, so that a new member is a compile error. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
};
