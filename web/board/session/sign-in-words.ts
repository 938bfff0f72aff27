/** Words of the sign-in page. */
export const signInWords = {
  title: { es: "Entra en el tablero", en: "Sign in to the board" },
  lead: {
    es: "Marketing y ventas, los mismos datos a la vista.",
    en: "Marketing and sales, looking at the same facts.",
  },
  user: { es: "Usuario", en: "User" },
  password: { es: "Contraseña", en: "Password" },
  signIn: { es: "Entrar", en: "Sign in" },
  newTitle: { es: "Elige tu contraseña", en: "Choose your password" },
  newLead: {
    es: "Es la primera vez que entras. La contraseña que has usado solo sirve para esto.",
    en: "This is your first time here. The password that you used is good for this only.",
  },
  newPassword: { es: "Contraseña nueva", en: "New password" },
  newHint: {
    es: "Al menos 12 caracteres, con mayúsculas, minúsculas y cifras.",
    en: "At least 12 characters, with capitals, small letters and digits.",
  },
  again: { es: "Repítela", en: "Once more" },
  save: { es: "Guardar y entrar", en: "Save and sign in" },
  ended: {
    es: "Tu sesión ha terminado. Entra otra vez y vuelves a donde estabas.",
    en: "Your session has ended. Sign in again and you are back where you were.",
  },
  asked: { es: "Has cerrado la sesión.", en: "You have signed out." },
  userMissing: { es: "Escribe tu usuario.", en: "Type your user name." },
  passwordMissing: { es: "Escribe tu contraseña.", en: "Type your password." },
  notSame: { es: "No coincide con la de arriba.", en: "It is not the same as above." },
  wrong: { es: "Usuario o contraseña incorrectos.", en: "Wrong user or password." },
  weak: {
    es: "Esa contraseña no cumple lo que se pide, o ha pasado demasiado tiempo. Prueba con otra.",
    en: "That password is not as asked for, or too much time has passed. Try another.",
  },
  tooOften: { es: "Demasiados intentos. Espera unos minutos.", en: "Too many tries. Wait a few minutes." },
  noAnswer: {
    es: "No hay respuesta del servidor. Inténtalo otra vez.",
    en: "The server does not answer. Try again.",
  },
} as const;
