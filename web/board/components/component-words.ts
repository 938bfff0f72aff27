/** Words of the parts that every page uses. */
export const componentWords = {
  close: { es: "Cerrar", en: "Close" },
  cancel: { es: "Cancelar", en: "Cancel" },
  print: { es: "Imprimir", en: "Print" },
  retry: { es: "Reintentar", en: "Try again" },
  loading: { es: "Cargando…", en: "Loading…" },
  csv: { es: "Descargar CSV", en: "Download CSV" },
  required: { es: "obligatorio", en: "required" },
  choose: { es: "Elige…", en: "Choose…" },
  fastLane: { es: "Vía rápida", en: "Fast lane" },
  needsAttention: { es: "Requiere atención", en: "Needs attention" },
  unnamed: { es: "Sin nombre", en: "No name" },
  noAnswer: {
    es: "No hay respuesta del servidor. Comprueba la conexión e inténtalo otra vez.",
    en: "The server does not answer. Check the connection and try again.",
  },
  forbidden: { es: "Tu puesto no permite ver esto.", en: "Your role does not allow this." },
  missing: { es: "No existe, o no es tuyo.", en: "It does not exist, or it is not yours." },
  conflict: {
    es: "Alguien ha cambiado este lead mientras tanto. Mira cómo está ahora e inténtalo otra vez.",
    en: "Somebody has changed this lead meanwhile. Look at how it stands now and try again.",
  },
  tooMany: {
    es: "Demasiadas peticiones seguidas. Espera un momento.",
    en: "Too many requests at once. Wait a moment.",
  },
  broken: { es: "Algo ha fallado por nuestra parte.", en: "Something went wrong on our side." },
} as const;
