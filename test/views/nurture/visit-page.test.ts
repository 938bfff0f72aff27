import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { html } from "../../../lambdas/domain/http/http.ts";
import { visitPage, visitScript } from "../../../lambdas/views/nurture/visit-page.ts";
import { attributesOf, tagsOf, visibleOf } from "../mail/markup.ts";

const visiting = {
  language: "es",
  company: "Engranaje & Cía",
  content: "five-signs",
  title: 'Cinco señales <de> "alarma"',
  url: "https://www.engranaje.example/es/cinco?a=1&b=2#senales",
  reference: "1.abc-_.def",
} as const;

describe("the page of a nurture mail's link", () => {
  it.each([
    ["es", "Le llevamos a esta página. Si no se abre automáticamente:", "Abrirla ahora"],
    ["en", "Taking you to this page. If it does not open automatically:", "Open it now"],
  ] as const)("says where it leads, and leads there by hand too (%s)", (language, opening, open) => {
    const page = visitPage({ ...visiting, language });
    expect(attributesOf(page, "lang")).toEqual([language]);
    expect(visibleOf(page)).toEqual(expect.arrayContaining([visiting.company, visiting.title, opening, open]));
    expect(attributesOf(page, "href")).toContain(visiting.url);
  });

  it("leads on who runs no script, and gives none of them the lead's name on the web site", () => {
    const page = visitPage(visiting);
    expect(page).toMatch(/<noscript><meta http-equiv="refresh" content="0; url=[^"]+"><\/noscript>\s*<\/head>/);
    expect(attributesOf(page, "content")).toContain(`0; url=${visiting.url}`);
    expect(page).not.toContain("sm=1.abc");
    expect(attributesOf(page, "data-reference")).toEqual([visiting.reference]);
    expect(tagsOf(page)).not.toContain("form");
  });

  it("runs its one script and nothing else, whatever is written into it", () => {
    const page = visitPage({ ...visiting, title: "</script><script>alert(1)</script>", reference: '"><script>' });
    const scripts = [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text]) => text);
    expect(scripts).toEqual([visitScript]);
    const { headers } = html(200, page, { script: visitScript });
    const hash = createHash("sha256").update(visitScript).digest("base64");
    expect(headers["content-security-policy"]?.split("; ")).toEqual(
      expect.arrayContaining(["default-src 'none'", `script-src 'sha256-${hash}'`, "connect-src 'self'"]),
    );
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
      "x-robots-tag": "noindex",
    });
  });
});
