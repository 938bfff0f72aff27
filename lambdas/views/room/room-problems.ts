import type { Bilingual } from "../../contract/stages.ts";
import type { Ended, WhyNotSigned } from "../../domain/agreement/proposal/proposal.ts";
import type { Replaced } from "../../domain/agreement/proposal/signers.ts";
import type { HttpResponse } from "../../domain/http/http.ts";
import { problemSaying } from "../board/action-problems.ts";

const notSignedWords: Readonly<Record<WhyNotSigned | "other-rules", Bilingual>> = {
  "not-a-signer": {
    es: "No se ha firmado: la versión en vigor nombra a otras personas para firmar.",
    en: "It was not signed: the version in force names other people to sign.",
  },
  "signed-for": {
    es: "No se ha firmado: quien te precedió ya había firmado por tu departamento.",
    en: "It was not signed: whoever was named before you has signed for your department already.",
  },
  "signs-for-both": {
    es: "No se ha firmado: ya firmaste esta propuesta por el otro departamento, y nadie firma por los dos.",
    en: "It was not signed: you have signed this proposal for the other department, and nobody signs for both.",
  },
  "not-open": {
    es: "No se ha firmado: la propuesta ya no está abierta.",
    en: "It was not signed: the proposal is no longer open.",
  },
  outdated: {
    es: "No se ha firmado: desde que se hizo la propuesta ha entrado en vigor otra versión. Proponla de nuevo sobre la actual.",
    en: "It was not signed: another version has come into force since this was proposed. Propose it again on the present one.",
  },
  "another-comes": {
    es: "No se ha firmado: hay otra versión firmada que todavía no ha entrado en vigor.",
    en: "It was not signed: another version has been signed and does not hold yet.",
  },
  changed: {
    es: "No se ha firmado: el texto no es el que tenías delante. Vuelve a leerlo y firma de nuevo.",
    en: "It was not signed: these are not the terms that you had before you. Read them again, and sign again.",
  },
  "other-rules": {
    es: "No se ha firmado: según las reglas de hoy, este texto ya no es válido o dice otra cosa. Proponlo de nuevo.",
    en: "It was not signed: by today's rules this text is no longer valid, or says something else. Propose it again.",
  },
};

export const notSigned = (because: WhyNotSigned | "other-rules"): HttpResponse =>
  problemSaying(because === "not-a-signer" ? 403 : 409, "Not signed", notSignedWords[because]);

/** The sign-in lies too far back to sign with it; the board asks for it again. */
export const signInAgain = (): HttpResponse => {
  const response = problemSaying(401, "Sign in again", {
    es: "Para firmar, vuelve a iniciar sesión: la última vez fue hace más de cinco minutos.",
    en: "To sign, please sign in again: the last time was more than five minutes ago.",
  });
  return { ...response, body: JSON.stringify({ ...JSON.parse(response.body), code: "sign-in-again" }) };
};

export const factorNeeded = (): HttpResponse =>
  problemSaying(403, "Second factor needed", {
    es: "Para firmar necesitas un segundo factor. Configúralo al iniciar sesión, y firma después.",
    en: "To sign you need a second factor. Set one up when you sign in, then sign.",
  });

type WhyNotEnded = Extract<Ended, { is: "refused" }>["because"];
const notEndedWords: Readonly<Record<WhyNotEnded, Bilingual>> = {
  "not-open": {
    es: "No se ha cambiado nada: la propuesta ya no está abierta.",
    en: "Nothing was changed: the proposal is no longer open.",
  },
  "not-yours": {
    es: "No se ha cambiado nada: solo quien hizo la propuesta la retira. Tú puedes rechazarla.",
    en: "Nothing was changed: only the person who made the proposal withdraws it. You can refuse it.",
  },
  yours: {
    es: "No se ha cambiado nada: tu propia propuesta se retira, no se rechaza.",
    en: "Nothing was changed: your own proposal is withdrawn, not refused.",
  },
};

export const notEnded = (because: WhyNotEnded): HttpResponse =>
  problemSaying(because === "not-open" ? 409 : 403, "Not possible", notEndedWords[because]);

type WhyNotNamed = Extract<Replaced, { is: "refused" }>["because"];
const notNamedWords: Readonly<Record<WhyNotNamed, Bilingual>> = {
  "not-of-the-team": {
    es: "No se ha cambiado nada: firma la persona de marketing, la dirección comercial o un responsable de ventas del acuerdo.",
    en: "Nothing was changed: the person in marketing, the director or a sales manager of the agreement signs.",
  },
  "signs-for-the-other": {
    es: "No se ha cambiado nada: ya firma por el otro departamento, y nadie firma por los dos.",
    en: "Nothing was changed: they sign for the other department, and nobody signs for both.",
  },
};

export const notNamed = (because: WhyNotNamed): HttpResponse =>
  problemSaying(422, "Not possible", notNamedWords[because]);

const notProposedWords = {
  "changes-nothing": {
    es: "No se ha propuesto nada: el texto dice lo mismo que la versión en vigor.",
    en: "Nothing was proposed: the text says the same as the version in force.",
  },
  from: {
    es: "No se ha propuesto nada: el día debe estar entre hoy y dentro de 92 días.",
    en: "Nothing was proposed: the day must be between today and 92 days from now.",
  },
  "no-decision": {
    es: "No se ha propuesto nada: no existe esa decisión de la reunión.",
    en: "Nothing was proposed: there is no such decision of the meeting.",
  },
  "no-longer-open": {
    es: "No se ha propuesto nada: la propuesta a la que respondes ya no está abierta.",
    en: "Nothing was proposed: the proposal that you answer is no longer open.",
  },
} as const satisfies Record<string, Bilingual>;

export const notProposed = (because: keyof typeof notProposedWords): HttpResponse =>
  problemSaying(because === "no-longer-open" ? 409 : 422, "Not proposed", notProposedWords[because]);
