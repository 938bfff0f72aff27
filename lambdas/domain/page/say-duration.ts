import type { Language } from "../../contract/stages.ts";
import type { Duration } from "../../contract/time.ts";

const spanish: Record<string, string> = {
  second: "segundo",
  minute: "minuto",
  hour: "hora",
  day: "día",
};

/** A length of time of the agreement in words: `2 working days` is `2 días laborables`. */
export const sayDuration = (duration: Duration, language: Language): string => {
  if (language === "en") return duration;
  const words = duration.split(" ");
  const plural = words[0] === "1" ? "" : "s";
  const unit = words.at(-1)?.replace(/s$/, "") ?? "";
  const working = words.length === 3 ? ` laborable${plural}` : "";
  return `${words[0]?.replace(".", ",")} ${spanish[unit] ?? unit}${plural}${working}`;
};
