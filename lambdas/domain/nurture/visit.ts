import { createHash } from "node:crypto";
import * as z from "zod/mini";
import type { Lead } from "../lead/lead.ts";

const ReportSchema = z.object({ read: z.string() });

/** Whether the body is what our page's script tells of this piece: nobody else has a reason to post it. */
export const reportsVisit = (body: Uint8Array, content: string): boolean => {
  try {
    return ReportSchema.parse(JSON.parse(new TextDecoder().decode(body))).read === content;
  } catch {
    return false;
  }
};

/**
 * The visit as something the lead did: of one piece in one cycle always the same, so that it counts once. A dormant
 * lead begins its next cycle with it, though it may have read the piece before.
 */
export const visitEngagement = ({ stage, cycle }: Pick<Lead, "stage" | "cycle">, content: string, at: string) => ({
  engagementId: `visit-${stage === "dormant" ? cycle + 1 : cycle}-${content}`,
  kind: "mail-visited",
  at,
  subject: content,
});

/**
 * Id of the reference by which the web site knows the lead that a mail of this cycle brings there. It is no secret: what
 * opens something is our signature on it.
 */
export const siteReferenceId = ({ leadId, cycle }: Pick<Lead, "leadId" | "cycle">): string =>
  createHash("sha256")
    .update(JSON.stringify(["site", leadId, cycle]))
    .digest("base64url");
