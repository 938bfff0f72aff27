import type { AgreementTerms } from "../../lambdas/contract/agreement.ts";
import { meetingDays, packLeadHours } from "../../lambdas/contract/meeting.ts";

const days = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"] as const;

/** When the pack is made, by the same clocks as the meeting: for one early on Monday that is on Sunday. */
export const packTime = ({ day, time }: AgreementTerms["weeklyMeeting"]) => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  const hour = hours - packLeadHours;
  const at = meetingDays.indexOf(day) + (hour < 0 ? -1 : 0);
  return {
    weekDay: days.at(at) ?? "MON",
    hour: String((hour + 24) % 24),
    minute: String(minutes),
  };
};
