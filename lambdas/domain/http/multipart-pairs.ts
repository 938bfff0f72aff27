/**
 * Names and values of a `multipart/form-data` body, in order, by the platform's own parser: strict, and adds nothing to the
 * bundle. Files are not stored, only that there was one. `undefined` when it is not well-formed.
 * @param type the header `content-type`, which has the boundary
 */
export const multipartPairs = async (body: Uint8Array, type: string): Promise<[string, string][] | undefined> => {
  try {
    const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
    return [...form].map(([name, value]) => [name, typeof value === "string" ? value : fileAsText(value)]);
  } catch {
    return undefined;
  }
};

const fileAsText = ({ name, size }: File): string => (name === "" && size === 0 ? "" : `${name} (${size} bytes)`);
