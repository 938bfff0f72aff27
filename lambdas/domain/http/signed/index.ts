/** Requests that other systems sign. */
export { readSignature, type SignatureProblem, signedHeaders } from "./read-signature.ts";
export { isSignatureOf, type Signed, signatureOf } from "./signature.ts";
export { longestBody, notJson, tooLong, unsigned } from "./unsigned.ts";
