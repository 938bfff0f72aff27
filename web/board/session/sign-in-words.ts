import type { Bilingual } from "../../../lambdas/contract/stages.ts";
import { assertNever } from "../../../lambdas/domain/assert-never.ts";
import type { Step } from "./sign-in-step.ts";

/** Words of the sign-in page. */
export const signInWords = {
  title: { es: "Entra en el tablero", en: "Sign in to the board" },
  lead: {
    es: "Marketing y ventas, con los mismos datos a la vista.",
    en: "Marketing and sales, looking at the same facts.",
  },
  user: { es: "Usuario", en: "User name" },
  password: { es: "Contraseña", en: "Password" },
  signIn: { es: "Entrar", en: "Sign in" },
  newTitle: { es: "Elige tu contraseña", en: "Choose your password" },
  newLead: {
    es: "Es la primera vez que entras. La contraseña que has usado solo sirve para este paso.",
    en: "This is your first sign-in. The password you used works for this step only.",
  },
  newPassword: { es: "Contraseña nueva", en: "New password" },
  newHint: {
    es: "Al menos 12 caracteres, con mayúsculas, minúsculas, números y algún signo.",
    en: "At least 12 characters, with upper-case letters, lower-case letters, numbers and a symbol.",
  },
  again: { es: "Repite la contraseña", en: "Repeat the password" },
  save: { es: "Guardar y entrar", en: "Save and sign in" },
  ended: {
    es: "Tu sesión ha caducado. Entra de nuevo y volverás a donde estabas.",
    en: "Your session has expired. Sign in again to return to where you were.",
  },
  asked: { es: "Has cerrado la sesión.", en: "You have signed out." },
  userMissing: { es: "Escribe tu usuario.", en: "Enter your user name." },
  passwordMissing: { es: "Escribe tu contraseña.", en: "Enter your password." },
  notSame: { es: "Las contraseñas no coinciden.", en: "The passwords do not match." },
  toForgotten: { es: "He olvidado mi contraseña", en: "I forgot my password" },
  forgottenTitle: { es: "¿Has olvidado tu contraseña?", en: "Forgot your password?" },
  forgottenLead: {
    es: "Te enviaremos por correo un enlace para elegir otra.",
    en: "We will e-mail you a link to choose another one.",
  },
  userOrAddress: { es: "Usuario o correo", en: "User name or e-mail address" },
  forgottenDo: { es: "Enviar el enlace", en: "Send the link" },
  sentTitle: { es: "Mira tu correo", en: "Check your e-mail" },
  sentLead: {
    es: "Si ese usuario existe, le hemos enviado un enlace que vale 30 minutos. ¿No llega? Mira en el correo no deseado, o pregunta a operaciones.",
    en: "If there is such a user, we have sent a link that works for 30 minutes. Not there? Look in your junk mail, or ask operations.",
  },
  resetTitle: { es: "Elige otra contraseña", en: "Choose another password" },
  resetLead: {
    es: "Al guardarla se cierran todas tus sesiones. Si tienes un segundo factor, sigue siendo el mismo.",
    en: "Saving it ends all your sessions. If you have a second factor, it stays the same.",
  },
  resetDo: { es: "Guardar", en: "Save" },
  resetDoneTitle: { es: "Contraseña cambiada", en: "Password changed" },
  resetDoneLead: { es: "Ya puedes entrar con la nueva.", en: "You can sign in with the new one now." },
  resetWeak: {
    es: "Esa contraseña no cumple los requisitos. Prueba con otra.",
    en: "That password does not meet the requirements. Try another one.",
  },
  linkOver: {
    es: "El enlace ya se ha usado o ha caducado. Pide otro en la página de entrada.",
    en: "The link has been used or has expired. Ask for another one on the sign-in page.",
  },
  toSignIn: { es: "Ir a la página de entrada", en: "Go to the sign-in page" },
  wrongPassword: { es: "Esa no es tu contraseña.", en: "That is not your password." },
  goOn: { es: "Continuar", en: "Continue" },
  back: { es: "Volver al principio", en: "Start again" },
  codeTitle: { es: "Código de verificación", en: "Verification code" },
  codeLead: {
    es: "Escribe el código que muestra ahora tu aplicación de verificación.",
    en: "Enter the code that your authenticator app shows now.",
  },
  code: { es: "Código de seis cifras", en: "Six-digit code" },
  codeMissing: { es: "Escribe el código.", en: "Enter the code." },
  codeWrong: {
    es: "Ese código no vale, o ha pasado demasiado tiempo. Espera al siguiente, o vuelve a empezar.",
    en: "That code is not valid, or too much time has passed. Wait for the next one, or start again.",
  },
  toRecovery: {
    es: "No tengo mi móvil: usar un código de recuperación",
    en: "I do not have my phone: use a recovery code",
  },
  recoveryTitle: { es: "Código de recuperación", en: "Recovery code" },
  recoveryLead: {
    es: "Escribe uno de los diez códigos que guardaste al configurar tu segundo factor. Cada uno vale una sola vez.",
    en: "Enter one of the ten codes that you kept when you set up your second factor. Each works once.",
  },
  recoveryOnlyLead: {
    es: "Empezaste a cambiar tu segundo factor y no lo terminaste. Entra con un código de recuperación y configúralo de nuevo.",
    en: "You began to change your second factor and did not finish. Use a recovery code and set it up again.",
  },
  recoveryCode: { es: "Código de recuperación", en: "Recovery code" },
  recoveryHint: {
    es: "Quince letras y cifras; los guiones sobran.",
    en: "Fifteen letters and digits; dashes do not matter.",
  },
  recoveryWrong: {
    es: "Ese código no vale o ya se ha usado. Si no te queda ninguno, pide a operaciones que reinicie tu segundo factor.",
    en: "That code is not valid or has been used. If you have none left, ask operations to reset your second factor.",
  },
  setUpTitle: { es: "Configura tu segundo factor", en: "Set up your second factor" },
  setUpLead: {
    es: "Al entrar te pediremos, además de la contraseña, un código de tu móvil. Así nadie entra solo con tu contraseña.",
    en: "When you sign in, we will ask for a code from your phone besides your password. So nobody gets in with your password alone.",
  },
  setUpApp: {
    es: "Abre una aplicación de verificación en tu móvil (Google Authenticator, Microsoft Authenticator, 1Password…).",
    en: "Open an authenticator app on your phone (Google Authenticator, Microsoft Authenticator, 1Password…).",
  },
  setUpScan: { es: "Escanea este código QR.", en: "Scan this QR code." },
  setUpType: { es: "No puedo escanearlo: mostrar la clave", en: "I cannot scan it: show the key" },
  setUpCode: { es: "Escribe el código que muestra la aplicación.", en: "Enter the code that the app shows." },
  setUpDo: { es: "Activar", en: "Turn on" },
  qrCode: { es: "Código QR con la clave de tu segundo factor", en: "QR code with the key of your second factor" },
  firstCodeWrong: {
    es: "Ese código no coincide. Espera al siguiente y comprueba que la hora de tu móvil es automática.",
    en: "That code does not match. Wait for the next one, and check that your phone sets its time automatically.",
  },
  ticketOver: {
    es: "Ha pasado demasiado tiempo. Vuelve a empezar.",
    en: "Too much time has passed. Start again.",
  },
  codesTitle: { es: "Guarda tus códigos de recuperación", en: "Keep your recovery codes" },
  codesLead: {
    es: "Cada uno te deja entrar una vez si no tienes el móvil. No se volverán a mostrar: guárdalos donde guardas tus contraseñas.",
    en: "Each lets you in once when you do not have your phone. They are not shown again: keep them where you keep your passwords.",
  },
  codesKept: { es: "Los he guardado", en: "I have kept them" },
  copy: { es: "Copiar los códigos", en: "Copy the codes" },
  copied: { es: "Copiados", en: "Copied" },
  factorTitle: { es: "Segundo factor", en: "Second factor" },
  factorLead: {
    es: "Un código de tu móvil, además de la contraseña. Si ya tienes uno, el nuevo lo sustituye. Para empezar, confirma que eres tú.",
    en: "A code from your phone, besides your password. If you have one already, the new one replaces it. First, confirm that it is you.",
  },
  factorDone: { es: "Tu segundo factor está activado.", en: "Your second factor is on." },
  wrong: { es: "Usuario o contraseña incorrectos.", en: "Wrong user name or password." },
  weak: {
    es: "Esa contraseña no cumple los requisitos, o ha pasado demasiado tiempo. Prueba con otra o vuelve a entrar.",
    en: "That password does not meet the requirements, or too much time has passed. Try another one, or sign in again.",
  },
  tooOften: { es: "Demasiados intentos. Espera unos minutos.", en: "Too many attempts. Wait a few minutes." },
  waitSeconds: (seconds: number) => ({
    es: `Demasiados intentos fallidos. Prueba de nuevo dentro de ${seconds} ${seconds === 1 ? "segundo" : "segundos"}.`,
    en: `Too many failed attempts. Try again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`,
  }),
  waitMinutes: (minutes: number) => ({
    es: `Demasiados intentos fallidos. Prueba de nuevo dentro de ${minutes} minutos.`,
    en: `Too many failed attempts. Try again in ${minutes} minutes.`,
  }),
  noAnswer: {
    es: "El servidor no responde. Inténtalo de nuevo.",
    en: "The server is not responding. Try again.",
  },
} as const;

/** What stands above the form of a step. */
export const headOf = (step: Step): { readonly title: Bilingual; readonly lead: Bilingual } => {
  switch (step.is) {
    case "password":
      return { title: signInWords.title, lead: signInWords.lead };
    case "forgotten":
      return { title: signInWords.forgottenTitle, lead: signInWords.forgottenLead };
    case "link-sent":
      return { title: signInWords.sentTitle, lead: signInWords.sentLead };
    case "new-password":
      return { title: signInWords.newTitle, lead: signInWords.newLead };
    case "code":
      return { title: signInWords.codeTitle, lead: signInWords.codeLead };
    case "recovery":
      return {
        title: signInWords.recoveryTitle,
        lead: step.isOnly ? signInWords.recoveryOnlyLead : signInWords.recoveryLead,
      };
    case "set-up":
      return { title: signInWords.setUpTitle, lead: signInWords.setUpLead };
    case "recovery-codes":
      return { title: signInWords.codesTitle, lead: signInWords.codesLead };
    default:
      return assertNever(step);
  }
};
