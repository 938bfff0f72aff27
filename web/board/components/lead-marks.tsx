import type { Card, Tone } from "../../../lambdas/contract/board.ts";
import type { Bilingual, Stage } from "../../../lambdas/contract/stages.ts";
import { useLanguage } from "../language.tsx";
import { Badge } from "./badge.tsx";
import { componentWords } from "./component-words.ts";

interface GradeBadgeProps {
  readonly card: Pick<Card, "grade">;
  /** Words around the grade, where nothing else says what it is. */
  readonly label?: (grade: string) => string;
}

/** The lead's grade, once there is one. */
export const GradeBadge = ({ card: { grade }, label = (text) => text }: GradeBadgeProps) =>
  grade === undefined ? null : <Badge tone={grade.startsWith("A") ? "good" : "plain"}>{label(grade)}</Badge>;

type Flagged = Pick<Card, "lane" | "wroteAgainAt" | "unconfirmedAt" | "heldWishAt" | "needsAttention" | "handOffMail">;

/** Why this lead should be looked at before others. */
export const flagsOf = ({
  lane,
  wroteAgainAt,
  unconfirmedAt,
  heldWishAt,
  needsAttention,
  handOffMail,
}: Flagged): { readonly tone: Tone; readonly text: Bilingual }[] => [
  ...(lane === "fast" ? [{ tone: "warn" as const, text: componentWords.fastLane }] : []),
  ...(wroteAgainAt === undefined ? [] : [{ tone: "warn" as const, text: componentWords.wroteAgain }]),
  ...(unconfirmedAt === undefined ? [] : [{ tone: "warn" as const, text: componentWords.unconfirmedRequest }]),
  ...(heldWishAt === undefined ? [] : [{ tone: "warn" as const, text: componentWords.heldWish }]),
  ...(handOffMail === undefined ? [] : [mailFlags[handOffMail]]),
  ...(needsAttention === true ? [{ tone: "bad" as const, text: componentWords.needsAttention }] : []),
];

const mailFlags = {
  unconfirmed: { tone: "warn", text: componentWords.mailUnconfirmed },
  refused: { tone: "bad", text: componentWords.mailRefused },
} as const;

export const LeadFlags = ({ card }: { readonly card: Flagged }) => {
  const { say } = useLanguage();
  return flagsOf(card).map(({ tone, text }) => (
    <Badge key={text.en} tone={tone}>
      {say(text)}
    </Badge>
  ));
};

/** In these stages the system takes the next step, not a person. */
const machineStages: readonly Stage[] = ["captured", "nurturing", "qualified"];

/** What is due is a step of the system: no colleague's deadline runs. */
export const isSystemStep = ({ stage, handOffMail }: Pick<Card, "stage" | "handOffMail">): boolean =>
  machineStages.includes(stage) || handOffMail !== undefined;
