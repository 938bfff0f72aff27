import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFromBoard } from "../../../../lambdas/domain/board/session/parse-session-request.ts";
import { isStrongPassword } from "../../../../lambdas/domain/board/session/password-rules.ts";
import { noCookie, refreshTokenIn, sessionCookie } from "../../../../lambdas/domain/board/session/session-response.ts";

const publicUrl = "https://leads.example.com";

describe("the cookie with the refresh token", () => {
  it("is for the session's address alone, out of reach of scripts and of other sites", () => {
    const [value, ...marks] = sessionCookie("token", publicUrl).split("; ");
    expect(value).toBe("__Secure-smarketing-session=token");
    expect(marks.sort()).toEqual(["HttpOnly", "Max-Age=43200", "Path=/board/session", "SameSite=Strict", "Secure"]);
    expect(noCookie(publicUrl)).toMatch(/^__Secure-smarketing-session=; Max-Age=0; /);
  });

  it.each(["http://127.0.0.1:8080", "http://localhost:8080"])("goes without encryption to %s only", (here) => {
    expect(sessionCookie("t", here)).not.toContain("Secure");
    expect(sessionCookie("t", here.replace("http:", "https:"))).toContain("Secure");
    expect(sessionCookie("t", "http://leads.example.com")).toContain("Secure");
  });

  it("is found wherever the API puts cookies, among others", () => {
    const token = fc.stringMatching(/^[A-Za-z0-9._-]{1,200}$/);
    const others = fc.array(fc.stringMatching(/^[a-z]{1,8}=[a-z0-9]{0,8}$/), { maxLength: 4 });
    fc.assert(
      fc.property(token, others, others, (value, before, after) => {
        const cookies = [...before, `__Secure-smarketing-session=${value}`, ...after];
        expect(refreshTokenIn({ cookies }, publicUrl)).toBe(value);
        expect(refreshTokenIn({ headers: { Cookie: cookies.join("; ") } }, publicUrl)).toBe(value);
        expect(refreshTokenIn({ cookies: [...before, ...after] }, publicUrl)).toBeUndefined();
      }),
    );
    expect(refreshTokenIn({ cookies: ["__Secure-smarketing-session="] }, publicUrl)).toBeUndefined();
    expect(refreshTokenIn({ cookies: ["x__Secure-smarketing-session=1"] }, publicUrl)).toBeUndefined();
    // Without the prefix, anybody on the way might have set it.
    expect(refreshTokenIn({ cookies: ["smarketing-session=1"] }, publicUrl)).toBeUndefined();
    expect(refreshTokenIn({ cookies: ["smarketing-session=1"] }, "http://127.0.0.1:8080")).toBe("1");
  });
});

describe("a request with the cookie", () => {
  const from = (headers: Record<string, string>) =>
    isFromBoard({ method: "POST", path: "", headers, query: new URLSearchParams(), body: new Uint8Array() }, publicUrl);

  it.each([
    [{ "sec-fetch-site": "same-origin" }, true],
    [{ "sec-fetch-site": "same-origin", origin: "http://localhost:8080" }, true],
    [{ "sec-fetch-site": "same-site" }, false],
    [{ "sec-fetch-site": "cross-site", origin: publicUrl }, false],
    [{ "sec-fetch-site": "none" }, false],
    [{ origin: publicUrl }, true],
    [{ origin: "https://evil.example" }, false],
    [{ origin: "null" }, false],
    [{}, true],
  ])("that says %o comes from the board: %s", (headers, isOurs) =>
    expect(from(Object.fromEntries(Object.entries(headers)))).toBe(isOurs),
  );
});

describe("a password", () => {
  it.each(["Corta-1", "sin-mayusculas-1", "SIN-MINUSCULAS-1", "Sin-cifra-alguna", "SinSignoAlguno12"])(
    "such as %s is too weak",
    (password) => expect(isStrongPassword(password)).toBe(false),
  );
  it("of twelve characters of all four kinds will do", () => expect(isStrongPassword("Larga-y-buena-7")).toBe(true));
});
