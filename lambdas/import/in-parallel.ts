/** Calls in flight at a time: DynamoDB and S3 take many more, the function's processor does not. */
const together = 10;

/** Acts on each, some at a time. @returns the results in their order */
export const inParallel = async <T, R>(all: readonly T[], act: (each: T, i: number) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < all.length; i = next++) {
      const each = all[i];
      if (each !== undefined) results[i] = await act(each, i);
    }
  };
  await Promise.all(Array.from({ length: Math.min(together, all.length) }, worker));
  return results;
};
