import type { AgreementTerms } from "../../contract/agreement.ts";
import { plural } from "../../domain/text/plural.ts";
import { checkKnown, checkUnique, type Finding } from "../problem.ts";

export const checkNurture = ({ nurture, personas, familiarity, acknowledgement }: AgreementTerms): Finding[] => {
  const { content, mostTouches, sending } = nurture;
  const known = personas.map(({ id }) => id);
  const pieces = content.map(({ id }) => id);
  return [
    ...checkUnique(["nurture", "sending", "days"], sending.days),
    ...checkQuietHours(sending),
    ...checkUnique(["nurture", "content"], pieces, "id"),
    ...content.flatMap(({ personas: meant = [] }, i) => {
      const path = ["nurture", "content", i, "personas"];
      return [...meant.flatMap((id, j) => checkKnown([...path, j], id, "persona", known)), ...checkUnique(path, meant)];
    }),
    ...(mostTouches > 0 ? checkForEverybody(content, known) : []),
    ...checkProgrammes(nurture),
    ...checkUnique(["acknowledgement", "after"], acknowledgement?.after ?? []),
    ...familiarity.flatMap(({ sends }, i) =>
      sends === undefined ? [] : checkKnown(["familiarity", i, "sends"], sends, "piece of content", pieces),
    ),
  ];
};

const checkProgrammes = ({ programmes, content }: AgreementTerms["nurture"]): Finding[] => {
  const pieces = content.map(({ id }) => id);
  return [
    ...checkUnique(
      ["nurture", "programmes"],
      programmes.map(({ id }) => id),
      "id",
    ),
    ...programmes.flatMap(({ content: order }, i) => {
      const path = ["nurture", "programmes", i, "content"];
      return [
        ...order.flatMap((id, j) => checkKnown([...path, j], id, "piece of content", pieces)),
        ...checkUnique(path, order),
      ];
    }),
  ];
};

/** Nurturing promises content to every lead who has given consent. */
const checkForEverybody = (content: AgreementTerms["nurture"]["content"], personas: readonly string[]): Finding[] => {
  const path = ["nurture", "content"];
  if (content.length === 0) return [{ path, message: "there is nothing to send; expected content, or mostTouches: 0" }];
  return personas
    .filter((persona) =>
      content.every(({ personas: meant, when }) => when !== undefined || meant?.includes(persona) === false),
    )
    .map((persona) => ({
      path,
      message: `there is nothing to send to "${persona}"; expected a piece for each persona, or one without personas; without \`when\``,
    }));
};

/** A mail must have time to be sent between two quiet times, even when the sender is busy for a while. */
const leastOpenMinutes = 60;

const checkQuietHours = ({ quietHours }: AgreementTerms["nurture"]["sending"]): Finding[] => {
  if (quietHours === undefined) return [];
  const { from, to } = quietHours;
  const path = ["nurture", "sending", "quietHours"];
  if (from === to)
    return [{ path, message: `they start and end at ${from}; expected two different times, or no quietHours` }];
  const open = (minuteOf(from) - minuteOf(to) + minutesOfDay) % minutesOfDay;
  return open >= leastOpenMinutes
    ? []
    : [
        {
          path,
          message: `they leave ${plural(open, "en", { one: "# minute", other: "# minutes" })} of the day for sending; expected at least ${leastOpenMinutes}`,
        },
      ];
};

const minutesOfDay = 24 * 60;

const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
