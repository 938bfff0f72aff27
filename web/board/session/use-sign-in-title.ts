import { useEffect } from "react";

export const useSignInTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} · Smarketing`;
  }, [title]);
};
