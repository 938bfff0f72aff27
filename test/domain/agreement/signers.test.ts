import { describe, expect, it } from "vitest";
import { replaceSigner, type StandIn, signersNow } from "../../../lambdas/domain/agreement/proposal/signers.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { now } from "../../builders/now.ts";

const { terms } = anAgreement();
const ids = (standIns: readonly StandIn[], of = terms) => signersNow(of, standIns).map(({ id }) => id);
const naming = (id: string, standIns: readonly StandIn[] = [], department: "marketing" | "sales" = "sales") =>
  replaceSigner(terms, standIns, { department, id, by: "olga", at: now, why: "Marta has left." });

const named = (id: string, standIns: readonly StandIn[] = []): StandIn => {
  const replaced = naming(id, standIns);
  if (replaced.is !== "named") throw new Error(JSON.stringify(replaced));
  return replaced.standIn;
};

describe("who signs", () => {
  it("are whom the agreement names; else the person in marketing and the director", () => {
    expect(ids([])).toEqual(["marketing", "marta"]);
    expect(ids([], { ...terms, signers: { marketing: "marta", sales: "pablo" } })).toEqual(["marta", "pablo"]);
  });

  it("is whom operations have named in place of one who has left, and it stays known whom, why and since when", () => {
    const standIn = named("pablo");
    expect(signersNow(terms, [standIn])[1]).toEqual({
      department: "sales",
      id: "pablo",
      name: "Pablo Rey",
      replaces: { id: "marta", by: "olga", at: now, why: "Marta has left." },
    });
    expect(naming("pablo", [standIn])).toEqual({ is: "already" });
  });

  it("are again whom a version names that names others, and whom it names when a stand-in has left", () => {
    const standIn = named("pablo");
    const { director, ...team } = terms.team;
    expect(ids([standIn], { ...terms, team: { ...team, director: { ...director, id: "julia" } } })).toEqual([
      "marketing",
      "julia",
    ]);
    expect(ids([standIn], { ...terms, team: { ...terms.team, managers: [] } })).toEqual(["marketing", "marta"]);
  });

  it("cannot be a rep, a stranger, or who signs for the other department", () => {
    expect(naming("ana")).toEqual({ is: "refused", because: "not-of-the-team" });
    expect(naming("nobody")).toEqual({ is: "refused", because: "not-of-the-team" });
    expect(naming("marketing")).toEqual({ is: "refused", because: "signs-for-the-other" });
  });

  it("keeps whom operations have named before", () => {
    const first = named("pablo");
    const again = named("marta", [first]);
    expect(ids([again])).toEqual(["marketing", "marta"]);
    expect(again.earlier).toEqual([{ id: "pablo", replaces: "marta", by: "olga", at: now, why: "Marta has left." }]);
  });
});
