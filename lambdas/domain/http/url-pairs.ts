/**
 * Names and values of a form as browsers write it in an address or a body. A page that is in Windows-1252 sends the letters of
 * that, and does not say so: what is no UTF-8 is read as that, each pair by itself.
 */
export const urlPairs = (text: string): [name: string, value: string][] =>
  text.split("&").flatMap((part) => {
    const pairs = [...new URLSearchParams(part)];
    const isBroken = pairs.some((pair) => pair.some((said) => said.includes(unreadable)));
    return isBroken && !saidSo.test(part) ? [...new URLSearchParams(part.replace(byte, asUtf8))] : pairs;
  });

const unreadable = "\ufffd";
/** The sign for what cannot be read, written by the sender. */
const saidSo = /\ufffd|%ef%bf%bd/i;
const byte = /%[89a-f][0-9a-f]/gi;

const asUtf8 = (written: string): string =>
  encodeURIComponent(new TextDecoder("windows-1252").decode(Uint8Array.of(Number.parseInt(written.slice(1), 16))));
