/** A key that signs links, as it is listed; the first one of a table was made before its time was noted. */
export interface ListedKey {
  readonly keyId: string;
  readonly createdAt?: string | undefined;
}

/** How many keys open links at a time; the newest one signs. */
export const keysInUse = 2;

/** The newest first: ids are numbers, counted up. */
export const newestFirst = <K extends Pick<ListedKey, "keyId">>(keys: readonly K[]): K[] =>
  [...keys].sort((one, other) => Number(other.keyId) - Number(one.keyId));

export interface Rotation {
  /** Id of the key that is to be made. */
  readonly next: string;
  /** Keys to drop: their links open nothing any more. */
  readonly drops: readonly { readonly keyId: string; readonly linksMayLiveUntil: string | undefined }[];
}

/**
 * What to change in order to sign with a new key and keep the newest two.
 * @param keys all that there are
 * @param linksEnd when the last link has died that was signed at this instant
 * @returns of each key that is dropped until when its links may live: it signed until the key after it was made.
 *   Nothing is known of that when that key has no time.
 */
export const planRotation = (keys: readonly ListedKey[], linksEnd: (signedAt: string) => string): Rotation => {
  const ordered = newestFirst(keys);
  const drops = ordered.slice(keysInUse - 1).map(({ keyId }, i) => {
    const successor = ordered[keysInUse - 2 + i];
    return { keyId, linksMayLiveUntil: successor?.createdAt && linksEnd(successor.createdAt) };
  });
  return { next: String(Number(ordered[0]?.keyId ?? 0) + 1), drops };
};

/** The dropped keys whose links may still be in use. */
export const stillLiving = ({ drops }: Rotation, now: string): Rotation["drops"] =>
  drops.filter(({ linksMayLiveUntil }) => linksMayLiveUntil === undefined || now < linksMayLiveUntil);
