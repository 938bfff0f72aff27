import { describe, expect, it } from "vitest";
import type { MeetingDecision } from "../../lambdas/contract/board.ts";
import { byMeeting } from "../../web/board/pages/meeting/decisions.tsx";

const decided = (decisionId: string, week: string, held?: boolean): MeetingDecision => ({
  decisionId,
  week,
  text: "…",
  ownerId: "irene",
  notedBy: "javier",
  notedAt: "2026-11-23T08:40:00.000Z",
  ...(held !== undefined && { held }),
});
const idsOf = (decisions: readonly MeetingDecision[]): string[] => decisions.map(({ decisionId }) => decisionId);

describe("the decisions of a meeting", () => {
  const decisions = [
    decided("kept", "2026-W47", true),
    decided("open", "2026-W47"),
    decided("today", "2026-W48"),
    decided("old", "2025-W52", false),
    decided("later", "2026-W49"),
  ];

  it("are those of its own week, and those of before, the unspoken ones first", () => {
    const { now, before } = byMeeting(decisions, "2026-W48");
    expect(idsOf(now)).toEqual(["today"]);
    expect(idsOf(before)).toEqual(["open", "kept", "old"]);
  });

  it("do not reach from a later meeting into an earlier one", () => {
    expect(idsOf(byMeeting(decisions, "2026-W47").before)).toEqual(["old"]);
  });
});
