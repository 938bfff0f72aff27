import type * as z from "zod/mini";
import type { AddLeadSchema } from "../../../lambdas/contract/board-by-hand.ts";
import { waysByHand, waysOfConsent } from "../../../lambdas/contract/by-hand.ts";
import { today } from "../components/now.ts";
import type { TypedValue } from "./typed-field.tsx";

/** The form as it stands. */
export interface TypedLead {
  readonly email: string;
  readonly values: Readonly<Record<string, TypedValue>>;
  readonly way: string;
  readonly campaign: string;
  readonly wants: boolean;
  readonly hasConsent: boolean;
  readonly how: string;
  readonly on: string;
  readonly said: string;
}

export const nothingTyped = (timeZone: string): TypedLead => ({
  email: "",
  values: {},
  way: "",
  campaign: "",
  wants: false,
  hasConsent: false,
  how: "",
  on: today(timeZone),
  said: "",
});

export const textOf = (value: TypedValue | undefined): string => (typeof value === "string" ? value : "");

/** The fields that must be filled in and are not. */
export const missingIn = ({ email, way, hasConsent, how, on, said }: TypedLead): string[] =>
  Object.entries({ email, way, ...(hasConsent && { how, on, said }) }).flatMap(([field, value]) =>
    value.trim() === "" ? [field] : [],
  );

export const bodyOf = ({
  email,
  values,
  campaign,
  wants,
  hasConsent,
  ...typed
}: TypedLead): z.input<typeof AddLeadSchema> => {
  const way = waysByHand.find((each) => each === typed.way) ?? "by-hand";
  const how = waysOfConsent.find((each) => each === typed.how) ?? "other";
  const filled = Object.entries(values).flatMap(([id, value]): [string, string | string[]][] =>
    value.length === 0 ? [] : [[id, typeof value === "string" ? value : [...value]]],
  );
  return {
    email,
    values: Object.fromEntries(filled),
    way,
    ...(campaign.trim() !== "" && { campaign }),
    ...(wants && { wants }),
    ...(hasConsent && { consent: { how, on: typed.on, said: typed.said } }),
  };
};
