import { describe, expect, it } from "vitest";
import type { SalesFact } from "../../../lambdas/domain/hand-off/earlier-cycles.ts";
import { introduction } from "../../../lambdas/views/hand-off/subject-and-introduction.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";

const agreement = anAgreement();
const { reps, managers } = agreement.terms.team;
const [ana, pablo] = [reps[0], managers[0]];
if (ana === undefined || pablo === undefined) throw new Error("the agreement of the tests has a rep and a manager");

const passed = (because: string, facts: readonly SalesFact[] = []) =>
  introduction({
    lead: aLead("assigned", { because, followUp: { turn: 1, earlier: ["luis"] } }),
    rep: ana,
    agreement,
    facts,
  });

describe("how the hand-off mail begins", () => {
  it.each([
    ["reassigned:breach", "según el acuerdo, este lead ahora te corresponde: Luis Mora no respondió en plazo."],
    [
      "reassigned:away",
      "según el acuerdo, este lead ahora te corresponde: Luis Mora está fuera y el lead no podía esperar.",
    ],
    ["reassigned:left", "según el acuerdo, este lead ahora te corresponde: Luis Mora ya no está en el equipo."],
    ["passed-on", "Luis Mora te ha pasado a Inés Otero (Talleres Norte). Aquí tienes todo lo que sabemos."],
  ])("of a lead that had another owner: %s", (because, says) => {
    const { subject, title, intro } = passed(because);
    expect(subject).toBe("Te han pasado un lead: Inés Otero (Talleres Norte)");
    expect(title).toBe("Te han pasado un lead");
    expect(intro).toContain(`Hola, Ana: ${says}`);
  });

  it("of a lead that was passed on with a note, by a colleague other than its owner", () => {
    const facts = [{ cycle: 1, at: "", ownerId: "luis", kind: "passed-on", by: "pablo", note: "Es de tu zona" }];
    expect(passed("passed-on", facts).intro).toBe(
      "Hola, Ana: Pablo Rey te ha pasado a Inés Otero (Talleres Norte): «Es de tu zona». Aquí tienes todo lo que sabemos.",
    );
  });

  it("of a lead that comes to a manager because no rep was free", () => {
    const lead = aLead("assigned", { because: "no-rep-free", lane: "fast", followUp: { ownerId: "pablo" } });
    const es = introduction({ lead, rep: pablo, agreement, facts: [] });
    expect(es.subject).toBe("Se te ha asignado este lead (vía rápida): Inés Otero (Talleres Norte)");
    expect(es.intro).toContain("nadie del equipo podía atender a Inés Otero (Talleres Norte) en el tiempo acordado");
    const en = introduction({ lead, rep: { ...pablo, language: "en" }, agreement, facts: [] });
    expect(en.intro).toContain(
      "Hi Pablo, nobody on the team could take Inés Otero (Talleres Norte) within the agreed time",
    );
  });

  it("names no one whom the agreement no longer knows", () => {
    const lead = aLead("assigned", { because: "reassigned:left", followUp: { turn: 1, earlier: ["rosa"] } });
    expect(introduction({ lead, rep: ana, agreement, facts: [] }).intro).toContain(
      ": su responsable anterior ya no está",
    );
  });
});
