import type { Tone } from "../../../../lambdas/contract/board.ts";
import type { ProposalState } from "../../../../lambdas/contract/room.ts";
import { Badge } from "../../components/badge.tsx";
import { useLanguage } from "../../language.tsx";
import { roomWords as words } from "./room-words.ts";

const tones: Record<ProposalState, Tone> = {
  open: "plain",
  agreed: "good",
  withdrawn: "plain",
  refused: "bad",
  outdated: "plain",
};

export const StateBadge = ({ state }: { readonly state: ProposalState }) => {
  const { say } = useLanguage();
  return <Badge tone={tones[state]}>{say(words.states[state])}</Badge>;
};
