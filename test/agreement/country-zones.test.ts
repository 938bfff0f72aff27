import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { countryZones } from "../../lambdas/agreement/country-zones.ts";
import { isZone } from "../../lambdas/domain/working-time/zone.ts";

/** The name by which this machine calls the zone, which may have others. */
const calledHere = (timeZone: string): string => new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;

/** A property in some versions of Node.js, a method in others, and in no declaration of types yet. */
const knownZones = (country: Intl.Locale): unknown => {
  const method: unknown = Reflect.get(country, "getTimeZones");
  return typeof method === "function" ? method.call(country) : Reflect.get(country, "timeZones");
};

const letters = Array.from("ABCDEFGHIJKLMNOPQRSTUVWXYZ");

/** All countries that this machine knows zones of. */
const countriesHere = letters
  .flatMap((first) => letters.map((second) => new Intl.Locale(`und-${first}${second}`)))
  .flatMap((country) => {
    const zones = z.array(z.string()).safeParse(knownZones(country)).data ?? [];
    return zones.length === 0 ? [] : [{ code: country.region ?? "", zones: zones.map(calledHere) }];
  });

describe("the time zones of countries", () => {
  it("are all zones whose clocks the functions know", () => {
    expect(Object.entries(countryZones).filter(([, zone]) => !isZone(zone))).toEqual([]);
  });

  it("are there for every country, each one of the country's own", () => {
    expect(countriesHere.length).toBeGreaterThan(200);
    const elsewhere = countriesHere.filter(
      ({ code, zones }) => !zones.includes(calledHere(countryZones[code] ?? "UTC")),
    );
    expect(elsewhere).toEqual([]);
  });

  it.each([
    ["ES", "Europe/Madrid"],
    ["PT", "Europe/Lisbon"],
    ["GB", "Europe/London"],
    ["US", "America/New_York"],
    ["MX", "America/Mexico_City"],
    ["AR", "America/Argentina/Buenos_Aires"],
    ["IN", "Asia/Kolkata"],
  ])("where most companies of %s are: %s", (country, zone) => {
    expect(countryZones[country]).toBe(zone);
  });
});
