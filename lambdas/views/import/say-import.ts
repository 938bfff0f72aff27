import type { Bilingual } from "../../contract/stages.ts";
import { assertNever } from "../../domain/assert-never.ts";
import type { Import } from "../../domain/import/import.ts";
import { sayUnreadable } from "./say-unreadable.ts";

/** Where an import stands, and what happens next or has to be done. */
export const sayImport = (it: Import): Bilingual => {
  const { state, wish, holds, taking } = it;
  switch (state) {
    case "awaiting-file":
      return { es: "Falta subir el archivo.", en: "The file is not uploaded yet." };
    case "reading":
      return { es: "Estamos leyendo el archivo.", en: "The file is being read." };
    case "unreadable":
      return sayUnreadable(it.unreadable ?? "damaged");
    case "mapping":
      return {
        es: "Di qué es cada columna y de dónde vienen los leads; después verás qué pasaría con cada fila.",
        en: "Say what each column is and where the leads come from; then you see what would become of each row.",
      };
    case "trying":
      return {
        es: "Estamos comprobando cada fila. No se guarda nada.",
        en: "Each row is being checked. Nothing is stored.",
      };
    case "tried":
      return {
        es: "Comprobada: todavía no se ha guardado nada. Mira qué pasaría y empieza, o cambia las condiciones.",
        en: "Checked: nothing is stored yet. Look at what would happen and start it, or change the terms.",
      };
    case "running":
      if (wish === "pause") return { es: "Se detiene en unos segundos.", en: "It pauses within seconds." };
      if (wish === "stop") return { es: "Termina en unos segundos.", en: "It stops within seconds." };
      if (taking !== undefined || holds === undefined)
        return { es: "Las filas se están convirtiendo en leads.", en: "The rows are becoming leads." };
      return holds === "pace"
        ? {
            es: "Las filas se convierten en leads al ritmo acordado; sigue sola.",
            en: "The rows become leads at the agreed pace; it goes on by itself.",
          }
        : {
            es: "En espera: ya hay muchos MQL que esperan a ventas. Sigue sola cuando haya sitio.",
            en: "On hold: many MQLs wait for sales already. It goes on by itself when there is room.",
          };
    case "paused":
      return {
        es: "En pausa. Si nadie la reanuda, termina a los siete días.",
        en: "Paused. If nobody resumes it, it stops after seven days.",
      };
    case "done":
      return { es: "Terminada.", en: "Done." };
    case "stopped":
      return { es: "Terminada antes de tiempo.", en: "Stopped before its end." };
    case "undoing":
      return { es: "Se están quitando los leads que añadió.", en: "The leads that it added are being removed." };
    case "undone":
      return {
        es: "Deshecha: los leads que añadió y con los que nadie ha hecho nada ya no están. Lo que completó en leads que ya conocíamos se queda.",
        en: "Undone: the leads that it added, and with which nobody has done anything, are gone. What it filled in of known leads stays.",
      };
    default:
      return assertNever(state);
  }
};
