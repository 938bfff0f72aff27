import { describe, expect, it } from "vitest";
import { unreadReasons } from "../../../lambdas/domain/source/unread.ts";
import { sayUnread } from "../../../lambdas/views/source/unread-words.ts";

describe("why something could not be read", () => {
  it.each(unreadReasons)("is a sentence in both languages, which says what to do: %s", (reason) => {
    const { es, en } = sayUnread(reason);
    expect(es).toMatch(/^[A-Z].*[:;,] .*\.$/);
    expect(en).toMatch(/^[A-Z].*[:;,] .*\.$/);
  });

  it("has the tool's status, and nothing that a person has written", () => {
    expect(sayUnread("tool-unreachable", "503").en).toMatch(/\(HTTP 503\)$/);
    expect(sayUnread("no-email", "email").en).not.toContain("(");
  });
});
