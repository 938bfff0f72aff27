import { useEffect, useState } from "react";
import type { Similar } from "../../../lambdas/contract/board-by-hand.ts";
import { ask } from "../data/api.ts";
import { posting } from "../data/board-request.ts";

/** Milliseconds without a key until the API is asked. */
const pauseMillis = 350;

export interface AskedOf {
  readonly email: string;
  readonly phone: string;
  readonly name: string;
  readonly company: string;
  readonly country: string;
}

/** Who may be this person, while they are typed; a hint that cannot be had is none. */
export const useSimilar = ({ email, phone, name, company, country }: AskedOf): Similar | undefined => {
  const [similar, setSimilar] = useState<Similar>();
  useEffect(() => {
    const isWorth = email.includes("@") || phone.length >= 7 || company.trim().length >= 2;
    if (!isWorth) return setSimilar(undefined);
    const aborted = new AbortController();
    const timer = setTimeout(() => {
      ask(posting("leads/similar", {}, { email, phone, name, company, country })).then(
        (found) => aborted.signal.aborted || setSimilar(found),
        () => aborted.signal.aborted || setSimilar(undefined),
      );
    }, pauseMillis);
    return () => {
      aborted.abort();
      clearTimeout(timer);
    };
  }, [email, phone, name, company, country]);
  return similar;
};
