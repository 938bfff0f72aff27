import { useTheme } from "../theme.tsx";
import { useMedia } from "../use-media.ts";

/** What a picture is drawn for: as the page is, and always light on paper. */
export const usePictureTheme = (): "light" | "dark" => {
  const { shown } = useTheme();
  const isPaper = useMedia("print");
  return isPaper ? "light" : shown;
};
