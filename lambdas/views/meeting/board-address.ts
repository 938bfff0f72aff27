import { boardPaths } from "../../contract/board.ts";

/** Where the board shows the meeting of a week, and a lead. */
export const meetingAddress = (publicUrl: string, week: string): string =>
  `${publicUrl}${boardPaths.board}/meeting/${week}`;

export const leadAddress = (publicUrl: string, leadId: string): string =>
  `${publicUrl}${boardPaths.board}/leads/${encodeURIComponent(leadId)}`;

export const attentionAddress = (publicUrl: string): string => `${publicUrl}${boardPaths.board}/attention`;
