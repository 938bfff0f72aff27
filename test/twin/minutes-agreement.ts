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
export const minutesAgreement = (overrides: DeepPartial<AgreementTerms> = {}, newPerWeek = 50): Agreement => {
  const base = anAgreement(
    {
      company: { timeZone: "UTC", workingHours: roundTheClock, holidays: null },
      gate: { leastFamiliarity: 5 },
      nurture: { cadence: "20 minutes", mostTouches: 3, dormantAfter: "60 minutes" },
      sla: {
        sales: {
          followUp: "20 minutes",
          reminderShare: 0.5,
          escalation: [
            { after: "0 minutes", to: "manager" },
            { after: "10 minutes", reassign: true },
            { after: "0 minutes", to: "manager" },
            { after: "10 minutes", to: "director" },
          ],
          reassignedWithin: "15 minutes",
          returnAfter: "20 minutes",
          capacityRetry: "10 minutes",
          overflow: { after: "30 minutes", to: "manager" },
          askOutcomeAfter: "60 minutes",
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
