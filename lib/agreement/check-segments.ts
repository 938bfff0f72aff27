import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { checkKnown, checkUnique } from "./check-ids.ts";
import { checkTest } from "./check-test.ts";
import type { Finding } from "./problem.ts";

/** A segment must be able to have leads, and what is promised to one must be promised to one that there is. */
export const checkSegments = ({ segments, sla }: AgreementTerms): Finding[] => {
  const known = segments.map(({ id }) => id);
  const promised = sla.sales.followUpOf.map(({ segment }) => segment);
  const path = ["sla", "sales", "followUpOf"];
  return [
    ...checkUnique(["segments"], known, "id"),
    ...segments.flatMap((segment, i) => checkTest(["segments", i], segment)),
    ...promised.flatMap((id, i) => checkKnown([...path, i, "segment"], id, "segment", known)),
    ...checkUnique(path, promised, "segment"),
  ];
};
