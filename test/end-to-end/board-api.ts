import { expect } from "vitest";
import * as z from "zod/mini";
import type { Role } from "../../lambdas/contract/board.ts";
import { undocumented } from "../openapi/documented.ts";
import { outputs, post } from "./pipeline.ts";

export const userOf = (role: Role): string => outputs.demo.users.find((each) => each.role === role)?.user ?? "";

const TokenSchema = z.object({ accessToken: z.string() });

/** The board's API for a demo user of this role, who has signed in; with a body it is posted to. */
export const asking = async (role: Role) => {
  const signedIn = await post("/board/session", { user: userOf(role), password: outputs.demo.password });
  const { accessToken } = TokenSchema.parse(await signedIn.json());
  return async (way: string, sent?: unknown) => {
    const headers = { authorization: `Bearer ${accessToken}`, "content-type": "application/json" };
    const how = sent === undefined ? {} : { method: "POST", body: JSON.stringify(sent) };
    const response = await fetch(`${outputs.api}/board/api/${way}`, { headers, ...how });
    const { status, headers: ours } = response;
    const responded = { status, body: await response.json() };
    const asked = { method: sent === undefined ? "GET" : "POST", path: `/board/api/${way}` };
    expect(undocumented({ ...asked, ...responded, contentType: ours.get("content-type") ?? "" })).toBe("");
    return responded;
  };
};
