import { boardPaths, packProposalPath } from "../../contract/board.ts";

/** Where the board shows the meeting of a week, and a lead. */
export const meetingAddress = (publicUrl: string, week: string): string =>
  `${publicUrl}${boardPaths.board}/meeting/${week}`;

/** Where the room opens a proposal of that meeting's pack; `number` begins with 1. */
export const packProposalAddress = (publicUrl: string, week: string, number: number): string =>
  `${publicUrl}${boardPaths.board}${packProposalPath(week, number)}`;

export const leadAddress = (publicUrl: string, leadId: string): string =>
  `${publicUrl}${boardPaths.board}/leads/${encodeURIComponent(leadId)}`;

export const attentionAddress = (publicUrl: string): string => `${publicUrl}${boardPaths.board}/attention`;

export const proposalAddress = (publicUrl: string, proposalId: string): string =>
  `${publicUrl}${boardPaths.board}/room/${encodeURIComponent(proposalId)}`;
