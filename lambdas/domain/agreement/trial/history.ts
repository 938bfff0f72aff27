import type { Engagement, Lead, Override } from "../../lead/lead.ts";
import type { MoveFact } from "../../lead/move-fact.ts";

/** All that is kept of a lead and that a trial looks at. In whatever order. */
export interface LeadHistory {
  readonly lead: Lead;
  readonly engagements: readonly Engagement[];
  readonly forms: readonly Form[];
  readonly moves: readonly MoveFact[];
  /** What people decided instead of the gate, by cycle. */
  readonly decisions: readonly ByHand[];
  readonly outcomes: readonly Told[];
}

interface Form {
  readonly submissionId: string;
  readonly at: string;
  /** It came from another browser than the lead's, and counts once it is confirmed. */
  readonly pending?: true | undefined;
  readonly confirmedAt?: string | undefined;
}

export interface ByHand extends Pick<Override, "verdict" | "at"> {
  readonly cycle: number;
}

/** What a rep said of a deal. */
interface Told {
  readonly at: string;
  readonly cycle: number;
  readonly kind: string;
  readonly reason?: string | undefined;
}

/**
 * One of the lead's ways to sales, which is one cycle: within it they are an MQL once at most. Instants are those of what
 * happened, by the moves.
 */
export interface Chance {
  readonly cycle: number;
  readonly begin: string;
  /** The code of the move with which it began. */
  readonly because: string;
  /** Its end: won, lost, parked, or the next one's begin. Nothing from then on is judged. */
  readonly end: string | undefined;
  /** When they became an MQL. */
  readonly qualifiedAt: string | undefined;
  /** When the gate, or a person, closed it. */
  readonly disqualifiedAt: string | undefined;
  /** When sales got them. */
  readonly handedAt: string | undefined;
  readonly moves: readonly MoveFact[];
}

/** The lead's ways, the oldest first. */
export const chancesOf = ({ lead, moves }: Pick<LeadHistory, "lead" | "moves">): Chance[] => {
  const inOrder = moves.toSorted((one, other) => one.cycle - other.cycle || compare(one.at, other.at));
  const cycles = [...new Set([...inOrder.map(({ cycle }) => cycle), lead.cycle])].sort((one, other) => one - other);
  const begun = cycles.map((cycle) => {
    const own = inOrder.filter((move) => move.cycle === cycle);
    return { cycle, own, begin: own[0]?.at ?? (cycle === 1 ? lead.createdAt : lead.stageSince) };
  });
  return begun.map(({ cycle, own, begin }, i): Chance => {
    const first = (...stages: readonly string[]) => own.find(({ to }) => to !== null && stages.includes(to))?.at;
    return {
      cycle,
      begin,
      because: own[0]?.because ?? "",
      end: earliest(first("won", "lost", "dormant"), begun[i + 1]?.begin),
      qualifiedAt: own.find(({ to, again }) => to === "qualified" && again !== true)?.at,
      disqualifiedAt: first("disqualified"),
      handedAt: first("assigned"),
      moves: own,
    };
  });
};

const earliest = (...instants: readonly (string | undefined)[]): string | undefined =>
  instants.filter((at) => at !== undefined).sort()[0];

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
