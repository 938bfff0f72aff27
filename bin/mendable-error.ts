/** What whoever typed the command can mend: its message says how, and nothing else need be said. */
export class MendableError extends Error {}
