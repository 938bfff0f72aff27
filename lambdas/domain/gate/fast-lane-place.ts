import type { Bilingual } from "../../contract/stages.ts";
import type { Lead } from "../lead/lead.ts";
import type { Decision } from "./decide-at-gate.ts";

/**
 * Whether the lead would pass by the fast lane on the word of its form alone: it came by the open one, and nobody has confirmed that
 * the address is theirs. Such leads have so many places a day, so that a flood of wishes does not use up sales' week.
 */
export const needsPlace = (
  {
    isLimited,
    consents,
    facts = {},
    stage,
    override,
  }: Pick<Lead, "isLimited" | "consents" | "facts" | "stage" | "override">,
  { verdict, lane }: Pick<Decision, "verdict" | "lane">,
): boolean =>
  isLimited === true &&
  verdict === "qualified" &&
  lane === "fast" &&
  stage !== "qualified" &&
  override === undefined &&
  consents.every(({ confirmedAt }) => confirmedAt === undefined) &&
  Object.values(facts).every((values) => values.every(({ from }) => from !== "link"));

/** What the decision says when there is no place. */
export const laneFull: Bilingual = {
  es: "La vía rápida ya no tenía plaza para direcciones sin confirmar: marketing puede darle paso, o el lead confirmando su dirección",
  en: "The fast lane had no place left for unconfirmed addresses: marketing can let the lead pass, or the lead by confirming their address",
};
