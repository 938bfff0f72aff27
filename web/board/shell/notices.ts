import { createContext } from "react";

/** Where notices float above the page, which they never move; none before the shell is drawn. */
export const NoticesContext = createContext<HTMLElement | null>(null);
