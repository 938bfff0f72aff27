import { useEffect } from "react";
import { useChoice } from "./choices.ts";
import { useMedia } from "./use-media.ts";

/** `shown` is the theme that the page has now, which charts are drawn for. */
export const useTheme = () => {
  const [theme = "system", setTheme] = useChoice("theme");
  const systemIsDark = useMedia("(prefers-color-scheme: dark)");
  const shown: "light" | "dark" = theme === "system" ? (systemIsDark ? "dark" : "light") : theme;
  return { theme, setTheme, shown };
};

/** Sets the theme for the style sheets. */
export const useThemeOnPage = (): void => {
  const { theme } = useTheme();
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
  }, [theme]);
};
