/**
 * What secrets are for that KMS encrypts: a key's policy, a function's permission and every request name it, so that one
 * secret never opens as another (docs/adr/0040).
 */
export type SecretPurpose = "api-key" | "source";

/** What a ciphertext is bound to. It is no secret: AWS writes it into CloudTrail. */
export interface EncryptionContext {
  readonly purpose: SecretPurpose;
  /** Whose secret it is, such as a key's id. */
  readonly of: string;
}
