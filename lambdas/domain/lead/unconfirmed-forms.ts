import { limits } from "../../contract/limits.ts";
import type { Lead, UnconfirmedForm, UntoldForm } from "./lead.ts";

type Waiting = Pick<Lead, "unconfirmedForms">;

/** Another form waits for its link to be clicked; of too many the oldest is listed no longer, its link still works. */
export const withUnconfirmed = ({ unconfirmedForms = [] }: Waiting, form: UnconfirmedForm): Required<Waiting> => ({
  unconfirmedForms: [...unconfirmedForms, form].slice(-limits.unconfirmedForms),
});

/** The form was confirmed: a lead that it woke is awake. */
export const withoutUnconfirmed = <L extends Lead>(lead: L, submissionId: string): L => {
  const { unconfirmedForms, wokenBy } = lead;
  if (unconfirmedForms === undefined && wokenBy === undefined) return lead;
  const left = unconfirmedForms?.filter((form) => form.submissionId !== submissionId);
  return { ...lead, unconfirmedForms: left?.length === 0 ? undefined : left, wokenBy: undefined };
};

/** The newest form that asked for something and that nobody has confirmed. */
export const unconfirmedRequest = ({ unconfirmedForms = [] }: Waiting): UnconfirmedForm | undefined =>
  unconfirmedForms.findLast(asksForSomething);

/** What forms asked for that no mail may answer: the address was written to as often as may be. */
export const heldWish = ({ untold }: Pick<Lead, "untold">): UntoldForm | undefined =>
  untold?.held === true && asksForSomething(untold) ? untold : undefined;

const asksForSomething = ({ kinds }: Pick<UnconfirmedForm, "kinds">): boolean =>
  kinds.some((kind) => kind !== "form-submitted");
