import { addSourceSecret } from "../lambdas/adapters/dynamo-source-secrets.ts";
import type { DynamoTable } from "../lambdas/adapters/dynamo-table.ts";
import type { Encrypt } from "../lambdas/adapters/kms-cipher.ts";
import type { AgreementTerms } from "../lambdas/contract/agreement.ts";
import { kinds } from "../lambdas/domain/source/kinds/index.ts";

/** Of all sources on this machine. It is public: on AWS each source has secrets of its own (`npm run keys -- source add`). */
export const demoSourceSecret = "smarketing-demo";

/** Makes them as `npm run keys -- source add` does: kept by their hash where they are only recognised, else encrypted. */
export const addSourceSecrets = async (
  table: DynamoTable,
  encrypt: Encrypt,
  { sources = [] }: Pick<AgreementTerms, "sources">,
  secret: string,
): Promise<void> => {
  const createdAt = new Date().toISOString();
  await Promise.all(
    sources.map(({ id: sourceId, kind }) =>
      addSourceSecret(table, {
        sourceId,
        use: "proof",
        secret,
        createdAt,
        encrypt: kinds[kind].proof.by === "signed" ? encrypt : undefined,
      }),
    ),
  );
};

/** A person who fits and asks for a demo, as an automation tool would send them. */
const lead = {
  email: "rosa@frutas-prieto.example",
  nombre: "Rosa Prieto",
  empresa: "Frutas Prieto",
  cargo: "Directora de operaciones",
  empleados: 120,
  sector: "Alimentación",
  pais: "España",
  almacenes: 3,
  interes: "demo",
};

/** Posts that lead to the agreement's first source of the kind `flat`; `undefined` where there is none. */
export const curlToTry = (
  api: string,
  { sources = [] }: Pick<AgreementTerms, "sources">,
  secret = demoSourceSecret,
): string | undefined => {
  const source = sources.find(({ kind }) => kind === "flat");
  if (source === undefined) return undefined;
  const headers = [`authorization: Bearer ${secret}`, "content-type: application/json"].map((each) => `-H '${each}'`);
  return `curl -i ${api}/sources/${source.id} ${headers.join(" ")} -d '${JSON.stringify(lead)}'`;
};
