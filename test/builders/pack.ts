import type { MeetingPack } from "../../lambdas/contract/board.ts";
import { withNames } from "../../lambdas/domain/meeting/stored-pack.ts";
import type { TalkFacts } from "../../lambdas/domain/meeting/talk-facts.ts";
import { packOf } from "../../lambdas/views/meeting/pack-of.ts";
import { anAgreement } from "./agreement.ts";
import { aWeek, someFigures } from "./figures.ts";
import { aLead } from "./lead.ts";

export const noTalk: TalkFacts = { rejections: [], breaches: [], wins: [], stuck: [] };

const stageNumbers = [
  ["captured", 300],
  ["qualified", 128],
  ["accepted", 80],
  ["sales-qualified", 40],
  ["opportunity", 25],
  ["won", 14],
] as const;

/** A week in which much happened: every section of the pack says something. */
export const aFullPack = (agreement = anAgreement()): MeetingPack => {
  const figures = someFigures({
    weeks: someFigures().weeks.map((week, i) =>
      i === 7
        ? aWeek({
            ...week,
            mqls: 19,
            breached: 2,
            inTime: 14,
            shareInTime: 0.875,
            amounts: [{ amount: 42_500, currency: "EUR" }],
            won: 3,
          })
        : week,
    ),
    waiting: 3,
    stages: stageNumbers.map(([stage, entered]) => ({
      stage,
      entered,
      left: entered,
      forward: 0,
      conversion: null,
      medianSeconds: null,
    })),
    rejectReasons: [
      {
        id: "too-early",
        label: { es: "Todavía no es el momento", en: "Too early" },
        counts: [1, 0, 1, 1, 0, 1, 1, 4, 0],
      },
      {
        id: "not-the-persona",
        label: { es: "No encaja con el cliente ideal", en: "Does not match the buyer persona" },
        counts: [0, 1, 0, 1, 1, 0, 1, 1, 0],
      },
    ],
  });
  const at = "2026-11-18T10:00:00.000Z";
  const [{ id: ownerId } = { id: "ana" }] = agreement.terms.team.reps;
  const move = {
    cycle: 2,
    at,
    matched: agreement.terms.personas[0]?.criteria.slice(0, 4).map(({ id }) => id) ?? [],
    grade: "A1",
    persona: "operations",
  };
  const [r, b, s] = [
    aLead("nurturing", { leadId: "r", contact: { name: "Rosa Quintana", company: "Conservas del Norte" } }),
    aLead("accepted", { leadId: "b", contact: { name: "Tomás Iglesias", company: "Logística Iglesias e Hijos" } }),
    aLead("opportunity", {
      leadId: "s",
      contact: { name: "Sofía Luna", company: "Farmacia Luna" },
      limitAt: at,
      followUp: { ownerId },
    }),
  ];
  const won = aLead("won", {
    leadId: "w",
    ownerId,
    contact: { name: "Gala Ferrer", company: "Ferrer Distribución" },
    createdAt: "2026-10-01T08:00:00.000Z",
    qualifiedAt: "2026-10-05T08:00:00.000Z",
    firstAssignedAt: "2026-10-05T09:00:00.000Z",
    acceptedAt: "2026-10-06T10:00:00.000Z",
    amount: 24_500,
    source: "google",
  });
  const pack = packOf({
    week: "2026-W48",
    figures,
    capacity: 14,
    agreement,
    inForce: { number: 7, version: agreement.version, since: "2026-11-08T23:00:00.000Z" },
    changes: [
      {
        mark: { number: 7, version: agreement.version, since: "2026-11-08T23:00:00.000Z" },
        changes: [{ es: "Encaje mínimo: antes 55, ahora 50", en: "Least fit: was 55, is now 50" }],
      },
    ],
    now: "2026-11-23T06:30:00.000Z",
    rejections: [
      {
        lead: r,
        fact: {
          ...move,
          leadId: "r",
          from: "handed-off",
          to: "captured",
          because: "rejected:too-early",
          formerOwnerId: ownerId,
        },
      },
    ],
    breaches: [
      {
        lead: b,
        ownerId,
        dueAt: "2026-11-18T15:00:00.000Z",
        level: 1,
        clock: { closedAt: "2026-11-19T08:00:00.000Z", because: "accepted", answered: true },
      },
    ],
    wins: [{ lead: won, wonAt: at }],
    stuck: [{ is: "over-limit", lead: s }],
  });
  const names = new Map([r, b, s, won].map(({ leadId, contact }) => [leadId, `${contact.name} (${contact.company})`]));
  return withNames(
    pack,
    (leadId) => ({
      name: names.get(leadId) ?? "",
      ...(leadId === "r" && { note: "Que vuelva en marzo, con el presupuesto nuevo" }),
    }),
    {
      verdicts: [],
      decisions: [
        {
          decisionId: "1",
          week: "2026-W47",
          text: "Pedir la fecha de compra en el formulario",
          ownerId: agreement.terms.team.marketing.id,
          notedBy: "javier",
          notedAt: at,
        },
        {
          decisionId: "2",
          week: "2026-W47",
          text: "Llamar antes de las 12",
          ownerId,
          notedBy: "javier",
          notedAt: at,
          held: true,
        },
      ],
    },
  );
};
