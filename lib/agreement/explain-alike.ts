/** What has the same key is told together, in the order in which each key is met first. */
export const alike = <T>(items: readonly T[], keyOf: (item: T) => string): (readonly [key: string, items: T[]])[] => {
  const keys = [...new Set(items.map(keyOf))];
  return keys.map((key) => [key, items.filter((item) => keyOf(item) === key)]);
};
