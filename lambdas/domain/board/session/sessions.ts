/** What a directory of users says to somebody who signs in. Wrong user, wrong password and a session that is over look the same. */
export type SignInOutcome =
  | {
      readonly is: "signed-in";
      readonly accessToken: string;
      readonly refreshToken: string;
      readonly expiresInSeconds: number;
    }
  | { readonly is: "new-password-needed"; readonly session: string }
  | { readonly is: "refused" }
  /** The new password is not one that the directory takes. */
  | { readonly is: "weak-password" }
  /** It is asked too much, and takes nothing for a moment. */
  | { readonly is: "too-many" };

export type RefreshOutcome =
  | { readonly is: "refreshed"; readonly accessToken: string; readonly expiresInSeconds: number }
  | { readonly is: "refused" }
  | { readonly is: "too-many" };

/** The directory of users, as the board's sign-in needs it. */
export interface Sessions {
  signIn(user: string, password: string): Promise<SignInOutcome>;
  /** At the first sign-in, with the session that it gave: that says whose it is, too. */
  setPassword(session: string, password: string): Promise<SignInOutcome>;
  refresh(refreshToken: string): Promise<RefreshOutcome>;
  /** Neither this token nor what came from it is taken any more. An unknown one is no error. */
  revoke(refreshToken: string): Promise<void>;
}
