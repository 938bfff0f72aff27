import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadAgreement } from "../../lambdas/agreement/load-agreement.ts";
import { ContactSchema } from "../../lambdas/domain/lead/lead.ts";
import { scoreFit } from "../../lambdas/domain/score/score-fit.ts";
import { addSourceSecrets, curlToTry, demoSourceSecret } from "../../local/demo-sources.ts";
import { cipherTwin } from "../../local/twin/cipher-twin.ts";
import { sourcesOn, typeformSigned } from "../source/pipeline.ts";

const terms = (() => {
  const loaded = loadAgreement("agreement.demo.yaml");
  if (!loaded.ok) throw new Error("agreement.demo.yaml has mistakes");
  return loaded.agreement.terms;
})();

const started = async () => {
  const world = sourcesOn(terms.sources ?? [], terms);
  await addSourceSecrets(world.table, cipherTwin.encrypt, terms, demoSourceSecret);
  return world;
};

describe("the sources of the pipeline on this machine", () => {
  it("have the demo's secret each, by which their tools sign or say who they are", async () => {
    const { items, post } = await started();
    const named = items().flatMap(({ pk, sk }) => (String(sk).startsWith("SECRET#") ? [pk] : []));
    expect(named.toSorted()).toEqual((terms.sources ?? []).map(({ id }) => `SOURCE#${id}`).toSorted());
    const signed = await post("/sources/web-typeform", typeformSigned("{}", demoSourceSecret), "{}");
    const wrong = await post("/sources/web-typeform", typeformSigned("{}", "another"), "{}");
    expect([signed.statusCode, wrong.statusCode]).toEqual([200, 401]);
  });

  it("are tried by the curl that is shown: a lead who fits, all of whose answers are understood", async () => {
    const { post, readAll, leads } = await started();
    const curl = curlToTry("https://api.example", terms) ?? "";
    const [, path = "", authorization = "", type = "", body = ""] =
      /^curl -i https:\/\/api\.example(\S+) -H 'authorization: (.+?)' -H 'content-type: (.+?)' -d '(.+)'$/.exec(curl) ??
      [];
    const { statusCode } = await post(path, { authorization, "content-type": type }, body);
    await readAll();
    const [lead] = leads();
    expect(statusCode).toBe(200);
    const contact = ContactSchema.parse(lead?.contact);
    expect(contact).toMatchObject({ company: "Frutas Prieto", companySize: 120, own: { warehouses: 3 } });
    const facts = { contact, language: "es", email: "rosa@frutas-prieto.example" } as const;
    expect(scoreFit(facts, terms).points).toBeGreaterThanOrEqual(terms.gate.leastFit);
    expect(lead).toMatchObject({ email: facts.email, source: "trial" });
  });

  it("stand in the README as they are printed", () => {
    expect(readFileSync("README.md", "utf8").replace(/\s*\\\n\s*/g, " ")).toContain(curlToTry("$API", terms));
  });

  it("are none where the agreement has none that anybody can post to by hand", () => {
    expect(curlToTry("https://api.example", { sources: undefined })).toBeUndefined();
  });
});
