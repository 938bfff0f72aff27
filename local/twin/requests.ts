/** As the API hands a request to a function. */
const sent = (rawPath: string, contentType: string, body: string) => ({
  rawPath,
  rawQueryString: "",
  headers: { "content-type": contentType },
  requestContext: { requestId: `request to ${rawPath}`, http: { method: "POST" } },
  body: Buffer.from(body).toString("base64"),
  isBase64Encoded: true,
});

export const jsonSent = (path: string, body: object) => sent(path, "application/json", JSON.stringify(body));

/** What the form of a page sends that a link in a mail led to. */
export const formSent = (path: string, reference: string, fields: Record<string, string>) => ({
  ...sent(`${path}/${reference}`, "application/x-www-form-urlencoded", new URLSearchParams(fields).toString()),
  pathParameters: { reference },
});
