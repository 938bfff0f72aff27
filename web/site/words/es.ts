/** What the sample site says in Spanish; `SiteWords` makes English say the same. */
export const es = {
  tagline: "Software de gestión de almacenes",
  description: "Software de gestión de almacenes para empresas de distribución, logística e industria.",
  sample: "Web de muestra de una empresa inventada.",
  inbox: "Ver los correos que envía",
  other: "English",
  skip: "Ir al contenido",
  nav: { home: "Inicio", resources: "Recursos", pricing: "Precios", contact: "Contacto", careers: "Empleo" },
  privacyLink: "Privacidad",
  talk: "Hablemos de su almacén",
  banner: {
    title: "¿Podemos saber qué le interesa?",
    text: "Si acepta, guardamos en este navegador un número aleatorio y anotamos qué páginas nuestras lee, para ofrecerle lo que le sirva. Si lo rechaza, no se guarda ni se envía nada, y la web funciona igual.",
    accept: "Aceptar",
    refuse: "Rechazar",
    more: "Qué guardamos",
  },
  home: {
    title: "Cada pedido sale bien a la primera",
    lead: "Anaquel dirige su almacén desde la recepción hasta el muelle: qué se coge, por dónde y en qué orden. Sin papeles y sin recuentos de fin de semana.",
    points: [
      ["Menos errores de preparación", "Cada línea se confirma con el lector, con voz o con luz."],
      ["Inventario al día", "Recuento continuo mientras se trabaja: no hay que cerrar para contar."],
      ["En marcha en ocho semanas", "Conectado con su ERP, con su gente formada y con precio cerrado."],
    ],
    seePrices: "Ver precios",
    how: "Cómo trabaja un almacén con Anaquel",
    steps: [
      ["Recepción", "El camión llega, el lector reconoce el pedido de compra y cada palé sabe ya dónde va."],
      ["Ubicación", "Lo que más sale se queda cerca del muelle. El programa lo recalcula cada noche."],
      ["Preparación", "Un recorrido para varios pedidos, y una comprobación en cada hueco."],
      ["Expedición", "Etiqueta, albarán y transportista en un paso. El cliente recibe el aviso al momento."],
    ],
    reading: "Para leer con calma",
    allReading: "Todos los recursos",
  },
  pricing: {
    title: "Precios claros, por almacén y no por persona",
    lead: "Todas las cuotas incluyen actualizaciones, copias de seguridad y ayuda por teléfono de lunes a viernes. La puesta en marcha se presupuesta aparte, con precio cerrado.",
    chosen: "El más elegido",
    plans: [
      {
        name: "Esencial",
        price: "390 € al mes",
        for: "Un almacén, hasta 10 personas",
        has: ["Recepción, ubicación y preparación con lector", "Recuento continuo", "Conexión con un ERP estándar"],
      },
      {
        name: "Profesional",
        price: "890 € al mes",
        for: "Un almacén, hasta 50 personas",
        has: [
          "Todo lo del plan Esencial",
          "Preparación con voz o con luz",
          "Varios recorridos a la vez",
          "Panel de productividad",
        ],
      },
      {
        name: "Grupo",
        price: "A medida",
        for: "Varios almacenes o más de 50 personas",
        has: [
          "Todo lo del plan Profesional",
          "Existencias compartidas entre almacenes",
          "Responsable de cuenta propio",
        ],
      },
    ],
    ask: "Pedir precio para mi almacén",
    questionsTitle: "Lo que suelen preguntarnos",
    questions: [
      ["¿Hay permanencia?", "Doce meses. Después, mes a mes."],
      [
        "¿Cuánto cuesta la puesta en marcha?",
        "Entre 6.000 y 18.000 €, según las conexiones. El precio se cierra antes de empezar.",
      ],
      ["¿Los lectores van incluidos?", "No. Puede usar los suyos, comprarlos o alquilarlos por 22 € al mes cada uno."],
    ],
  },
  resources: {
    title: "Recursos",
    lead: "Lo que hemos aprendido en más de cien almacenes, contado sin vender. Se lee en unos minutos y se puede descargar.",
    phases: { awareness: "Para empezar", consideration: "Para comparar", decision: "Para decidir" },
    read: "Leer",
    webinar: {
      title: "Seminario web grabado: inventario sin cerrar el almacén",
      text: "Cuarenta minutos con dos responsables de almacén que dejaron de contar en domingo, y sus respuestas a las preguntas del público.",
      watch: "Ver la grabación",
      watching:
        "Esta web es de muestra y la grabación no existe, pero ha contado como asistencia si aceptó la medición.",
    },
  },
  article: {
    minutes: (minutes: number) => (minutes === 1 ? "1 minuto de lectura" : `${minutes} minutos de lectura`),
    download: "Descargar para leer después",
    nextTitle: "¿Y en su almacén?",
    next: "Veinte minutos por videollamada bastan para saber si podemos ayudarle. Si no podemos, se lo diremos.",
    more: "Siga leyendo",
  },
  thanks: {
    title: "Gracias: ya tenemos sus datos",
    text: "Estudiamos cada solicitud: si podemos ayudarle, se lo diremos por teléfono o por correo, en nuestro horario laboral. La guía, si la ha pedido, va por correo a la dirección que nos ha dado; a una que nadie ha confirmado le escribimos muy pocas veces.",
    meanwhile: "Mientras tanto, quizá le interese",
    tryTitle: "Para probar",
    tryText:
      "Siga como la persona que acaba de rellenar el formulario: mire los precios, lea un artículo hasta la mitad durante unos segundos o descárguelo. Con suficiente interés, el lead pasa al equipo comercial en segundos.",
    measured: "Ha aceptado la medición: lo que lea ahora cuenta.",
    notMeasured: "No ha aceptado la medición: lo que lea no cuenta.",
    tryInbox: "Abrir la bandeja de correos",
  },
  privacy: {
    title: "Privacidad y medición",
    lead: "Qué guardamos de quien nos visita, para qué, y cómo cambiar de idea.",
    parts: [
      [
        "Sin su permiso, nada",
        "No usamos cookies. Antes de que acepte no se guarda nada en su navegador ni se envía nada sobre lo que lee. Si su navegador pide privacidad (Global Privacy Control), lo tomamos como un no.",
      ],
      [
        "Si acepta",
        "Guardamos en este navegador un número aleatorio y anotamos qué páginas nuestras visita, qué artículos lee y qué descarga. Si después rellena un formulario, lo que ha leído se añade a sus datos para que no tenga que contarnos lo mismo dos veces.",
      ],
      [
        "Lo que no hacemos",
        "No medimos si abre los correos, no compartimos nada con redes publicitarias y no guardamos su dirección IP.",
      ],
    ],
    now: "Ahora mismo:",
    states: { pending: "todavía no ha elegido.", given: "ha aceptado la medición.", refused: "no hay medición." },
    forget: "Borrarlo todo",
  },
  careers: {
    title: "Trabaje con nosotros",
    lead: "Somos 34 personas en Madrid y Valencia. Buscamos gente que haya pisado un almacén o tenga ganas de pisarlo.",
    jobs: [
      ["Consultora o consultor de implantación", "Madrid. Llevará almacenes de la hoja de cálculo a su primer pedido."],
      [
        "Desarrollo de software",
        "Valencia o a distancia. TypeScript y mucha paciencia con las impresoras de etiquetas.",
      ],
    ],
    write: "Escríbanos con su currículum a",
  },
};

export type SiteWords = typeof es;
