import { describe, expect, it } from "vitest";
import { keyCommand, secretOf } from "../../web/board/pages/sources/secrets.ts";
import { daysFromNow, now } from "../builders/now.ts";

const secret = (secretId: string, use: "proof" | "token", until?: string) => ({ secretId, use, createdAt: now, until });

describe("the secret that counts", () => {
  it("is the one that lasts longest; ended ones and those for another use are none", () => {
    const [short, long] = [secret("short", "proof", daysFromNow(1)), secret("long", "proof", daysFromNow(9))];
    const ended = secret("ended", "proof", daysFromNow(-1));
    const endless = secret("endless", "proof");
    const token = secret("token", "token");
    expect(secretOf({ secrets: [ended, short, long, token] }, "proof", now)).toBe(long);
    expect(secretOf({ secrets: [short, endless, long] }, "proof", now)).toBe(endless);
    expect(secretOf({ secrets: [ended, token] }, "proof", now)).toBeUndefined();
    expect(secretOf({ secrets: [token] }, "challenge", now)).toBeUndefined();
  });

  it("is made by a command, for its use", () => {
    expect(keyCommand({ id: "crm", toolMakes: [] }, "proof")).toBe("npm run keys -- source add crm");
    expect(keyCommand({ id: "meta", toolMakes: ["proof", "token"] }, "challenge")).toBe(
      "npm run keys -- source add meta --use challenge",
    );
    expect(keyCommand({ id: "meta", toolMakes: ["proof", "token"] }, "token")).toBe(
      "npm run keys -- source add meta --use token --secret-from -",
    );
  });
});
