import { type Bucket, callBucket } from "./s3-objects.ts";

/** Where the files of imports are, and what is made of them. */
export interface ListStore {
  /** @returns `undefined` when it is not there */
  readonly get: (name: string) => Promise<Uint8Array | undefined>;
  readonly put: (name: string, body: Uint8Array) => Promise<void>;
  /** Nothing happens when it is not there. */
  readonly remove: (name: string) => Promise<void>;
}

/** Milliseconds: 25 MB take some seconds on a bad day. */
const patience = 30_000;

/** So often one call is made: the next message would have to do all of its portion again. */
const attempts = 3;

export const listStore = (bucket: Bucket): ListStore => ({
  get: async (name) => {
    const { status, body } = await insist(() => callBucket(bucket, { method: "GET", name, patience }));
    return status === 404 ? undefined : body;
  },
  put: async (name, body) => {
    await insist(() => callBucket(bucket, { method: "PUT", name, body, patience }));
  },
  remove: async (name) => {
    await insist(() => callBucket(bucket, { method: "DELETE", name, patience }));
  },
});

/** Each call can be made again: it writes the whole object, or none. */
const insist = async <T>(call: () => Promise<T>): Promise<T> => {
  for (let left = attempts - 1; ; left--) {
    try {
      return await call();
    } catch (error) {
      if (left <= 0) throw error;
    }
  }
};
