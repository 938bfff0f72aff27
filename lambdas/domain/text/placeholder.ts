import { bareWord } from "./normal-form.ts";

/*
 * What people and form builders write where nothing is known. It is no value of any field: it fills nothing, overwrites
 * nothing, and makes nobody somebody's colleague.
 */

/** Longer texts say something. */
const longest = 60;

/** Without accents, case and marks around. */
const placeholders = new Set(
  `n/a|n / a|n.a|n. a|n/d|n.d|n. d|s/d|s.d|s/n|s/e|n/s|ns/nc|n/c|none|null|undefined|nan|unknown|unspecified|not specified|
  not applicable|not available|no applicable|does not apply|not sure|do not know|don't know|dont know|i don't know|no idea|
  prefer not to say|rather not say|tbd|to be determined|to be defined|to be confirmed|pending|empty|blank|no data|
  no answer|no response|ninguno|ninguna|ningun|no aplica|no procede|no corresponde|no consta|no disponible|
  no tengo|no tiene|no hay|no se sabe|no lo se|no se|no sabe|no contesta|no sabe no contesta|no sabe/no contesta|
  no especificado|no especificada|sin especificar|sin determinar|sin definir|sin datos|sin dato|sin asignar|
  sin respuesta|sin informacion|desconocido|desconocida|se desconoce|por determinar|por definir|por confirmar|pendiente|
  vacio|en blanco|nada que decir|prefiero no decirlo|prefiero no decir|prefiero no contestar|xx|xxx|xxxx|xxxxx`
    .split("|")
    .map((text) => text.trim()),
);

/** Words that are also a person's name or a country's code: they say nothing in other fields alone. */
const shortOnes = new Set(["na", "nd", "sn", "nil", "nada", "x", "no", "tba"]);

/** `Select…`, `-- Seleccione una opción --`, `Please choose`. */
const prompt =
  /^(?:please |por favor,? )?(?:select|choose|pick|seleccion[ae]r?|seleccionad|elij[ae]|elegir|elige|escoj[ae]|escoger|escoge)(?: (?:a|an|one|any|your|the|un|una|uno|el|la|su|tu|opcion|option|here|aqui|country|state|region|industry|sector|size|value|item|pais|provincia|cargo)\b.*)?(?: por favor)?$/;

/** Most texts are words of ASCII and skip the expensive part. */
const bareOf = (text: string): string =>
  plain.test(text)
    ? text.toLowerCase()
    : bareWord(text, longest * 2)
        .replace(around, "")
        .replace(/\s+/g, " ")
        .replaceAll("’", "'");

const plain = /^[a-z0-9]+(?:[ /'&.-][a-z0-9]+)*$/i;
/** Signs around a word, and texts of nothing else. */
const around = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;

/**
 * Whether a text only fills a place.
 * @param ofName a person is called so: `Na`, `Nil` and `Nada` are names
 */
export const isPlaceholder = (text: string, ofName: "name" | "other" = "other"): boolean => {
  if (text.length > longest) return false;
  const bare = bareOf(text);
  if (bare === "") return true;
  return placeholders.has(bare) || prompt.test(bare) || (ofName === "other" && shortOnes.has(bare));
};

const noCompanies = new Set(
  `autonomo|autonoma|soy autonomo|soy autonoma|trabajador autonomo|trabajadora autonoma|empresario autonomo|
  profesional autonomo|freelance|freelancer|freelance professional|free lance|particular|soy particular|un particular|
  cliente particular|privado|privada|private|private person|private individual|individual|persona fisica|
  persona particular|persona natural|self employed|self-employed|selfemployed|self|independiente|independent|
  profesional independiente|profesional liberal|por cuenta propia|cuenta propia|por libre|sole trader|sole proprietor|
  independent contractor|contractor|no company|no company yet|not yet a company|no business|sin empresa|no tengo empresa|no tiene empresa|
  no empresa|ninguna empresa|sin compania|personal|uso personal|personal use|yo|yo mismo|yo misma|me|myself|mi casa|home|
  jubilado|jubilada|retired|pensionista|desempleado|desempleada|en paro|parado|parada|unemployed|estudiante|student|
  empresa|mi empresa|compania|company|my company|business|my business|organization|organisation|organizacion|negocio|
  mi negocio|si|yes`
    .split("|")
    .map((text) => text.trim()),
);

/** `Autónomo/a`, `Freelance (diseño)`, `Autónomo - Madrid`: what stands behind the sign is no company either. */
const remark = /^(?:soy )?(?:autonom[oa]|freelance(?:r|s)?|particular|self[ -]employed)\s*(?:[-–—(,/:;].*)$/;

/** Whether what stands in the place of a company is none: strangers who write it have nothing in common. */
export const isNoCompany = (text: string): boolean =>
  isPlaceholder(text) || (text.length <= longest && (noCompanies.has(bareOf(text)) || remark.test(bareOf(text))));
