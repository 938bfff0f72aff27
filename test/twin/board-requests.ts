import { expect } from "vitest";
import * as z from "zod/mini";
import type { BoardDependencies } from "../../lambdas/board/board-request.ts";
import { postBoard } from "../../lambdas/board/post-board.ts";
import { boardPaths, type Role } from "../../lambdas/contract/board.ts";
import { BilingualSchema } from "../../lambdas/contract/stages.ts";
import { undocumented } from "../openapi/documented.ts";

const AnsweredSchema = z.object({
  statusCode: z.number(),
  body: z.pipe(
    z.string(),
    z.pipe(
      z.transform((text: string): unknown => JSON.parse(text)),
      z.looseObject({
        said: z.optional(BilingualSchema),
        errors: z.optional(z.array(z.object({ field: z.string() }))),
      }),
    ),
  ),
});

export interface SignedIn {
  readonly user: string;
  readonly role: Role;
}

/** A post of a signed-in user to the board's API, and its response. */
export const posted = async (
  deps: BoardDependencies,
  { user, role }: SignedIn,
  path: string,
  body: object,
  key?: string,
) => {
  const rawPath = `${boardPaths.api}/${path}`;
  const response = await postBoard(deps)({
    rawPath,
    headers: { "content-type": "application/json", ...(key !== undefined && { "idempotency-key": key }) },
    requestContext: {
      requestId: "board-request",
      http: { method: "POST" },
      authorizer: { jwt: { claims: { username: user, "cognito:groups": `[${role}]` } } },
    },
    body: JSON.stringify(body),
  });
  const { statusCode: status, headers } = response;
  const contentType = headers["content-type"] ?? "";
  const responded = { method: "POST", path: rawPath, status, contentType, body: JSON.parse(response.body) };
  expect(undocumented(responded)).toBe("");
  return AnsweredSchema.parse(response);
};
