import type { SourceView } from "../../contract/board-sources.ts";
import type { Source } from "../../contract/sources.ts";
import type { Bilingual } from "../../contract/stages.ts";
import { kinds } from "../../domain/source/kinds/index.ts";
import { inBoth } from "../../domain/text/bilingual.ts";
import { plural } from "../../domain/text/plural.ts";

/** Stands for the secret, which nobody is shown again. */
const secret: Bilingual = { es: "el secreto de esta fuente", en: "the secret of this source" };
/** Of a tool that asks whether we are who we say, and signs with a secret of its own. */
const forQuestion: Bilingual = { es: "el secreto para su pregunta", en: "the secret for its question" };
/** Where an address ends with it. */
const atTheEnd: Bilingual = { es: "SECRETO", en: "SECRET" };

/** What of a source follows from the agreement and its tool: where it posts to, and how to connect it. */
export const sayHowToConnect = (
  { id, kind, label }: Source,
  publicUrl: string,
): Pick<SourceView, "id" | "label" | "tool" | "isUntried" | "proof" | "address" | "steps" | "needs" | "toolMakes"> => {
  const { name, isUntried = false, proof, steps, challenge, fetching } = kinds[kind];
  const address = `${publicUrl}/sources/${id}`;
  const isInAddress = proof.by === "address";
  // What is to be pasted into the tool is ours; of a tool with a question that is the secret for the question.
  const isOurs = proof.by !== "signed" || steps.some(({ en }) => en.includes("{secret}"));
  const asks = challenge !== undefined;
  return {
    id,
    label,
    tool: name,
    isUntried,
    proof: proof.by,
    address,
    steps: steps.map((step) =>
      inBoth((language) =>
        step[language]
          .replaceAll("{address}", isInAddress ? `${address}/${atTheEnd[language]}` : address)
          .replaceAll("{secret}", (asks ? forQuestion : secret)[language]),
      ),
    ),
    needs: [
      "proof",
      ...(asks ? (["challenge"] as const) : []),
      ...(fetching === undefined ? [] : (["token"] as const)),
    ],
    toolMakes: [
      ...(asks || !isOurs ? (["proof"] as const) : []),
      ...(asks && !isOurs ? (["challenge"] as const) : []),
      ...(fetching === undefined ? [] : (["token"] as const)),
    ],
  };
};

/** For a source by which nothing has come that could be walked through. */
export const nothingYet: Bilingual = {
  es: "Todavía no ha llegado nada por esta fuente, o ya no se conserva: envía una prueba desde la herramienta, o pega aquí un envío.",
  en: "Nothing has come by this source yet, or it is no longer kept: send a test from the tool, or paste a request here.",
};

/** For a request that is kept outside the table. */
export const tooLargeToWalk: Bilingual = {
  es: "Es demasiado grande para recorrerlo aquí: guárdalo en un archivo y usa «npm run source:try».",
  en: "It is too large to be walked through here: save it as a file, and use “npm run source:try”.",
};

export const sayReadAgain = (count: number): Bilingual => ({
  es: plural(count, "es", { one: "# se vuelve a leer", other: "# se vuelven a leer" }),
  en: plural(count, "en", { one: "# is being read again", other: "# are being read again" }),
});
