import { useEffect, useRef, useState } from "react";
import { useLocationProperty } from "wouter/use-browser-location";
import { hashOfSearch, type SearchName, searchedIn } from "./read-address.ts";

/** Milliseconds after the last letter: browsers let a page write its address about three times a second. */
const pauseMillis = 400;

/** What is typed stays behind the `#` of the address: it survives a reload and can be shared, and no server sees it. */
export const useTypedSearch = (name: SearchName) => {
  const hash = useLocationProperty(() => location.hash);
  const inAddress = searchedIn(hash, name);
  const [typed, setTyped] = useState(inAddress);
  const written = useRef(inAddress);
  useEffect(() => {
    if (inAddress === written.current) return;
    written.current = inAddress;
    setTyped(inAddress);
  }, [inAddress]);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (typed.trim() === searchedIn(location.hash, name)) return;
      written.current = typed.trim();
      history.replaceState(
        history.state,
        "",
        location.pathname + location.search + hashOfSearch(typed, name, location.hash),
      );
    }, pauseMillis);
    return () => clearTimeout(timer);
  }, [typed, name]);
  return [typed, setTyped] as const;
};
