/** Ends every switch over a union: a new member is then a compile error, not a silent default. */
export const assertNever = (value: never): never => {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
};
