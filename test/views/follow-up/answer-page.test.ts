import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type AnswerForm,
  answerPage,
  awaitsAnswer,
  typedAnswer,
} from "../../../lambdas/views/follow-up/answer-page.ts";
import { anAgreement } from "../../builders/agreement.ts";
import { aLead } from "../../builders/lead.ts";
import { now } from "../../builders/now.ts";
import { attributesOf, flat, tagsOf, visibleOf } from "../mail/markup.ts";

const agreement = anAgreement();
const [ana, luis] = agreement.terms.team.reps;
const [pablo] = agreement.terms.team.managers;
if (ana === undefined || luis === undefined || pablo === undefined) throw new Error("the team of the tests");

const form: AnswerForm = {
  lead: aLead("handed-off"),
  agreement,
  owner: ana,
  reader: ana,
  possible: [{ colleague: luis, can: "take-it" }],
  gateReasons: [{ es: "Encaje suficiente", en: "Good enough a fit" }],
  typed: {},
  now,
};

const seenIn = (page: string) => visibleOf(page).join(" | ");

describe("the page where a rep answers", () => {
  it("shows the lead, why it qualified, the deadline, and what can be answered", () => {
    const seen = seenIn(answerPage(form));
    for (const part of [
      "Inés Otero (Talleres Norte)",
      "Responde antes del jueves 12 de marzo, 10:30 (hora de Madrid).",
      "+34 910 000 000",
      "Quisiera saber cuánto tarda la puesta en marcha.",
      "Encaje suficiente",
      "Lo acepto: ya he llamado",
      "Lo acepto: hay reunión",
      "Lo rechazo",
      "Se lo paso a otra persona",
      "Luis Mora",
      "Lo aplazo",
      "Como mucho hasta el jueves 19 de marzo, 10:30 (hora de Madrid).",
      "1 día laborable más.",
      "Ahora no es el momento",
      "No es un posible cliente",
    ])
      expect(seen).toContain(part);
  });

  it("speaks English to one who does", () => {
    const page = answerPage({ ...form, reader: { ...ana, language: "en" } });
    expect(attributesOf(page, "lang")).toEqual(["en"]);
    for (const part of [
      "Answer before Thursday 12 March",
      "Accept: I have called",
      "Not the right time",
      "Good enough a fit",
    ])
      expect(seenIn(page)).toContain(part);
  });

  it("says after the deadline that an answer still counts", () => {
    expect(seenIn(answerPage({ ...form, now: "2026-03-12T09:30:00.000Z" }))).toContain("Tu respuesta sigue contando.");
  });

  it("has a label for each field, and posts to where it came from", () => {
    const page = answerPage(form);
    const ids = [...page.matchAll(/<(?:select|textarea|input type="(?!radio)[\w-]+"[^>]*?) id="(\w+)"/g)].map(
      ([, id]) => id,
    );
    expect(ids).toEqual(["meetingAt", "reason", "to", "until", "why", "note"]);
    expect(attributesOf(page, "for")).toEqual(ids);
    expect(page.match(/<label class="choice"><input type="radio"/g)).toHaveLength(6);
    expect(page).toContain("<legend>");
    expect(page).toMatch(/<form method="post">/);
  });

  it.each(["accept", "reject", "more-time"])("has %s chosen when the button in the mail said so", (answer) => {
    const page = answerPage({ ...form, typed: { answer } });
    expect([...page.matchAll(/value="([\w-]+)" required checked/g)].map(([, value]) => value)).toEqual([answer]);
  });

  it("chooses nothing for an answer that it does not know", () => {
    expect(answerPage({ ...form, typed: { answer: "both" } })).not.toContain(" checked");
  });

  it.each([
    ["choice-missing", "answer", "Elige una respuesta."],
    ["reason-missing", "reason", "Elige el motivo del rechazo."],
    ["reason-unknown", "reason", "Ese motivo ya no está en el acuerdo: elige otro."],
    ["colleague-full", "to", "Esa persona no tiene capacidad: elige otra."],
    ["until-too-late", "until", "El acuerdo no permite tanto: elige una fecha anterior."],
    ["why-missing", "why", "Indica el motivo: lo leerá la persona responsable del equipo."],
    ["meeting-missing", "meetingAt", "Indica el día y la hora de la reunión."],
    ["snooze-used-up", "answer", "Ya no se puede aplazar más: elige otra respuesta."],
    ["note-too-long", "note", "La nota puede tener 2000 caracteres como máximo."],
  ] as const)("says at its field what is wrong (%s) and keeps what was typed", (problem, field, complaint) => {
    const typed = typedAnswer(new URLSearchParams({ answer: "reject", reason: "not-now", note: "<b>mañana</b>" }));
    const page = answerPage({ ...form, typed, problem });
    expect(page).toContain(`<p class="wrong" role="alert" id="${field}-wrong">${complaint}</p>`);
    expect(attributesOf(page, "aria-describedby").join(" ")).toContain(`${field}-wrong`);
    expect(page).toContain('value="reject" required checked');
    expect(page).toContain('<option value="not-now" selected>');
    expect(seenIn(page)).toContain("<b>mañana</b>");
  });

  it("has no markup but ours, whatever the lead wrote or the rep typed", () => {
    const tagsWith = (text: string) => {
      const lead = aLead("handed-off", { contact: { name: `x${text}`, company: `x${text}`, message: `x${text}` } });
      return tagsOf(
        answerPage({
          ...form,
          lead,
          typed: { answer: text, reason: text, why: text, until: text, meetingAt: text, note: text },
        }),
      );
    };
    const hostile = fc.string({ unit: fc.constantFrom("<", ">", '"', "'", "&", "/", "</textarea>", "<script>", "a") });
    fc.assert(
      fc.property(hostile, (text) => {
        expect(tagsWith(text)).toEqual(tagsWith(""));
      }),
    );
  });

  it("runs nothing and asks no one for anything", () => {
    const page = answerPage(form);
    expect(page).not.toMatch(/<script|https?:/i);
    expect(attributesOf(page, "src")).toEqual([]);
    for (const href of attributesOf(page, "href")) expect(href).toMatch(/^(data:,|tel:|mailto:)/);
  });

  it("does not send back a note without end", () => {
    const { note = "" } = typedAnswer(new URLSearchParams({ note: "x".repeat(500_000) }));
    expect(flat(note).length).toBeLessThanOrEqual(20_000);
  });
});

describe("what the page offers", () => {
  const optionsIn = (page: string) =>
    [...page.matchAll(/type="radio" name="answer" id="([\w-]+)"/g)].map(([, id]) => id);

  it("no longer includes what is used up, and says so", () => {
    const spent = aLead("handed-off", { followUp: { snoozes: 1, extensions: 1 } });
    const page = answerPage({ ...form, lead: spent });
    expect(optionsIn(page)).toEqual(["accept", "meeting", "reject", "pass-on"]);
    expect(seenIn(page)).toContain("Ya lo has aplazado una vez. Ya has pedido más tiempo una vez.");
    expect(seenIn(answerPage({ ...form, lead: spent, reader: { ...ana, language: "en" } }))).toContain(
      "You have already snoozed this lead once.",
    );
  });

  it("does not include what the agreement never allows, and does not mention it", () => {
    const strict = anAgreement({
      sla: { sales: { snooze: { most: 0, longest: "1 day" }, moreTime: { most: 0, extra: "1 day" } } },
    });
    const page = answerPage({ ...form, agreement: strict });
    expect(optionsIn(page)).toEqual(["accept", "meeting", "reject", "pass-on"]);
    expect(seenIn(page)).not.toContain("Ya lo has");
  });

  it("shows who is full, with the figures, and no one who is away", () => {
    const page = answerPage({
      ...form,
      possible: [
        { colleague: luis, can: "not-while-full", why: { es: "sin hueco: 5 de 5 esta semana", en: "no room" } },
        { colleague: { ...pablo, name: "Quien está fuera" }, can: "not-while-away" },
      ],
    });
    expect(page).toContain('<option value="luis" disabled>Luis Mora (sin hueco: 5 de 5 esta semana)</option>');
    expect(page).not.toContain("Quien está fuera");
  });

  it("asks how often it was tried when no one was reached", () => {
    const reached = anAgreement({
      sla: {
        sales: {
          rejectReasons: [{ id: "unreachable", label: { es: "No contesta", en: "No answer" }, leadsTo: "recycle" }],
        },
      },
    });
    expect(answerPage({ ...form, agreement: reached })).toContain('data-only="reject" data-when="unreachable"');
    expect(answerPage(form)).not.toContain('data-when="unreachable">');
  });

  it("reads days and times in the reader's time zone", () => {
    const canary = { ...ana, timeZone: "Atlantic/Canary" };
    const page = answerPage({ ...form, reader: canary, owner: canary });
    expect(page).toContain('value="2026-03-13T09:30" min="2026-03-12T09:30" max="2026-03-19T09:30"');
    expect(seenIn(page)).toContain("hora de Canarias");
  });

  it("shows whose lead it is to a colleague who answers for the owner", () => {
    expect(seenIn(answerPage({ ...form, reader: pablo }))).toContain("Lo lleva Ana Gil; también puedes responder tú.");
    expect(seenIn(answerPage(form))).not.toContain("Lo lleva");
  });
});

describe("whom the lead waits for", () => {
  const toAna = { cycle: 1, ownerId: "ana", turn: 0 };

  it("is its owner in this cycle, until there is an answer", () => {
    expect(awaitsAnswer(aLead("assigned"), toAna)).toBe(true);
    expect(awaitsAnswer(aLead("handed-off"), toAna)).toBe(true);
    expect(awaitsAnswer(aLead("accepted"), toAna)).toBe(false);
    expect(awaitsAnswer(aLead("captured", { cycle: 2 }), toAna)).toBe(false);
  });

  it("is no one else, and no one of an earlier cycle", () => {
    expect(awaitsAnswer(aLead("handed-off"), { cycle: 1, ownerId: "luis" })).toBe(false);
    expect(awaitsAnswer(aLead("handed-off", { cycle: 2 }), toAna)).toBe(false);
  });

  it("is not the holder of an old link who had it before and has it again", () => {
    const again = aLead("handed-off", { followUp: { turn: 2 } });
    expect(awaitsAnswer(again, toAna)).toBe(false);
    expect(awaitsAnswer(again, { cycle: 1, ownerId: "ana" })).toBe(false);
    expect(awaitsAnswer(again, { ...toAna, turn: 2 })).toBe(true);
  });

  it("is the present owner, for a program that names none", () => {
    expect(awaitsAnswer(aLead("handed-off", { followUp: { turn: 2 } }), { cycle: 1 })).toBe(true);
    expect(awaitsAnswer(aLead("handed-off"), { cycle: 2 })).toBe(false);
  });
});
