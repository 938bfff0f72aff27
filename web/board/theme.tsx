import { useEffect, useSyncExternalStore } from "react";
import { useChoice } from "./choices.ts";

const dark = matchMedia("(prefers-color-scheme: dark)");
const subscribe = (listener: () => void): (() => void) => {
  dark.addEventListener("change", listener);
  return () => dark.removeEventListener("change", listener);
};

/** `shown` is what the page looks like now: charts need to know. */
export const useTheme = () => {
  const [theme = "system", setTheme] = useChoice("theme");
  const systemIsDark = useSyncExternalStore(subscribe, () => dark.matches);
  const shown: "light" | "dark" = theme === "system" ? (systemIsDark ? "dark" : "light") : theme;
  return { theme, setTheme, shown };
};

/** Says it to the style sheets. */
export const useThemeOnPage = (): void => {
  const { theme } = useTheme();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
};
