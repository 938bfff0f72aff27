import { describe, expect, it } from "vitest";
import { hashedNetwork, networkOf } from "../../lambdas/http/network.ts";

describe("the network of a caller", () => {
  it.each([
    ["203.0.113.9", "203.0.113.9"],
    ["::ffff:203.0.113.9", "203.0.113.9"],
    ["::ffff:cb00:7109", "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["not an address", "not an address"],
  ])("of %s is %s", (sourceIp, network) => {
    expect(networkOf(sourceIp)).toBe(network);
  });

  it("is kept by a hash that needs the key, the same for all addresses of one network", () => {
    const [one, other] = [1, 2].map((fill) => ({ keyId: "1", secret: new Uint8Array(32).fill(fill) }));
    if (one === undefined || other === undefined) throw new Error("two keys");
    const hash = hashedNetwork(one, "2001:db8:1:2::5");
    expect(hash).toMatch(/^[\w-]{16}$/);
    expect(hashedNetwork(one, "2001:db8:1:2:ffff::1")).toBe(hash);
    expect(hashedNetwork(one, "2001:db8:1:3::5")).not.toBe(hash);
    expect(hashedNetwork(other, "2001:db8:1:2::5")).not.toBe(hash);
  });
});
