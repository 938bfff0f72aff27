import type { Agreement, AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { anAgreement, roundTheClock } from "../builders/agreement.ts";
import type { DeepPartial } from "../builders/merge.ts";

const rep = (id: string, name: string, newPerWeek = 50) => ({
  id,
  name,
  email: `${id}@engranaje.example`,
  language: "es" as const,
  speaks: ["es" as const, "en" as const],
  capacity: { newPerWeek, openAtMost: newPerWeek },
  manager: "pablo",
});

/** Everything lasts minutes, round the clock; three reps who can each take any lead. */
export const minutesAgreement = (overrides: DeepPartial<AgreementTerms> = {}, newPerWeek = 50): Agreement =>
  agreementIn("minutes", overrides, newPerWeek);

/** The same in hours: much can go wrong and be retried for a while before anything is due. */
export const hoursAgreement = (overrides: DeepPartial<AgreementTerms> = {}, newPerWeek = 50): Agreement =>
  agreementIn("hours", overrides, newPerWeek);

const agreementIn = (unit: "minutes" | "hours", overrides: DeepPartial<AgreementTerms>, newPerWeek: number) => {
  const base = anAgreement(
    {
      company: { timeZone: "UTC", workingHours: roundTheClock, holidays: null },
      gate: { leastFamiliarity: 5 },
      nurture: { cadence: `20 ${unit}`, mostTouches: 3, dormantAfter: `60 ${unit}` },
      sla: {
        sales: {
          followUp: `20 ${unit}`,
          reminderShare: 0.5,
          escalation: [
            { after: `0 ${unit}`, to: "manager" },
            { after: `10 ${unit}`, reassign: true },
            { after: `0 ${unit}`, to: "manager" },
            { after: `10 ${unit}`, to: "director" },
          ],
          reassignedWithin: `15 ${unit}`,
          returnAfter: `20 ${unit}`,
          capacityRetry: `10 ${unit}`,
          overflow: { after: `30 ${unit}`, to: "manager" },
          askOutcomeAfter: `60 ${unit}`,
        },
      },
      team: {
        reps: [
          rep("ana", "Ana Gil", newPerWeek),
          rep("luis", "Luis Mora", newPerWeek),
          rep("eva", "Eva Sanz", newPerWeek),
        ],
      },
    },
    { holidays: [] },
  );
  return anAgreement({ ...base.terms, ...overrides }, { holidays: [] });
};
