// First: cascade layers rank in the order in which the browser meets them.
import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";

const place = document.getElementById("board");
if (place === null) throw new Error("the page has no place for the board");
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
