import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { isVisitorId } from "../../../lambdas/domain/capture/visitor.ts";

it.each([
  ["128 random bits", Buffer.alloc(16, 0xfb).toString("base64url")],
  ["a UUID", randomUUID()],
  ["HubSpot's", "6ed57cfad5a2d75d1ab1d0c5a0e3f4b1"],
  ["the shortest", "a".repeat(16)],
  ["the longest", "_".repeat(64)],
])("%s can stand for one browser", (_, id) => expect(isVisitorId(id)).toBe(true));

it.each(
  [["", "1", "a".repeat(15), "a".repeat(65), "123456789.1234567890", `${"a".repeat(16)}\n`, "ñ".repeat(16)]].flat(),
)("%j cannot", (id) => expect(isVisitorId(id)).toBe(false));
