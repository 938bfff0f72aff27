import { useEffect } from "react";
import { useChoice } from "./choices.ts";
import { useMedia } from "./use-media.ts";

/** `shown` is what the page looks like now: charts need to know. */
export const useTheme = () => {
  const [theme = "system", setTheme] = useChoice("theme");
  const systemIsDark = useMedia("(prefers-color-scheme: dark)");
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
