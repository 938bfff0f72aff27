import { createHash } from "node:crypto";
import * as z from "zod/mini";
import { droppable } from "../../contract/start-light.ts";
import type { Lead } from "../lead/lead.ts";

const ReportSchema = /* @__PURE__ */ droppable(() => z.object({ read: z.string() }));

/** Whether the body is what our page's script reports for this piece: nothing else has a reason to post it. */
export const reportsVisit = (body: Uint8Array, content: string): boolean => {
  try {
    return ReportSchema.parse(JSON.parse(new TextDecoder().decode(body))).read === content;
  } catch {
    return false;
  }
};

/**
 * The visit as an engagement: its id is the same for one piece in one cycle, so that it counts once. A dormant
 * lead starts its next cycle with it, even if it read the piece before.
 */
export const visitEngagement = ({ stage, cycle }: Pick<Lead, "stage" | "cycle">, content: string, at: string) => ({
  engagementId: `visit-${stage === "dormant" ? cycle + 1 : cycle}-${content}`,
  kind: "mail-visited",
  at,
  subject: content,
});

/**
 * Id of the reference by which the web site knows the lead that a mail of this cycle brings there. It is no secret:
 * what opens it is our signature.
 */
export const siteReferenceId = ({ leadId, cycle }: Pick<Lead, "leadId" | "cycle">): string =>
  createHash("sha256")
    .update(JSON.stringify(["site", leadId, cycle]))
    .digest("base64url");
