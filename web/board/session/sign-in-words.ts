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
    es: "Al menos 12 caracteres, con mayúsculas, minúsculas y números.",
    en: "At least 12 characters, with upper-case letters, lower-case letters and numbers.",
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
