/** What we use of it; its types are a package of their own. */
declare module "semver" {
  /** The range as it was understood; `null` when it is none. */
  export function validRange(range: string): string | null;
  export function satisfies(version: string, range: string, options: { readonly includePrerelease: boolean }): boolean;
}
