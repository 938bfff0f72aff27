/** One answer of a check. Only a `fault` would make the deployment or its mails fail. */
export interface Finding {
  readonly level: "ok" | "advice" | "unknown" | "fault";
  /** A sentence; what is to be done about it is in it. */
  readonly says: string;
}

const marks: Record<Finding["level"], string> = { ok: "ok    ", advice: "advice", unknown: "?     ", fault: "FAIL  " };

export const lineOf = ({ level, says }: Finding): string => `${marks[level]}  ${says}`;

export const ok = (says: string): Finding => ({ level: "ok", says });
export const advice = (says: string): Finding => ({ level: "advice", says });
export const fault = (says: string): Finding => ({ level: "fault", says });

/** What is looked at with one permission. */
export interface Check {
  readonly about: string;
  /** What it needs, as a policy names it. */
  readonly permission: string;
  readonly look: () => Promise<readonly Finding[]>;
}

const denials = /^(AccessDenied|AuthorizationError|UnauthorizedOperation|NotAuthorized)/;

/** What the credentials do not allow is not known, and no fault of the account. @throws every other error */
export const found = async ({ about, permission, look }: Check): Promise<readonly Finding[]> => {
  try {
    return await look();
  } catch (error) {
    if (!(error instanceof Error && denials.test(error.name))) throw error;
    return [{ level: "unknown", says: `${about} could not be checked: the credentials lack ${permission}.` }];
  }
};
