import { oneOf, type Random } from "../../lambdas/agreement/capacity-check/random.ts";
import { detailSchemas } from "../../lambdas/contract/events.ts";
import { isUnanswered, isWorked, type Unanswered } from "../../lambdas/domain/lead/lead.ts";
import { currenciesOf } from "../../lambdas/domain/money/money.ts";
import { parseOutcomeBody } from "../../lambdas/domain/outcome/parse-outcome-body.ts";
import { colleagueOf } from "../../lambdas/domain/team/owner.ts";
import { addDuration, calendarOf, calendarOfOwner, workBetween } from "../../lambdas/domain/working-time/calendar.ts";
import { intakeAnswer } from "../../lambdas/follow-up/intake-answer.ts";
import { intakeOutcome } from "../../lambdas/outcome/intake-outcome.ts";
import type { History } from "./live.ts";
import type { Prospect } from "./prospects.ts";

/** An action at a time (milliseconds since 1970), and the actions that it leads to later. */
export interface Due {
  readonly at: number;
  readonly act: () => Promise<readonly Due[] | undefined>;
}

const minute = 60_000;
/** Minutes that are worked in a day. */
const workingDay = 8 * 60;

/** Reps answer in working time only. */
const workingMinutes = (minutes: number) => `${Math.min(99_999, Math.max(1, Math.round(minutes)))} working minutes`;

/** What the history's reps do with the leads that reach them. */
export const salesOf = (history: History) => {
  const { world } = history;
  const worthOf = new Map<string, Prospect>();
  let seen = 0;
  return {
    expect: (prospect: Prospect): void => {
      worthOf.set(String(prospect.form.email), prospect);
    },
    /** Of every lead that has reached a rep since this was last asked: what the rep will do with it. */
    takeNotice: async (): Promise<Due[]> => {
      const reached = world.events.slice(seen).flatMap((event) => {
        if (event.type !== "LeadStageChanged") return [];
        const { to, leadId } = detailSchemas.LeadStageChanged.parse(event.data);
        return to === "handed-off" ? [leadId] : [];
      });
      seen = world.events.length;
      const leads = await Promise.all(reached.map((leadId) => world.lead(leadId)));
      return leads.flatMap((lead) => {
        const prospect = lead && worthOf.get(lead.email);
        return lead !== undefined && isUnanswered(lead) && prospect !== undefined
          ? [answerOf(history, lead, prospect)]
          : [];
      });
    },
  };
};

/** Most answer well before the deadline, some late, a few never. */
const shareOfTime = (random: Random): number =>
  oneOf(
    [
      { item: 0.05 + 0.55 * random(), weight: 70 },
      { item: 0.6 + 0.39 * random(), weight: 18 },
      { item: 1.05 + 0.5 * random(), weight: 9 },
      { item: 50, weight: 3 },
    ],
    random,
  ) ?? 0.5;

const answerOf = (history: History, lead: Unanswered, prospect: Prospect): Due => {
  const { random } = history;
  const { assignedAt, dueAt, ownerId } = lead.followUp;
  const owner = colleagueOf(ownerId, history.agreement);
  const calendar = owner === undefined ? calendarOf(history.agreement) : calendarOfOwner(owner, history.agreement);
  const worked = workBetween(Date.parse(assignedAt), Date.parse(dueAt), calendar) / minute;
  const { leadId, cycle } = lead;
  return {
    at: Date.parse(addDuration(assignedAt, workingMinutes(worked * shareOfTime(random)), calendar)),
    act: async () => {
      const said =
        random() < 0.35 + 0.6 * prospect.worth ? { answer: "accept", how: "called" } : rejection(prospect, random);
      const taken = await intakeAnswer(
        history.world.task,
        { leadId, cycle, by: ownerId, ...said },
        { correlationId: "demo-history" },
      );
      const accepted = taken.is === "taken" && taken.lead.stage === "accepted";
      return accepted ? [furtherOf(history, leadId, ownerId, prospect)] : [];
    },
  };
};

const rejection = ({ fit }: Prospect, random: Random): { readonly answer: "reject"; readonly reason: string } => ({
  answer: "reject",
  reason:
    oneOf(
      [
        { item: "not-the-persona", weight: fit === "other" ? 60 : 8 },
        { item: "too-early", weight: 30 },
        { item: "no-budget", weight: 18 },
        { item: "unreachable", weight: 22 },
        { item: "wrong-contact", weight: 10 },
        { item: "already-customer", weight: 4 },
      ],
      random,
    ) ?? "too-early",
});

/** How a deal goes on: one word after the other, until it is over. */
const furtherOf = (history: History, leadId: string, by: string, prospect: Prospect): Due => {
  const { random, world } = history;
  return {
    at: Date.parse(
      addDuration(world.now(), workingMinutes((1 + 5 * random()) * workingDay), calendarOf(history.agreement)),
    ),
    act: async () => {
      const lead = await world.lead(leadId);
      if (lead === undefined || !isWorked(lead)) return [];
      const dollars = currenciesOf(history.agreement).find((code) => code === "USD");
      const parsed = parseOutcomeBody(
        { leadId, cycle: lead.cycle, by, ...wordOn(lead.stage, prospect, random, dollars) },
        history.agreement,
      );
      if (!parsed.ok) throw new Error(`the history's outcome was refused: ${JSON.stringify(parsed.errors)}`);
      await intakeOutcome(world.task, parsed.body, { correlationId: "demo-history" });
      return [furtherOf(history, leadId, by, prospect)];
    },
  };
};

const wordOn = (
  stage: "accepted" | "sales-qualified" | "opportunity",
  { worth, form }: Prospect,
  random: Random,
  dollars: string | undefined,
) => {
  const goesOn = random() < (stage === "opportunity" ? 0.15 + 0.4 * worth : 0.3 + 0.5 * worth);
  const lost = {
    outcome: "lost",
    reason: oneOf(
      [
        { item: "price", weight: 4 },
        { item: "competitor", weight: 3 },
        { item: "no-decision", weight: 4 },
        { item: "missing-feature", weight: 1 },
      ],
      random,
    ),
  };
  switch (stage) {
    case "accepted":
      return goesOn
        ? { outcome: "sales-qualified" }
        : random() < 0.5
          ? { outcome: "recycled", reason: random() < 0.5 ? "too-early" : "no-budget" }
          : lost;
    case "sales-qualified":
      return goesOn ? { outcome: "opportunity" } : lost;
    case "opportunity":
      return goesOn
        ? {
            outcome: "won",
            amount: 500 * Math.round(8 + Number(form.companySize) / 12 + 30 * random()),
            ...(form.country === "MX" && { currency: dollars }),
          }
        : lost;
  }
};
