import { useTheme } from "../theme.tsx";
import { useMedia } from "../use-media.ts";

/** The theme that charts are drawn in: the page's, but always light on paper. */
export const usePictureTheme = (): "light" | "dark" => {
  const { shown } = useTheme();
  const isPaper = useMedia("print");
  return isPaper ? "light" : shown;
};
