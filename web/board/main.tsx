// First: the order of the layers is that in which they are met.
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
