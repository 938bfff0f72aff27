import type { AgreementTerms, RejectReason } from "../../contract/agreement.ts";
import { checkKnown, checkUnique, type Finding } from "../problem.ts";

const path = ["sla", "sales"];

export const checkSales = (terms: AgreementTerms): Finding[] => {
  const { rejectReasons, lostReasons } = terms.sla.sales;
  const ids = (reasons: readonly { readonly id: string }[]): string[] => reasons.map(({ id }) => id);
  return [
    ...checkUnique([...path, "rejectReasons"], ids(rejectReasons), "id"),
    ...rejectReasons.flatMap((reason, i) => checkReason(reason, i, terms)),
    ...checkUnique([...path, "lostReasons"], ids(lostReasons), "id"),
    ...checkApproaches(terms),
  ];
};

/** Only recycled leads can have a cool-down, and be sent anything afterwards. */
const checkReason = (
  { leadsTo, coolDown, programme }: RejectReason,
  i: number,
  { nurture }: AgreementTerms,
): Finding[] => {
  const at = [...path, "rejectReasons", i];
  const onlyRecycled = (key: string): Finding => ({
    path: [...at, key],
    message: `${key} applies to recycled leads only; expected leadsTo: recycle, or no ${key}`,
  });
  const known = nurture.programmes.map(({ id }) => id);
  const recycles = leadsTo === "recycle";
  return [
    ...(recycles || coolDown === undefined ? [] : [onlyRecycled("coolDown")]),
    ...(recycles || programme === undefined ? [] : [onlyRecycled("programme")]),
    ...(programme === undefined ? [] : checkKnown([...at, "programme"], programme, "programme", known)),
  ];
};

/** An approach applies to a lead by who they are, what they did, or why they came back. */
const checkApproaches = ({ personas, familiarity, sla }: AgreementTerms): Finding[] => {
  const buyers = personas.map(({ id }) => id);
  const reasonsKnown = [...familiarity.map(({ kind }) => kind), ...sla.sales.rejectReasons.map(({ id }) => id)];
  return sla.sales.approaches.flatMap(({ personas: meant = [], reasons = [] }, i) => {
    const at = [...path, "approaches", i];
    const known = (key: string, ids: readonly string[], of: string, all: readonly string[]): Finding[] => [
      ...ids.flatMap((id, j) => checkKnown([...at, key, j], id, of, all)),
      ...checkUnique([...at, key], ids),
    ];
    return [
      ...known("personas", meant, "persona", buyers),
      ...known("reasons", reasons, "kind of event or rejection reason", reasonsKnown),
    ];
  });
};
