import { describe, expect, it } from "vitest";
import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { cardOf } from "../../lambdas/domain/board/card.ts";
import type { Lead } from "../../lambdas/domain/lead/lead.ts";
import { World } from "../../local/twin/world.ts";
import type { DeepPartial } from "../builders/merge.ts";
import { synthesisedDefinition } from "../journey/definition.ts";
import { minutesAgreement } from "./minutes-agreement.ts";
import { Story } from "./story.ts";

const definition = synthesisedDefinition();
const base = minutesAgreement().terms;
const [guide] = base.nurture.content;
if (guide === undefined) throw new Error("the agreement of the tests has no content");
const wish = { points: 1, cap: 1, halfLife: "60 days" } as const;
const familiarity = [
  ...base.familiarity,
  { ...wish, kind: "guide-requested", label: { es: "Guía solicitada", en: "Guide requested" }, sends: guide.id },
  { ...wish, kind: "demo-requested", label: { es: "Demo pedida", en: "Demo requested" } },
];
const everybody: AgreementTerms["acknowledgement"] = { after: ["qualified", "not-yet", "disqualified"] };
const ready: DeepPartial<AgreementTerms> = {
  gate: { ...base.gate, fastLane: [{ kind: "demo-requested", within: "1 day" }] },
};
const noRival = {
  id: "rival",
  label: { es: "Competencia", en: "Competitor" },
  field: "company",
  test: { equals: "Rival" },
} as const;

/** A form is sent, and the world goes on until the lead is there. */
const sent = async (form: Record<string, unknown>, terms: DeepPartial<AgreementTerms> = {}) => {
  const nurture = { ...base.nurture, doubleOptIn: true };
  const agreement = minutesAgreement({ familiarity, nurture, acknowledgement: everybody, ...terms });
  const world = new World(definition, agreement, { chaos: { plan: [], random: () => 0 } });
  const story = new Story(world);
  const until = async (isThere: (lead: Lead) => boolean): Promise<Lead> => {
    for (let steps = 0; steps < 300; steps++) {
      const lead = await story.lead();
      if (isThere(lead)) return lead;
      if (!(await world.advance())) break;
    }
    throw new Error(`the lead never gets there: ${JSON.stringify(await story.lead())}`);
  };
  await story.submit(form);
  await world.settle();
  const toLead = () => world.mails.filter(({ to }) => to.email === "ines@talleresnorte.example");
  return { world, story, until, toLead };
};

describe("what the sender of a form is told", () => {
  it("a guide is in the one mail, without consent to more, and nobody calls for now", async () => {
    const { story, until, toLead } = await sent({ interest: "guía", consent: undefined, message: "Hola, soy yo" });
    await until(({ stage, untold }) => stage === "nurturing" && untold === undefined);
    const [mail, ...others] = toLead();
    expect(others).toEqual([]);
    expect(mail?.text).toMatch(/Guía solicitada/);
    expect(mail?.text).toMatch(/De momento no le llamaremos/);
    expect(mail?.text).toMatch(/\/go\//);
    expect(mail?.text).not.toMatch(/\/confirm\/|Hola, soy yo|Inés|Talleres/);
    await until(({ stage }) => stage === "dormant");
    expect(toLead()).toHaveLength(1);
    expect((await story.lead()).sentOnRequest).toEqual([guide.id]);
  });

  it("with consent, the same mail asks to confirm it, and the guide is not sent again", async () => {
    const { story, until, toLead } = await sent({ interest: "guía" });
    await until(({ stage, untold }) => stage === "nurturing" && untold === undefined);
    expect(toLead()).toHaveLength(1);
    expect(toLead()[0]?.text).toMatch(/\/go\/[\s\S]*\/confirm\//);
    expect(toLead()[0]?.text).toMatch(/De momento no le llamaremos/);
    await story.fillIn("confirm", {});
    await until(({ stage }) => stage === "dormant");
    const subjects = toLead().map(({ subject }) => subject);
    expect(subjects.length).toBeGreaterThan(2);
    expect(subjects).not.toContain(guide.title.es);
  });

  it.each([
    { phone: "+34 910 000 000", says: /Le llamaremos.* a más tardar el .*\(UTC\)/ },
    { phone: "", says: /Le escribiremos.* a más tardar el .*\(UTC\)/ },
  ])("sales has it: by when, once its owner knows ($phone)", async ({ phone, says }) => {
    const { until, toLead } = await sent({ interest: "demo", phone }, ready);
    const lead = await until(({ stage, untold }) => stage === "handed-off" && untold === undefined);
    if (!("followUp" in lead)) throw new Error("nobody has it");
    expect(toLead()).toHaveLength(1);
    expect(toLead()[0]?.text).toMatch(says);
    expect(toLead()[0]?.text).toContain(lead.followUp.dueAt.slice(11, 16));
    await until((lead) => lead.stage === "handed-off" && lead.followUp.turn > 0);
    expect(toLead()).toHaveLength(1);
  });

  it("while nobody has room no time is promised, and the hand-off promises none later", async () => {
    const full = base.team.reps.map((rep) => ({ ...rep, capacity: { newPerWeek: 0, openAtMost: 0 } }));
    const { until, toLead } = await sent({ interest: "demo" }, { ...ready, team: { ...base.team, reps: full } });
    await until(({ stage, untold }) => stage === "qualified" && untold === undefined);
    expect(toLead()[0]?.text).toMatch(/en cuanto alguien del equipo pueda/);
    await until(({ stage }) => stage === "handed-off");
    expect(toLead()).toHaveLength(1);
  });

  it("it is not for us: politely, with what was asked for, and without asking for consent", async () => {
    const gate = { ...base.gate, disqualifiers: [noRival] };
    const { until, toLead } = await sent({ interest: "guía", company: "Rival" }, { gate });
    await until(({ stage, untold }) => stage === "disqualified" && untold === undefined);
    expect(toLead()).toHaveLength(1);
    expect(toLead()[0]?.text).toMatch(/no somos la empresa adecuada/);
    expect(toLead()[0]?.text).toMatch(/\/go\//);
    expect(toLead()[0]?.text).not.toMatch(/\/confirm\//);
  });

  it.each([undefined, { after: [] }, { after: ["qualified" as const] }])(
    "nothing where %j is agreed",
    async (agreed) => {
      const { until, toLead } = await sent({ interest: "guía", consent: undefined }, { acknowledgement: agreed });
      await until(({ stage }) => stage === "dormant");
      expect(toLead()).toEqual([]);
    },
  );

  it("a wish beyond the limits stays on the lead, and on its card", async () => {
    const browser = { visitorId: "5f0c8a52-6f7c-4b0e-9d6b-1f2e3d4c5b6a", consent: undefined };
    const { story, until, toLead, world } = await sent({ interest: "guía", ...browser });
    await until(({ stage, untold }) => stage === "nurturing" && untold === undefined);
    await story.submit({ interest: "demo", message: "otra vez", ...browser });
    const lead = await until(({ untold }) => untold?.held === true);
    await world.settle();
    expect(toLead()).toHaveLength(1);
    expect(lead.untold?.kinds).toContain("demo-requested");
    expect(cardOf(lead).heldWishAt).toBe(lead.untold?.at);
  });

  it("a stranger's form about a lead that sales has and that was told is asked about all the same", async () => {
    const { story, until, toLead } = await sent({ interest: "demo", phone: "" }, ready);
    await until(({ stage, untold }) => stage === "handed-off" && untold === undefined);
    await story.submit({ interest: "demo", message: "hoy mismo" });
    await until(({ hurried, unconfirmedForms = [] }) => hurried === undefined && unconfirmedForms.length > 0);
    await story.world.settle();
    expect(toLead().map(({ text }) => /\/confirm\//.test(text))).toEqual([false, true]);
  });

  it("a guide is in the mail that asks whose form it is, which tells nothing else", async () => {
    const { story, until, toLead } = await sent({ consent: undefined });
    await until(({ stage, untold }) => stage === "nurturing" && untold === undefined);
    await story.submit({ interest: "guía", consent: undefined, message: "Hola, soy otra persona" });
    await story.world.settle();
    const asks = toLead().filter(({ text }) => text.includes("/confirm/"));
    expect([asks.length, toLead().length]).toEqual([1, 2]);
    expect(asks[0]?.text).toMatch(/\/go\/[\s\S]*\/confirm\//);
    expect(asks[0]?.text).not.toMatch(/llamaremos|otra persona/);
  });
});
