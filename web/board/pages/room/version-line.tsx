import type { InForceVersion } from "../../../../lambdas/contract/room.ts";
import type { Bilingual } from "../../../../lambdas/contract/stages.ts";
import { sayVersion } from "../../../../lambdas/domain/text/say-version.ts";
import { useFormat } from "../../format.ts";
import { useLanguage } from "../../language.tsx";
import { useMe } from "../../me.tsx";
import { roomWords as words } from "./room-words.ts";

interface VersionLineProps {
  readonly version: InForceVersion;
  /** How it is said: in force since then, coming at that time, or of that day. */
  readonly as?: "in-force" | "comes" | "was";
}

/** A version by its number and date; its hash beside it, small. */
export const VersionLine = ({ version, as = "in-force" }: VersionLineProps) => {
  const { say } = useLanguage();
  const said = useSayVersion();
  return (
    <span className="room-version">
      {say(said(version, as))} <Hash of={version.version} />
    </span>
  );
};

const useSayVersion = () => {
  const { weekday, date, time } = useFormat();
  const { timeZone } = useMe();
  return ({ number, since }: InForceVersion, as: "in-force" | "comes" | "was"): Bilingual => {
    if (as === "comes") return words.comes(number, weekday(since), time(since));
    if (as === "was") return words.was(number, date(since));
    const { es, en } = sayVersion({ number, since }, timeZone, new Date().toISOString());
    return { es: capital(es), en: capital(en) };
  };
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The hash of terms: whoever compares two papers compares this. */
export const Hash = ({ of }: { readonly of: string }) => {
  const { say } = useLanguage();
  return (
    <code className="room-hash" title={`${say(words.hash)}: ${of}`}>
      {of}
    </code>
  );
};
