import { createHmac } from "node:crypto";
import { isIPv6 } from "node:net";
import type { SigningKey } from "../domain/reference/reference.ts";

/** Bytes of the hash that are used: two networks of a day never meet in 96 bits. */
const hashBytes = 12;

/**
 * What one caller cannot leave: an IPv4 address, or of IPv6 the first 64 bits, since a line gets that many addresses at
 * least. An IPv4 address in the clothes of IPv6 is the IPv4 address. Whatever else it is stays as it is.
 */
export const networkOf = (sourceIp: string): string => {
  const [address = ""] = sourceIp.split("%", 1);
  if (!isIPv6(address)) return sourceIp;
  const groups = groupsOf(address);
  const [mapped, high = 0, low = 0] = [groups.slice(0, 6), ...groups.slice(6)];
  if (mapped.join() === "0,0,0,0,0,65535") return [high >> 8, high & 255, low >> 8, low & 255].join(".");
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
};

/** The eight groups of a valid IPv6 address. */
const groupsOf = (address: string): number[] => {
  const [before = [], after] = address.split("::").map((part) => part.split(":").flatMap(numbersOf));
  if (after === undefined) return before;
  return [...before, ...Array.from({ length: 8 - before.length - after.length }, () => 0), ...after];
};

/** One group, or the two that an IPv4 address at the end stands for. */
const numbersOf = (group: string): number[] => {
  if (group === "") return [];
  if (!group.includes(".")) return [Number.parseInt(group, 16)];
  const [a = 0, b = 0, c = 0, d = 0] = group.split(".").map(Number);
  return [a * 256 + b, c * 256 + d];
};

/**
 * The caller's network as it is kept: by a hash that only who has the key can make, since all of IPv4 is soon tried. With
 * a new signing key, counts by network begin anew.
 */
export const hashedNetwork = ({ secret }: SigningKey, sourceIp: string): string =>
  createHmac("sha256", secret)
    .update(`network ${networkOf(sourceIp)}`)
    .digest()
    .subarray(0, hashBytes)
    .toString("base64url");
