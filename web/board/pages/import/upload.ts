import type { ImportUpload } from "../../../../lambdas/contract/imports.ts";

/** What a browser sends by itself, and lets nobody else say. */
const ownHeaders = /^(?:host|content-length)$/i;

/**
 * Sends the file by the one request that was allowed for it.
 * @param onShare how much has been sent, from 0 to 1
 * @throws when it did not arrive
 */
export const upload = (
  { method, url, headers }: ImportUpload["upload"],
  file: File,
  onShare: (share: number) => void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers))
      if (!ownHeaders.test(name)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onShare(total === 0 ? 0 : loaded / total);
    request.onload = () =>
      request.status >= 200 && request.status < 300 ? resolve() : reject(new Error(`status ${request.status}`));
    request.onerror = () => reject(new Error("no answer"));
    request.send(file);
  });
