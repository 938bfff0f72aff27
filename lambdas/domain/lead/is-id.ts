/**
 * The form of an id of ours, such as a lead's. Whatever else is asked for is not there; a key of the table has a
 * bounded length.
 */
export const isId = (text: string): boolean => /^[\w-]{1,64}$/.test(text);
