import type { StoryEntry } from "../../../contract/board.ts";
import type { Lead } from "../../lead/lead.ts";
import type { History } from "./history.ts";

/** What the lead itself says of our mails after its forms: confirmed, ended, or that they cannot reach it. */
export const consentEntries = (
  { cycle, consents, unsubscribedAt, undeliverable }: Lead,
  { decisions }: Pick<History, "decisions">,
): StoryEntry[] => {
  const byColleague = decisions.some(({ of, at }) => of === "unsubscribe" && at === unsubscribedAt);
  return [
    ...consents.flatMap(({ purpose, confirmedAt }): StoryEntry[] =>
      confirmedAt === undefined
        ? []
        : [
            {
              ...about(confirmedAt, cycle),
              title: { es: `Confirmó su consentimiento (${purpose})`, en: `Confirmed its consent (${purpose})` },
              tone: "good",
            },
          ],
    ),
    ...(unsubscribedAt === undefined || byColleague
      ? []
      : [
          {
            ...about(unsubscribedAt, cycle),
            title: { es: "No quiere recibir más correos", en: "It wants no more mails" },
            tone: "warn" as const,
          },
        ]),
    ...(undeliverable === undefined
      ? []
      : [
          {
            ...about(undeliverable.at, cycle),
            title:
              undeliverable.because === "bounced"
                ? {
                    es: "Su correo no existe: ya no se le escribe",
                    en: "Its address does not exist: no more mails go there",
                  }
                : {
                    es: "Se quejó de un correo: ya no se le escribe",
                    en: "It complained of a mail: no more mails go there",
                  },
            tone: "bad" as const,
          },
        ]),
  ];
};

const about = (at: string, cycle: number) => ({ at, cycle, kind: "consent", details: [] }) as const;
