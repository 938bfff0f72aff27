/** The pool's policy, in `lib/board/board-users.ts`, asks for the same. */
export const leastPasswordLength = 12;

const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9\s]/];

/** A lower-case letter, a capital, a digit and a sign, in twelve characters. */
export const isStrongPassword = (password: string): boolean =>
  password.length >= leastPasswordLength && kinds.every((kind) => kind.test(password));
