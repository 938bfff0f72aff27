/**
 * A function builds what its bundle holds each time that it starts: this keeps it from building what nobody reads.
 */

/**
 * Makes a schema in a way that lets the bundler leave it out where nothing reads it: called with the mark
 * `@__PURE__` before it. Of the calls of zod itself the bundler cannot know that nothing else comes of them, and building
 * schemas is most of what a function does while it starts.
 */
export const droppable = <T>(make: () => T): T => make();

/** What only some of a function's requests need is made by the first one that does. */
export const whenNeeded = <T>(make: () => T): (() => T) => {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
};
