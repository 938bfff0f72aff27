import { useSyncExternalStore } from "react";
import { useTheme } from "../theme.tsx";

const print = matchMedia("print");
const subscribe = (changed: () => void): (() => void) => {
  print.addEventListener("change", changed);
  return () => print.removeEventListener("change", changed);
};

/** What a picture is drawn for: as the page is, and always light on paper. */
export const usePictureTheme = (): "light" | "dark" => {
  const { shown } = useTheme();
  const isPaper = useSyncExternalStore(subscribe, () => print.matches);
  return isPaper ? "light" : shown;
};
